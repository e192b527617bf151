"""The one line on Today about the look back: offered, to go on with, or done; never urged."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from journal.practice.look_back.history import looked_back
from journal.records.record import Record


class Offer(NamedTuple):
    """What Today says about the look back.

    words     the line; "" where nothing is offered
    beside    what stands beside it, dim
    is_there  whether it can be taken; what is done is only said
    opens     which look back: "look_back" the one on the day, "week", "month" or "quarter"
    """

    words: str = ""
    beside: str = ""
    is_there: bool = True
    opens: str = "look_back"

    def or_else(self, other: "Offer") -> "Offer":
        """Return the other one where this one cannot be taken and that one can."""
        is_taken = self.words and self.is_there
        return self if is_taken or not other.words else other


AS_IT_IS = Offer("Look back on today", "five minutes, one, or a page")
SHORTER = Offer("Look back on today", "one minute, five, or a page")
GO_ON = Offer("Go on looking back on today", "it waits where you stopped")
DONE = Offer("You have looked back on today.", is_there=False)


def offer(closes: Iterable[Record], today: date, look_backs: str = "", days: int = 7) -> Offer:
    """Return what Today says about the look back on the logical day `today`.

    look_backs  the setting of that name: "" or "daily"; "shorter" offers the one minute first,
                "weekly" only once the last one is at least `days` old, "none" nothing
    """
    past = looked_back(closes)
    of_today = [one.close for one in past if one.day == today]
    if of_today:
        return GO_ON if of_today[-1].left else DONE
    last = max((one.day for one in past if not one.close.left), default=date.min)
    if look_backs == "none" or (look_backs == "weekly" and today - last < timedelta(days=days)):
        return Offer()
    return SHORTER if look_backs == "shorter" else AS_IT_IS

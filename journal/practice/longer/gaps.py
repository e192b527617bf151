"""Days without a line, a plain list for who asks; a day needs no reason, and can be given one."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from journal.practice.deeds.deed import Deed, Said, Wanted, one
from journal.practice.longer.parts import of_kind
from journal.practice.making import When, line, needed
from journal.practice.noting import new_note
from journal.records.record import Record

AWAY = "away"
"""The tag of a note that only says why nothing else was noted on its day."""

FOUR_WEEKS = timedelta(weeks=4)
"""So far back are they looked for."""

_WORKDAYS = 5


class Gap(NamedTuple):
    """A workday on which nothing was written.

    note    what says why, or None
    """

    day: date
    note: Record | None = None

    @property
    def reason(self) -> str:
        """Why, in the learner's words, or ""."""
        return line(self.note.text) if self.note else ""


def gaps(records: Iterable[Record], first: date, last: date) -> list[Gap]:
    """Return the workdays from `first` to `last` on which nothing was written.

    records  all that was written: the days before the first of it are none of these
    """
    all_written = of_kind(records, "note", "close")
    says_why = {record.day: record for record in all_written if is_reason(record)}
    written = {record.day for record in all_written if not is_reason(record)}
    first = max(first, min(written, default=last + timedelta(days=1)))
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [
        Gap(day, says_why.get(day))
        for day in days
        if day.weekday() < _WORKDAYS and day not in written
    ]


def is_reason(record: Record) -> bool:
    """Tell whether a note only says why nothing else was noted on its day."""
    return record.kind == "note" and AWAY in record.tags


def to_say_why(gap: Gap) -> Deed:
    """Return what gives a day its reason: a note of that day."""
    wanted = Wanted("Why, if you like? Holiday, ill, or in your own words.", now=gap.reason)
    return Deed("why", "say why", partial(_said, gap), (wanted,), op="add")


def _said(gap: Gap, _record: Record, said: Said, when: When) -> tuple[Record, ...]:
    words = needed(said[0], "A reason needs a word.", "A day needs no reason.")
    if gap.note:
        return one(gap.note._replace(text=words))
    noon = datetime.combine(gap.day, time(12), when.at.tzinfo)
    return one(new_note(words, noon, when.zone, gap.day, tags=[AWAY]))

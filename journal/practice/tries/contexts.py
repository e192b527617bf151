"""Changes to one's surroundings: noticed, made, and whether they helped."""

from collections.abc import Iterable
from datetime import date

from journal.dates import week_of
from journal.errors import Usage
from journal.practice.making import HELPED, When, changed, made, needed, one_of, own_of, words
from journal.practice.today.looking_again import WEEK, look_day
from journal.records.context import CONTEXTS, ContextMove
from journal.records.record import Record

AROUND = {
    "social": "people",
    "emotional": "how it feels",
    "physical": "room, time, noise",
    "technological": "tools",
    "cognitive": "how I hold it in mind",
}
"""What each of the surroundings is, in the learner's words."""

REACHES = ("mine to change", "mine to influence", "to work around")


def notice(
    when: When, context: str, noticed: str, *, reach: str = "", links: Iterable[str] = ()
) -> Record:
    """Return something around the learner that they noticed; not saved. Raises Usage.

    context  one of CONTEXTS
    reach    one of REACHES, or "" while unsaid
    """
    own = ContextMove(
        one_of(context, CONTEXTS),
        needed(noticed, "What did you notice?", "What was in the way, or what helped?"),
        one_of(reach, ("", *REACHES)),
    )
    return made(own, when, links)


def reworded(record: Record, noticed: str) -> Record:
    """Return it with other words for what was noticed. Raises Usage where they are empty."""
    own_of(record, ContextMove)
    return changed(record, noticed=needed(noticed, "What did you notice?"))


def sort(record: Record, reach: str) -> Record:
    """Return it sorted by whose it is to change: one of REACHES. Raises Usage."""
    own_of(record, ContextMove)
    return changed(record, reach=one_of(reach, REACHES))


def change(record: Record, did: str, day: date, look: date | None = None) -> Record:
    """Return it with what the learner changed; it comes back in a week or on `look`. Raises Usage.

    Another change begins anew: whether it helped is open again.
    """
    own_of(record, ContextMove)
    said = needed(did, "What did you change?", "A small thing is enough.")
    again = look_day(look or day + WEEK, day)
    return changed(record, changed=said, on=day, look=again, helped="", came="")


def is_due(record: Record, day: date) -> bool:
    """Tell whether a change waits to be looked at on the logical `day`."""
    own = record.own
    if not isinstance(own, ContextMove) or record.trashed or not own.changed or own.helped:
        return False
    return own.look is not None and own.look <= day


def did_help(record: Record, helped: str, came: str = "") -> Record:
    """Return a change with whether it helped, and what came of it. Raises Usage."""
    own = own_of(record, ContextMove)
    if not own.changed:
        raise Usage("Nothing was changed yet.", "Say first what you changed.")
    return changed(record, helped=one_of(helped, HELPED), came=words(came) or own.came, look=None)


def offered(records: Iterable[Record], day: date) -> str:
    """Return the one of CONTEXTS to offer in the week of `day`: the one not seen for longest.

    Among those never seen the weeks take turns, so that skipping one is no debt.
    """
    last = dict.fromkeys(CONTEXTS, date.min)
    for record in records:
        if isinstance(record.own, ContextMove) and record.own.context in last:
            last[record.own.context] = max(last[record.own.context], record.own.on or record.day)
    waiting = [context for context in CONTEXTS if last[context] == min(last.values())]
    return waiting[week_of(day)[0].toordinal() // 7 % len(waiting)]

"""Lessons that come back: still true, changed or retired, each with one key."""

from collections.abc import Iterable
from datetime import date

from journal.errors import Usage
from journal.practice.loop.moves import move, moves
from journal.practice.loop.needs import Given
from journal.practice.loop.return_days import WEEKS
from journal.practice.loop.ways import LESSONS
from journal.practice.making import When, one_of, own_of
from journal.records.item import Item, State
from journal.records.record import Record

ANSWERS = ("still true", "changed", "retired")
"""What can be said of a lesson that came back; each leads somewhere in the loop."""


def is_back(record: Record, day: date) -> bool:
    """Tell whether a lesson waits to be looked at again on the logical `day`."""
    if not isinstance(record.own, Item) or record.trashed:
        return False
    item = record.own
    if item.state is State.REVISIT:
        return item.due is None or item.due <= day
    return item.state in LESSONS and item.due is not None and item.due <= day


def come_back(
    record: Record, answer: str, when: When, said: str = "", weeks: Iterable[int] = WEEKS
) -> Record:
    """Return a lesson after it was looked at again.

    Still true: it stays where it was and comes back after the next of the `weeks`. Changed: it is
    made sense of once more. Retired: it is let go, and can be taken up again.
    Raises Usage where `answer` is not one of ANSWERS, or where it is no lesson.
    """
    one_of(answer, ANSWERS)
    state = own_of(record, Item).state
    if state not in (*LESSONS, State.REVISIT):
        raise Usage("This is not a lesson yet, so nothing comes back.", "Make sense of it first.")
    begun = record if state is State.REVISIT else move(record, State.REVISIT, Given(), when)
    [to] = [way.to for way in moves(begun) if way.words == answer]
    return move(begun, to, Given(words=said), when, weeks=weeks)

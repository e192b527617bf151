"""When something comes back to be looked at: soon, never in the past, put off by a week."""

from datetime import date, timedelta

from journal.errors import Usage
from journal.practice.called import CALLED
from journal.practice.loop.ways import LESSONS
from journal.practice.making import changed
from journal.records.context import ContextMove
from journal.records.experiment import Experiment, Stage
from journal.records.feedback import Feedback
from journal.records.item import Item, State
from journal.records.plan import Plan
from journal.records.record import Record

WITHIN = 7
"""So many days from now, at most: small and frequent beats large and rare."""

WEEK = timedelta(weeks=1)

_FRIDAY = 4


def next_workday(day: date) -> date:
    """Return the first day after `day` that is no Saturday or Sunday."""
    return day + timedelta(days=max(1, 7 - day.weekday()) if day.weekday() >= _FRIDAY else 1)


def look_day(wanted: date | None, day: date, within: int = WITHIN) -> date:
    """Return the day on which to look again, seen from the logical `day`; None: the next workday.

    Raises Usage when it is past, or more than `within` days ahead.
    """
    if wanted is None:
        return next_workday(day)
    if wanted < day:
        raise Usage("The day to look again is past.", "Name today or a day that comes.")
    if (wanted - day).days > within:
        raise Usage(
            f"The day to look again is more than {within} days away.",
            "Name an earlier one; a small try shows something soon, and it can be put off.",
        )
    return wanted


def comes_back(record: Record) -> bool:
    """Tell whether a record waits to be looked at again, now or on a day that comes."""
    if record.trashed:
        return False
    match record.own:
        case Experiment(state=state, look=look):
            return state is Stage.RUNNING and look is not None
        case Plan(look=look):
            return look is not None
        case ContextMove() as own:
            return bool(own.changed) and not own.helped and own.look is not None
        case Feedback(decision=decision):
            return not decision
        case Item(state=state, due=due):
            return state is State.REVISIT or (state in LESSONS and due is not None)
        case _:
            return False


def put_off(record: Record, day: date) -> Record:
    """Return `record` put off: it comes back a week from `day`. Raises Usage if it never does."""
    if not comes_back(record):
        raise Usage(
            f"This {CALLED.get(record.kind, 'record')} does not wait, so nothing is put off.",
            "`journal status` says what waits.",
        )
    again = day + WEEK
    if isinstance(record.own, Item):
        return changed(record, due=again)
    return changed(record, look=again, put_off=getattr(record.own, "put_off", 0) + 1)

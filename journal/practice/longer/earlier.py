"""What was written on this day in other years, and in the same week before."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from journal.dates import ago, week_of
from journal.practice.longer.parts import of_kind
from journal.records.record import Record

WEEKS_BEFORE = (13, 26, 52)
"""The same week a quarter, half a year and a year before."""


class Then(NamedTuple):
    """One earlier day: how long ago it was, in words, and what was written on it, oldest first."""

    day: date
    words: str
    records: tuple[Record, ...]


def on_this_day(records: Iterable[Record], day: date) -> list[Then]:
    """Return what was written on this day of the month in earlier years, the newest year first."""
    return _thens(records, day, lambda then: (then.month, then.day) == (day.month, day.day))


def same_week(records: Iterable[Record], day: date) -> list[Then]:
    """Return what was written in the same week WEEKS_BEFORE this one, the newest day first."""
    monday, _ = week_of(day)
    mondays = {monday - timedelta(weeks=weeks) for weeks in WEEKS_BEFORE}
    return _thens(records, day, lambda then: week_of(then)[0] in mondays)


def _thens(records: Iterable[Record], day: date, fits: Callable[[date], bool]) -> list[Then]:
    by_day: dict[date, list[Record]] = {}
    for record in of_kind(records, "note", "close"):
        if record.day < day and fits(record.day):
            by_day.setdefault(record.day, []).append(record)
    return [
        Then(then, ago(then, day), tuple(by_day[then])) for then in sorted(by_day, reverse=True)
    ]

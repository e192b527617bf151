"""Days with something on them, put in order: this week, last week, earlier by months."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from journal.dates import week_of
from journal.dates.calendar import MONTHS
from journal.records.record import Record
from journal.visible import one_line

LONGEST = 240
"""So many characters of a day's first line are enough for any list."""

WEEKS_AGO = 52
"""A year in whole weeks, so that a Tuesday meets a Tuesday."""


class MonthOfDays(NamedTuple):
    """The days of one month; the newest first.

    name  "October", and with its year when that is not this year
    """

    name: str
    days: tuple[date, ...]


class Shelves(NamedTuple):
    """Days by how long ago they are, each group with the newest first.

    ahead  later than this week
    """

    ahead: tuple[date, ...]
    this_week: tuple[date, ...]
    last_week: tuple[date, ...]
    earlier: tuple[MonthOfDays, ...]


def shelves(days: Iterable[date], today: date) -> Shelves:
    """Return `days` in groups, seen from the logical day `today`; a week begins on Monday."""
    ordered = sorted(set(days), reverse=True)
    monday, sunday = week_of(today)
    last_monday = monday - timedelta(days=7)
    earlier = groupby((day for day in ordered if day < last_monday), lambda day: day.replace(day=1))
    return Shelves(
        ahead=tuple(day for day in ordered if day > sunday),
        this_week=tuple(day for day in ordered if monday <= day <= sunday),
        last_week=tuple(day for day in ordered if last_monday <= day < monday),
        earlier=tuple(MonthOfDays(_month(first, today), tuple(of)) for first, of in earlier),
    )


def a_year_ago(days: Iterable[date], today: date) -> date | None:
    """Return the newest of `days` in the week that was 52 weeks before the one of `today`."""
    first, last = (day - timedelta(weeks=WEEKS_AGO) for day in week_of(today))
    return max((day for day in days if first <= day <= last), default=None)


def nearest(days: Sequence[date], first: date, last: date) -> date | None:
    """Return the newest of `days` from `first` to `last`, or else the newest before, or the oldest.

    None if there are no days.
    """
    upto = [day for day in days if day <= last]
    within = [day for day in upto if day >= first]
    return max(within or upto, default=min(days, default=None))


def first_words(records: Iterable[Record]) -> str:
    """Return the first line that is not empty of the first record that has one, on one line."""
    lines = (line for record in records for line in record.text.splitlines())
    return next((words for line in lines if (words := one_line(line[:LONGEST]))), "")


def _month(first: date, today: date) -> str:
    name = MONTHS[first.month - 1]
    return name if first.year == today.year else f"{name} {first.year}"

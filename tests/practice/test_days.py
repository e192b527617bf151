"""Days in their groups: every day once, the newest first, in the group that its name says."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.practice.finding.days import a_year_ago, first_words, nearest, shelves
from journal.records.record import Record

TODAY = date(2026, 11, 24)
DAYS = st.lists(st.dates(date(2024, 1, 1), date(2027, 12, 31)), max_size=40)
TODAYS = st.dates(date(2025, 6, 1), date(2026, 12, 31))


def note(text: str) -> Record:
    return Record("", datetime(2026, 11, 24, 9, tzinfo=UTC), "Etc/UTC", TODAY, text)


def test_as_it_is_drawn() -> None:
    days = [date(2026, 11, 24), date(2026, 11, 23), date(2026, 11, 19), date(2026, 11, 13)]
    groups = shelves([*days, date(2026, 10, 2), date(2025, 10, 30), date(2026, 11, 30)], TODAY)
    assert groups.ahead == (date(2026, 11, 30),)
    assert groups.this_week == (date(2026, 11, 24), date(2026, 11, 23))
    assert groups.last_week == (date(2026, 11, 19),)
    assert [(month.name, len(month.days)) for month in groups.earlier] == [
        ("November", 1),
        ("October", 1),
        ("October 2025", 1),
    ]


@given(DAYS, TODAYS)
def test_every_day_stands_once_and_the_newest_first(days: list[date], today: date) -> None:
    groups = shelves(days, today)
    months = [day for month in groups.earlier for day in month.days]
    shown = [*groups.ahead, *groups.this_week, *groups.last_week, *months]
    assert shown == sorted(set(days), reverse=True)


@given(DAYS, TODAYS)
def test_each_group_is_what_it_says(days: list[date], today: date) -> None:
    groups = shelves(days, today)
    week = today.isocalendar()[:2]
    last = (today - timedelta(days=7)).isocalendar()[:2]
    assert all(day.isocalendar()[:2] == week for day in groups.this_week)
    assert all(day.isocalendar()[:2] == last for day in groups.last_week)
    assert all(day.isocalendar()[:2] > week for day in groups.ahead)
    for month in groups.earlier:
        assert len({(day.year, day.month) for day in month.days}) == 1
        assert all(day.isocalendar()[:2] < last for day in month.days)
    names = [month.name for month in groups.earlier]
    assert len(names) == len(set(names))


@given(DAYS, TODAYS)
def test_a_year_ago_is_the_same_week_of_the_last_year(days: list[date], today: date) -> None:
    old = a_year_ago(days, today)
    then = (today - timedelta(weeks=52)).isocalendar()[:2]
    assert old == max((day for day in days if day.isocalendar()[:2] == then), default=None)


@pytest.mark.parametrize(
    ("first", "last", "day"),
    [(10, 12, 11), (11, 30, 21), (12, 20, 11), (1, 2, 11), (25, 28, 21)],
)
def test_a_date_leads_to_the_nearest_day_with_something(first: int, last: int, day: int) -> None:
    days = [date(2026, 11, 11), date(2026, 11, 21)]
    assert nearest(days, date(2026, 11, first), date(2026, 11, last)) == date(2026, 11, day)


def test_without_days_there_is_no_nearest() -> None:
    assert nearest([], TODAY, TODAY) is None


def test_first_words_are_those_of_the_first_line_that_has_any() -> None:
    assert first_words([note(" \n"), note("\n  Drew \t it\nfirst")]) == "Drew it"
    assert first_words([note("")]) == ""
    assert len(first_words([note("x" * 10_000)])) < 300

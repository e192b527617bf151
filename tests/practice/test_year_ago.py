"""One line from a year ago: of the same week, from the newest day, a starred one first."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from journal.practice.longer.year_ago import line_of_a_year_ago, that_week
from journal.records.record import Record
from tests.practice.lookbacks import five, note

TODAY = date(2026, 11, 24)


def at(when: str, name: str) -> Record:
    return note(name, datetime.fromisoformat(f"{when}+00:00"))


def test_it_quotes_the_first_note_of_that_weeks_newest_day() -> None:
    notes = [at("2025-11-25T09:00", "a"), at("2025-11-27T10:00", "b"), at("2025-11-27T11:00", "c")]
    assert line_of_a_year_ago(notes, TODAY) == "words of b"
    starred = notes[2]._replace(starred=True)
    assert line_of_a_year_ago([*notes[:2], starred], TODAY) == "words of c"


def test_neither_look_backs_nor_the_trash_nor_another_week_are_quoted() -> None:
    trashed = at("2025-11-27T10:00", "a")._replace(trashed=True)
    look_back = five(0)._replace(day=date(2025, 11, 27))
    others = [at("2025-11-23T10:00", "before"), at("2025-12-01T10:00", "after")]
    assert line_of_a_year_ago([trashed, look_back, *others], TODAY) == ""


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_that_week_is_a_whole_week_52_weeks_before(today: date) -> None:
    first, last = that_week(today)
    assert (first.weekday(), (last - first).days) == (0, 6)
    assert first <= today.fromordinal(today.toordinal() - 364) <= last

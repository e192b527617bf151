from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.clock import logical_day
from journal.practice.look_back.gather import (
    gather,
    line_for_today,
    minute_first,
    quiet_line,
    returning,
)
from journal.records.close import Close
from journal.records.record import Record
from tests.practice.lookbacks import FIRST, answer, five, look_back, moment, note

FULL = Close(answers=tuple(answer(f"daily/{n}") for n in range(5)))


def names(records: list[Record]) -> list[str]:
    return [record.id for record in records]


def test_it_gathers_what_came_since_the_last_look_back() -> None:
    notes = [note("late", moment(1, 15)), note("early", moment(0, 16)), note("eve", moment(0, 20))]
    closes = [look_back(0, FULL)]
    assert names(gather(notes, closes, FIRST + timedelta(1), moment(1))) == ["eve", "late"]


def test_a_night_shift_is_one_day() -> None:
    shift = [
        note("evening", moment(0, 21)),
        note("night", moment(1, 2)),
        note("dawn", moment(1, 6)),
    ]
    assert names(gather(shift, [], FIRST + timedelta(1), moment(1, 7))) == names(shift)


def test_it_never_reaches_further_than_36_hours() -> None:
    notes = [note("old", moment(0, 5, 29)), note("edge", moment(0, 5, 31))]
    assert names(gather(notes, [], FIRST + timedelta(1), moment(1))) == ["edge"]


def test_another_day_is_that_day_whole() -> None:
    notes = [note("then", moment(0, 9)), note("after", moment(0, 20)), note("now", moment(5, 9))]
    closes = [look_back(0, FULL)]
    assert names(gather(notes, closes, FIRST, moment(5))) == ["then", "after"]


def test_catching_up_on_another_day_does_not_take_todays_notes_away() -> None:
    notes = [note("morning", moment(5, 9))]
    closes = [look_back(0, FULL, at=moment(5, 12))]
    assert names(gather(notes, closes, FIRST + timedelta(5), moment(5))) == ["morning"]


def test_an_interrupted_look_back_does_not_take_the_notes_away() -> None:
    notes = [note("morning", moment(0, 9))]
    closes = [five(0, left=["daily/moved"])]
    assert names(gather(notes, closes, FIRST, moment(0, 20))) == ["morning"]


def test_only_notes_that_are_there_are_gathered() -> None:
    there = note("there", moment(0, 9))
    records = [there, there._replace(id="gone", trashed=True), look_back(0, FULL, at=moment(0, 8))]
    assert names(gather(records, [], FIRST, moment(0))) == ["there"]


@given(st.lists(st.integers(0, 9 * 24 * 60)), st.lists(st.integers(0, 9 * 24 * 60)))
def test_no_recent_note_is_gathered_twice_or_never(minutes: list[int], looks: list[int]) -> None:
    """Looking back every time within 36 hours sees each note exactly once."""
    start = moment(0, 4, 0)
    notes = [lived(f"n{i}", start + timedelta(minutes=m)) for i, m in enumerate(minutes)]
    closes: list[Record] = []
    seen: list[str] = []
    for at in sorted({*(start + timedelta(minutes=m) for m in looks), *map(end_of, range(10))}):
        day = logical_day(at)
        seen += names(gather([n for n in notes if n.at <= at], closes, day, at))
        closes.append(look_back((day - FIRST).days, FULL, at=at))
    assert sorted(seen) == sorted(names(notes))


def end_of(day: int) -> datetime:
    return moment(day + 1, 3, 59)


def lived(name: str, at: datetime) -> Record:
    return note(name, at, day=logical_day(at))


def test_somebody_who_was_away_for_weeks_is_welcome() -> None:
    assert returning([note("old", moment(0))], moment(20))
    assert not returning([note("old", moment(0)), note("new", moment(19))], moment(20))
    assert not returning([], moment(20))


def test_the_line_heads_today_until_the_next_look_back() -> None:
    first = look_back(0, FULL._replace(tomorrow="Ring first."))
    assert line_for_today([first], moment(0, 23)) == ""
    assert line_for_today([first], moment(1)) == "Ring first."
    assert line_for_today([five(1, left=["daily/moved"]), first], moment(2)) == "Ring first."
    assert line_for_today([first, look_back(1, FULL)], moment(2)) == ""
    assert line_for_today([], moment(2)) == ""


def test_the_line_goes_after_fourteen_days() -> None:
    first = look_back(0, FULL._replace(tomorrow="Ring first."))
    assert line_for_today([first], moment(14)) == "Ring first."
    assert line_for_today([first], moment(14, 18)) == ""


def test_two_short_ones_put_the_one_minute_form_first() -> None:
    minute = look_back(1, Close(form="minute", tomorrow="a"))
    assert minute_first([five(0, "daily/moved"), minute])
    assert minute_first([five(0, left=["daily/if"]), five(1)])
    assert not minute_first([minute])
    assert not minute_first([minute, look_back(2, FULL)])
    assert not minute_first([minute, look_back(2, Close(form="heavy"))])


def test_three_heavy_days_in_ten_bring_the_quiet_line() -> None:
    heavy = [look_back(day, Close(form="heavy")) for day in (0, 5, 9)]
    assert quiet_line(heavy, FIRST + timedelta(9))
    assert not quiet_line(heavy, FIRST + timedelta(10))
    twice_a_day = [look_back(0, Close(form="heavy")) for _ in range(3)]
    assert not quiet_line(twice_a_day, FIRST)

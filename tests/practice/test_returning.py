"""Lessons come back after one, four and twelve weeks, and one word is enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.loop.moves import move
from journal.practice.loop.return_days import next_return
from journal.practice.loop.returning import come_back, is_back
from journal.practice.today.looking_again import put_off
from journal.records.item import State
from journal.records.record import Record
from tests.practice.making import ANSWERED, day, own_item, question, state, when


def lesson(number: int = 0) -> Record:
    begun = move(question(), State.SENSING, ANSWERED, when(number))
    return move(begun, State.SETTLED, ANSWERED, when(number))


def test_it_comes_back_after_one_four_and_twelve_weeks_and_then_rests() -> None:
    record, found = lesson(), []
    for number in range(120):
        if is_back(record, day(number)):
            found.append(number)
            record = come_back(record, "still true", when(number))

    assert found == [7, 28, 84]
    assert state(record) is State.SETTLED
    assert own_item(record).due is None


def test_the_weeks_are_the_learners_own() -> None:
    record = move(question(), State.SENSING, ANSWERED, when(0))
    record = move(record, State.SETTLED, ANSWERED, when(0), weeks=(2,))

    assert own_item(record).due == day(14)


def test_what_passed_meanwhile_is_left_out() -> None:
    record = come_back(lesson(), "still true", when(60))

    assert own_item(record).due == day(84)


def test_still_true_leaves_it_where_it_was() -> None:
    private = move(lesson(), State.KEPT_PRIVATE, ANSWERED, when(1))

    again = come_back(private, "still true", when(7), "seen it twice")

    assert state(again) is State.KEPT_PRIVATE
    assert [each.to for each in own_item(again).passages][-2:] == [
        State.REVISIT, State.KEPT_PRIVATE
    ]  # fmt: skip
    assert own_item(again).returns[-1].words == "seen it twice"


def test_changed_is_made_sense_of_and_retired_is_let_go_reversibly() -> None:
    assert state(come_back(lesson(), "changed", when(7))) is State.SENSING

    retired = come_back(lesson(), "retired", when(7), "the form is gone")

    assert state(retired) is State.DROPPED
    assert state(move(retired, State.SETTLED, ANSWERED, when(9))) is State.SETTLED
    assert "the form is gone" in retired.text


def test_what_is_no_lesson_does_not_come_back() -> None:
    with pytest.raises(Usage, match="not a lesson yet"):
        come_back(question(), "still true", when(0))
    with pytest.raises(Usage, match="no answer here"):
        come_back(lesson(), "dreamt", when(7))
    with pytest.raises(Usage, match="does not wait"):
        put_off(question(), day(0))


def test_z_puts_it_off_by_a_week() -> None:
    later = put_off(lesson(), day(7))

    assert not is_back(later, day(13))
    assert is_back(later, day(14))


@given(st.integers(0, 200), st.lists(st.integers(1, 30), max_size=5))
def test_the_next_return_is_never_past(late: int, weeks: list[int]) -> None:
    found = next_return(day(0), day(late), weeks)

    assert found is None or found > day(late)

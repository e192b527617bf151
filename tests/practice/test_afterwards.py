"""What the journal asks about itself, and when: each thing once, never after a heavy day."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.practice.look_back.afterwards import (
    FIRST_EVENING,
    GOAL,
    LEARNING,
    MINUTES,
    goal_on_top,
    new_goal,
    sentence,
    to_ask,
)
from journal.records.close import Close
from journal.records.goal import Goal
from journal.records.record import Record, having
from journal.settings import LOOK_BACKS, Settings, parse
from tests.practice.lookbacks import FIRST, five, look_back, moment

HEAVY = Close(form="heavy")


def goal(typed: str, day: int = 0) -> Record:
    made = new_goal(typed, moment(day), "UTC", FIRST + timedelta(days=day))
    assert made is not None
    return made


def weekly(count: int) -> list[Record]:
    """Return look backs of as many weeks, one in each."""
    return [look_back(7 * week, Close()) for week in range(count)]


def test_after_the_first_look_back_two_things_about_the_journal() -> None:
    assert to_ask([look_back(0, Close())], [], Settings(), moment(0)) == FIRST_EVENING
    assert to_ask([look_back(0, Close()), look_back(1, Close())], [], Settings(), moment(1)) == ()


def test_after_the_third_what_one_would_like_to_learn_unless_that_is_known() -> None:
    closes = [look_back(day, Close()) for day in range(3)]
    assert to_ask(closes, [], Settings(), moment(2)) == (LEARNING,)
    assert to_ask(closes, [goal("wait")], Settings(), moment(2)) == ()


def test_what_was_interrupted_does_not_count() -> None:
    assert to_ask([five(0, left=["daily/moved"])], [], Settings(), moment(0)) == ()
    closes = [look_back(0, Close()), five(1, left=["daily/moved"])]
    assert to_ask(closes, [], Settings(), moment(1)) == FIRST_EVENING


def test_a_heavy_day_is_asked_nothing_and_the_next_one_is() -> None:
    assert to_ask([look_back(0, HEAVY)], [], Settings(), moment(0)) == ()
    assert (
        to_ask([look_back(0, HEAVY), look_back(1, Close())], [], Settings(), moment(1))
        == FIRST_EVENING
    )


def test_after_four_weeks_whether_it_is_worth_the_minutes_until_that_is_answered() -> None:
    assert to_ask(weekly(4), [], Settings(), moment(21)) == ()
    assert to_ask(weekly(5), [], Settings(), moment(28)) == (MINUTES,)
    assert to_ask(weekly(5), [], Settings(look_backs="daily"), moment(28)) == ()
    assert to_ask(weekly(2), [], Settings(), moment(60)) == ()
    assert to_ask(weekly(4), [], Settings(worth_weeks=3), moment(21)) == (MINUTES,)
    assert to_ask(weekly(5), [], Settings(worth_weeks=9), moment(28)) == ()


def test_what_is_asked_for_is_a_setting_or_the_goal_and_can_be_answered_so() -> None:
    for each in (*FIRST_EVENING, LEARNING, MINUTES):
        assert each.id == GOAL or each.id in Settings._fields
        for answer, _ in each.choices:
            assert parse(each.id, answer) == answer
    assert tuple(answer for answer, _ in MINUTES.choices) == LOOK_BACKS


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("hear the question behind it", "Learning how to hear the question behind it"),
        ("Learning how to  wait.", "Learning how to wait"),
        ("learn how to wait", "Learning how to wait"),
        ("to wait", "Learning how to wait"),
        ("find out when a call drifts", "Find out when a call drifts"),
        ("Learning how to …", ""),
        (" \n ", ""),
    ],
)
def test_a_goal_reads_as_a_sentence(typed: str, said: str) -> None:
    assert sentence(typed) == said


@given(st.text())
def test_a_goal_is_one_line_and_stays_as_it_is_once_said(typed: str) -> None:
    said = sentence(typed)
    assert "\n" not in said
    assert sentence(said) == said
    made = new_goal(typed, moment(0), "UTC", FIRST)
    assert (made.text if made else "") == said


def test_the_newest_goal_that_is_still_learned_heads_today() -> None:
    old, new = goal("wait", 0), goal("ask first", 1)
    assert goal_on_top([]) == ""
    assert goal_on_top([new, old]) == "Learning how to ask first"
    reached = having(new, Goal(aim=new.text, state="reached"))
    assert goal_on_top([old, reached]) == "Learning how to wait"
    assert goal_on_top([old._replace(trashed=True), reached]) == ""

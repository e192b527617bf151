"""What waits on Today: a few rows in their order, each answered where it stands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.loop.moves import move
from journal.practice.loop.returning import come_back
from journal.practice.mind.feedbacks import new_feedback
from journal.practice.today.answering import answer
from journal.practice.today.looking_again import comes_back, put_off
from journal.practice.today.waiting import MOST, all_waiting, waiting
from journal.practice.tries.contexts import change, notice
from journal.practice.tries.experiments import look_at
from journal.practice.tries.plans import new_plan
from journal.records.experiment import Stage
from journal.records.feedback import Feedback
from journal.records.item import State
from journal.records.plan import Plan
from journal.records.record import Record
from tests.practice.making import ANSWERED, day, kept, own_try, question, running, state, when

PLAN = kept(new_plan(when(1), "a call drifts", "ask for the decision."))
CHANGE = change(kept(notice(when(0), "physical", "the noise")), "moved my desk", day(0), day(1))
FEEDBACK = kept(new_feedback(when(2), "You're slower in the mornings", "Tomasz"))


def lesson() -> Record:
    begun = move(question("Name the reader"), State.SENSING, ANSWERED, when(0))
    return move(begun, State.SETTLED, ANSWERED, when(0))


EVERYTHING = [FEEDBACK, lesson(), PLAN, CHANGE, running()]


def test_tries_come_before_if_thens_lessons_and_what_people_said() -> None:
    rows = all_waiting(EVERYTHING, day(9))

    assert [row.record.kind for row in rows] == [
        "experiment", "context", "plan", "item", "feedback"
    ]  # fmt: skip
    assert waiting(EVERYTHING, day(9)) == rows[:MOST]
    assert [(row.name, row.words) for row in rows] == [
        ("ask for it", "look again today. You expected fewer questions."),
        ("moved my desk", "a change around you. Did it help?"),
        ("a call drifts", "→ I'll ask for the decision. Did it come up?"),
        ("Name the reader", "a lesson, 9 days old. Still true?"),
        ("Tomasz: You're slower in the mornings", "someone said. What do you do with it?"),
    ]


def test_what_is_in_the_trash_or_not_due_does_not_wait() -> None:
    assert waiting([each._replace(trashed=True) for each in EVERYTHING], day(9)) == []
    assert waiting(EVERYTHING, day(0)) == []


def test_a_try_is_answered_in_a_word_and_a_few_more() -> None:
    [row] = waiting([running()], day(1))

    after = answer(row.record, row.choices[1].key, "two asked", when(1))

    assert own_try(after).state is Stage.REVIEWED
    assert own_try(after).happened == "two asked"
    assert waiting([after], day(1)) == []


@pytest.mark.parametrize(
    ("choice", "came_up", "tried", "helped"),
    [
        ("not yet", False, False, ""),
        ("helped", True, True, "yes"),
        ("no help", True, True, "no"),
        ("otherwise", True, False, ""),
    ],
)
def test_a_plan_is_answered_and_comes_back_after_a_week(
    choice: str,
    came_up: bool,
    tried: bool,
    helped: str,
) -> None:
    after = answer(PLAN, choice, "", when(2))

    assert isinstance(after.own, Plan)
    [occasion] = after.own.occasions
    assert (occasion.came_up, occasion.tried, occasion.helped) == (came_up, tried, helped)
    assert after.own.look == day(9)


def test_a_plan_ends_as_a_habit_or_is_let_go() -> None:
    ended = [answer(PLAN, choice, "", when(2)) for choice in ("habit", "let go")]

    assert [each.own.state for each in ended if isinstance(each.own, Plan)] == ["kept", "let go"]
    assert waiting(ended, day(30)) == []


def test_what_someone_said_ends_in_a_decision_with_a_reason() -> None:
    with pytest.raises(Usage, match="why"):
        answer(FEEDBACK, "disagree", " ", when(3))

    after = answer(FEEDBACK, "disagree", "only until nine", when(3))

    assert isinstance(after.own, Feedback)
    assert (after.own.decision, after.own.decided) == ("disagree", day(3))
    assert waiting([after], day(30)) == []


def test_every_choice_of_every_row_can_be_taken() -> None:
    for row in all_waiting(EVERYTHING, day(9)):
        assert row.id == row.record.id
        for choice in row.choices:
            after = answer(row.record, choice.key, "words" if choice.asks else "", when(9))
            assert waiting([after], day(9)) == []


def test_an_unknown_answer_is_refused() -> None:
    for record in EVERYTHING:
        with pytest.raises(Usage):
            answer(record, "dreamt", "words", when(9))


@given(st.integers(9, 900))
def test_put_off_is_for_a_week(number: int) -> None:
    today: date = day(number)

    later = [put_off(record, today) for record in EVERYTHING]

    assert all_waiting(later, day(number + 6)) == []
    assert len(all_waiting(later, day(number + 7))) == len(EVERYTHING)


def ended() -> list[Record]:
    """Return what has been answered for good."""
    return [
        answer(FEEDBACK, "disagree", "only until nine", when(3)),
        answer(PLAN, "let go", "", when(3)),
        answer(CHANGE, "yes", "", when(3)),
        look_at(running(), day(3), "different", "two asked"),
        come_back(lesson(), "retired", when(7)),
        kept(notice(when(0), "physical", "the noise")),
        lesson()._replace(trashed=True),
        question(),
    ]


def test_only_what_comes_back_can_be_put_off() -> None:
    assert all(comes_back(record) for record in EVERYTHING)
    for record in ended():
        assert not comes_back(record)
        with pytest.raises(Usage, match="does not wait"):
            put_off(record, day(9))


def test_a_lesson_that_changed_is_made_sense_of_again() -> None:
    assert state(answer(lesson(), "changed", "", when(9))) is State.SENSING

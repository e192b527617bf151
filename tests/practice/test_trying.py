"""The try of a look back: a due one is answered, or one is made in two lines, once."""

from journal.practice.look_back.angle import Wishes, choose
from journal.practice.look_back.trying import (
    due_try,
    try_in_two_lines,
    try_is_due,
    try_of_look_back,
)
from journal.practice.tries.plans import new_plan
from journal.records.close import Answer, Close
from journal.records.experiment import Experiment, Stage
from journal.records.plan import Plan
from journal.records.record import Record
from tests.practice.lookbacks import PACKS
from tests.practice.making import day, kept, own_try, running, when


def looked_back(first: str, second: str = "", left: tuple[str, ...] = ()) -> Record:
    answers = [Answer(f"daily/{name}", 1, "?", "full", text)
               for name, text in (("if", first), ("expect", second)) if text]  # fmt: skip
    return Record("back", when(0).at, "UTC", day(0), "", Close(answers=tuple(answers), left=left))


def test_a_due_try_is_answered_before_another_is_made() -> None:
    plan = kept(new_plan(when(0), "a call drifts", "ask"))

    row = due_try([plan, running()], day(1))

    assert row is not None
    assert row.record.kind == "experiment"
    assert due_try([running()], day(0)) is None


def test_a_due_try_decides_what_the_one_more_question_is_about() -> None:
    wishes = Wishes(due_experiment=try_is_due([running()], day(1)))

    assert choose(PACKS, [], day(1), wishes).because == "asked because one of your tries is due"


def test_two_lines_begin_a_try() -> None:
    made = try_of_look_back(
        looked_back("If a call drifts, I'll ask", "shorter calls (7 of 10)"), [], when(0)
    )

    assert made is not None
    own = own_try(made)
    assert (own.cue, own.response, own.prediction, own.sureness) == (
        "a call drifts", "ask", "shorter calls", 7
    )  # fmt: skip
    assert (own.state, own.look, made.links) == (Stage.RUNNING, day(1), ("back",))


def test_one_line_is_an_if_then_or_a_draft() -> None:
    plan = try_in_two_lines("If it rings, I'll wait", "", when(0))
    draft = try_in_two_lines("Summary first", "", when(0))

    assert plan is not None
    assert draft is not None
    assert isinstance(plan.own, Plan)
    assert isinstance(draft.own, Experiment)
    assert draft.own.state is Stage.DRAFTED


def test_nothing_written_makes_nothing_and_one_look_back_makes_one() -> None:
    back = looked_back("Summary first", "fewer questions (12 of 10)")
    made = try_of_look_back(back, [], when(0))

    assert made is not None
    assert own_try(made).sureness is None
    assert try_of_look_back(back, [kept(made)], when(0)) is None
    assert try_of_look_back(looked_back(""), [], when(0)) is None
    assert try_of_look_back(looked_back("later", left=("daily/expect",)), [], when(0)) is None

"""Each figure, worked out by hand on a few records."""

from datetime import date, datetime, time
from typing import Any

import pytest

from journal.analysis.growth.figures import figures
from journal.analysis.growth.material import Material
from journal.analysis.growth.rules import RULES, rule
from journal.practice.marks import does_not_count, not_this
from journal.records.belief import Belief, Revision
from journal.records.context import ContextMove
from journal.records.experiment import Difference, Experiment, Stage
from journal.records.feedback import Feedback
from journal.records.goal import Goal
from journal.records.item import Item, Return, Reuse
from journal.records.plan import Occasion, Plan
from journal.records.record import Record, Sign
from journal.settings import FIGURES
from tests.analysis.growth.making import TODAY, close, day, figure, kept, note, when


def a_try(number: int = 20, **fields: Any) -> Record:
    """Return a try that was looked at on a day, five days after it began."""
    own = Experiment(
        "a call drifts", "ask for it", "fewer questions", 7, state=Stage.REVIEWED,
        started=day(number - 5), look=day(number), reviewed=day(number), happened="one question",
        difference=Difference.AS_EXPECTED, result=6, teaches="ask early",
    )  # fmt: skip
    return kept(own._replace(**fields), number - 5)


def test_tries_followed_through_leave_out_those_let_go_with_a_reason() -> None:
    found = figure(
        "I1", a_try(), a_try(), a_try(teaches=""), a_try(),
        a_try(state=Stage.DROPPED, why="the project ended"),
        a_try(look=day(TODAY), reviewed=None, state=Stage.RUNNING), a_try(whose="Karim"),
    )  # fmt: skip

    assert found.said == "3 of 4 tries followed through to what they teach"
    assert found.now.value == 0.75
    assert found.is_enough
    assert {each.why for each in found.evidence if not each.counts} == {"lacks what it teaches"}


def test_too_few_is_said_with_their_number() -> None:
    assert figure("I1", a_try()).said == "too few to say (1)"
    assert figure("I1").said == "too few to say (0)"


def test_only_the_last_four_weeks_are_now_and_the_four_before_are_then() -> None:
    found = figure("I3", a_try(13), a_try(40), a_try(12), a_try(-15), a_try(-16))

    assert (found.window.first, found.window.last) == (day(13), day(40))
    assert found.now.n == 2
    assert found.then
    assert found.then.n == 2


def test_days_from_start_to_look_are_a_median() -> None:
    found = figure("I2", a_try(), a_try(), a_try(started=day(10)), a_try(started=None))

    assert (found.now.value, found.now.n, found.now.missing) == (5, 3, 1)


def test_cannot_tell_is_missing_and_not_a_no() -> None:
    found = figure("I3", *(a_try() for _ in range(5)), a_try(difference=Difference.UNKNOWN))

    assert found.said == "0 of 5 tries came differently. What you expect may be very safe"
    assert found.now.missing == 1


@pytest.mark.parametrize(
    ("after", "counts"),
    [
        (lambda id_: kept(Plan("x", "y"), 22, id_), True),
        (lambda id_: kept(ContextMove("social", "noise", changed="moved"), 27, id_), True),
        (lambda id_: kept(Plan("x", "y"), 28, id_), False),
        (lambda id_: kept(Plan("x", "y"), 22), False),
        (lambda id_: note("the same again", 22, Sign.STUCK, id_), False),
        (lambda id_: note("went", 22, Sign.WORKED, id_), True),
    ],
)
def test_after_being_stuck_counts_what_is_linked_within_a_week(after: Any, counts: bool) -> None:
    stuck = note("the pump again", 20, Sign.STUCK)

    found = figure("I4", stuck, after(stuck.id))

    assert [each.counts for each in found.evidence if each.id == stuck.id] == [counts]


def test_a_try_of_the_look_back_that_looked_at_it_counts_too() -> None:
    stuck = note("the pump again", 20, Sign.STUCK)
    look_back = close(20, picked=stuck.id, happened="It stopped twice.")

    found = figure("I4", stuck, look_back, kept(Plan("x", "y"), 20, look_back.id))

    assert found.evidence[0].counts is True
    assert found.evidence[0].also


def test_what_is_less_than_a_week_old_is_still_to_come() -> None:
    found = figure("I4", note("the pump again", TODAY - 6, Sign.STUCK))

    assert (found.now.n, found.now.missing) == (0, 1)


def test_if_thens_that_did_not_come_up_are_left_out() -> None:
    plan = Plan(
        "x", "y",
        (Occasion(day(20), True, True), Occasion(day(21), False), Occasion(day(22), True)),
    )  # fmt: skip

    found = figure("I5", kept(plan, 15))

    assert (found.now.n, found.now.value) == (2, 0.5)


def test_lessons_used_in_their_own_setting_are_not_used_elsewhere() -> None:
    reuses = (Reuse(day(20), "kitchen"), Reuse(day(21), "attic", "yes"), Reuse(day(1), "attic"))

    found = figure("I6", kept(Item("Ask first", setting="kitchen", reuses=reuses), 0))

    assert found.now.value == 1
    assert found.now.parts == {"yes": 1}


def test_a_goal_that_was_called_nothing_is_missing() -> None:
    goals = [Goal("a", framing="learn"), Goal("b", framing="target"), Goal("c"), Goal("d", "learn")]
    ended = Goal("e", framing="learn", state="reached")

    found = figure("I7", *(kept(goal) for goal in (*goals, ended)))

    assert (found.now.n, found.now.missing, found.now.value) == (3, 1, 2 / 3)
    assert found.then is None
    assert found.change is None


def test_how_sure_leans_and_gaps() -> None:
    found = figure(
        "I8", a_try(sureness=8, result=6), a_try(sureness=3, result=6), a_try(result=None)
    )

    assert found.now.parts == {"lean": -0.5, "gap": 2.5}
    assert found.now.missing == 1


def test_three_moves_are_looked_for_in_look_backs_on_an_event() -> None:
    whole = "It failed because I had skipped the test. Maybe it was the pump, or else the valve."
    all_three = close(20, tomorrow="Test first.", happened="It failed.", difference=whole)

    found = figure("I9", all_three, close(20, happened="It failed."), close(20, brought="A pen"))

    assert (found.now.n, found.now.value) == (2, 0.5)


def test_of_moves_that_the_learner_mostly_took_off_no_change_is_said() -> None:
    text = "It failed because I had skipped the test."
    looks = [close(20, happened="It failed.", difference=text) for _ in range(8)]
    start = looks[0].text.index(text)
    off = [
        kept(not_this(each, when(21), "move:reason", start, start + len(text)).own, 21)
        for each in looks
    ]

    assert figure("I9", *looks, *off[:2]).change
    assert figure("I9", *looks, *off[:3]).change is None


def test_around_you_is_a_grid_and_never_one_number() -> None:
    move = ContextMove("physical", "dark", changed="a lamp", on=day(21), helped="partly")

    found = figure("I10", kept(move), kept(ContextMove("social", "noise")))

    assert found.now.value is None
    assert found.now.parts == {
        "physical: noticed": 1, "physical: changed": 1, "physical: helped": 1, "social: noticed": 1,
    }  # fmt: skip


def test_changed_minds_need_a_reason() -> None:
    belief = Belief("b", revisions=(Revision(day(20), "a", "b", "I saw it"),))
    returns = (Return(day(20), "changed", "not in winter"), Return(day(21), "retired"),
               Return(day(22), "still true", "yes"))  # fmt: skip

    found = figure("I11", kept(belief, 1), kept(Item("Ask", returns=returns), 1))

    assert found.now.value == 2


def test_disagreeing_is_a_decision_like_the_others() -> None:
    given = [Feedback("a", decision="disagree", why="not so"), Feedback("b", decision="use"),
             Feedback("c"), Feedback("d", decision="use", why="true", enacted=True)]  # fmt: skip

    found = figure("I12", *map(kept, given))

    assert (found.now.n, found.now.value) == (4, 0.5)
    assert found.now.parts == {"acted on": 1}


def test_phases_are_counted_by_weeks_that_have_anything() -> None:
    found = figure(
        "I13", kept(Goal("a"), 14), note("x", 15, Sign.STUCK), close(16, happened="It failed."),
        kept(Goal("b"), 28),
    )  # fmt: skip

    assert found.said == "too few to say (2)"
    assert found.now.parts == {"before": 2, "during": 1, "after": 1}


def test_a_look_back_without_note_or_event_is_not_about_one() -> None:
    found = figure(
        "I14", close(20, brought="A pen."), close(20, picked="x"), close(20, happened="It")
    )

    assert (found.now.n, found.now.value) == (3, 2 / 3)


def test_what_does_not_count_is_left_out_and_shown_with_its_reason() -> None:
    out, stays = a_try(), a_try(teaches="")
    mark = kept(does_not_count(out, when(21), "I1", "it was not mine").own, 21)

    found = figure("I1", out, stays, mark)

    assert found.now.n == 1
    assert [(each.id, why) for each, why in found.not_counted] == [(out.id, "it was not mine")]
    assert figure("I3", out, stays, mark).now.n == 2


def test_the_trash_and_the_days_to_come_are_left_out() -> None:
    assert figure("I3", a_try()._replace(trashed=True), a_try(TODAY + 9)).now.n == 0


def test_every_figure_has_what_belongs_to_it() -> None:
    assert tuple(each.name for each in RULES) == FIGURES
    assert [each.code for each in RULES] == [f"I{number}" for number in range(1, 15)]
    for each in figures(Material([], date(2026, 1, 1))):
        assert each.rule.definition.endswith(".")
        assert each.rule.moves
        assert not each.is_enough or each.rule.least == 0
        assert rule(each.rule.name.upper()) is each.rule
    assert rule("mood") is None


def test_the_day_of_a_moment_is_the_one_it_was_lived_on() -> None:
    late = datetime.combine(day(20), time(23, 30)).astimezone()

    assert figure("I14", close(20, picked="x")._replace(at=late)).evidence[0].day == day(20)

"""Plans, surroundings, goals, beliefs, what one brings, what people said: each with its rules."""

from collections.abc import Callable

import pytest

from journal.errors import Usage
from journal.practice.called import CALLED
from journal.practice.loop import questions
from journal.practice.making import own_of
from journal.practice.mind import assets, beliefs, feedbacks, goals
from journal.practice.noting import new_note
from journal.practice.tries import contexts, plans
from journal.records.asset import Asset
from journal.records.belief import Belief
from journal.records.context import CONTEXTS, ContextMove
from journal.records.experiment import Stage
from journal.records.feedback import Feedback
from journal.records.goal import Goal
from journal.records.item import Item
from journal.records.kinds import KINDS
from journal.records.plan import Plan
from journal.records.record import Record
from tests.practice.making import day, kept, own_item, own_try, question, running, when

GOAL = Record("goal", when(0).at, "UTC", day(0), "", Goal("Learning how to hand over"))
PLAN = kept(plans.new_plan(when(0), "it rings", "wait"))
NOISE = kept(contexts.notice(when(0), "physical", "the noise"))
BELIEF = kept(beliefs.new_belief(when(0), "I think that lists hide things"))
ASSET = kept(assets.new_asset(when(0), "patience", ["note1"]))
SAID = kept(feedbacks.new_feedback(when(0), "You interrupt", "Ana"))

REFUSED: list[Callable[[], object]] = [
    lambda: plans.new_plan(when(0), "", "wait"),
    lambda: plans.new_plan(when(0), "it rings", " "),
    lambda: plans.answer(PLAN, day(1), came_up=False, tried=True),
    lambda: plans.answer(PLAN, day(1), came_up=True, helped="yes"),
    lambda: plans.answer(PLAN, day(1), came_up=True, tried=True, helped="very"),
    lambda: plans.answer(PLAN, day(1), came_up=True, look=day(0)),
    lambda: plans.answer(plans.become(PLAN, "let go", day(1)), day(1), came_up=True),
    lambda: plans.become(PLAN, "dreamt", day(1)),
    lambda: plans.edit_plan(PLAN, cue=""),
    lambda: contexts.notice(when(0), "weather", "rain"),
    lambda: contexts.notice(when(0), "physical", ""),
    lambda: contexts.notice(when(0), "physical", "rain", reach="nobody's"),
    lambda: contexts.change(NOISE, "", day(0)),
    lambda: contexts.change(NOISE, "moved", day(5), day(4)),
    lambda: contexts.did_help(NOISE, "yes"),
    lambda: contexts.did_help(contexts.change(NOISE, "moved", day(0)), "hugely"),
    lambda: goals.frame(GOAL, "win"),
    lambda: goals.with_signs(GOAL, ("a", "b", "c")),
    lambda: goals.observe(GOAL, day(0), "a", "saw it"),
    lambda: goals.become(GOAL, "failed"),
    lambda: beliefs.new_belief(when(0), ""),
    lambda: beliefs.add_evidence(BELIEF, day(0), "beside", "words"),
    lambda: beliefs.add_evidence(BELIEF, day(0), "for", ""),
    lambda: beliefs.add_saying(BELIEF, day(0), "Ana", ""),
    lambda: beliefs.add_doubt(BELIEF, day(0), ""),
    lambda: beliefs.revise(BELIEF, "lists help", "", day(0)),
    lambda: beliefs.revise(BELIEF, "I think that lists hide things", "why", day(0)),
    lambda: beliefs.give_up(BELIEF, "", day(0)),
    lambda: beliefs.give_up(beliefs.give_up(BELIEF, "saw it", day(0)), "again", day(0)),
    lambda: assets.new_asset(when(0), "patience", []),
    lambda: assets.new_asset(when(0), "", ["note1"]),
    lambda: assets.not_shown_by(ASSET, "note1"),
    lambda: assets.edit_asset(ASSET, name=""),
    lambda: feedbacks.new_feedback(when(0), ""),
    lambda: feedbacks.decide(SAID, "obey", "why", day(0)),
    lambda: feedbacks.decide(SAID, "use", "", day(0)),
    lambda: feedbacks.try_from(SAID, when(0), ""),
    lambda: questions.new_question("", when(0)),
    lambda: questions.describe(question(), question=""),
    lambda: questions.how_sure(question(), 11),
    lambda: questions.used_again(question(), day(0), ""),
    lambda: questions.used_again(question(), day(0), "the ward", "very"),
    lambda: questions.with_aid(question(), "line\n" * 8),
    lambda: questions.aid_used(question(), day(0)),
    lambda: beliefs.give_up(PLAN, "not a belief", day(0)),
]


@pytest.mark.parametrize("attempt", REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_is_refused_in_a_sentence(attempt: Callable[[], object]) -> None:
    with pytest.raises(Usage) as refused:
        attempt()

    assert refused.value.message[-1] in ".?”…"
    assert len(refused.value.message) < 90


def test_every_kind_of_the_loop_has_a_name_for_learners() -> None:
    assert {kind for kind in KINDS if not kind.startswith(("coach", "excerpt", "consent"))} <= {
        *CALLED, "reply"
    }  # fmt: skip


def test_a_plan_that_was_let_go_can_be_taken_up_again() -> None:
    again = plans.become(plans.become(PLAN, "let go", day(1)), "open", day(9))

    assert plans.is_due(again, day(10))
    assert plans.times_up(own_of(again, Plan)) == "has not come up yet"


def test_surroundings_are_noticed_changed_and_looked_at() -> None:
    moved = contexts.change(contexts.sort(NOISE, "mine to change"), "moved my desk", day(0))

    assert contexts.is_due(moved, day(7))
    helped = contexts.did_help(moved, "partly", "quieter until ten")
    assert not contexts.is_due(helped, day(30))
    assert own_of(contexts.change(helped, "moved again", day(9)), ContextMove).helped == ""
    assert "quieter until ten" in helped.text


def test_one_of_the_surroundings_is_offered_a_week_and_all_have_their_turn() -> None:
    seen, records = [], list[Record]()
    for week in range(5):
        offered = contexts.offered(records, day(7 * week))
        assert offered == contexts.offered(records, day(7 * week + 6))
        seen.append(offered)
        records.append(contexts.notice(when(7 * week), offered, "something"))

    assert sorted(seen) == sorted(CONTEXTS)
    assert contexts.offered(records, day(35)) == seen[0]


@pytest.mark.parametrize(
    ("aim", "because"),
    [
        ("Reach 90 % on the audit", ("Reach", "90 %")),
        ("Cut call-backs to at most 3", ("Cut", "at most", "3")),
        ("Learning how to hand over in 5 minutes", None),
        ("Hand over calmly", None),
    ],
)
def test_a_result_to_reach_is_only_ever_suggested_to_be_learned(
    aim: str, because: tuple[str, ...] | None
) -> None:
    found = goals.suggestion(Goal(aim))

    assert (found.because if found else None) == because
    assert goals.suggestion(Goal(aim, framing="target")) is None


def test_signs_of_the_way_and_of_the_outcome_stay_apart() -> None:
    goal = goals.with_signs(GOAL, ("they ask less", "I pause"), "fewer call-backs")
    goal = goals.observe(goal, day(1), "I pause", "twice")
    goal = goals.observe(goal, day(2), "fewer call-backs", "two")
    goal = goals.with_signs(goal, ("they ask less",))

    way, outcome = goals.panels(own_of(goal, Goal), day(0), day(6))

    assert [(panel.sign, len(panel.seen)) for panel in way] == [
        ("they ask less", 0),
        ("I pause", 1),
    ]
    assert [(panel.sign, len(panel.seen)) for panel in outcome] == [("fewer call-backs", 1)]
    assert "twice" in goal.text


def test_a_change_of_mind_keeps_what_was_thought_before() -> None:
    revised = beliefs.revise(BELIEF, "I think that long lists hide things", "Lea's", day(3))
    gone = beliefs.give_up(revised, "the short ones did, too", day(5))
    back = beliefs.revise(gone, "I think that lists age", "a year on", day(9))

    assert "I think that lists hide things" in gone.text
    assert own_of(gone, Belief).state == "given up"
    assert [each.before for each in own_of(back, Belief).revisions] == [
        "I think that lists hide things", "I think that long lists hide things", ""
    ]  # fmt: skip
    assert own_of(back, Belief).state == "held"


def test_the_one_to_doubt_is_the_one_doubted_longest_ago() -> None:
    other = kept(beliefs.new_belief(when(1), "I think that calls drift"))
    doubted = beliefs.add_doubt(BELIEF, day(2), "at night")

    assert beliefs.to_doubt([doubted, other]) == other
    assert beliefs.to_doubt([doubted, beliefs.add_doubt(other, day(3), "in teams")]) == doubted
    assert beliefs.to_doubt([beliefs.give_up(other, "no", day(4))]) is None
    assert beliefs.for_and_against(own_of(BELIEF, Belief)) == ""


def test_what_one_brings_keeps_at_least_one_note() -> None:
    two = assets.shown_by(ASSET, "note2")

    assert assets.not_shown_by(two, "note1").links == ("note2",)
    assert own_of(assets.edit_asset(two, how="at handovers"), Asset).how == "at handovers"


def test_what_was_said_can_become_a_try_that_links_to_it() -> None:
    note = kept(new_note("You interrupt", when(0).at, "UTC", day(0)))
    said = kept(feedbacks.feedback_from_note(note, when(0), "Ana"))
    decided = feedbacks.decide(said, "use", "she is right", day(1))

    made = kept(feedbacks.try_from(decided, when(1), "If she begins, I'll count to three", "calm"))

    assert (said.links, made.links) == ((note.id,), (said.id,))
    assert own_try(made).state is Stage.DRAFTED
    done = feedbacks.enacted(feedbacks.came_of_it(decided, made.id))
    assert own_of(done, Feedback).experiment == made.id


def test_something_kept_to_be_read_waits_like_what_was_read() -> None:
    later = kept(feedbacks.new_feedback(when(0), "A letter", read=False))

    assert feedbacks.waits(later, day(0))
    assert own_of(feedbacks.read_it(later), Feedback).read


def test_a_lesson_is_used_elsewhere_and_has_an_aid_with_versions() -> None:
    lesson = questions.used_again(question(), day(2), "the other ward", "partly")
    lesson = questions.with_aid(lesson, "1 pause\n2 ask  \n")
    again = questions.with_aid(lesson, "1 ask")

    assert own_item(lesson).job_aid == "1 pause\n2 ask"
    assert [own_item(each).aid_version for each in (lesson, again)] == [1, 2]
    assert questions.with_aid(again, "1 ask") == again
    assert own_item(questions.aid_used(again, day(3))).aid_used == day(3)
    assert own_item(questions.with_aid(again, "")).aid_version == 0
    assert "the other ward" in again.text


def test_a_question_is_described_field_by_field() -> None:
    said = questions.describe(question(), works_when="two read", disagree="the night shift")

    assert own_item(said).works_when == "two read"
    assert own_item(questions.describe(said, works_when="")).works_when == ""
    assert own_item(questions.how_sure(said, 8)).sureness == 8
    assert isinstance(said.own, Item)


def test_the_wrong_kind_is_named_as_learners_know_it() -> None:
    with pytest.raises(Usage, match="This is a try"):
        own_of(running(), Item)

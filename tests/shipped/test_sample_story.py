"""The story of the sample: its questions, tries and all else hold together and keep the rules."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from journal.clock import system_clock
from journal.paths import places
from journal.practice.look_back.fading import level
from journal.practice.look_back.prompts import REVIEWS, by_key
from journal.practice.loop.moves import move
from journal.practice.loop.needs import Given
from journal.practice.loop.questions import MOST_LINES
from journal.practice.loop.returning import come_back, is_back
from journal.practice.making import HELPED, When, own_of
from journal.practice.mind import feedbacks
from journal.practice.mind.beliefs import give_up, new_belief, revise
from journal.practice.today.looking_again import WITHIN
from journal.practice.tries import contexts, experiments, plans
from journal.prompt_files import shipped_packs
from journal.records.belief import Belief
from journal.records.codec import to_json
from journal.records.consent import Consented
from journal.records.context import CONTEXTS, ContextMove
from journal.records.criteria import Criteria
from journal.records.excerpt import Excerpt
from journal.records.experiment import Difference, Experiment, Stage
from journal.records.feedback import DECISIONS, Feedback
from journal.records.goal import Goal
from journal.records.item import Item, Passage, State
from journal.records.plan import Plan
from journal.records.record import Record
from journal.records.review import SPANS, Review
from journal.sample import sample_records
from journal.sample_pages import give_sample_pages
from journal.sharing import desk, ledger
from journal.sharing.checking import check_file
from journal.store.journal import Journal
from tests.shipped.test_packs import NEVER_ON_A_SCREEN

PROMPTS = by_key(shipped_packs())
TODAY = date(2026, 11, 20)
RECORDS = sample_records(TODAY, "Europe/Vienna")
BY_ID = {record.id: record for record in RECORDS}
WINDOW = TODAY - timedelta(days=28)
"""The last four weeks, which most figures look at."""

WEEK = timedelta(weeks=1)

AHEAD = ("look", "due")
"""Fields that may name a day to come."""


def of(kind: str) -> list[Record]:
    return [record for record in RECORDS if record.kind == kind]


def each(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("record", of(kind), ids=lambda record: record.text[:40])


def days_in(value: Any, name: str = "") -> Iterator[tuple[str, date]]:
    """Yield every day that the JSON of a record names, with the name of its field."""
    if isinstance(value, dict):
        for field, inner in value.items():
            yield from days_in(inner, field)
    elif isinstance(value, list):
        for inner in value:
            yield from days_in(inner, name)
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", value):
        yield name, datetime.fromisoformat(value).date()


def tells_of_others(record: Record) -> bool:
    return isinstance(record.own, Experiment) and bool(record.own.whose)


def when(at: datetime) -> When:
    return When(at, "Europe/Vienna", at.date())


# All of them.


def test_every_noun_of_the_loop_has_several() -> None:
    nouns = ("item", "experiment", "plan", "context", "goal", "belief", "asset", "feedback")
    assert all(len(of(kind)) >= 5 for kind in nouns)
    spans = [own_of(record, Review).span for record in of("review")]
    assert set(spans) == set(SPANS)
    assert [spans.count(span) for span in ("week", "month", "first", "quarter")] == [10, 3, 3, 1]


def test_no_day_lies_ahead_but_those_to_look_again_and_none_before_its_record() -> None:
    for record in RECORDS:
        if isinstance(record.own, Review) or tells_of_others(record):
            continue  # a review looks back; a colleague's card tells of their own days
        for name, day in days_in(to_json(record)):
            assert day >= record.day
            assert day <= TODAY or name in AHEAD
            assert day <= TODAY + timedelta(weeks=12)


def test_what_a_record_names_is_there_and_of_the_right_kind() -> None:
    kinds = {"goal": {"goal"}, "parent": {"experiment"}, "experiment": {"experiment", "plan"}}
    for record in RECORDS:
        for field, allowed in kinds.items():
            named = getattr(record.own, field, "")
            assert not named or BY_ID[named].kind in allowed
        parent = getattr(record.own, "parent", "")
        assert not parent or BY_ID[parent].at < record.at


def test_no_word_that_belongs_to_the_code_is_in_it() -> None:
    unwanted = "|".join(f"{word}s?" for word in NEVER_ON_A_SCREEN.split())
    for record in RECORDS:
        assert not re.findall(rf"\b(?:{unwanted})\b", record.text, re.IGNORECASE)


def test_most_of_the_story_leads_back_to_notes() -> None:
    told = [record for record in RECORDS if record.kind not in ("note", "close", "review", "goal")]
    assert sum(bool(record.links) for record in told) >= len(told) - 2
    stuck = [r.id for r in of("note") if r.sign == "stuck" and WINDOW < r.day <= TODAY - WEEK]
    followed = {link for record in RECORDS for link in record.links}
    assert len(stuck) >= 5
    assert len(followed & set(stuck)) >= 3


# Questions and lessons.


def relived(record: Record, story: list[Record]) -> Record:
    """Return a question after all that happened to it was done again, by the rules."""
    item = own_of(record, Item)
    fresh = item._replace(state=State.CAPTURED, passages=(), returns=(), sharings=(), due=None)
    again = record._replace(own=fresh)
    for passage in item.passages:
        acts = tuple(act for act in item.acts if act.at <= passage.at)
        again = again._replace(own=own_of(again, Item)._replace(acts=acts))
        tries = [one for one in story if record.id in one.links and one.at <= passage.at]
        again = _passed(again, passage, item, tries)
    return again


def _passed(record: Record, passage: Passage, lived: Item, tries: list[Record]) -> Record:
    if passage.origin is State.REVISIT:
        answer = lived.returns[len(own_of(record, Item).returns)].answer
        return come_back(record, answer, when(passage.at), passage.words)
    given = Given(passage.words, looked=True)
    if passage.to is State.SHARED:
        out = lived.sharings[len(own_of(record, Item).sharings)]
        given = given._replace(recipient=out.to, purpose=out.purpose, way=out.way)
    return move(record, passage.to, given, when(passage.at), tries)


@pytest.mark.parametrize("today", [TODAY - timedelta(days=days) for days in range(5)], ids=str)
def test_every_passage_of_a_question_is_one_that_the_loop_has(today: date) -> None:
    story = sample_records(today, "Europe/Vienna")
    for record in story:
        if isinstance(record.own, Item):
            again = own_of(relived(record, story), Item)
            assert again._replace(acts=record.own.acts) == record.own


def test_questions_stand_in_many_places_of_the_loop() -> None:
    items = [own_of(record, Item) for record in of("item")]
    assert {item.state for item in items} == {
        State.CAPTURED, State.SEEKING, State.SENSING, State.TRYING, State.SETTLED,
        State.KEPT_PRIVATE, State.ECHOED, State.DROPPED,
    }  # fmt: skip
    aids = [item.job_aid for item in items if item.job_aid]
    assert len(aids) >= 2
    assert all(len(aid.strip().splitlines()) <= MOST_LINES for aid in aids)
    assert {back.answer for item in items for back in item.returns} == {"still true", "changed"}
    reused = [reuse for item in items for reuse in item.reuses if reuse.on > WINDOW]
    assert len(reused) >= 3
    assert {reuse.worked for reuse in reused} > {"yes", "partly"}


# Tries.


@each("experiment")
def test_a_try_has_what_its_stage_asks_for(record: Record) -> None:
    own = own_of(record, Experiment)
    assert own.cue
    assert own.response
    assert own.prediction
    if own.state is Stage.DRAFTED:
        assert (own.started, own.look, own.difference) == (None, None, None)
        return
    assert own.started is not None
    assert own.look is not None
    assert timedelta() <= own.look - own.started <= timedelta(days=WITHIN)
    looked_at = own.state not in (Stage.RUNNING, Stage.DROPPED)
    assert bool(own.difference) == bool(own.happened) == bool(own.reviewed) == looked_at
    assert bool(own.why) == (own.state is Stage.DROPPED)
    assert own.reviewed is None or own.reviewed >= own.started


def test_what_is_changed_or_repeated_has_a_try_that_follows() -> None:
    followed = {own_of(record, Experiment).parent for record in of("experiment")}
    goes_on = {
        record.id
        for record in of("experiment")
        if own_of(record, Experiment).state in (Stage.ADAPTED, Stage.REPEATED)
    }
    assert goes_on == followed - {""}


def test_tries_came_out_in_every_way_and_some_wait() -> None:
    tries = [own_of(record, Experiment) for record in of("experiment")]
    assert {one.difference for one in tries} == {None, *Difference}
    assert {one.state for one in tries} == set(Stage) - {Stage.REVIEWED}
    assert sum(bool(one.whose) for one in tries) == 1
    assert sum(experiments.is_due(record, TODAY) for record in of("experiment")) == 1
    ahead = [one.look for one in tries if one.state is Stage.RUNNING and one.look]
    assert sum(TODAY < look <= TODAY + WEEK for look in ahead) == 2


def test_there_is_enough_to_compare_what_was_expected_with_what_came() -> None:
    recent = [
        one
        for record in of("experiment")
        if (one := own_of(record, Experiment)).reviewed and one.reviewed > WINDOW
    ]
    told = [one for one in recent if one.difference is not Difference.UNKNOWN]
    assert len(told) >= 5
    assert len([one for one in recent if one.sureness is not None and one.result is not None]) >= 6
    assert len([one for one in recent if one.prediction and one.happened and one.teaches]) >= 4


# Everything else.


@each("plan")
def test_a_plan_is_answered_as_the_rule_has_it(record: Record) -> None:
    own = own_of(record, Plan)
    again = plans.new_plan(when(record.at), own.cue, own.response)
    for one in own.occasions:
        again = plans.answer(
            again, one.on, came_up=one.came_up, tried=one.tried, helped=one.helped, said=one.words
        )
    again = plans.become(again, own.state, own.occasions[-1].on) if own.state != "open" else again
    lived = own_of(again, Plan)
    assert (lived.occasions, lived.state) == (own.occasions, own.state)
    assert (own.look is None) == (lived.look is None)


def test_one_plan_and_one_lesson_wait_today_too() -> None:
    assert sum(plans.is_due(record, TODAY) for record in of("plan")) == 1
    assert sum(is_back(record, TODAY) for record in of("item")) == 1
    came_up = [
        record
        for record in of("plan")
        if any(one.came_up and one.on > WINDOW for one in own_of(record, Plan).occasions)
    ]
    assert len(came_up) >= 5


@each("context")
def test_what_was_changed_around_is_sorted_and_answered(record: Record) -> None:
    own = own_of(record, ContextMove)
    assert own.reach in contexts.REACHES
    assert bool(own.changed) == (own.on is not None)
    assert own.helped in ("", *HELPED)
    assert not own.helped or (own.changed and own.came and own.look is None)


def test_all_five_surroundings_are_there() -> None:
    assert {own_of(record, ContextMove).context for record in of("context")} == set(CONTEXTS)


@each("belief")
def test_a_mind_was_changed_as_the_rule_has_it(record: Record) -> None:
    own = own_of(record, Belief)
    first = own.revisions[0].before if own.revisions else own.statement
    again = new_belief(when(record.at), first)
    for revision in own.revisions:
        if revision.after:
            again = revise(again, revision.after, revision.why, revision.on)
        else:
            again = give_up(again, revision.why, revision.on)
    lived = own_of(again, Belief)
    assert (lived.statement, lived.revisions, lived.state) == (
        own.statement, own.revisions, own.state,
    )  # fmt: skip
    assert own.evidence
    assert all(BY_ID[one.note].day <= one.on for one in own.evidence if one.note)


@each("feedback")
def test_what_was_said_is_decided_with_a_reason_or_open(record: Record) -> None:
    own = own_of(record, Feedback)
    assert own.who
    assert bool(own.decision) == bool(own.why) == (own.decided is not None)
    assert not own.experiment or own.decision in ("use", "adapt")


def test_every_decision_was_made_and_one_is_open() -> None:
    decided = [own_of(record, Feedback).decision for record in of("feedback")]
    assert set(decided) == {"", *DECISIONS}
    assert decided.count("") == 1
    assert not any(feedbacks.waits(record, TODAY) for record in of("feedback"))
    assert sum(record.day > WINDOW for record in of("feedback")) >= 4


def test_three_goals_are_active_and_the_newest_is_to_learn_how() -> None:
    goals = [own_of(record, Goal) for record in of("goal")]
    active = [goal for goal in goals if goal.state == "active"]
    assert len(active) == 3
    assert active[-1].aim == "Learning how to hear that somebody has not understood"
    assert {goal.framing for goal in active} == {"learn", "target"}
    assert {goal.state for goal in goals} == {"active", "reached", "let go"}
    for goal in goals:
        assert len(goal.leading) <= 2
        assert {seen.sign for seen in goal.seen} <= {*goal.leading, goal.lagging}


# Longer look backs.


@each("review")
def test_a_longer_look_back_asks_what_the_packs_have(record: Record) -> None:
    own = own_of(record, Review)
    assert own.first <= own.last == record.day
    steps = [PROMPTS[answer.prompt].step for answer in own.answers]
    places = [REVIEWS[own.span].index(step) for step in steps]
    assert places == sorted(places)
    for answer in own.answers:
        prompt = PROMPTS[answer.prompt]
        assert (answer.version, answer.wording) == (prompt.version, prompt.full)
        assert answer.level == level(prompt.family, shipped_packs(), []).name
    assert [aspect.heading for aspect in own.snapshot] in (
        [],
        [prompt.full for prompt in PROMPTS.values() if prompt.step == "snapshot"],
    )
    for each in own.pulse:
        assert (PROMPTS[each.prompt].step, PROMPTS[each.prompt].full) == ("pulse", each.wording)
        assert each.answer in ("yes", "partly", "no")


def test_the_first_page_was_written_in_weeks_one_six_and_twelve() -> None:
    pages = [record for record in of("review") if own_of(record, Review).span == "first"]
    weeks = [(TODAY - record.day).days // 7 for record in pages]
    assert weeks == [11, 6, 0]
    asked = {own_of(record, Review).answers[0].prompt for record in pages}
    assert asked == {"first/just-now"}


# The coach.


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """Give a journal with the sample in it, the coach's pages given."""
    monkeypatch.setenv("JOURNAL_HOME", str(tmp_path / "home"))
    journal = Journal(places(), system_clock())
    journal.save(*RECORDS, op="import")
    folder = tmp_path / "given"
    folder.mkdir()
    give_sample_pages(journal, TODAY, folder)
    return journal


def test_the_coach_was_given_two_pages_and_what_was_agreed_holds_together(
    told: Journal, tmp_path: Path
) -> None:
    [card] = desk.coaches(told)
    pages = desk.pages(told, card.id)
    standing = [desk.ready(told, page, TODAY) for page in pages]
    assert [(page.state, page.stale) for page in standing] == [(Consented.GIVEN, False)] * 2
    assert ledger.wrong(desk.events(told, card.id)) == []
    files = sorted((tmp_path / "given").iterdir())
    assert len(files) == 2
    assert all(check_file(told, file).is_ours for file in files)
    assert not any(name in file.read_text() for file in files for name in ("Lea", "Karim", "Noor"))
    visit = next(record for record in RECORDS if "Marit here for an hour" in record.text)
    assert pages[0].day < visit.day < pages[1].day <= TODAY


def test_her_answer_was_decided_about_and_came_back_on_the_second_page(told: Journal) -> None:
    first, second = desk.pages(told)
    [answer] = [
        record
        for record in told.find(Criteria(kinds=("feedback",)))
        if own_of(record, Feedback).reply_to == first.id
    ]
    own = own_of(answer, Feedback)
    assert own.decision == "use"
    tried = told.get(own.experiment)
    assert own_of(tried, Experiment).difference
    assert first.day < answer.day < tried.day < second.day
    assert own_of(second, Excerpt).choice.since_of == (tried.id,)
    assert own_of(tried, Experiment).happened in own_of(second, Excerpt).payload


@pytest.mark.parametrize("today", [TODAY - timedelta(days=days) for days in range(1, 7)], ids=str)
def test_whatever_day_it_is_the_coach_gets_her_pages(
    today: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNAL_HOME", str(tmp_path / "home"))
    journal = Journal(places(), system_clock())
    journal.save(*sample_records(today, "Europe/Vienna"), op="import")
    give_sample_pages(journal, today, tmp_path)
    assert len(desk.given_pages(journal)) == 2
    assert all(page.day <= today for page in desk.pages(journal))

"""The loop: every way there is and no other, what each needs, and nothing said is ever lost."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.look_back.trying import try_in_two_lines
from journal.practice.loop.moves import Move, move, moves
from journal.practice.loop.needs import FOUND, LOOK, RECIPIENT, REPLY, SENSE, TRY, Given, heard
from journal.practice.loop.questions import item_from_note
from journal.practice.loop.ways import IN_WORDS, LESSONS, PASSING, WAYS
from journal.practice.noting import new_note
from journal.practice.today.answering import answer
from journal.practice.tries.evidence import tries_of
from journal.practice.tries.experiments import look_at
from journal.records.item import State
from journal.records.record import Record, Sign
from tests.practice.making import ANSWERED, kept, own_item, question, running, state, when
from tests.support.loop_docs import BEGIN, END, tables
from tests.support.terminal import ROOT

LOOKED_AT = look_at(running(), when(1).day, "partly", "two asked")


def to(record: Record, *states: State, linked: tuple[Record, ...] = (LOOKED_AT,)) -> Record:
    for number, each in enumerate(states):
        record = move(record, each, ANSWERED, when(number), linked)
    return record


def lesson() -> Record:
    return to(question(), State.SENSING, State.SETTLED)


def words_of(found: list[Move]) -> list[str]:
    return [each.words for each in found]


def test_a_note_becomes_a_question_that_links_to_it() -> None:
    at = when(0)
    note = kept(new_note("Why twice?\nAnd who reads it", at.at, at.zone, at.day,
                         sign=Sign.QUESTION, tags=["ward"]))  # fmt: skip

    asked = item_from_note(note, at)

    assert (own_item(asked).question, asked.links, asked.tags) == (
        "Why twice?", (note.id,), ("ward",)
    )  # fmt: skip
    assert own_item(item_from_note(note, at, "Who reads the second?")).question.startswith("Who")
    assert state(asked) is State.CAPTURED


def test_the_moves_from_making_sense_are_those_that_a_learner_reads() -> None:
    found = moves(to(question(), State.SENSING), [LOOKED_AT])

    assert words_of(found) == ["a lesson", "a try", "ask around first", "park it", "let it go"]


@pytest.mark.parametrize(
    ("start", "target", "given", "needs"),
    [
        ((), State.SENSING, Given(), [FOUND]),
        ((State.SENSING,), State.SETTLED, Given(), [SENSE]),
        ((State.SENSING,), State.TRYING, Given(), [TRY]),
        ((State.SENSING, State.SETTLED, State.READY), State.SHARED, Given(), [RECIPIENT, LOOK]),
        ((State.SENSING, State.SETTLED, State.READY, State.SHARED), State.ECHOED, Given(), [REPLY]),
    ],
)
def test_a_move_says_the_one_thing_that_it_still_needs(
    start: tuple[State, ...], target: State, given: Given, needs: list[object]
) -> None:
    record = question()
    for number, each in enumerate(start):
        bare = ANSWERED._replace(sense="" if each is State.SENSING else ANSWERED.sense)
        record = move(record, each, bare, when(number), [LOOKED_AT])

    [found] = [each for each in moves(record) if each.to is target]
    with pytest.raises(Usage) as refused:
        move(record, target, given, when(9))

    assert list(found.needs) == needs
    assert refused.value.hint == found.needs[0].ask


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("None found.", Given(none_found=True)),
        ("@Ana", Given(people=("Ana",))),
        ("the manual, page 4", Given(sources=("the manual, page 4",))),
        ("  ", Given()),
    ],
)
def test_a_typed_line_gives_what_was_needed(typed: str, expected: Given) -> None:
    assert heard(FOUND, typed) == expected


def test_what_is_typed_in_place_is_enough_for_the_way_to_a_lesson() -> None:
    made = move(question(), "sensing", heard(FOUND, "none found"), when(0))
    done = move(made, "settled", heard(SENSE, "The second reader reads for intent."), when(1))

    assert state(done) is State.SETTLED
    assert "reads for intent" in done.text


def test_a_try_must_have_been_looked_at_before_it_is_a_lesson() -> None:
    tried = to(question(), State.SENSING, State.TRYING)

    with pytest.raises(Usage, match="look"):
        move(tried, State.SETTLED, ANSWERED, when(3), [running()])
    with pytest.raises(Usage, match="look"):
        move(tried, State.SETTLED, ANSWERED, when(3), [LOOKED_AT, running()])
    assert state(move(tried, State.SETTLED, ANSWERED, when(3), [LOOKED_AT])) is State.SETTLED


def test_a_try_is_made_in_place_in_one_line_or_two() -> None:
    sensing = to(question(), State.SENSING)
    for second in ("", "fewer calls"):
        made = try_in_two_lines("If it rings, I'll wait", second, when(1), [sensing.id])
        assert made is not None
        [own] = tries_of(sensing, [kept(made), running()])

        tried = move(sensing, State.TRYING, Given(), when(1), [own])
        looked = answer(own, "helped" if not second else "partly", "", when(2))

        assert state(tried) is State.TRYING
        assert [need.name for need in moves(tried, [own])[0].needs] == ["result"]
        assert state(move(tried, State.SETTLED, ANSWERED, when(3), [looked])) is State.SETTLED


def test_an_answer_closes_the_loop() -> None:
    answered = to(lesson(), State.READY, State.SHARED, State.ECHOED)

    assert state(to(answered, State.SENSING)) is State.SENSING
    assert [sharing.to for sharing in own_item(answered).sharings] == ["the team"]


@pytest.mark.parametrize("aside", [State.PARKED, State.DROPPED])
def test_what_was_put_aside_goes_on_where_it_was(aside: State) -> None:
    sensing = to(question(), State.SENSING)

    back = to(sensing, aside, State.SENSING)

    assert next(each.words for each in moves(to(sensing, aside))) == "take it up again"
    assert state(back) is State.SENSING
    assert len(own_item(back).passages) == 3


def test_a_way_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Usage) as refused:
        move(question(), State.SHARED, ANSWERED, when(0))

    assert "noted" in refused.value.message
    assert "park it (parked)" in refused.value.hint
    with pytest.raises(Usage, match="no “dreamt”"):
        move(question(), "dreamt", ANSWERED, when(0))


def test_every_state_can_be_left_and_can_be_let_go() -> None:
    for each in State:
        ways = [way for way in WAYS if way.origin is each]
        assert ways
        assert each is State.DROPPED or State.DROPPED in {way.to for way in ways}
        assert len({way.to for way in ways}) == len(ways)
    assert set(IN_WORDS) == set(State)


def test_the_docs_have_the_table_of_the_code() -> None:
    text = (Path(ROOT) / "docs" / "loop.md").read_text("utf-8")

    assert text.split(BEGIN)[1].split(END)[0] == tables()


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.booleans()), max_size=25))
def test_no_way_through_the_loop_breaks_a_rule_or_loses_a_word(
    steps: list[tuple[int, bool, bool]],
) -> None:
    record = question()
    for number, (which, gives, tries) in enumerate(steps):
        there = moves(record)
        chosen, before = there[which % len(there)], record
        said = (ANSWERED if gives else Given())._replace(words=f"word {number}" if gives else "")
        with suppress(Usage):
            record = move(record, chosen.to, said, when(number), [LOOKED_AT] if tries else [])
        assert chosen.needs or record != before
        earlier, now = own_item(before), own_item(record)
        assert now.passages[: len(earlier.passages)] == earlier.passages
        assert now.acts[: len(earlier.acts)] == earlier.acts
        assert all(each.words in record.text for each in now.passages)
        assert now.due in (None, earlier.due) or now.due > when(number).day
        _is_sound(record)


def _is_sound(record: Record) -> None:
    item = own_item(record)
    assert [each.origin for each in item.passages[1:]] == [each.to for each in item.passages[:-1]]
    assert not item.passages or item.passages[-1].to is item.state
    if item.state in (State.SENSING, State.TRYING, *LESSONS):
        assert item.sources or item.people or item.none_found
    if item.state in LESSONS:
        assert item.acts
    if item.state is State.SHARED:
        assert item.sharings[-1].to
    if item.state not in (*LESSONS, *PASSING, State.ECHOED):
        assert item.due is None

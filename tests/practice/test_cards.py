"""Cards: what a colleague gets of a try, and how strictly one from outside is read."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.tries.cards import LARGEST, card_of, card_text, from_card
from journal.practice.tries.evidence import evidence_table, pooled
from journal.practice.tries.experiments import look_at, start
from journal.records.experiment import Difference, Experiment, Stage
from tests.practice.making import day, kept, own_try, question, running, when

CARD = card_of(
    look_at(running(), day(1), "partly", "two asked", result=6, conditions="a small group"), "Ana"
)


def test_a_card_comes_back_as_a_colleagues_try() -> None:
    own = own_try(from_card(card_text(CARD), when(9)))

    assert (own.cue, own.prediction, own.sureness) == ("a call drifts", "fewer questions", 7)
    assert (own.state, own.difference, own.whose) == (Stage.REVIEWED, Difference.PARTLY, "Ana")
    assert own_try(from_card(card_text(CARD), when(9), "Ana M.")).whose == "Ana M."


def test_a_card_has_no_ids_and_no_days() -> None:
    text = card_text(CARD)

    assert not {"id", "parent", "goal", "started", "look", "links"} & set(json.loads(text))
    assert text == card_text(json.loads(text))


def test_a_card_without_a_name_is_still_somebody_elses() -> None:
    foreign = from_card(card_text(card_of(running())), when(0))

    assert own_try(foreign).whose == "a colleague"
    assert own_try(foreign).state is Stage.DRAFTED
    with pytest.raises(Usage):
        start(foreign, day(0))


def hostile(**fields: Any) -> str:
    return json.dumps(CARD | fields)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        "[" * 20_000,
        '{"a":' * 5_000,
        "x" * (LARGEST + 1),
        "9" * 6_000,
        '{"format": "journal-try"}',
        '{"format": "journal-try", "version": 1}',
        card_text(CARD)[:-9],
        card_text(CARD).replace('"cue"', '"response"'),
        hostile(format="other"),
        hostile(version=2),
        hostile(version=True),
        hostile(cue=7),
        hostile(cue=["a"]),
        hostile(cue={"a": {"b": {}}}),
        hostile(cue="x" * 2_001),
        hostile(sureness=11),
        hostile(sureness=7.5),
        hostile(sureness=True),
        hostile(result="6"),
        hostile(whose="me"),
        hostile(state="running"),
        hostile(goal="abc"),
        hostile(difference="great"),
        hostile(cue="\x1b]52;c;aGk=\x07"),
        hostile(cue="\u202egnihton"),
        hostile(cue="\udcff"),
        hostile(**{"from": "\x1b[2J"}),
    ],
    ids=range(31),
)
def test_what_is_no_card_is_refused_as_a_whole_in_one_sentence(data: bytes | str) -> None:
    with pytest.raises(Usage) as refused:
        from_card(data, when(0))

    assert refused.value.message.startswith("This is not a card of a try: ")
    assert refused.value.message.count(".") == 1
    assert refused.value.message.isprintable()


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200)))
def test_anything_else_is_refused_and_nothing_else_happens(data: bytes | str) -> None:
    with pytest.raises(Usage):
        from_card(data, when(0))


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(), each, max_size=3),
)  # fmt: skip


@given(st.sampled_from(sorted(CARD)), JSON)
def test_a_field_with_any_value_is_taken_or_refused(name: str, value: Any) -> None:
    try:
        record = from_card(json.dumps(CARD | {name: value}), when(0))
    except Usage as refused:
        assert refused.hint  # noqa: PT017 - either way is right, but this must hold in one
        return
    assert own_try(record).whose
    assert isinstance(record.own, Experiment)


def test_tries_on_one_question_stand_side_by_side_with_a_colleagues_last() -> None:
    asked = question()
    mine = look_at(running(), day(1), "partly", conditions="a small group")
    mine = mine._replace(links=(asked.id,))
    theirs = kept(from_card(card_text(CARD | {"conditions": "a large one"}), when(0)))
    theirs = theirs._replace(links=(mine.id, asked.id))
    other = running()

    rows = evidence_table(asked, [theirs, mine, other])

    assert [(row.whose, row.conditions) for row in rows] == [
        ("", "a small group"), ("Ana", "a large one")
    ]  # fmt: skip
    [pool] = pooled(mine, [theirs, other])
    assert (pool.whose, pool.theirs, pool.mine) == ("Ana", "a large one", "a small group")

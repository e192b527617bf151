"""Every kind of record survives the way into JSON and back, whatever is in it."""

import json
from datetime import UTC, datetime
from typing import Any, get_type_hints

import pytest
from hypothesis import given

from journal.errors import Damaged
from journal.records.codec import from_doc, to_doc, to_json
from journal.records.item import Item, State
from journal.records.kinds import KINDS, type_of
from journal.records.record import Record, Unknown, having
from tests.support.kinds import own_fields

LATER: list[dict[str, Any]] = [
    {"state": "dreamt"},
    {"returns": [{"on": "2026-11-24", "answer": "changed", "mood": "x"}]},
]
AT = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)


def record(own: Any) -> Record:
    return Record("bcdfghjklm", AT, "Etc/UTC", AT.date(), "words", own)


@given(own_fields)
def test_it_comes_back_as_it_was(own: Any) -> None:
    there = record(own)

    assert from_doc(there.id, json.loads(json.dumps(to_doc(there)))) == there
    assert from_doc(there.id, json.loads(json.dumps(to_json(there)))) == there


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_of_a_kind_hides_one_that_all_records_have(kind: str) -> None:
    shared = set(to_json(record(Unknown("?"))))

    assert not shared & set(get_type_hints(type_of(kind)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_knows_its_name(kind: str) -> None:
    fields = {"span": "week", "first": "2026-11-23", "last": "2026-11-29"}
    doc = {"kind": kind, **to_doc(record(Unknown(kind))), **(fields if kind == "review" else {})}

    assert from_doc("bcdfghjklm", doc).own.kind == kind


@pytest.mark.parametrize("later", LATER)
def test_what_only_a_later_version_understands_is_kept_to_the_letter(later: dict[str, Any]) -> None:
    doc = {**to_doc(record(Item("Why?"))), **later}

    read = from_doc("bcdfghjklm", doc)

    assert read.own == Unknown("item")
    assert to_doc(read) == doc


@pytest.mark.parametrize("wrong", [{"question": 7}, {"acts": "none"}, {"due": "soon"}])
def test_a_field_of_the_wrong_type_is_damage(wrong: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        from_doc("bcdfghjklm", {**to_doc(record(Item("Why?"))), **wrong})


def test_what_is_not_said_is_not_kept() -> None:
    shared = set(to_doc(record(Unknown("item"))))

    assert set(to_doc(record(Item("Why?", State.SEEKING)))) - shared == {"question", "state"}


def test_the_text_of_a_record_is_what_the_learner_wrote() -> None:
    item = having(record(Item()), Item("Why twice?", works_when="two readers"))

    assert item.text == "Why twice?\n\ntwo readers"

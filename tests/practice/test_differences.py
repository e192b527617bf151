"""What changed from one version to the next, in words."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.practice.telling.differences import MOST_WORDS, Spot, other_changes, spots
from journal.records.record import Record, Sign

WORDS = st.lists(st.sampled_from(["pump", "alarm", "ward", "night", "count"]), max_size=12)


def record(text: str = "as it was", **fields: Any) -> Record:
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    return Record("", at, "Etc/UTC", at.date(), text)._replace(**fields)


def test_words_that_went_and_came_stand_behind_those_before_them() -> None:
    assert spots("we count it twice a day", "we count it once a day") == [
        Spot("we count it", "twice", "once")
    ]
    assert spots("the start", "the start of it") == [Spot("the start", "", "of it")]
    assert spots("now the end", "the end") == [Spot("", "now", "")]
    assert spots("a b\nc", "a  b c") == []


@given(WORDS, WORDS)
def test_the_changes_lead_from_one_text_to_the_other(old: list[str], new: list[str]) -> None:
    found = spots(" ".join(old), " ".join(new))
    out = [word for spot in found for word in spot.out.split()]
    came = [word for spot in found for word in spot.new.split()]
    assert sorted([*old, *came]) == sorted([*new, *out])
    assert bool(found) == (old != new)


def test_very_long_texts_are_told_apart_as_a_whole() -> None:
    old, new = (" ".join(f"{sign}{n}" for n in range(MOST_WORDS + 1)) for sign in "ab")
    assert spots(f"same {old}", f"same {new}") == [Spot("same", old, new)]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"tags": ("ward", "pump")}, ["tags: ward, pump"]),
        ({"sign": Sign.STUCK}, ["marked as stuck"]),
        ({"starred": True}, ["given a star"]),
        ({"trashed": True, "starred": True}, ["given a star", "to the trash"]),
        ({"links": ("x",)}, ["what it leads to"]),
        ({"text": "as it is"}, []),
        ({"text": "as it\nwas"}, ["only its line breaks"]),
    ],
)
def test_what_else_changed_is_said(fields: dict[str, Any], said: list[str]) -> None:
    assert other_changes(record(), record(**fields)) == said


def test_what_was_taken_off_is_said_too() -> None:
    marked = record(tags=("ward",), sign=Sign.STUCK, starred=True, trashed=True)
    assert other_changes(marked, record()) == [
        *("no tags any more", "no longer marked", "the star taken off", "back from the trash")
    ]

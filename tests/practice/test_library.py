"""The library: what is found as one types is what the criteria ask for, newest first."""

import sys
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.practice.finding.folding import folded, needle
from journal.practice.finding.library import Library, newest_first
from journal.practice.finding.query import Sought, parse_typing
from journal.records.codec import to_doc
from journal.records.criteria import Criteria, matcher
from journal.records.phrases import beginning
from journal.records.record import Record, Sign

TODAY = date(2026, 11, 24)
LETTERS = "aAbkKsſiıİßéÉñαΑςσ한ह .,-_\n\u0301\u0303\u0323\u0345\u212a\ufe0f"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=12)
PHRASES = st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=3), max_size=2)
TAGS = st.lists(st.sampled_from(["ward", "Ward", "café", "cafe\u0301", "a b"]), max_size=2)


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    made = []
    for number in range(draw(st.integers(0, 8))):
        day = TODAY - timedelta(days=draw(st.integers(0, 70)))
        made.append(
            Record(
                id=f"id{number}",
                at=datetime(day.year, day.month, day.day, draw(st.integers(0, 23)), tzinfo=UTC),
                zone="Etc/UTC",
                day=day,
                text=draw(TEXTS),
                tags=tuple(draw(TAGS)),
                sign=draw(st.sampled_from([None, *Sign])),
                starred=draw(st.booleans()),
                trashed=draw(st.booleans()),
            )
        )
    return made


CRITERIA = st.builds(
    Criteria,
    kinds=st.sampled_from([(), ("note",), ("close",), ("note", "close")]),
    first=st.sampled_from([None, date(2026, 10, 20)]),
    last=st.sampled_from([None, date(2026, 11, 1)]),
    tags=TAGS.map(tuple),
    not_tags=TAGS.map(lambda tags: tuple(tags[:1])),
    sign=st.sampled_from([None, None, Sign.STUCK]),
    starred=st.booleans(),
    trashed=st.booleans(),
    phrases=PHRASES.map(tuple),
    not_phrases=PHRASES.map(lambda phrases: tuple(phrases[:1])),
)


def library_of(records: list[Record]) -> Library:
    library = Library()
    fill(library, records)
    return library


def fill(library: Library, records: list[Record]) -> None:
    for _ in library.fill((record.id, to_doc(record)) for record in records):
        pass


def found(library: Library, sought: Sought) -> list[Record]:
    return [record for record in library.search(sought) if record is not None]


@settings(max_examples=300)
@given(records(), CRITERIA)
def test_search_finds_what_the_criteria_ask_for(made: list[Record], criteria: Criteria) -> None:
    wanted = sorted(filter(matcher(criteria), made), key=newest_first, reverse=True)
    assert found(library_of(made), Sought(criteria)) == wanted


@settings(max_examples=300)
@given(records(), st.text(st.sampled_from(LETTERS), min_size=1, max_size=3))
def test_a_word_that_is_being_typed_finds_all_that_begin_so(made: list[Record], begun: str) -> None:
    sought = Sought(Criteria(), " ".join(begun.split()))
    wanted = [record for record in made if not record.trashed]
    if sought.begun:
        starts = beginning(sought.begun)
        wanted = [record for record in wanted if next(starts.spans(record.text), None)]
    assert found(library_of(made), sought) == sorted(wanted, key=newest_first, reverse=True)


@given(records(), records())
def test_a_library_that_was_changed_is_like_one_made_anew(
    before: list[Record], after: list[Record]
) -> None:
    library = library_of(before)
    library.change({record.id for record in (*before, *after)}, after)
    same = library_of(after)
    assert library.days() == same.days()
    assert [library.on(day) for day in library.days()] == [same.on(day) for day in same.days()]
    assert found(library, Sought(Criteria())) == found(same, Sought(Criteria()))
    fill(library, before)
    assert found(library, Sought(Criteria())) == found(library_of(before), Sought(Criteria()))


@given(records())
def test_a_day_shows_what_was_kept_on_it_oldest_first(made: list[Record]) -> None:
    library = library_of(made)
    kept = [record for record in made if not record.trashed]
    assert library.days() == sorted({record.day for record in kept}, reverse=True)
    for day in library.days():
        of_day = [record for record in kept if record.day == day]
        assert list(library.on(day)) == sorted(of_day, key=newest_first)
    assert library.on(date(1999, 1, 1)) == ()


def test_what_cannot_be_read_is_left_out() -> None:
    library = Library()
    assert not any(library.fill([("bad", {"day": "2026-11-24"}), ("worse", {})]))
    assert library.days() == []


def test_while_nothing_is_found_the_search_lets_go() -> None:
    day = datetime(2026, 11, 24, tzinfo=UTC)
    made = [Record(f"i{n}", day, "Etc/UTC", TODAY, "same text") for n in range(200)]
    sought = Sought(Criteria(not_phrases=("same",)))
    steps = list(islice(library_of(made).search(sought), 50))
    assert len(steps) > 3
    assert set(steps) == {None}


@pytest.mark.parametrize(
    ("line", "sought"),
    [
        ("", Sought(Criteria())),
        ("han", Sought(Criteria(), "han")),
        ("han ", Sought(Criteria(phrases=("han",)))),
        ("hand ov", Sought(Criteria(phrases=("hand",)), "ov")),
        ('"hand ov', Sought(Criteria(), "hand ov")),
        ('"hand over"', Sought(Criteria(phrases=("hand over",)))),
        ("“hand ov", Sought(Criteria(), "hand ov")),
        ("-han", Sought(Criteria(not_phrases=("han",)))),
        ("hand -", Sought(Criteria(phrases=("hand",)))),
        ('"', Sought(Criteria())),
        ("ov tag:x", Sought(Criteria(phrases=("ov",), tags=("x",)))),
        ("is:trash ov", Sought(Criteria(trashed=True), "ov")),
    ],
)
def test_the_word_behind_which_the_cursor_is_may_go_on(line: str, sought: Sought) -> None:
    assert parse_typing(line, TODAY) == sought


def test_the_line_of_the_first_hit_is_shown() -> None:
    in_context = parse_typing('needed "two words" a', TODAY).in_context()
    line = in_context("First\nAsked what they needed and all\nneeded too")
    assert line == ("Asked what they needed and all", [(0, 1), (16, 22), (23, 24), (27, 28)])
    assert in_context("\n other\n") == (" other", [])
    assert in_context("two\nwords") == ("two", [(0, 3)])


def characters() -> Iterator[str]:
    """Yield every character that Unicode has given a meaning."""
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs"):
            yield chr(code)


def test_no_two_characters_that_a_pattern_takes_for_one_fold_apart() -> None:
    for character in characters():
        for other in {character.lower(), character.upper(), character.swapcase()} - {character}:
            if len(other) == 1 and beginning(other).pattern.match(character):
                assert folded(other) == folded(character), (character, other)
        apart = unicodedata.normalize("NFD", character)
        if apart != character:
            assert folded(apart) == folded(character), character


def test_what_ends_a_word_ends_it_when_folded() -> None:
    for character in characters():
        is_mark = unicodedata.category(character) in ("Mn", "Mc")
        if not (character.isalnum() or character == "_" or is_mark):
            assert needle("a") in folded(f"x{character}a{character}x"), hex(ord(character))

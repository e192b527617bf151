"""Finding: what is read from what was typed, and whole words as `grep -iw` finds them."""

import contextlib
import itertools
import subprocess
import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.finding.query import parse_search
from journal.records.close import Close
from journal.records.criteria import Criteria, hits, matcher
from journal.records.record import Record, Sign

TODAY = date(2026, 11, 24)
NOTE = Record(
    id="abcdefghij",
    at=datetime(2026, 11, 20, 12, tzinfo=UTC),
    zone="Etc/UTC",
    day=date(2026, 11, 20),
    text="Asked what they needed first",
    tags=("Ward", "caf\u00e9"),
    sign=Sign.WORKED,
)
ASCII = st.text(st.sampled_from("aAbBkKsSiI_1 .-+"), max_size=20)
PHRASES = st.text(st.sampled_from("aBkSi_1.-+"), min_size=1, max_size=3)
LETTERS = st.text(st.sampled_from("aeéÉñạ́ếKåſß한हिन् -"), min_size=1, max_size=6)


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def found(text: str, *phrases: str) -> list[str]:
    return [text[start:end] for start, end in hits(Criteria(phrases=phrases), text)]


@pytest.mark.parametrize(
    ("line", "criteria"),
    [
        ("", Criteria()),
        ("hand over", Criteria(phrases=("hand", "over"))),
        ('"hand  over" now', Criteria(phrases=("hand over", "now"))),
        ("“hand over”", Criteria(phrases=("hand over",))),
        ('"hand over', Criteria(phrases=("hand over",))),
        ('hand -over -"right now"', Criteria(phrases=("hand",), not_phrases=("over", "right now"))),
        ("tag:x tag:#y -tag:z", Criteria(tags=("x", "y"), not_tags=("z",))),
        ('tag:"night shift"', Criteria(tags=("night shift",))),
        ("kind:close", Criteria(kinds=("close",))),
        ("kind:lookback kind:note", Criteria(kinds=("close", "note"))),
        ('kind:"look back"', Criteria(kinds=("close",))),
        ("kind:look back now", Criteria(kinds=("close",), phrases=("now",))),
        ("sign:stuck is:starred", Criteria(sign=Sign.STUCK, starred=True)),
        ("sign:-", Criteria(sign=Sign.STUCK)),
        ("from:2w", Criteria(first=date(2026, 11, 10))),
        ("to:2026-10", Criteria(last=date(2026, 10, 31))),
        ("on:2026-W24", Criteria(first=date(2026, 6, 8), last=date(2026, 6, 14))),
        ("from:last friday x", Criteria(first=date(2026, 11, 20), phrases=("x",))),
        ('on:"last friday"', Criteria(first=date(2026, 11, 20), last=date(2026, 11, 20))),
        ("from:2026 on:2026-10", Criteria(first=date(2026, 10, 1), last=date(2026, 10, 31))),
        ("TAG:x Is:Starred", Criteria(tags=("x",), starred=True)),
        ("xyz:abc starred 17:30", Criteria(phrases=("xyz:abc", "starred", "17:30"))),
        ('"tag:x" "-word"', Criteria(phrases=("tag:x", "-word"))),
        ('"" -""', Criteria()),
        ("-", Criteria(phrases=("-",))),
    ],
)
def test_a_line_is_read(line: str, criteria: Criteria) -> None:
    assert parse_search(line, TODAY) == criteria


@pytest.mark.parametrize(
    ("words", "criteria"),
    [
        (["a phrase", "word"], Criteria(phrases=("a phrase", "word"))),
        (["-not this", "-tag:x"], Criteria(not_phrases=("not this",), not_tags=("x",))),
        (["from:last friday"], Criteria(first=date(2026, 11, 20))),
        (["tag:night shift", "kind:look back"], Criteria(tags=("night shift",), kinds=("close",))),
        (['"a phrase" word'], Criteria(phrases=("a phrase", "word"))),
        (["", " "], Criteria()),
        ([], Criteria()),
    ],
)
def test_arguments_are_read(words: list[str], criteria: Criteria) -> None:
    assert parse_search(words, TODAY) == criteria


def test_the_order_of_day_and_month_is_passed_on() -> None:
    assert parse_search("on:3/4/2026", TODAY, "dmy").first == date(2026, 4, 3)
    with pytest.raises(Usage):
        parse_search("on:3/4/2026", TODAY)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("kind:poem", "note, lookback"),
        ("sign:odd", "surprise, question, worked, stuck, said, link"),
        ("is:nice", "is:starred"),
        ("from:soon", "yesterday"),
        ("tag:", "colon"),
        ("from:", "colon"),
        ("-kind:close", "minus"),
        ("sign:stuck sign:worked", "one of them"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_there_is(line: str, shown: str) -> None:
    with pytest.raises(Usage) as refused:
        parse_search(line, TODAY)
    assert shown in refused.value.hint


@given(st.text() | st.text(st.sampled_from('tagonfrmkidse:-" 2w\n')), st.booleans())
def test_whatever_is_typed_is_read_or_refused(text: str, as_argument: bool) -> None:
    with contextlib.suppress(Usage):
        matcher(parse_search([text] if as_argument else text, TODAY))(NOTE)


@given(st.lists(st.from_regex(r"[a-z]{1,5}( [a-z]{1,5})?", fullmatch=True)))
def test_phrases_as_typed_and_as_arguments_are_the_same(phrases: list[str]) -> None:
    typed = " ".join(f'"{phrase}"' for phrase in phrases)
    assert parse_search(typed, TODAY) == parse_search(phrases, TODAY)
    assert parse_search(typed, TODAY).phrases == tuple(phrases)


@pytest.mark.parametrize(
    ("line", "matches"),
    [
        ("", True),
        ("needed ASKED", True),
        ("need", False),
        ("needed nothing", False),
        ('"they needed"', True),
        ('"needed they"', False),
        ("-nothing", True),
        ("needed -first", False),
        ("tag:ward tag:WARD", True),
        ("tag:cafe\u0301", True),
        ("tag:ward tag:other", False),
        ("-tag:ward", False),
        ("-tag:other", True),
        ("kind:note", True),
        ("kind:lookback", False),
        ("kind:note kind:lookback", True),
        ("sign:worked", True),
        ("sign:stuck", False),
        ("is:starred", False),
        ("from:2026-11-20 to:2026-11-20", True),
        ("from:2026-11-21", False),
        ("to:2026-11-19", False),
        ("on:2026-W47", True),
    ],
)
def test_a_record_is_wanted_or_not(line: str, matches: bool) -> None:
    assert matcher(parse_search(line, TODAY))(NOTE) is matches


def test_trash_kinds_and_stars_are_told_apart() -> None:
    thrown = NOTE._replace(trashed=True)
    assert [matcher(Criteria())(record) for record in (NOTE, thrown)] == [True, False]
    assert [matcher(Criteria(trashed=True))(record) for record in (NOTE, thrown)] == [False, True]
    assert matcher(Criteria(starred=True))(NOTE._replace(starred=True))
    assert matcher(Criteria(kinds=("close",)))(NOTE._replace(own=Close()))


@settings(max_examples=150, deadline=None)
@given(PHRASES, st.lists(ASCII, min_size=1, max_size=5))
@example("+", ["a+b", "a + b"])
@example("a", ["_a a_", "aa a"])
@example("a-a", ["a-a-a"])
def test_words_are_found_as_grep_finds_them(phrase: str, lines: list[str]) -> None:
    grep = ["grep", "-iwnoF", "-e", phrase]
    printed = subprocess.run(grep, input="\n".join(lines), capture_output=True, text=True).stdout
    ours = [
        f"{number}:{hit}" for number, line in enumerate(lines, 1) for hit in found(line, phrase)
    ]
    assert printed.splitlines() == ours
    wanted = matcher(Criteria(phrases=(phrase,)))
    assert [wanted(NOTE._replace(text=line)) for line in lines] == [
        bool(found(line, phrase)) for line in lines
    ]


def test_white_space_in_a_phrase_is_any_white_space() -> None:
    assert found("asked\n  them, asked them", "Asked them") == ["asked\n  them", "asked them"]
    assert found("askedthem", "asked them") == []


def test_both_spellings_of_a_letter_are_found_by_both() -> None:
    composed, apart = "caf\u00e9", "cafe\u0301"
    for needle in (composed, apart, "CAF\u00c9"):
        assert found(f"{composed}, {apart}!", needle) == [composed, apart]


def test_a_letter_with_its_mark_is_not_the_letter() -> None:
    assert found("cafe\u0301 caf\u00e9 cafe", "cafe") == ["cafe"]
    assert found("हिन्दी", "हिन") == []
    assert found("हिन्दी", "हिन्दी") == ["हिन्दी"]
    assert found("well ❤️ done", "❤") == ["❤"]


def test_hits_are_in_order_and_those_that_overlap_are_one() -> None:
    criteria = Criteria(phrases=("b c", "a b", "d"), not_phrases=("x",))
    assert hits(criteria, "d a b c b c") == [(0, 1), (2, 7), (8, 11)]
    assert hits(Criteria(phrases=("", " ")), "d a b") == []


@given(LETTERS, LETTERS)
@example("K", "k")
@example("\u212ak", "kk")
@example("ß", "ss")
def test_a_word_is_found_however_it_is_spelled(word: str, other: str) -> None:
    composed, apart = unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)
    assume(composed.strip() and not unicodedata.combining(composed.strip()[0]))
    text = f"{other} ({composed}) {apart}"
    for phrase in (word, composed, apart):
        spans = hits(Criteria(phrases=(phrase,)), text)
        assert len(spans) >= 2
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
        assert {folded(text[start:end]) for start, end in spans} == {folded(word)}
        assert matcher(Criteria(phrases=(phrase,)))(NOTE._replace(text=text))

"""A quick look finds what reading everything finds."""

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.errors import JournalError, NothingFound
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.journal import Journal
from tests.store.making import NOON, Hands, doc, line, note, opened, write

WORDS = (
    "Kiss",
    "kiss",
    "\u212aISS",
    "kıſſ",
    "İs",
    "café",
    "cafe\u0301",
    "c++",
    "don't",
    "日本",
    "the",
)
TAGS = ("Deep", "deep", "wide")
COMPUTERS = ("here", "there", "third")

said = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
act = st.tuples(
    st.sampled_from(
        ("add", "add", "edit", "trash", "restore", "undo", "import", "later", "by hand")
    ),
    st.sampled_from(COMPUTERS),
    said,
    st.lists(st.sampled_from(TAGS), max_size=1).map(tuple),
    st.integers(0, 200),
)


def live(root: Path, acts: list[tuple[str, str, str, tuple[str, ...], int]]) -> None:
    """Let several computers live with one journal for a while."""
    hands = Hands(NOON - timedelta(days=400))
    journals = {name: opened(root, name, hands) for name in COMPUTERS}
    by_hand = set[str]()
    for what, who, text, tags, number in acts:
        new = note(text, hands.clock().now(), tags=tags)
        if what == "by hand":
            write_by_hand(journals[who], from_elsewhere(new, number), by_hand)
        else:
            do(journals[who], hands, what, new, number)


def from_elsewhere(new: Record, number: int) -> Record:
    """Return `new` as one of six that several computers may bring in."""
    old = NOON - timedelta(days=500 + 9 * (number % 6))
    return new._replace(id=f"{'bcdfgh'[number % 6]}ccccccccc", at=old, day=old.date())


def write_by_hand(journal: Journal, new: Record, by_hand: set[str]) -> None:
    """Keep a note whose export others may bring in, before or after; an id is given once."""
    if new.id not in by_hand:
        journal.save(new)
        by_hand.add(new.id)


def do(journal: Journal, hands: Hands, what: str, new: Record, number: int) -> None:
    """Do one thing: a number chooses the record, or how much time goes by."""
    known = journal.find(Criteria()) + journal.find(Criteria(trashed=True))
    chosen = known[number % len(known)] if known else None
    if what == "add":
        journal.save(new._replace(at=new.at - timedelta(days=number)))
    elif what == "import":
        source = from_elsewhere(new, number)
        if source.id not in {record.id for record in known} or number % 2:
            journal.bring_in([source], f"{source.at:%Y-%m}", f"run{number}{journal.session}")
    elif what == "later":
        hands.on(days=number)
    elif what == "undo":
        try:
            journal.undo()
        except (JournalError, NothingFound):
            return
    elif chosen and what == "edit":
        journal.save(chosen._replace(text=new.text, tags=new.tags), op="edit")
    elif chosen:
        journal.save(chosen._replace(trashed=what == "trash"), op=what)


QUESTIONS = [
    *(Criteria(phrases=(word,)) for word in (*WORDS, "IS", "kiss the", "s")),
    *(Criteria(tags=(tag,)) for tag in TAGS),
    Criteria(),
    Criteria(trashed=True),
    Criteria(phrases=("the",), not_phrases=("kiss",)),
    Criteria(first=date(2026, 3, 1)),
    Criteria(first=date(2025, 11, 1), last=date(2026, 2, 1)),
    Criteria(first=date(2024, 1, 1), phrases=("the",), trashed=True),
]


@settings(max_examples=40, deadline=None)
@given(st.lists(act, min_size=1, max_size=25))
def test_a_quick_look_equals_reading_everything(
    acts: list[tuple[str, str, str, tuple[str, ...], int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        live(root, acts)
        whole = opened(root, "reader")
        whole.load()
        for question in QUESTIONS:
            for newest in (0, 1, 3):
                assert opened(root, "reader").find(question, newest) == whole.find(question, newest)
        for record in whole.find(Criteria()) + whole.find(Criteria(trashed=True)):
            assert opened(root, "reader").get(record.id) == record
            assert opened(root, "reader").history(record.id) == whole.history(record.id)


@pytest.mark.parametrize("question", [{"phrases": ("word",)}, {}, {"first": date(2020, 1, 1)}])
@pytest.mark.parametrize("newest", [0, 2])
def test_what_cannot_be_read_takes_nobodys_place(
    tmp_path: Path, question: dict[str, Any], newest: int
) -> None:
    broken: list[dict[str, Any]] = [
        {"at": 5},
        {"at": "0001-01-01T00:00:00"},
        {"day": 5},
        {"tags": "x"},
        {"sign": 5},
    ]
    docs = [doc("word 1"), doc("word 2"), *({**doc("word"), **fields} for fields in broken)]
    lines = [line(n, n, {f"bbbbbbbbb{n}": each}) for n, each in enumerate(docs, 1)]
    write(tmp_path, {"2026-11.bbbb.jsonl": lines})
    quick, whole = opened(tmp_path), opened(tmp_path)
    whole.load()
    criteria = Criteria(**question)
    assert quick.find(criteria, newest) == whole.find(criteria, newest)
    assert [record.text for record in quick.find(criteria, 2)] == ["word 1", "word 2"]


def test_a_word_in_a_thousand_notes_is_found_as_well(tmp_path: Path) -> None:
    lines = [line(n, n, {f"b{n:09}": doc(f"Common {n}")}) for n in range(1, 1001)]
    write(tmp_path, {"2026-11.bbbb.jsonl": lines})
    common = Criteria(phrases=("common",))
    assert len(opened(tmp_path).find(common)) == 1000
    assert opened(tmp_path).find(common, 3) == opened(tmp_path).find(common)[-3:]


def test_a_month_ends_at_another_moment_elsewhere(tmp_path: Path) -> None:
    hands = Hands(datetime.fromisoformat("2026-11-30T23:30:00+00:00"))
    journal = opened(tmp_path, "here", hands)
    ahead = datetime.fromisoformat("2026-12-01T13:30:00+14:00")
    behind = datetime.fromisoformat("2026-11-30T11:30:00-12:00")
    journal.save(note("ahead", ahead))
    hands.on(hours=1)
    journal.save(note("behind", behind))
    december = opened(tmp_path).find(Criteria(first=date(2026, 12, 1)))
    assert [record.text for record in december] == ["ahead"]
    assert {record.text for record in opened(tmp_path).find(Criteria(), 2)} == {"ahead", "behind"}

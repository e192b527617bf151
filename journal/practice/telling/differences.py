"""What changed from one version of a record to the next, in words a learner can read."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from journal.records.record import Record

MOST_WORDS = 2000
"""Texts that differ over more words than this are told apart only as a whole."""

BEFORE = 4
"""So many words before a change say where it is."""


class Spot(NamedTuple):
    """One place in a text that was changed: the words before it, those that went and came."""

    before: str
    out: str
    new: str


def spots(old: str, new: str) -> list[Spot]:
    """Return where the words of `old` and `new` differ, in order; white space does not count."""
    a, b = old.split(), new.split()
    start = _common(a, b)
    end = _common(a[start:][::-1], b[start:][::-1])
    was, is_now = a[start : len(a) - end], b[start : len(b) - end]
    if max(len(was), len(is_now)) > MOST_WORDS:
        return [_spot(a[:start], was, is_now)]
    found = SequenceMatcher(None, was, is_now, autojunk=False).get_opcodes()
    return [
        _spot(b[: start + first], was[i:j], is_now[first:last])
        for what, i, j, first, last in found
        if what != "equal"
    ]


def other_changes(old: Record, new: Record) -> list[str]:
    """Return what else changed, each in a few words: tags, sign, star, links, the trash."""
    changes = (
        (old.tags, new.tags, f"tags: {', '.join(new.tags)}" if new.tags else "no tags any more"),
        (old.sign, new.sign, f"marked as {new.sign}" if new.sign else "no longer marked"),
        (old.starred, new.starred, "given a star" if new.starred else "the star taken off"),
        (old.trashed, new.trashed, "to the trash" if new.trashed else "back from the trash"),
        (old.day, new.day, f"moved to {new.day}"),
        (old.links, new.links, "what it leads to"),
    )
    said = [words for was, is_now, words in changes if was != is_now]
    if not said and old.text.split() == new.text.split():
        said = ["something besides its words"] if old.own != new.own else ["only its line breaks"]
    return said


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many words are the same at the beginning of both."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(a), len(b)))


def _spot(before: Sequence[str], out: Sequence[str], new: Sequence[str]) -> Spot:
    return Spot(" ".join(before[-BEFORE:]), " ".join(out), " ".join(new))

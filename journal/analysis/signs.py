"""Signs: what a sentence shows by its words, and by its shape.

- `wrote`: a word, and `~writ` its stem; `^3 why`: one of the first three
- `so they`, `so they know`: two and three that follow each other, `^ so` and `yet $` at the ends;
  `so _ know`: two with a word between them
- `[short]`: the shape of the whole sentence
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from journal.analysis.masking import HIDDEN
from journal.analysis.stems import stem

_TOKEN = re.compile(r"[^\W\d_][\w']*|\d+|¤+|[?;:–—,!.]")
_NO_WORD = re.compile(r"[\d¤]")
_BREAKS = frozenset(",;:–—.!?")
_LEADS = frozenset(("and", "so", "but", "well", "then", "also", "ok"))
_NOT_TEXT = """
not never no nobody nothing without hardly neither nor cannot cant dont didnt none stopped
"""
_NOT = frozenset(_NOT_TEXT.split())
REACH = 3
"""How many words behind a negation it reaches; `FAR` is where none is near."""

FAR = -REACH - 1

EARLY = 3
"""So many words are early in a sentence."""

GAP = "_"
"""Stands for the word between two."""

_FIRST_TEXT = "i i'm i've i'd i'll im ive me my mine myself we we're we've us our"
_FIRST = frozenset(_FIRST_TEXT.split())


class Sign(NamedTuple):
    """Something that may weigh, and the first and last of the words that show it."""

    name: str
    first: int
    last: int


def words(folded: str) -> list[str]:
    """Return the words and marks of a folded sentence; figures are "0", what is hidden is "¤"."""
    found = _TOKEN.findall(folded)
    return [_plain(word) for word in found] if _NO_WORD.search(folded) else found


def spans(folded: str) -> list[tuple[int, int]]:
    """Return where each of the `words` of a folded sentence is."""
    return [found.span() for found in _TOKEN.finditer(folded)]


def _plain(word: str) -> str:
    first = word[0]
    return "0" if first.isdigit() else first if first == "¤" else word


def alone(word: str) -> tuple[str, ...]:
    """Return the signs that a word has by itself: none for a figure or a mark."""
    return (word, f"~{stem(word)}") if word[0].isalpha() else ()


def early(word: str) -> str:
    """Return the sign of a word that is one of the first."""
    return f"^{EARLY} {word}"


def together(given: Sequence[str]) -> Iterator[Sign]:
    """Yield the signs of words that follow each other."""
    row, most = ("^", *given, "$"), len(given) - 1
    for at, (first, second) in enumerate(pairwise(row)):
        begin = max(0, at - 1)
        yield Sign(f"{first} {second}", begin, min(at, most))
        if at < most + 1:
            yield Sign(f"{first} {second} {row[at + 2]}", begin, min(at + 1, most))
        if 0 < at < most:
            yield Sign(f"{first} {GAP} {row[at + 2]}", begin, at + 1)


def begins(given: Sequence[str]) -> int:
    """Return with which word a sentence begins; "and", "so" and such do not count."""
    at = 0
    while at < len(given) - 1 and given[at] in _LEADS:
        at += 1
    return at


def negates(word: str) -> bool:
    """Say whether a word negates those behind it."""
    return word in _NOT or word.endswith("n't")


def ends_reach(word: str) -> bool:
    """Say whether a negation does not reach beyond this word."""
    return word == "but" or (word in _BREAKS and word != ",")


def shape(given: Sequence[str]) -> Iterator[str]:
    """Yield the signs that the words of a sentence make together."""
    count = len(given)
    if count <= 5:
        yield "[tiny]"
    if count <= 9:
        yield "[short]"
    if count > 16:
        yield "[long]"
    if count > 24:
        yield "[very long]"
    if count and given[-1] == "?":
        yield "[asks]"
    elif "?" in given:
        yield "[asks first]"
    if _FIRST.isdisjoint(given):
        yield "[no I]"
    if HIDDEN in given:
        yield "[hidden]"

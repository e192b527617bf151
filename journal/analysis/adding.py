"""What the words of a sentence add to the scales, word by word: all labels side by side.

The signs are those of `signs` and `families`; here each is looked up where its word stands, and
what a word adds is kept for the next sentence that has it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from journal.analysis.families import Families
from journal.analysis.signs import (
    EARLY,
    FAR,
    GAP,
    REACH,
    alone,
    begins,
    early,
    ends_reach,
    negates,
)

_MANY = 50_000

Part = tuple[int, int]
"""What begins with a word: its last word, and its points on all scales side by side."""

_Phrase = tuple[tuple[str, ...], int, int, int]
"""The words behind the first one of a phrase, and what it adds in the three ways of `_Word`."""

_Runs = Mapping[str, tuple[int, Mapping[str, int]]]
"""What a word adds with the one behind it, and besides with the next: both by the words."""


class _Word(NamedTuple):
    """What a word adds: as it is, close behind a negation, and besides where it begins or is early.

    phrases  the same of those that begin with it, by their second word
    runs     what it adds together with the words behind it
    """

    plain: int
    negated: int
    begins: int
    early: int
    phrases: Mapping[str, Sequence[_Phrase]]
    runs: _Runs
    negates: bool
    ends_reach: bool


class Adding:
    """What words add: `of_sign` is what each sign does."""

    def __init__(self, families: Families, of_sign: Mapping[str, int]) -> None:
        self._families = families
        self._of_sign = of_sign
        self._runs = _runs(of_sign)
        self._words: dict[str, _Word] = {}

    def parts(self, given: Sequence[str]) -> list[Part]:
        """Return what begins with each word of a sentence; a word that was there adds no more."""
        if not given:
            return []
        begin, negation, ends = begins(given), FAR, (*given[1:], "$", "$")
        before = _together(self._runs.get("^", {}), given[0], ends[0])
        made: list[Part] = []
        seen: set[str] = set()
        for at, word in enumerate(given):
            known = self._words.get(word) or self._looked_up(word)
            plain, negated, first, early_, phrases, runs, is_not, is_end = known
            if is_end:
                negation = FAR
            near, behind, last = at - negation <= REACH, ends[at], at
            packed = before + (early_ if at < EARLY else 0)
            if word not in seen:
                seen.add(word)
                packed += negated if near else plain
            if at == begin:
                packed += first
            if runs:
                packed += _together(runs, behind, ends[at + 1])
            if behind in phrases:
                more, last = _begun(phrases[behind], given, at, (near, at == begin))
                packed += more
            made.append((last, packed))
            before = 0
            if is_not:
                negation = at
        return made

    def _looked_up(self, word: str) -> _Word:
        if len(self._words) > _MANY:
            self._words.clear()
        own = sum([self._of_sign.get(sign, 0) for sign in alone(word)])
        weights = [self._weights(family) for family in self._families.of(word)]
        plain, close, first = (sum(column) for column in zip((own, own, 0), *weights, strict=True))
        phrases = {
            behind: [(phrase.rest, *self._weights(phrase.family)) for phrase in some]
            for behind, some in self._families.phrases(word).items()
        }
        self._words[word] = found = _Word(
            plain,
            close,
            first,
            self._of_sign.get(early(word), 0),
            phrases,
            self._runs.get(word, {}),
            negates(word),
            ends_reach(word),
        )
        return found

    def _weights(self, family: str) -> tuple[int, int, int]:
        """Return what a word of a family adds: as it is, negated, and besides at the beginning."""
        of_sign = self._of_sign
        return (
            of_sign.get(f"<{family}>", 0),
            of_sign.get(f"not <{family}>", 0),
            of_sign.get(f"^ <{family}>", 0),
        )


def _runs(of_sign: Mapping[str, int]) -> dict[str, _Runs]:
    """Return what words that follow each other add, by the first of them."""
    runs: dict[str, dict[str, tuple[int, dict[str, int]]]] = defaultdict(
        lambda: defaultdict(lambda: (0, {}))
    )
    for sign, packed in of_sign.items():
        first, *rest = sign.split(" ")
        if not rest or rest[0][0] == "<" or first[0] == "[":
            continue
        both, further = runs[first][rest[0]]
        if len(rest) == 1:
            both = packed
        else:
            further[rest[1]] = packed
        runs[first][rest[0]] = both, further
    return {first: dict(some) for first, some in runs.items()}


def _begun(
    some: Iterable[_Phrase], given: Sequence[str], at: int, how: tuple[bool, bool]
) -> tuple[int, int]:
    """Return what the phrases add that begin with a word, and the last word of the longest.

    `how` is whether it is close behind a negation, and whether the sentence begins with it.
    """
    (near, is_first), packed, last = how, 0, at
    for rest, *phrase in some:
        if tuple(given[at + 1 : at + 1 + len(rest)]) == rest:
            packed += phrase[near] + (phrase[2] if is_first else 0)
            last = max(last, at + len(rest))
    return packed, last


def _together(runs: _Runs, second: str, third: str) -> int:
    """Return what a word adds with the two behind it: with both, and across the nearer one."""
    found, across = runs.get(second), runs.get(GAP)
    added = found[0] + found[1].get(third, 0) if found else 0
    return added + across[1].get(third, 0) if across else added

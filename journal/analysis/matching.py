"""Which cues catch something in a sentence, and where."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from journal.analysis.cues import Cue, Pattern, Table
from journal.analysis.masking import fold, mask
from journal.analysis.scope import Surroundings
from journal.analysis.splitting import sentences

_WORD = re.compile(r"[\w']+|\?")
_STEM = 4
_MANY = 100_000


class Hit(NamedTuple):
    """Where a cue catches something in a folded sentence."""

    cue: Cue
    start: int
    end: int


class Matcher:
    """Holds sentences against a table of cues: each only against those whose rarest word it has."""

    def __init__(self, table: Table) -> None:
        self._ways = [(cue, pattern) for cue in table.cues for pattern in cue.patterns]
        self._by_word: dict[str, int] = defaultdict(int)
        self._by_stem: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._by_second: dict[str, int] = defaultdict(int)
        self._by_one = 0
        self._of_word: dict[str, int] = {}
        self._of_label: dict[tuple[str, str], int] = defaultdict(int)
        self._plain: set[str] = set()
        self._all = (1 << len(self._ways)) - 1
        for number, (cue, pattern) in enumerate(self._ways):
            for label in cue.labels:
                self._of_label[label] |= 1 << number
            for word in pattern.rarest:
                if word.endswith("*"):
                    self._by_stem[word[:-1][:_STEM]].append((word[:-1], number))
                else:
                    self._by_word[word] |= 1 << number
            for word in pattern.also[0] if pattern.also else ():
                self._by_second[word] |= 1 << number
            self._by_one |= 0 if pattern.also else 1 << number
        self._seconds = frozenset(self._by_second)

    def caught(self, text: str) -> list[set[str]]:
        """Return the ids of the cues that catch something, whatever their weight, by sentence."""
        masked = mask(text)
        parts = (masked[start:end] for start, end in sentences(masked))
        return [{hit.cue.id for hit in self.hits(Surroundings(p, fold(p)))} for p in parts]

    def hits(
        self,
        surroundings: Surroundings,
        speaking: int | None = None,
        known: Sequence[str] = (),
    ) -> Iterator[Hit]:
        """Yield the first place that each cue catches, of those `speaking` or all.

        `known` are the words of the sentence, where they are known already.
        """
        words = set(known if known and "0" not in known else _WORD.findall(surroundings.folded))
        found: set[Cue] = set()
        for number in self._numbers(words, self._all if speaking is None else speaking):
            cue, pattern = self._ways[number]
            if cue in found or not _has_all(pattern, words):
                continue
            if hit := _hit(cue, pattern, surroundings):
                found.add(cue)
                yield hit

    def speaking(self, labels: Iterable[tuple[str, str]]) -> int:
        """Return the numbers of the patterns that speak of `labels`, as the bits of one number."""
        return reduce(or_, (self._of_label.get(label, 0) for label in labels), 0)

    def _numbers(self, words: set[str], speaking: int) -> Iterator[int]:
        """Yield the numbers of patterns that some of the words may belong to, in order."""
        numbers, seconds = 0, self._by_one
        for word in words - self._plain:
            known = self._of_word.get(word)
            numbers |= self._looked_up(word) if known is None else known
        numbers &= speaking
        if not numbers:
            return
        for word in words & self._seconds:
            seconds |= self._by_second[word]
        numbers &= seconds
        while numbers:
            lowest = numbers & -numbers
            yield lowest.bit_length() - 1
            numbers ^= lowest

    def _looked_up(self, word: str) -> int:
        found = self._by_word.get(word, 0)
        for stem, number in self._by_stem.get(word[:_STEM], ()):
            if word.startswith(stem):
                found |= 1 << number
        if len(self._of_word) + len(self._plain) > _MANY:
            self._of_word.clear()
            self._plain.clear()
        if found:
            self._of_word[word] = found
        else:
            self._plain.add(word)
        return found


def _has_all(pattern: Pattern, words: set[str]) -> bool:
    return not any(map(words.isdisjoint, pattern.also[1:]))


def _hit(cue: Cue, pattern: Pattern, surroundings: Surroundings) -> Hit | None:
    """Return the first place where a pattern fits and holds."""
    for match in pattern.regex.finditer(surroundings.folded):
        if surroundings.holds(match.start(), match.end(), cue.keeps):
            return Hit(cue, *match.span())
    return None

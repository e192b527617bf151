"""Which texts of many have a word: what lets a search pass over nearly all of them.

A word's numbers stand side by side with those of the words next to it in the alphabet, so the words
that begin with a few letters are found as fast as one of them.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from sys import intern

_LAST = "\U0010ffff"
"""Stands behind every letter."""


class Index:
    """The terms of texts, by which these are found again as numbers; it never changes."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        by_term: defaultdict[str, list[int]] = defaultdict(list)
        self._count = 0
        for number, terms in enumerate(texts):
            for term in set(terms):
                by_term[term].append(number)
            self._count = number + 1
        self._terms = sorted(map(intern, by_term))  # most are terms of other indexes, too
        numbers = [by_term[term] for term in self._terms]
        self._numbers = array("I", chain.from_iterable(numbers))
        self._starts = array("I", accumulate(map(len, numbers), initial=0))

    def having(self, needles: Iterable[str]) -> Collection[int]:
        """Return the numbers, in order, of the texts that may have all needles; none is missing.

        A needle of words has a space before each, and behind the last one unless that is only
        begun; any other needle is a term as it is.
        """
        spans = [span for needle in needles for span in self._spans(needle)]
        few = sorted((span for span in spans if len(span) < self._count), key=len)
        if not few:
            return range(self._count)
        found = set(self._at(few[0]))
        for span in few[1:]:
            found.intersection_update(self._at(span))
        return sorted(found)

    def _spans(self, needle: str) -> Iterator[range]:
        if needle[:1] != " ":
            yield self._span(needle, needle)
            return
        *words, begun = needle.split(" ")
        yield from (self._span(word, word) for word in words if word)
        if begun:
            yield self._span(begun, begun + _LAST)

    def _span(self, first: str, last: str) -> range:
        """Return where the numbers of the terms from `first` to `last` stand."""
        begin = bisect_left(self._terms, first)
        end = bisect_right(self._terms, last, begin)
        return range(self._starts[begin], self._starts[end])

    def _at(self, span: range) -> Sequence[int]:
        return self._numbers[span.start : span.stop]

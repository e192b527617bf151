"""Whether what was meant or asked may be done or answered by now; it is only ever suggested.

A later sentence of the learner's is pointed to where it shares enough of the words that say what
the earlier one is about, and reads as done, or names an answer. Nothing is closed by this.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from journal.analysis.masking import fold, mask
from journal.analysis.stems import is_past, stem, words
from journal.analysis.themes import EMPTY
from journal.dates.calendar import DAYS, MONTHS

SHARED = 2
"""So many words that say what it is about are shared at least, ..."""

HALF = 0.5
"""... and so much of all such words of the earlier sentence."""

RARE = 0.1
"""One of them is rare: in so much of the texts at most, ..."""

FEW = 3
"""... or in so many texts."""

WITHIN = timedelta(weeks=6)
"""So much later it is at most."""

_NOT_YET = re.compile(
    r"\b(?:not|never|no|nobody|none|cannot|without|nearly|almost|forgot|forgotten|yet|still|should|must|would"
    r"|could|may|might|will|shall|want|if|tomorrow|tbd)\b|n't\b|'ll\b|\bgoing to\b"
)
_CLAUSES = re.compile(r"[,;:.–—]|\bbut\b")
_DONE = re.compile(r"\b(?:did|done|finished|finally|at last|settled|sorted|ticked|managed)\b")
_ANSWERS = re.compile(
    r"\b(?:because|turns out|turned out|the reason|that's why|the answer|found out|it was|it is"
    r"|it's|means|meant|learned|learnt|so that|depends on|comes? from|came from)\b"
)
_OF_TIME = {stem(name.lower()) for name in (*DAYS, *MONTHS)}
_NOTHING = {stem(word) for word in EMPTY} | _OF_TIME


class Kind(StrEnum):
    """What can be closed."""

    INTENTION = "intention"
    QUESTION = "question"


class Told(NamedTuple):
    """A sentence of the learner's: of which record, on which day and when, and where in its text.

    words  of `start` to `end` of the text
    """

    id: str
    day: date
    at: datetime
    start: int
    end: int
    words: str


class _Sentence(NamedTuple):
    told: Told
    folded: str
    about: frozenset[str]


class Later:
    """What the learner told, to look in for what may have been done or answered.

    Sentences that themselves mean or ask something are best left out.
    """

    def __init__(self, told: Iterable[Told]) -> None:
        self._sentences = [_sentence(each) for each in told]
        self._with: dict[str, list[int]] = defaultdict(list)
        self._texts: dict[str, set[str]] = defaultdict(set)
        for number, sentence in enumerate(self._sentences):
            for part in sentence.about:
                self._with[part].append(number)
                self._texts[part].add(sentence.told.id)
        texts = {sentence.told.id for sentence in self._sentences}
        self._rare = max(FEW, int(len(texts) * RARE))

    def perhaps(self, held: Told, kind: Kind) -> Told | None:
        """Return the later sentence by which `held` may be done, or answered; None without one.

        Of several it is the one that shares most, and of those the first. It is never of the same
        record, never earlier, and at most WITHIN later.
        """
        about = _sentence(held).about
        wanted = max(SHARED, len(about) * HALF)
        if len(about) < wanted:
            return None
        shares = Counter(chain.from_iterable(self._with.get(part, ()) for part in about))
        fits = [
            (-shared, _when(each.told), each.told)
            for number, shared in shares.items()
            if shared >= wanted and self._fits(held, each := self._sentences[number], about, kind)
        ]
        return min(fits)[2] if fits else None

    def _fits(self, held: Told, each: _Sentence, about: frozenset[str], kind: Kind) -> bool:
        told = each.told
        return (
            told.id != held.id
            and (held.day, held.at) < (told.day, told.at)
            and told.day - held.day <= WITHIN
            and any(len(self._texts[part]) <= self._rare for part in about & each.about)
            and _READS[kind](held, each)
        )


def _when(told: Told) -> tuple[date, datetime, str, int]:
    return told.day, told.at, told.id, told.start


def _sentence(told: Told) -> _Sentence:
    folded = fold(mask(told.words))
    about = frozenset(stem(word) for word in words(folded) if word not in EMPTY) - _NOTHING
    return _Sentence(told, folded, about)


def _is_done(held: Told, each: _Sentence) -> bool:
    """Tell whether a clause says that it is done, or tells of the same doing as past."""
    doing = {stem(word) for word in words(fold(mask(held.words)))}
    clauses = [part for part in _CLAUSES.split(each.folded) if not _NOT_YET.search(part)]
    return "?" not in each.folded and any(
        _DONE.search(part) or any(stem(word) in doing for word in words(part) if is_past(word))
        for part in clauses
    )


def _answers(_held: Told, each: _Sentence) -> bool:
    """Tell whether a sentence names an answer, or where one came from."""
    return "?" not in each.folded and bool(_ANSWERS.search(each.folded))


_READS = {Kind.INTENTION: _is_done, Kind.QUESTION: _answers}

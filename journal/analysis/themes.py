"""Themes: words and phrases that come back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from journal.analysis.english import is_english
from journal.analysis.entries import Entry
from journal.analysis.masking import HIDDEN, fold, mask

MENTIONS = 5
"""How often a theme is mentioned at least, ..."""

ENTRIES = 3
"""... and in how many entries."""

_LONGEST = 3
_WORD = re.compile(r"[a-z][a-z']+|[.,;:!?()–—\n]")
_EMPTY_TEXT = """
about above actually after again all almost also although always am an and another any anyone
anything are aren't around as asked at away back be because been before began being below better
between both bit but by came can can't cannot come could couldn't day days did didn't do does
doesn't doing don't done down during each either else enough even ever every everyone everything
far few find first for found from gave get gets getting give go goes going good got had has have
haven't having he he's her here hers herself him himself his how i'd i'll i'm i've if in instead
into is isn't it it's its itself just keep kept know last later least less let like little long
look looked lot made make makes making many may maybe me might mine more most much must my
myself need needed needs never new next no nobody none nor not nothing now of off often on once
one only onto or other others our ours out over own perhaps put quite rather really right said
same saw say says see seem seemed seems she she's should shouldn't since so some someone
something sometimes soon still such take taken tell than that that's the their theirs them
themselves then there there's these they they're thing things think this those though thought
through time times to today together told tomorrow tonight too took try under until up us use
used very want wanted was wasn't way we we'll we're week weeks well went were weren't what
what's when where which while who whole whom whose why will with within without won't work would
wouldn't year years yes yesterday yet you you're your yours two three
"""
EMPTY = frozenset(_EMPTY_TEXT.split())
"""Words that by themselves say nothing of what a sentence is about."""


class Mention(NamedTuple):
    """A place where a theme is: in which record, from `start` to `end` of its text."""

    id: str
    day: date
    start: int
    end: int


class Theme(NamedTuple):
    """A phrase that comes back, and every place where it is, the earliest first."""

    phrase: str
    mentions: tuple[Mention, ...]


def themes(entries: Iterable[Entry]) -> list[Theme]:
    """Return the themes of `entries`, the most frequent first.

    Entries in another language than English are left out.
    """
    english = sorted((entry for entry in entries if is_english(entry.text)), key=lambda e: e.day)
    often = {phrase: places for phrase, places in _mentions(english).items() if is_often(places)}
    made = (
        Theme(phrase, tuple(places))
        for phrase, places in often.items()
        if not _part_of_longer(phrase, often)
    )
    return sorted(made, key=lambda theme: (-len(theme.mentions), theme.phrase))


def is_often(mentions: Sequence[Mention]) -> bool:
    """Tell whether these are enough mentions, and in enough entries, to be a theme."""
    return len(mentions) >= MENTIONS and len({place.id for place in mentions}) >= ENTRIES


def words_said(entry: Entry) -> int:
    """Return how many words of an entry are not empty; 0 in another language than English."""
    if not is_english(entry.text):
        return 0
    return sum(" " not in phrase for phrase, _, _ in _phrases(fold(mask(entry.text))))


def _mentions(entries: Iterable[Entry]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for id_, day, text in entries:
        for phrase, start, end in _phrases(fold(mask(text))):
            found[phrase].append(Mention(id_, day, start, end))
    return found


def _phrases(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words and phrases of up to three words that are not empty, with their places."""
    run: list[tuple[str, int, int]] = []
    for word in _WORD.finditer(folded.replace(HIDDEN, ".")):
        if not word[0][0].isalpha() or word[0] in EMPTY:
            run = []
            continue
        run = [*run[1 - _LONGEST :], (word[0], word.start(), word.end())]
        for first in range(len(run)):
            part = run[first:]
            yield " ".join(each[0] for each in part), part[0][1], part[-1][2]


def _part_of_longer(phrase: str, often: Mapping[str, Sequence[Mention]]) -> bool:
    """Say whether a phrase is there only as a part of a longer one."""
    return any(
        len(longer) == len(often[phrase]) and other != phrase and f" {phrase} " in f" {other} "
        for other, longer in often.items()
    )

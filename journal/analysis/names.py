"""Names that come back: capitalised words inside sentences, @names, links and quoted titles.

What a name stands for is not guessed: that the learner says.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from journal.analysis.english import is_english
from journal.analysis.entries import Entry
from journal.analysis.masking import HIDDEN, mask
from journal.analysis.themes import Mention
from journal.dates.calendar import DAYS, MONTHS

MENTIONS = 3
"""So often a name that only its capital shows is there at least, ..."""

ENTRIES = 2
"""... and any name in so many entries."""

_WORD = re.compile(r"(?<![\w@/.-])[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*")
_CAPITAL = re.compile(r"(?<![\w@/.-])[^\W\d_a-z][^\W\d_A-Z][^\W\d_]*(?:[-'’](?!s\b)[^\W\d_]+)*")
_INSIDE = re.compile(r"(?:[\w,;&)’'] |\()\Z")
_AT = re.compile(r"(?<![\w@./])@([^\W\d_][\w-]*)")
_LINK = re.compile(r"\[([^\]\n]{2,80})\]\(\S+?\)|(?:https?://(?:www\.)?|www\.)([^\s<>)\]]*\w)")
_TITLE = re.compile(r"[“\"_*]([^\W\d_a-z][\w’'-]*(?:[ :,]+[\w’'&-]+){1,8})[”\"_*]")
_Word = re.Match[str]
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
_CAPITALS = 2
"""So many words of a title have a capital at least; a quoted sentence has one."""

_OF_TIME = {name.casefold() for name in (*DAYS, *MONTHS)} | {
    name[:3].casefold() for name in (*DAYS, *MONTHS)
}


class Name(NamedTuple):
    """A name that comes back, and every place where it stands, the earliest first."""

    name: str
    mentions: tuple[Mention, ...]


def names(entries: Iterable[Entry]) -> list[Name]:
    """Return the names that come back in `entries`, the most frequent first.

    Their mentions are in the order of the entries, which is taken to be that of time.
    Words with capitals are taken from English only, where they are names as a rule: a word is one
    where it has its capital inside a sentence too, and is not written without it as often.
    """
    found: dict[str, list[Mention]] = defaultdict(list)
    texts: list[tuple[Entry, str]] = []
    kept = list(entries)
    for entry in kept:
        left = mask(entry.text)
        for name, start, end in _marked(entry.text):
            found[name].append(Mention(entry.id, entry.day, start, end))
            left = f"{left[:start]}{HIDDEN * (end - start)}{left[end:]}"
        if is_english(entry.text):
            texts.append((entry, left))
    marked = set(found)
    for name, place in _capitalised(texts):
        found[name].append(place)
    order = {entry.id: number for number, entry in enumerate(kept)}
    made = [
        Name(name, tuple(sorted(places, key=lambda place: (order[place.id], place.start))))
        for name, places in found.items()
        if (name in marked or len(places) >= MENTIONS)
        and len({place.id for place in places}) >= ENTRIES
    ]
    return sorted(made, key=lambda each: (-len(each.mentions), each.name))


def _marked(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield @names, links and titles, each with its place."""
    bare = _CODE.sub(lambda code: " " * len(code[0]), text)
    for pattern in (_AT, _LINK, _TITLE):
        for found in pattern.finditer(bare):
            group = found.lastindex or 1
            if pattern is not _TITLE or _is_title(found[group]):
                yield found[group], *found.span(group)


def _is_title(words: str) -> bool:
    return sum(word[0].isupper() for word in words.split()) >= _CAPITALS


def _capitalised(texts: Sequence[tuple[Entry, str]]) -> Iterator[tuple[str, Mention]]:
    """Yield every place of every name that its capital shows."""
    written = Counter(chain.from_iterable(_WORD.findall(masked) for _, masked in texts))
    capitals = [list(_capitals(masked)) for _, masked in texts]
    known = {
        name
        for (_, masked), words in zip(texts, capitals, strict=True)
        for name in map(_name, _inside(masked, words))
        if written[name.lower()] < max(written[name], 1)
    }
    longest = max((name.count(" ") + 1 for name in known), default=0)
    for (entry, masked), words in zip(texts, capitals, strict=True):
        past = 0
        for run in _runs(masked, words, longest):
            if run[0].start() >= past and _name(run) in known:
                past = run[-1].end()
                yield _name(run), Mention(entry.id, entry.day, run[0].start(), past)


def _inside(masked: str, words: Iterable[_Word]) -> Iterator[Sequence[_Word]]:
    """Yield the words with capitals inside sentences; those that stand together are one name."""
    run: list[_Word] = []
    for word in words:
        if run and _are_together(masked, run[-1], word):
            run.append(word)
            continue
        if run:
            yield run
        run = [word] if _INSIDE.search(masked, max(word.start() - 2, 0), word.start()) else []
    if run:
        yield run


def _runs(masked: str, words: Sequence[_Word], longest: int) -> Iterator[Sequence[_Word]]:
    """Yield the words with capitals that stand together, the longest of those that begin alike."""
    for first in range(len(words)):
        last = first + 1
        while last - first < longest and last < len(words):
            if not _are_together(masked, words[last - 1], words[last]):
                break
            last += 1
        yield from (words[first:end] for end in range(last, first, -1))


def _capitals(masked: str) -> Iterator[_Word]:
    for word in _CAPITAL.finditer(masked):
        name = word[0]
        if name[0].isupper() and name[1].islower() and name.casefold() not in _OF_TIME:
            yield word


def _are_together(masked: str, one: _Word, other: _Word) -> bool:
    return masked[one.end() : other.start()] == " "


def _name(run: Sequence[_Word]) -> str:
    return " ".join(word[0] for word in run)

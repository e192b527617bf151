"""Hiding names: rules that are data, and the learner's own list. The result is never anonymous.

What is found by either is replaced; what is left and written like a name is asked about.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from journal.records.coach import Hidden
from journal.sharing.glossary import as_read
from journal.sharing.plainly import Plainly, folded, plainly
from journal.sharing.project import Page, each_text, texts
from journal.sharing.shipped import table

_BETWEEN = frozenset(" .*_'’-")
"""What may stand between the words of a name."""

_WORDS_APART = 4
"""From the end of a word of a name to the next there are at most so many steps."""

_LONG = 4
"""A name of so many letters is found with one such between any two of them, too: "A.c m-e"."""


class Rule(NamedTuple):
    """Something that is hidden for everybody: its name, what is shown instead, its patterns."""

    name: str
    shown: str
    patterns: tuple[re.Pattern[str], ...]


class Span(NamedTuple):
    """A part of a text that is hidden: [start, end), what is shown there, and by which rule."""

    start: int
    end: int
    shown: str
    rule: str


OWN = "your own list"
"""The name of the rule that is the learner's list."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return the shipped rules."""
    return tuple(
        Rule(r["name"], r["shown"], tuple(re.compile(p, re.IGNORECASE) for p in r["patterns"]))
        for r in table("redaction")["rule"]
    )


def hidden_in(text: str, glossary: Sequence[Hidden] = ()) -> list[Span]:
    """Return what is hidden in `text`, from left to right; none overlaps another."""
    read = plainly(text)
    found = [*_by_list(text, read, glossary), *_by_rules(read)]
    found.sort(key=lambda span: (span.start, -span.end))
    spans: list[Span] = []
    for span in found:
        if spans and span.start < spans[-1].end:
            spans[-1] = spans[-1]._replace(end=max(span.end, spans[-1].end))
        else:
            spans.append(span)
    return spans


def redacted(text: str, glossary: Sequence[Hidden] = ()) -> str:
    """Return `text` with what must not be read replaced."""
    for span in reversed(hidden_in(text, glossary)):
        text = f"{text[: span.start]}{span.shown}{text[span.end :]}"
    return text


def redacted_page(page: Page, glossary: Sequence[Hidden] = ()) -> Page:
    """Return `page` with what must not be read replaced, wherever it stands."""
    return each_text(page, lambda text: redacted(text, glossary))


def counts(page: Page, glossary: Sequence[Hidden] = ()) -> dict[str, int]:
    """Return how much each rule hides on `page`; rules that hide nothing are left out."""
    found: dict[str, int] = {}
    for text in texts(page):
        for span in hidden_in(text, glossary):
            found[span.rule] = found.get(span.rule, 0) + 1
    return found


class Find(NamedTuple):
    """Something on a page that is hidden: its words, what is shown there, and by which rule."""

    said: str
    shown: str
    rule: str


def finds(page: Page, glossary: Sequence[Hidden] = ()) -> list[Find]:
    """Return what is hidden on `page`, each once, in its order."""
    found = (
        Find(" ".join(text[span.start : span.end].split()), span.shown, span.rule)
        for text in texts(page)
        for span in hidden_in(text, glossary)
    )
    return list(dict.fromkeys(found))


# --- how it is found


def _by_rules(read: Plainly) -> Iterator[Span]:
    for rule in rules():
        for pattern in rule.patterns:
            for match in pattern.finditer(read.text):
                yield Span(*read.span(*match.span()), rule.shown, rule.name)


def _by_list(text: str, read: Plainly, glossary: Sequence[Hidden]) -> Iterator[Span]:
    whole = folded(read)
    letters = _squeezed(whole.text)
    for term, shown in glossary:
        name = _squeezed(as_read(term))
        for first in _places(letters.text, name.text):
            found = letters.at[first : first + len(name.text)]
            start, end = whole.span(found[0], found[-1] + 1)
            if _is_together(found, name.at) and _stands_alone(text, start, end):
                yield Span(start, end, shown, OWN)


def _squeezed(text: str) -> Plainly:
    """Return `text` without what may stand between the letters and words of a name."""
    kept = [(character, at) for at, character in enumerate(text) if character not in _BETWEEN]
    return Plainly("".join(character for character, _ in kept), [at for _, at in kept])


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _is_together(found: Sequence[int], name: Sequence[int]) -> bool:
    """Tell whether letters are as near to each other as a name's: its words, then its letters."""
    apart = 2 if len(name) >= _LONG else 1
    pairs = zip(pairwise(found), pairwise(name), strict=True)
    return all(b - a <= (apart if d - c == 1 else _WORDS_APART) for (a, b), (c, d) in pairs)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether what was found is a name of its own, not a part of another word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    begins = not before.isalpha() or (before.islower() and text[start].isupper())
    if not after.isalpha() or (after.isupper() and text[end - 1].islower()):
        return begins
    return begins and after in "sS" and not text[end + 1 : end + 2].isalnum()

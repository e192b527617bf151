"""Families of words, and the signs that a sentence has of them.

- `<grow>`: a word or phrase of the family "grow"; `not <grow>` close behind a negation, and
  `^ <grow>` besides where the sentence begins with it

A word that was there before adds no sign by itself. The other signs are those of `signs`.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from journal.analysis.signs import (
    EARLY,
    FAR,
    REACH,
    Sign,
    alone,
    begins,
    early,
    ends_reach,
    negates,
    shape,
    together,
)
from journal.errors import Usage

_STEM = 3
_MANY = 50_000


class Phrase(NamedTuple):
    """A phrase of a family: the words behind its first one."""

    rest: tuple[str, ...]
    family: str


class Families:
    """The families of words, as their table (TOML) has them."""

    def __init__(self, text: str) -> None:
        self._singles: dict[str, list[str]] = defaultdict(list)
        self._stems: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._phrases: dict[str, dict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
        self._found: dict[str, tuple[str, ...]] = {}
        table = _table(text)
        self.names = frozenset(table)
        for family, entries in table.items():
            for entry in dict.fromkeys(entries.split()):
                self._add(family, entry)

    def _add(self, family: str, entry: str) -> None:
        if entry.endswith("*") and "_" not in entry:
            self._stems[entry[:_STEM]].append((entry[:-1], family))
            return
        for form in _forms(entry[1:]) if entry.startswith("~") else (entry,):
            first, *rest = form.replace("-", "_").split("_")
            if rest:
                self._phrases[first][rest[0]].append(Phrase(tuple(rest), family))
            else:
                self._singles[first].append(family)

    def of(self, word: str) -> tuple[str, ...]:
        """Return the families of a word by itself."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _MANY:
                self._found.clear()
            stems = self._stems.get(word[:_STEM], ())
            begun = [family for stem, family in stems if word.startswith(stem)]
            found = self._found[word] = (*dict.fromkeys((*self._singles.get(word, ()), *begun)),)
        return found

    def phrases(self, word: str) -> Mapping[str, Sequence[Phrase]]:
        """Return the phrases that begin with a word, by their second word."""
        return self._phrases.get(word, {})

    def signs(self, given: Sequence[str]) -> Iterator[Sign]:
        """Yield the signs of a sentence of these words."""
        begin, negation, seen = begins(given), FAR, set[str]()
        for at, word in enumerate(given):
            if ends_reach(word):
                negation = FAR
            is_new, near = word not in seen, at - negation <= REACH
            seen.add(word)
            for name in alone(word) if is_new else ():
                yield Sign(name, at, at)
            if at < EARLY:
                yield Sign(early(word), at, at)
            for family, last in self.at(given, at):
                if is_new or last > at:
                    yield Sign(f"not <{family}>" if near else f"<{family}>", at, last)
                if at == begin:
                    yield Sign(f"^ <{family}>", at, last)
            if negates(word):
                negation = at
        yield from together(given)
        yield from (Sign(name, 0, -1) for name in shape(given))

    def at(self, given: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
        """Yield the families of the word at `at` and of phrases from it on, and their last word."""
        for family in self.of(given[at]):
            yield family, at
        if at + 1 < len(given):
            for rest, family in self.phrases(given[at]).get(given[at + 1], ()):
                if tuple(given[at + 1 : at + 1 + len(rest)]) == rest:
                    yield family, at + len(rest)


def _table(text: str) -> dict[str, str]:
    try:
        return dict(tomllib.loads(text)["family"])
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise Usage(f"The families of words cannot be read as TOML ({error}).") from error


def _forms(verb: str) -> Iterable[str]:
    """Return the regular forms of a verb."""
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb, f"{verb}es", f"{verb}ed", f"{verb}ing"
    return verb, f"{verb}s", f"{verb}ed", f"{verb}ing"

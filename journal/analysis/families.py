"""Signs: what a sentence has of families of words, single words, pairs of words, and its shape.

- `<grow>`: a word or phrase of the family "grow"; `not <grow>` close behind a negation, and
  `^ <grow>` besides where the sentence begins with it
- `better`: a word; `so they`: two that follow each other, `^ so` and `yet $` at the ends
- `[short]`: the shape of the whole sentence
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from journal.analysis.masking import HIDDEN
from journal.errors import Usage

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

_FIRST_TEXT = "i i'm i've i'd i'll im ive me my mine myself we we're we've us our"
_FIRST = frozenset(_FIRST_TEXT.split())
_STEM = 3
_MANY = 50_000


class Sign(NamedTuple):
    """Something that may weigh, and the first and last of the words that show it."""

    name: str
    first: int
    last: int


class Phrase(NamedTuple):
    """A phrase of a family: the words behind its first one."""

    rest: tuple[str, ...]
    family: str


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
        begin, negation, before = begins(given), FAR, "^"
        for at, word in enumerate(given):
            if ends_reach(word):
                negation = FAR
            if word[0].isalpha():
                yield Sign(word, at, at)
            yield Sign(f"{before} {word}", max(0, at - 1), at)
            near = at - negation <= REACH
            for family, last in self.at(given, at):
                yield Sign(f"not <{family}>" if near else f"<{family}>", at, last)
                if at == begin:
                    yield Sign(f"^ <{family}>", at, last)
            if negates(word):
                negation = at
            before = word
        if given:
            yield Sign(f"{before} $", len(given) - 1, len(given) - 1)
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

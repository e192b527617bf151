"""The tables of cues as text (TOML), read and held to their shape."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from journal.analysis.pattern import Part, Unfit, either, translate
from journal.errors import Usage

FRAMES = ("mastery", "performance", "fixed")
"""Stances towards ability and learning; "fixed" is ability as fixed on the screen."""

REGULATION = (
    "forethought",
    "monitoring",
    "strategy",
    "help_seeking",
    "effort",
    "self_evaluation",
    "adaptation",
)
MOVES = (
    "reason",
    "comparison",
    "alternative",
    "thought",
    "self_question",
    "changed_view",
    "account",
)
"""What a sentence does with an experience; a "thought" may be one of those before it or not."""
VALUES: dict[str, tuple[str, ...]] = {
    "frame": FRAMES,
    "regulation": REGULATION,
    "move": MOVES,
    "intention": ("intention",),
    "question": ("question",),
}
"""The names of labels, and the values that each has."""

KEEPS = ("negated", "reported", "supposed", "others")
"""What a cue may hold in spite of: being negated, told by others, only supposed, about others."""

_FIELDS = {"id", "label", "weight", "keeps", "pattern", "catches", "leaves", "also"}
_OPTIONAL = {"keeps", "also"}
_LARGEST_WEIGHT = 4


class Pattern:
    """One way to say what a cue looks for.

    rarest  words, or with a "*" their beginnings, of which one is in every sentence that fits
    also    more sets of words of which every sentence that fits has one each
    """

    def __init__(self, part: Part) -> None:
        self.rarest = part.needs[0]
        self.also = [words for words in part.needs[1:] if not any("*" in word for word in words)]
        self._regex = part.regex

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """What is looked for in a folded sentence; compiled when it is first wanted."""
        return re.compile(self._regex)


class Cue:
    """Words that speak for a label.

    id        names the rule where its evidence is shown
    labels    what it speaks for, each a label's name and value
    weight    2 and more speaks alone, 1 only together with another, below 0 against it
    keeps     scope rules that do not apply, of KEEPS
    catches   a sentence that it must catch, and `leaves` one that it must not
    """

    def __init__(self, fields: Mapping[str, Any], patterns: Sequence[Part]) -> None:
        self.id: str = fields["id"]
        self.labels = [_split(fields[name]) for name in ("label", "also") if name in fields]
        self.weight: int = fields["weight"]
        self.keeps = frozenset(fields.get("keeps", ()))
        self.catches: str = fields["catches"]
        self.leaves: str = fields["leaves"]
        self.patterns = tuple(Pattern(part) for part in patterns)


class Table(NamedTuple):
    """The cues in the order of their files, and the classes of words that they use."""

    cues: tuple[Cue, ...]
    classes: Mapping[str, Part]


def parse_tables(texts: Mapping[str, str]) -> Table:
    """Return the table that TOML texts hold, by the names of their files.

    Classes (`[classes]`) may be used by every file and by the classes behind them. Raises Usage
    that names the file, the cue and the reason.
    """
    data = {name: _toml(name, text) for name, text in texts.items()}
    classes: dict[str, Part] = {}
    for name, fields in data.items():
        for class_, patterns in fields.get("classes", {}).items():
            classes[class_] = either(_parts(f"{name}, {class_}", patterns, classes))
    cues = tuple(_cue(name, each, classes) for name, f in data.items() for each in f.get("cue", ()))
    ids = [cue.id for cue in cues]
    if twice := {id_ for id_ in ids if ids.count(id_) > 1}:
        raise Usage(f'There are two cues with the id "{min(twice)}".')
    return Table(cues, classes)


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Usage(f"{name}: this cannot be read as TOML ({error}).") from error


def _parts(where: str, patterns: str, classes: Mapping[str, Part]) -> list[Part]:
    try:
        return [translate(line.strip(), classes) for line in patterns.splitlines() if line.strip()]
    except Unfit as error:
        raise Usage(f"{where}: {error}.") from error


def _cue(name: str, fields: Mapping[str, Any], classes: Mapping[str, Part]) -> Cue:
    where = f"{name}, {fields.get('id', 'a cue without an id')}"
    if reason := _wrong(fields):
        raise Usage(f"{where}: {reason}.")
    patterns = _parts(where, fields["pattern"], classes)
    if not all(pattern.needs for pattern in patterns):
        raise Usage(f"{where}: a pattern has no word that must be there.")
    return Cue(fields, patterns)


def _split(label: str) -> tuple[str, str]:
    name, _, value = label.partition(":")
    return name, value


def _wrong(fields: Mapping[str, Any]) -> str:
    """Return what is wrong with the fields of a cue, "" where nothing is."""
    if missing := _FIELDS - _OPTIONAL - fields.keys():
        return f'"{min(missing)}" is missing'
    if unknown := fields.keys() - _FIELDS:
        return f'"{min(unknown)}" is not known here'
    for label in (fields["label"], fields.get("also", fields["label"])):
        if _split(label)[1] not in VALUES.get(_split(label)[0], ()):
            return f'"{label}" is not a label'
    if unknown := set(fields.get("keeps", ())) - set(KEEPS):
        return f'it cannot keep what is "{min(unknown)}"'
    weight = fields["weight"]
    return "" if weight and abs(weight) <= _LARGEST_WEIGHT else f"{weight} is not a weight"

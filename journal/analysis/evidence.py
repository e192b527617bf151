"""What a label rests on: the words of its cue, or the words that weighed most."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from journal.analysis.adding import Part
from journal.analysis.matching import Hit
from journal.analysis.scales import Carrier, Scales
from journal.analysis.scope import Surroundings
from journal.analysis.signs import spans

_WORDS = "words"
"""The rule behind a label without a cue, together with the sign that weighed most."""

_LOOKED_AT = 3
"""How many of the words that weigh most are asked whether they are said of the writer."""

_TURN = re.compile(
    r"[,;–—.] *(?:but|yet|though|whatever|still)\b|\b(?:but|then i|until|and yet|whereas)\b"
)
_ACCOUNT = ("move", "account")
"""What the whole sentence is, and not some words of it."""

_OF_WRITER = frozenset(("negated", "supposed"))
_EDGES = " ,;:.!–—("


class Label(NamedTuple):
    """What a sentence may show.

    name, value  "frame" and "mastery", or "intention" and "intention": see `cues.VALUES`
    cue          the id of the cue, or "words" and the sign that weighed most (see `signs`)
    start, end   where its words are in the whole text
    """

    name: str
    value: str
    cue: str
    start: int
    end: int


class Evidence:
    """The evidence in one sentence: the words of it, and what cues caught in them."""

    def __init__(
        self,
        scales: Scales,
        surroundings: Surroundings,
        given: Sequence[str],
        parts: Sequence[Part],
        hits: Sequence[Hit],
    ) -> None:
        self._scales = scales
        self._surroundings = surroundings
        self._given = given
        self._parts = parts
        self._hits: dict[tuple[str, str], list[Hit]] = {}
        for hit in hits:
            for label in hit.cue.labels:
                self._hits.setdefault(label, []).append(hit)

    def weight(self, name: tuple[str, str]) -> int:
        """Return what the cues of a label weigh together."""
        return sum([hit.cue.weight for hit in self._hits.get(name, ())])

    @property
    def turn(self) -> int:
        """Where what the sentence ends up with begins; 0 where it does not turn."""
        found = _TURN.finditer(self._surroundings.folded)
        return max((turn.end() for turn in found), default=0)

    def is_own(self, lane: int) -> bool:
        """Say whether a label's words are said by and of the writer; those of cues always are."""
        if self.weight(self._scales.scales[lane].label) > 0:
            return True
        heaviest = self._scales.carriers(lane, self._parts)[:_LOOKED_AT]
        holds = self._surroundings.holds
        return any(holds(*self._span(each), keeps=_OF_WRITER) for each in heaviest)

    def of_cues(self, name: tuple[str, str]) -> Label | None:
        """Return a label with the heaviest of its cues; None where it has none."""
        own = [hit for hit in self._hits.get(name, ()) if hit.cue.weight > 0]
        if not own:
            return None
        best = max(own, key=lambda hit: (hit.cue.weight, -hit.start))
        return self._label(name, best.cue.id, best.start, best.end)

    def of_words(self, lane: int) -> Label:
        """Return the label of a scale with the words that weigh most on it."""
        name = self._scales.scales[lane].label
        carrier = None if name == _ACCOUNT else self._scales.heaviest(lane, self._parts)
        if carrier is None:
            return Label(*name, _WORDS, 0, len(self._surroundings.folded))
        sign = self._scales.named(lane, tuple(self._given[carrier.first : carrier.last + 1]))
        return Label(*name, f"{_WORDS} {sign}", *self._span(carrier))

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return spans(self._surroundings.folded)

    def _span(self, carrier: Carrier) -> tuple[int, int]:
        return self._spans[carrier.first][0], self._spans[carrier.last][1]

    def _label(self, name: tuple[str, str], cue: str, start: int, end: int) -> Label:
        words = self._surroundings.folded[start:end]
        begin = start + len(words) - len(words.lstrip(f"{_EDGES}?"))
        close = end - (len(words) - len(words.rstrip(_EDGES)))
        return Label(*name, cue, begin, max(begin, close))

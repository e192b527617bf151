"""Scales: what each sign of a sentence weighs for each label, in whole points.

The table (TOML) has one part a label, with the points from which on it is given:

    ["frame:mastery"]
    from = 6
    even = 2
    points = '''
    +12: <grow> | than | less each
    -9: not <grow> | ^ he
    '''

Ten points are one unit of log-odds; `python -m tests.analysis.fit` fits them to the labelled
sentences, and nothing else does.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from journal.analysis.adding import Adding, Part
from journal.analysis.families import Families
from journal.analysis.signs import alone
from journal.errors import Usage

_LANE = 24
"""The bits in which the points of one label are added up, side by side with all others."""

_HALF = 1 << (_LANE - 1)
_MASK = (1 << _LANE) - 1
_MANY = 50_000


class Scale(NamedTuple):
    """What speaks for a label.

    least   from how many points on it is given
    points  the points of each sign
    even    with how many points it is as likely as not; by these frames are compared
    """

    label: tuple[str, str]
    least: int
    points: Mapping[str, int]
    even: int


class Carrier(NamedTuple):
    """Words that speak for a label: from the first to the last, and their points."""

    points: int
    first: int
    last: int


def parse_scales(text: str) -> tuple[Scale, ...]:
    """Return the scales that a table holds; raises Usage."""
    try:
        return tuple(_scale(label, fields) for label, fields in tomllib.loads(text).items())
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise Usage(f"The scales cannot be read ({error}).") from error


def _scale(label: str, fields: Mapping[str, Any]) -> Scale:
    points: dict[str, int] = {}
    for line in fields["points"].strip().splitlines():
        weight, _, signs = line.partition(": ")
        points |= dict.fromkeys(signs.split(" | "), int(weight))
    name, _, value = label.partition(":")
    return Scale((name, value), fields["from"], points, fields.get("even", fields["from"]))


class Scales:
    """All scales together: every sign is looked up once, for all labels at the same time."""

    def __init__(self, families: Families, scales: Sequence[Scale]) -> None:
        self.scales = tuple(scales)
        self._families = families
        self._of_sign: dict[str, int] = defaultdict(int)
        for lane, scale in enumerate(self.scales):
            for sign, points in scale.points.items():
                self._of_sign[sign] += points << (_LANE * lane)
        self._adding = Adding(families, self._of_sign)
        self._named: dict[tuple[int, tuple[str, ...]], str] = {}
        self._shifts = range(0, _LANE * len(self.scales), _LANE)
        self._zero = self.side_by_side([_HALF] * len(self.scales))
        self._lanes: dict[int, tuple[int, ...]] = {}

    def parts(self, given: Sequence[str]) -> list[Part]:
        """Return what begins with each word of a sentence."""
        return self._adding.parts(given)

    def weigh(self, parts: Iterable[Part], besides: Iterable[str]) -> list[int]:
        """Return the points of a sentence on every scale, in their order."""
        total = self.total(parts, besides)
        return [self.on(lane, total) for lane in range(len(self.scales))]

    def total(self, parts: Iterable[Part], besides: Iterable[str]) -> int:
        """Return the points of a sentence on all scales side by side.

        `besides` are signs that no single word has: of its shape, and of what cues say.
        """
        return self.more(sum([packed for _, packed in parts], self._zero), besides)

    def more(self, total: int, besides: Iterable[str]) -> int:
        """Return a total with what more signs add to it."""
        of_sign = self._of_sign
        return total + sum([of_sign[sign] for sign in besides if sign in of_sign])

    def on(self, lane: int, total: int) -> int:
        """Return how much of a total is on one scale."""
        return (total >> self._shifts[lane] & _MASK) - _HALF

    def over(self, total: int, bounds: int) -> int:
        """Return the scales on which a total reaches its bound, all at once: the bits of a number.

        Of the points of a scale less its bound only the highest bit is looked at: their sign.
        """
        return total - bounds & self._zero

    def lanes(self, over: int) -> tuple[int, ...]:
        """Return the places of the scales that `over` tells."""
        found = self._lanes.get(over)
        if found is None:
            if len(self._lanes) > _MANY:
                self._lanes.clear()
            lanes = range(len(self.scales))
            found = self._lanes[over] = tuple(n for n in lanes if over >> self._shifts[n] & _HALF)
        return found

    def carriers(self, lane: int, parts: Sequence[Part]) -> list[Carrier]:
        """Return the words that speak for the label of a scale, the heaviest first."""
        shift, zero = self._shifts[lane], self._zero
        lifted = [packed + zero >> shift & _MASK for _, packed in parts]
        found = sorted((-each, at) for at, each in enumerate(lifted) if each > _HALF)
        return [Carrier(-each - _HALF, at, parts[at][0]) for each, at in found]

    def heaviest(self, lane: int, parts: Sequence[Part]) -> Carrier | None:
        """Return the first of the `carriers`, None where there is none."""
        shift, zero = self._shifts[lane], self._zero
        lifted = [packed + zero >> shift & _MASK for _, packed in parts]
        most = max(lifted, default=0)
        if most <= _HALF:
            return None
        at = lifted.index(most)
        return Carrier(most - _HALF, at, parts[at][0])

    def named(self, lane: int, words: tuple[str, ...]) -> str:
        """Return the sign by which words, or the first of them, weigh most on a scale."""
        found = self._named.get((lane, words))
        if found is None:
            points = self.scales[lane].points
            families = (family for family, _ in self._families.at(words, 0))
            signs = (form for each in families for form in (f"<{each}>", f"not <{each}>"))
            given = (*alone(words[0]), *signs)
            found = max(given, key=lambda sign: points.get(sign, 0), default=words[0])
            if len(self._named) > _MANY:
                self._named.clear()
            self._named[lane, words] = found
        return found

    def side_by_side(self, points: Sequence[int]) -> int:
        """Return points, those of each scale in their order, as a total has them."""
        return sum(each << (_LANE * lane) for lane, each in enumerate(points))

    def tip(self, lane: int) -> tuple[int, int]:
        """Return how many points cues could take from those of the words, and add to them."""
        points = self.scales[lane].points.items()
        of_cues = [weight for sign, weight in points if sign.startswith(("[cue ", "[against "))]
        return sum(min(0, each) for each in of_cues), sum(max(0, each) for each in of_cues)


def told_by_cues(points: Mapping[tuple[str, str], int], least: int) -> Iterator[str]:
    """Yield the signs that the cues make: `points` is what those of each label weigh."""
    for (_, value), weight in points.items():
        if weight >= least:
            yield f"[cue {value}]"
        elif weight < 0:
            yield f"[against {value}]"

"""What is seen in a text, sentence by sentence, with the words and the rule that it rests on.

Every sentence is weighed for all labels at once by what it has of families of words (`scales`).
Where a label is given, or cues could still tip it, the sentence is held against the cues.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from journal.analysis.cues import FRAMES
from journal.analysis.english import is_english
from journal.analysis.evidence import Evidence, Label
from journal.analysis.families import shape, words
from journal.analysis.masking import fold, mask
from journal.analysis.matching import Hit, Matcher
from journal.analysis.scales import Scales, told_by_cues
from journal.analysis.scope import Surroundings
from journal.analysis.shipped import shipped_matcher, shipped_scales
from journal.analysis.splitting import sentences

__all__ = ["ENGINE", "Label", "Reader", "Sentence", "cue_points", "read"]

ENGINE = "2"
"""Changes with whatever changes a label, so that what was read before is read again."""

THRESHOLD = 2
"""The weight of cues from which on they speak for a label."""

MARGIN = 3
"""How many points a frame must be ahead of the next one; otherwise nothing is said of either."""

_LONGEST = 1_500
"""Of a longer sentence, which is none, only so many characters are read."""

_REMEMBERED = 20_000
"""So many different sentences are not read twice."""

Name = tuple[str, str]
"""A label's name and value."""

_THOUGHT = ("move", "thought")
_BY_CUES = {("move", move) for move in ("reason", "comparison", "alternative", "self_question")}
"""Moves that have no scale: only cues tell them."""

_QUESTION = ("question", "question")
_INTENTION = ("intention", "intention")
_BEST_SHOWN = {*(("frame", frame) for frame in FRAMES), _THOUGHT, _INTENTION, _QUESTION}
"""Labels of which the cue, or the move of which it is, is wanted even where words say enough."""

_FORETHOUGHT = ("regulation", "forethought")
"""What every intention is besides."""


class Sentence(NamedTuple):
    """A sentence of a text, from `start` to `end`, and its labels in the order of their names."""

    start: int
    end: int
    labels: tuple[Label, ...]

    def values(self, name: str) -> list[str]:
        """Return the values of the labels with this name."""
        return [label.value for label in self.labels if label.name == name]


class Reader:
    """Reads texts by scales and cues; remembers the sentences that it has read."""

    def __init__(self, matcher: Matcher, scales: Scales) -> None:
        self._matcher = matcher
        self._scales = scales
        self._tips = [scales.tip(lane) for lane in range(len(scales.scales))]
        self._known: dict[str, tuple[Label, ...]] = {}

    def read(self, text: str) -> list[Sentence]:
        """Return the sentences of `text`; none where it is not English."""
        if not is_english(text):
            return []
        masked = mask(text)
        return [self._sentence(masked, start, end) for start, end in sentences(masked)]

    def _sentence(self, masked: str, start: int, end: int) -> Sentence:
        plain = masked[start : min(end, start + _LONGEST)]
        labels = self._known.get(plain)
        if labels is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            labels = self._known[plain] = self._labels(plain)
        return Sentence(
            start,
            end,
            tuple(Label(*one[:3], start + one.start, start + one.end) for one in labels),
        )

    def _labels(self, plain: str) -> tuple[Label, ...]:
        """Return the labels of a sentence, with offsets into it."""
        folded = fold(plain)
        given = words(folded)
        parts, forms = self._scales.parts(given), tuple(shape(given))
        points = self._scales.weigh(parts, forms)
        surroundings = Surroundings(plain, folded)
        hits = self._hits(surroundings, points)
        if hits:
            told = told_by_cues(cue_points(hits), THRESHOLD)
            points = self._scales.weigh(parts, (*forms, *told))
        evidence = Evidence(self._scales, surroundings, given, parts, hits)
        return tuple(sorted(self._given(points, evidence).values()))

    def _hits(self, surroundings: Surroundings, points: Sequence[int]) -> list[Hit]:
        """Return what cues catch, of those that could still tip a label or show its words best."""
        wanted = {
            scale.label
            for scale, has, (down, up) in zip(self._scales.scales, points, self._tips, strict=True)
            if has + up >= scale.least and (has + down < scale.least or scale.label in _BEST_SHOWN)
        }
        return (
            list(self._matcher.hits(surroundings, frozenset(wanted | _BY_CUES))) if wanted else []
        )

    def _given(self, points: Sequence[int], evidence: Evidence) -> dict[Name, Label]:
        over = {
            lane: has - scale.least
            for lane, (scale, has) in enumerate(zip(self._scales.scales, points, strict=True))
            if has >= scale.least
        }
        found = {
            lane: evidence.of_cues(self._name(lane)) or evidence.of_words(lane) for lane in over
        }
        frames = {
            lane: more
            for lane, more in over.items()
            if self._name(lane)[0] == "frame" and evidence.is_own(lane)
        }
        turn = evidence.turn if len(frames) > 1 else 0
        frame = _behind_turn(frames, found, turn)
        if frame is None:
            frame = _ahead(frames)
        labels = {
            self._name(lane): label
            for lane, label in found.items()
            if lane == frame or self._name(lane)[0] != "frame"
        }
        if _INTENTION in labels:
            own = labels[_INTENTION]
            labels.setdefault(_FORETHOUGHT, own._replace(name="regulation", value="forethought"))
        by_cues = {name: evidence.of_cues(name) for name in _BY_CUES if evidence.hits}
        told = {name: label for name, label in by_cues.items() if label}
        return labels | {n: one for n, one in told.items() if evidence.weight(n) >= THRESHOLD}

    def _name(self, lane: int) -> Name:
        return self._scales.scales[lane].label


def _behind_turn(frames: Mapping[int, int], found: Mapping[int, Label], turn: int) -> int | None:
    """Return the scale of the one frame whose words are behind the last turn of the sentence."""
    behind = [lane for lane in frames if found[lane].start >= turn > 0]
    return behind[0] if len(behind) == 1 else None


def _ahead(frames: Mapping[int, int]) -> int | None:
    """Return the scale of the frame that is ahead of the others, None where none is."""
    first, *others = sorted(frames, key=frames.__getitem__, reverse=True) or (None,)
    if first is None or any(frames[first] - frames[other] < MARGIN for other in others):
        return None
    return first


def cue_points(hits: Iterable[Hit]) -> dict[Name, int]:
    """Return what the cues that caught something weigh together for each label."""
    points: dict[Name, int] = defaultdict(int)
    for hit in hits:
        for label in hit.cue.labels:
            points[label] += hit.cue.weight
    return points


@cache
def _reader() -> Reader:
    return Reader(shipped_matcher(), shipped_scales())


def read(text: str) -> list[Sentence]:
    """Return the sentences of `text` with what the shipped tables see in them.

    None where the text is not English. Offsets are into `text`.
    """
    return _reader().read(text)

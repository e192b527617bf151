"""What is seen in a text, sentence by sentence, with the words and the rule that it rests on.

Every sentence is weighed for all labels at once by what it has of families of words (`scales`).
Where a label is given, or cues could still tip it, the sentence is held against the cues.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from journal.analysis.cues import FRAMES
from journal.analysis.english import is_english
from journal.analysis.evidence import Evidence, Label
from journal.analysis.masking import fold, mask
from journal.analysis.matching import Hit, Matcher
from journal.analysis.scales import Scales, told_by_cues
from journal.analysis.scope import Surroundings
from journal.analysis.shipped import shipped_matcher, shipped_scales
from journal.analysis.signs import shape, words
from journal.analysis.splitting import sentences

__all__ = ["ENGINE", "Label", "Reader", "Sentence", "cue_points", "read"]

ENGINE = "5"
"""Changes with whatever changes a label, so that what was read before is read again."""

THRESHOLD = 2
"""The weight of cues from which on they speak for a label."""

MARGIN = 3
"""How many points a frame must be ahead of the next one; otherwise nothing is said of either."""

_LONGEST = 1_500
"""Of a longer sentence, which is none, only so many characters are read."""

_NEVER = 1_000_000
"""More points than a sentence can have."""

_REMEMBERED = 20_000
"""So many different sentences are not read twice."""

Name = tuple[str, str]
"""A label's name and value."""

_THOUGHT = ("move", "thought")
_NOT_SAID = frozenset(("negated", "supposed", "others"))
"""Rules that the heaviest word of a frame need not keep: only that nobody else says it."""

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
        self._names = [scale.label for scale in scales.scales]
        self._frames = [lane for lane, name in enumerate(self._names) if name[0] == "frame"]
        self._least = scales.side_by_side([scale.least for scale in scales.scales])
        low, high = zip(*map(self._bounds, range(len(scales.scales))), strict=True)
        self._low, self._high = scales.side_by_side(low), scales.side_by_side(high)
        self._speaking: dict[int, int] = {}
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
        if start and labels:
            labels = tuple([
                Label(name, value, cue, start + first, start + last)
                for name, value, cue, first, last in labels
            ])  # fmt: skip
        return Sentence(start, end, labels)

    def _labels(self, plain: str) -> tuple[Label, ...]:
        """Return the labels of a sentence, with offsets into it."""
        folded = fold(plain)
        given = words(folded)
        parts = self._scales.parts(given)
        total = self._scales.total(parts, shape(given))
        surroundings = Surroundings(plain, folded)
        hits = self._hits(surroundings, given, total)
        if hits:
            total = self._scales.more(total, told_by_cues(cue_points(hits), THRESHOLD))
        evidence = Evidence(self._scales, surroundings, given, parts, hits)
        labels = self._given(total, evidence, surroundings)
        if hits:
            labels |= _moves(evidence)
        return tuple(sorted(labels.values()))

    def _bounds(self, lane: int) -> tuple[int, int]:
        """Return from how many to below how many points the cues of a label are looked for.

        There they could still tip it; of some labels they are the best evidence beyond that.
        """
        name, least = self._scales.scales[lane][:2]
        down, up = self._scales.tip(lane)
        return least - up, _NEVER if name in _BEST_SHOWN else least - down

    def _hits(self, surroundings: Surroundings, given: Sequence[str], total: int) -> list[Hit]:
        over = self._scales.over
        wanted = over(total, self._low) & ~over(total, self._high)
        speaking = self._speaking.get(wanted)
        if speaking is None:
            speaking = self._speaking[wanted] = self._matcher.speaking(self._named(wanted))
        return list(self._matcher.hits(surroundings, speaking, given)) if speaking else []

    def _named(self, wanted: int) -> set[Name]:
        names = {self._names[lane] for lane in self._scales.lanes(wanted)}
        return names | _BY_CUES if _THOUGHT in names else names

    def _given(
        self, total: int, evidence: Evidence, surroundings: Surroundings
    ) -> dict[Name, Label]:
        labels: dict[Name, Label] = {}
        frames: list[_Frame] = []
        for lane in self._scales.lanes(self._scales.over(total, self._least)):
            name = self._names[lane]
            label = evidence.of_cues(name) or evidence.of_words(lane)
            if name[0] != "frame":
                labels[name] = label
            elif evidence.is_own(lane) or surroundings.holds(label.start, label.end, _NOT_SAID):
                frames.append(_Frame(self._likely(lane, total), label))
        most = max(self._likely(lane, total) for lane in self._frames) if frames else 0
        if frame := _ends_up_with(frames, most, evidence):
            labels[frame.name, frame.value] = frame
        if intended := labels.get(_INTENTION):
            own = intended._replace(name=_FORETHOUGHT[0], value=_FORETHOUGHT[1])
            labels.setdefault(_FORETHOUGHT, own)
        return labels

    def _likely(self, lane: int, total: int) -> int:
        """Return how many points a label is above where it is as likely as not."""
        return self._scales.on(lane, total) - self._scales.scales[lane].even


class _Frame(NamedTuple):
    """A frame that could be given, and how likely it is, in points."""

    likely: int
    label: Label


def _ends_up_with(frames: Sequence[_Frame], most: int, evidence: Evidence) -> Label | None:
    """Return the frame behind the last turn, or else the one that is ahead; None for neither.

    `most` is how likely the likeliest of all frames is, whether it could be given or not.
    """
    if not frames:
        return None
    behind = [each.label for each in frames if each.label.start >= evidence.turn > 0]
    if len(frames) > 1 and len(behind) == 1:
        return behind[0]
    first, *others = sorted(frames, reverse=True)
    is_clear = all(first.likely - other.likely >= MARGIN for other in others)
    return first.label if is_clear and first.likely >= most else None


def _moves(evidence: Evidence) -> dict[Name, Label]:
    """Return the moves that only cues tell."""
    told = {name: evidence.of_cues(name) for name in _BY_CUES if evidence.weight(name) >= THRESHOLD}
    return {name: label for name, label in told.items() if label}


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

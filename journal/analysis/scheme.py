"""What was read, as one line of data: one frame, self-regulation, depth, intention, question."""

from collections.abc import Iterable
from typing import TypedDict

from journal.analysis.cues import REGULATION
from journal.analysis.reading import Sentence

NEUTRAL = "neutral"


class Line(TypedDict):
    """A text and what it was read as; `depth` is 0 to 3."""

    text: str
    frame: str
    srl: list[str]
    depth: int
    intention: bool
    question: bool


def line(text: str, sentences: Iterable[Sentence]) -> Line:
    """Return what `sentences` show together: the last frame, and the deepest depth."""
    read = list(sentences)
    frames = [frame for sentence in read for frame in sentence.values("frame")]
    phases = {phase for sentence in read for phase in sentence.values("regulation")}
    return Line(
        text=text,
        frame=frames[-1] if frames else NEUTRAL,
        srl=[phase for phase in REGULATION if phase in phases],
        depth=max(map(depth, read), default=0),
        intention=any(sentence.values("intention") for sentence in read),
        question=any(sentence.values("question") for sentence in read),
    )


def depth(sentence: Sentence) -> int:
    """Return how deep a sentence goes: 0 tells nothing, 1 describes, 2 gives reasons, 3 changes.

    After the levels of Hatton and Smith (1995), much simplified: 3 where a view has changed, 2 for
    a thought about it, as a reason or a comparison, 1 for an account, 0 for the rest.
    """
    moves = set(sentence.values("move"))
    if "changed_view" in moves:
        return 3
    if "thought" in moves:
        return 2
    return int("account" in moves)

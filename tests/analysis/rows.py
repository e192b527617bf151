"""What the scales are fitted to: labelled sentences by batch, and notes without any stance.

Held-out sentences are never among them. Two thirds of the sentences that the cues were tuned on are
seen without what the cues say of them, because the cues say much less of new ones.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from hashlib import sha256
from typing import Any, NamedTuple

from journal.analysis.cues import FRAMES, REGULATION
from journal.analysis.masking import fold, mask
from journal.analysis.reading import THRESHOLD, cue_points
from journal.analysis.scales import told_by_cues
from journal.analysis.scope import Surroundings
from journal.analysis.shipped import shipped_families, shipped_matcher
from journal.analysis.signs import words
from journal.analysis.splitting import sentences
from tests.analysis.labelled import FOLDER, SHARED, load

TUNED = ("given", "dev", "tuned")
"""The batches from before the scales: the cues were made to fit them."""

PLAIN = "batch-25"
"""The batch of plain sentences: each counts for more, as people write them more often."""

PILES = (
    *("batch-15", "batch-16", "batch-17", "batch-18", PLAIN),
    *("blind-07", "blind-09", "blind-10"),
)
"""Batches of a few labels each, or of plain sentences only: learned from, not measured on."""

KEPT = ("held-out", "unseen", "unseen-4", "voices-aside", "wide-held-out")
"""Files that nothing is learned from."""

VAULT = SHARED / "samples" / "til-vault"
"""Technical notes: no sentence of them has a frame."""

Signs = Mapping[str, int]


class Row(NamedTuple):
    """A sentence with its signs; `gold` is None for one of technical notes."""

    batch: str
    gold: dict[str, Any] | None
    signs: Signs


def _framed(frame: str, one: dict[str, Any]) -> bool:
    return bool(one["frame"] == frame)


def _in_phase(phase: str, one: dict[str, Any]) -> bool:
    return phase in one["srl"]


def _as_deep(least: int, one: dict[str, Any]) -> bool:
    return bool(one["depth"] >= least)


LABELS: dict[str, Callable[[dict[str, Any]], bool]] = {
    **{f"frame:{frame}": partial(_framed, frame) for frame in FRAMES},
    **{f"regulation:{phase}": partial(_in_phase, phase) for phase in REGULATION},
    "intention:intention": lambda one: bool(one["intention"]),
    "question:question": lambda one: bool(one["question"]),
    "move:account": partial(_as_deep, 1),
    "move:thought": partial(_as_deep, 2),
    "move:changed_view": partial(_as_deep, 3),
}
"""The labels that have a scale, and which sentences have them."""


def batches() -> dict[str, list[dict[str, Any]]]:
    """Return the labelled sentences that may be learned from."""
    given = SHARED / "language" / "dev-sentences.jsonl"
    paths = {path.stem: path for path in sorted(FOLDER.glob("*.jsonl")) if path.stem not in KEPT}
    if given.exists():
        paths = {"given": given, **paths}
    return {batch: load(path) for batch, path in paths.items()}


@cache
def rows() -> list[Row]:
    """Return every sentence to learn from, and half of the technical notes in two batches."""
    made = [
        Row(batch, one, signs(one["text"], hide=batch in TUNED and _hash(one["text"]) % 3 > 0))
        for batch, some in batches().items()
        for one in some
    ]
    notes = note_sentences(seen=True)
    return [*made, *(Row(f"notes-{at % 2}", None, signs(text)) for at, text in enumerate(notes))]


def measured() -> list[int]:
    """Return which rows say how well labels fit: mixed batches that no cue was tuned on."""
    left_out = (*TUNED, *PILES)
    return [at for at, row in enumerate(rows()) if row.gold and row.batch not in left_out]


def note_sentences(*, seen: bool) -> Iterable[str]:
    """Yield the sentences of half of the technical notes: those to learn from, or the others."""
    for path in sorted(VAULT.rglob("*.md")):
        if (_hash(path.stem) % 2 == 0) == seen:
            text = mask(path.read_text(encoding="utf-8"))
            yield from (text[start:end] for start, end in sentences(text))


def _hash(text: str) -> int:
    return int(sha256(text.encode()).hexdigest()[:8], 16)


def signs(text: str, *, hide: bool = False) -> Signs:
    """Return how often a sentence has each sign; `hide` leaves out what the cues say."""
    plain = mask(text)
    folded = fold(plain)
    found = Counter(sign.name for sign in shipped_families().signs(words(folded)))
    if not hide:
        hits = shipped_matcher().hits(Surroundings(plain, folded))
        found.update(told_by_cues(cue_points(hits), THRESHOLD))
    return found

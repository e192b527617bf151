"""How well the labels fit sentences of batches that nothing was fitted to: leave one batch out."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from journal.analysis.cues import FRAMES, REGULATION
from journal.analysis.reading import MARGIN
from journal.analysis.scheme import NEUTRAL
from tests.analysis.limits import limit_of
from tests.analysis.rows import measured, rows
from tests.analysis.score import fits, kappa, macro

DEPTHS = ("move:account", "move:thought", "move:changed_view")


def estimate(unseen: Mapping[str, Sequence[int]]) -> None:
    """Print the fit of every batch and of all together, from the points without the batch."""
    gold: dict[str, list[dict[str, Any]]] = {}
    said: dict[str, list[dict[str, Any]]] = {}
    limits: dict[tuple[str, str], int] = {}
    for at in measured():
        batch, one, _ = rows()[at]
        for label in unseen:
            if (label, batch) not in limits:
                limits[label, batch] = limit_of(label, unseen[label], without=batch)
        over = {label: unseen[label][at] - limits[label, batch] for label in unseen}
        gold.setdefault(batch, []).append(one or {})
        said.setdefault(batch, []).append(_line(over))
    for batch in gold:
        _put(batch, gold[batch], said[batch])
    _put("all", [*chain(*gold.values())], [*chain(*said.values())], full=True)


def _line(over: Mapping[str, int]) -> dict[str, Any]:
    """Return what is said of a sentence that has so many points more than it takes."""
    frames = sorted(((over[f"frame:{frame}"], frame) for frame in FRAMES), reverse=True)
    is_ahead = frames[0][0] >= 0 and frames[0][0] - max(-MARGIN, frames[1][0]) >= MARGIN
    phases = {phase for phase in REGULATION if over[f"regulation:{phase}"] >= 0}
    intends = over["intention:intention"] >= 0
    return {
        "frame": frames[0][1] if is_ahead else NEUTRAL,
        "srl": [*phases | ({"forethought"} if intends else set())],
        "depth": max((level for level, move in enumerate(DEPTHS, 1) if over[move] >= 0), default=0),
        "intention": intends,
        "question": over["question:question"] >= 0,
    }


def _put(
    title: str, gold: list[dict[str, Any]], said: list[dict[str, Any]], *, full: bool = False
) -> None:
    found = fits(gold, said)
    deep = kappa([one["depth"] for one in gold], [one["depth"] for one in said])
    frames = "  ".join(
        f"{frame} {found[frame].precision:.2f}/{found[frame].recall:.2f}" for frame in FRAMES
    )
    print(
        f"{title}: {len(gold)} sentences, frames {macro(found, (*FRAMES, NEUTRAL)):.2f} ({frames}),"
        f" phases {macro(found, REGULATION):.2f}, intention {found['intention'].f1:.2f},"
        f" question {found['question'].f1:.2f}, depth {deep:.2f}"
    )
    for name, fit in found.items() if full else ():
        print(f"  {name:16} P {fit.precision:.2f}  R {fit.recall:.2f}  F1 {fit.f1:.2f}")

"""From how many points on a label is given, found on sentences that were not fitted."""

from bisect import bisect_left
from collections.abc import Sequence

from tests.analysis.rows import LABELS, measured, rows

LARGEST = 30
CLOSE = 3
"""Limits up to so many points are tried, and those so close to one another are averaged."""

PRECISE = 0.91
"""How many of the frames that are given must be right: a little more than the nine in ten that are
aimed at, as new sentences are always somewhat stranger, ...
"""

ALARMS = {"frame:mastery": 1.5, "frame:performance": 0.3, "frame:fixed": 1.5}
"""... and how many there may be in 1,000 technical notes, by points that know half as many notes.

In the end points know all of these, and who says it counts too, so that fewer remain.
"""


def limit(
    label: str, unseen: Sequence[int], gold: Sequence[bool], notes: Sequence[int] = ()
) -> int:
    """Return from how many points on a label is given: where F1 is best, of frames if precise.

    F1 is the mean over limits close by, so that no single sentence decides. `notes` are the points
    of technical notes, of which none has a frame.
    """
    f1: dict[int, float] = {}
    may: list[int] = []
    every, noted = sorted(unseen), sorted(notes)
    whole = sorted(points for points, is_it in zip(unseen, gold, strict=True) if is_it)
    for least in range(-LARGEST, LARGEST + 1):
        given, right = _from(least, every), _from(least, whole)
        f1[least] = 2 * right / max(1, given + len(whole))
        alarms = 1000 * _from(least, noted) / max(1, len(noted))
        is_precise = right >= PRECISE * max(1, given) and alarms <= ALARMS.get(label, 0)
        if is_precise or label not in ALARMS:
            may.append(least)
    near = range(-CLOSE, CLOSE + 1)
    calm = {least: sum(f1.get(least + by, 0.0) for by in near) for least in may}
    return max(calm, key=calm.__getitem__, default=LARGEST)


def _from(least: int, some: Sequence[int]) -> int:
    """Return how many of sorted points are as many as `least` or more."""
    return len(some) - bisect_left(some, least)


def limit_of(label: str, unseen: Sequence[int], without: str = "") -> int:
    """Return the limit of a label by the points of all batches but one."""
    every = rows()
    some = [at for at in measured() if every[at].batch != without]
    gold = [LABELS[label](every[at].gold or {}) for at in some]
    notes = [points for points, row in zip(unseen, every, strict=True) if not row.gold]
    return limit(label, [unseen[at] for at in some], gold, notes)

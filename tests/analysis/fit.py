"""`python -m tests.analysis.fit`: fits data/words/weights.toml to the labelled sentences.

Logistic regression with a quadratic penalty, one label at a time; the points are ten times the
weights, rounded, the small ones left out. From how many points on a label is given is found on
sentences that were not fitted: some batches in turn are left out, and weighed by the others.
How well the labels fit is estimated the same way, with the limits too found without the batch that
is scored, and printed. Takes two minutes, and scikit-learn (`pip install -e '.[fit]'`).
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tests.analysis.estimate import estimate
from tests.analysis.limits import limit_of
from tests.analysis.rows import LABELS, PLAIN, Row, Signs, rows

TABLE = Path(__file__).parents[2] / "data" / "words" / "weights.toml"

PENALTY = 3.0
POINTS = 10
SMALL = 2
"""Fewer points than this are left out."""

FOLDS = 8
"""The batches are left out in so many parts."""

NOTHING = -1000
"""Fewer points than any limit."""

TRUST = 0.6
"""So much is believed of what cues say, as they say less of new sentences than of known ones."""

RARE = 4
NOTED = 60
"""A sign is left out that fewer labelled sentences have, unless so many of the notes have it."""

_CUES_OF = {"thought": ("reason", "comparison", "alternative", "changed_view")}
"""Labels of which the cues have other names."""


class Fitted(NamedTuple):
    """The points of a label's signs ("" is the constant), and those of rows without their batch."""

    label: str
    points: dict[str, int]
    unseen: list[int]


def fit(some: Sequence[Row], label: str) -> dict[str, int]:
    """Return the points of the signs for a label; "" is the constant."""
    kept = {sign: column for column, sign in enumerate(_kept(some, label))}
    cells = [
        (times * trust(sign), at, kept[sign])
        for at, row in enumerate(some)
        for sign, times in row.signs.items()
        if sign in kept
    ]
    times, lines, columns = zip(*cells, strict=True)
    matrix = csr_matrix((times, (lines, columns)), shape=(len(some), len(kept)), dtype=float)
    gold = [row.gold is not None and LABELS[label](row.gold) for row in some]
    model = LogisticRegression(C=1 / PENALTY, solver="liblinear")
    model.fit(matrix, gold, sample_weight=[3.0 if row.batch == PLAIN else 1.0 for row in some])
    points = {
        sign: round(POINTS * float(model.coef_[0][column]) * trust(sign))
        for sign, column in kept.items()
    }
    constant = round(POINTS * float(model.intercept_[0]))
    return {sign: each for sign, each in points.items() if abs(each) >= SMALL} | {"": constant}


def _kept(some: Iterable[Row], label: str) -> list[str]:
    often: Counter[str] = Counter()
    noted: Counter[str] = Counter()
    for row in some:
        (often if row.gold else noted).update(row.signs.keys())
    there = {sign for sign in often if often[sign] >= RARE}
    there |= {sign for sign in noted if noted[sign] >= NOTED}
    return sorted(sign for sign in there if concerns(label, sign))


def trust(sign: str) -> float:
    """Return how much of a sign is believed: all, but for what cues say."""
    return TRUST if sign.startswith(("[cue ", "[against ")) else 1.0


def concerns(label: str, sign: str) -> bool:
    """Say whether a sign may weigh for a label: all but what the cues say of other labels."""
    if not sign.startswith(("[cue ", "[against ")):
        return True
    _, _, value = label.partition(":")
    return sign.strip("[]").split()[1] in (value, *_CUES_OF.get(value, ()))


def weigh(points: Mapping[str, int], some: Signs) -> int:
    """Return what signs weigh, with the constant."""
    return points.get("", 0) + sum(points.get(sign, 0) * times for sign, times in some.items())


def fitted(label: str) -> Fitted:
    """Fit a label to all sentences, and to all but those of some batches in turn."""
    every = [row for row in rows() if row.gold or label.startswith("frame:")]
    batches = dict.fromkeys(row.batch for row in rows())
    fold = {batch: number % FOLDS for number, batch in enumerate(batches)}
    found = [fit([row for row in every if fold[row.batch] != left], label) for left in range(FOLDS)]
    unseen = [weigh(found[fold[row.batch]], row.signs) for row in rows()]
    return Fitted(label, fit(every, label), unseen)


def leading(found: Sequence[Fitted]) -> list[Fitted]:
    """Return them with nothing left for a frame where another one is likelier, as it is read."""
    frames = [each.unseen for each in found if each.label.startswith("frame:")]
    most = [max(points) for points in zip(*frames, strict=True)]
    return [
        each._replace(
            unseen=[
                points if points >= likeliest else NOTHING
                for points, likeliest in zip(each.unseen, most, strict=True)
            ]
        )
        if each.label.startswith("frame:")
        else each
        for each in found
    ]


def as_toml(found: Iterable[Fitted]) -> str:
    """Return the table of the scales."""
    lines = [
        "# Points of signs for each label. Made by `python -m tests.analysis.fit`, not by hand."
    ]
    for label, points, unseen in found:
        by_points: dict[int, list[str]] = defaultdict(list)
        for sign, each in points.items():
            if sign:
                by_points[each].append(sign)
        least = limit_of(label, unseen) - points[""]
        lines += ["", f'["{label}"]', f"from = {least}", f"even = {-points['']}", "points = '''"]
        for each in sorted(by_points, reverse=True):
            lines.append(f"{each:+}: {' | '.join(sorted(by_points[each]))}")
        lines.append("'''")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Fit everything, write the table and print how well it fits."""
    found = leading([fitted(label) for label in LABELS])
    TABLE.write_text(as_toml(found), encoding="utf-8")
    estimate({each.label: each.unseen for each in found})
    return 0


if __name__ == "__main__":
    sys.exit(main())

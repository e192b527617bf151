"""`python -m tests.analysis.fit`: fits data/words/weights.toml to the labelled sentences.

Logistic regression with a quadratic penalty, one label at a time; the points are ten times the
weights, rounded. From how many points on a label is given is found on
sentences that were not fitted: some batches in turn are left out, and weighed by the others.
How well the labels fit is estimated the same way, with the limits too found without the batch that
is scored, and printed. Takes two minutes, and scikit-learn (`pip install -e '.[fit]'`).
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from tests.analysis.estimate import estimate
from tests.analysis.limits import limit_of
from tests.analysis.rows import LABELS, PLAIN, Row, Signs, rows

TABLE = Path(__file__).parents[2] / "data" / "words" / "weights.toml"

PENALTY = 3.0
POINTS = 10
FOLDS = 8
"""The batches are left out in so many parts."""

NOTHING = -1000
"""Fewer points than any limit."""

TRUST = 0.6
"""So much is believed of what cues say, as they say less of new sentences than of known ones."""

OFTEN = 5.0
"""Plain sentences and those of technical notes count for so many."""

SMOOTH = 0.3
"""Seen so many times more often than it was, no sign tells everything."""

RARE = 3
NOTED = 60
"""A sign is left out that fewer labelled sentences have, unless so many of the notes have it."""

_CUES_OF = {"thought": ("reason", "comparison", "alternative", "changed_view")}
"""Labels of which the cues have other names."""


class Fitted(NamedTuple):
    """The points of a label's signs ("" is the constant), and those of rows without their batch."""

    label: str
    points: dict[str, int]
    unseen: list[int]


class Table(NamedTuple):
    """How often each row has each sign, with as much of it as is believed."""

    signs: list[str]
    times: Any


@cache
def table() -> Table:
    """Return the table of all rows and signs."""
    columns: dict[str, int] = {}
    cells = [
        (times * trust(sign), at, columns.setdefault(sign, len(columns)))
        for at, row in enumerate(rows())
        for sign, times in row.signs.items()
    ]
    times, lines, at_columns = zip(*cells, strict=True)
    shape = (len(rows()), len(columns))
    return Table([*columns], csr_matrix((times, (lines, at_columns)), shape=shape, dtype=float))


def fit(some: Sequence[int], label: str) -> dict[str, int]:
    """Return the points of the signs for a label, fitted to some rows; "" is the constant."""
    kept = _kept(some, label)
    times = table().times[some][:, kept]
    chosen = [rows()[at] for at in some]
    gold = [row.gold is not None and LABELS[label](row.gold) for row in chosen]
    counts = [_counts(row) for row in chosen]
    tells = _tells(times, gold)
    model = LogisticRegression(C=1 / PENALTY, solver="liblinear")
    model.fit(times @ diags(tells), gold, sample_weight=counts)
    signs = [table().signs[column] for column in kept]
    believed = np.array([trust(sign) for sign in signs])
    found = np.rint(POINTS * model.coef_[0] * tells * believed)
    points = {sign: int(each) for sign, each in zip(signs, found, strict=True) if each}
    return points | {"": round(POINTS * float(model.intercept_[0]))}


def _counts(row: Row) -> float:
    """Return as how many a row counts: what people write more often than the files have it."""
    return OFTEN if row.batch == PLAIN or row.gold is None else 1.0


def _tells(matrix: Any, gold: Sequence[bool]) -> Any:
    """Return how much each sign by itself tells of a label: the root of its log-odds, unsigned.

    What tells more is held back less by the penalty: naive Bayes within a regression (Wang and
    Manning 2012), with the root so that what tells little keeps a say.
    """
    there, has = matrix > 0, np.array(gold)
    with_it, without = (SMOOTH + there[those].sum(axis=0).A1 for those in (has, ~has))
    return np.sqrt(np.abs(np.log(with_it / with_it.sum()) - np.log(without / without.sum())))


def _kept(some: Sequence[int], label: str) -> list[int]:
    """Return the columns of the signs that enough of the rows have."""
    there = table().times[some] > 0
    is_note = np.array([rows()[at].gold is None for at in some])
    often, noted = (there[those].sum(axis=0).A1 for those in (~is_note, is_note))
    enough = np.flatnonzero((often >= RARE) | (noted >= NOTED))
    return [int(column) for column in enough if concerns(label, table().signs[column])]


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
    every = [at for at, row in enumerate(rows()) if row.gold or label.startswith("frame:")]
    batches = dict.fromkeys(row.batch for row in rows())
    fold = {batch: number % FOLDS for number, batch in enumerate(batches)}
    found = [
        fit([at for at in every if fold[rows()[at].batch] != left], label) for left in range(FOLDS)
    ]
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

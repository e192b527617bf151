"""Learners who do not change, or do, and what the rule for "changed" tells them.

`python -m tests.analysis.growth.simulation` prints the table of docs/growth.md.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from math import exp, log, sqrt
from random import Random
from typing import NamedTuple

from journal.analysis.growth.change import CHANGED, FIRST_LOOK, RIPENS, SHARES, judge
from journal.analysis.growth.windows import FOUR_WEEKS

FIRST = date(2026, 1, 5)


class Learner(NamedTuple):
    """How a simulated learner goes on.

    share   of events that count, at first; `after` from week `turn` on
    a_week  events in a week, on average, of each figure
    spread  standard deviation from week to week, in log-odds; `carry`: how much of it stays
    """

    share: float
    a_week: float
    spread: float = 0.0
    carry: float = 0.0
    after: float | None = None
    turn: int = 0


def events(random: Random, learner: Learner, weeks: int) -> Iterator[tuple[date, bool]]:
    """Yield the events of one figure over so many weeks."""
    off = random.gauss(0, learner.spread)
    for week in range(weeks):
        share = learner.share
        if learner.after is not None and week >= learner.turn:
            share = learner.after
        odds = log(share / (1 - share)) + off
        for _ in range(_poisson(random, learner.a_week)):
            day = FIRST + timedelta(days=7 * week + random.randrange(7))
            yield day, random.random() < 1 / (1 + exp(-odds))
        fresh = learner.spread * sqrt(1 - learner.carry**2)
        off = learner.carry * off + random.gauss(0, fresh)


def is_told(random: Random, learner: Learner, weeks: int, figures: int = SHARES) -> bool:
    """Tell whether a learner is told "changed" at any look, at any figure."""
    looks = [
        FIRST + timedelta(days=number * FOUR_WEEKS + RIPENS)
        for number in range(FIRST_LOOK, weeks // 4 + 1)
    ]
    for _ in range(figures):
        happened = list(events(random, learner, weeks))
        if any(judge(happened, FIRST, day).verdict == CHANGED for day in looks):
            return True
    return False


def told(learner: Learner, learners: int, weeks: int = 53, figures: int = SHARES) -> float:
    """Return the share of so many such learners who are told "changed" at least once."""
    random = Random(f"{learner} {weeks} {figures}")
    return sum(is_told(random, learner, weeks, figures) for _ in range(learners)) / learners


def _poisson(random: Random, mean: float) -> int:
    limit, product, number = exp(-mean), random.random(), 0
    while product > limit:
        product *= random.random()
        number += 1
    return number


STEADY = [
    Learner(share, a_week, spread, carry)
    for a_week in (1, 3, 8)
    for share in (0.1, 0.5, 0.8)
    for spread, carry in ((0, 0), (0.5, 0.5), (0.8, 0.7))
]
CHANGING = [
    Learner(share, a_week, 0.3, 0.3, after, 26)
    for a_week in (1, 2, 4, 8)
    for share, after in ((0.3, 0.5), (0.3, 0.7), (0.2, 0.8))
]


def main() -> None:
    """Print both tables."""
    for learner in STEADY:
        print(learner.a_week, learner.share, learner.spread, learner.carry, told(learner, 400))
    for learner in CHANGING:
        print(learner.a_week, learner.share, learner.after, told(learner, 400, figures=1))


if __name__ == "__main__":
    main()

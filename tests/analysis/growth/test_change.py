"""The word "changed": seldom said by mistake, however often one looks."""

from datetime import date, timedelta

import pytest

from journal.analysis.growth.change import (
    CHANGED,
    FALSE_ALARMS,
    LOOKS_A_YEAR,
    SHARES,
    TOO_EARLY,
    TOO_FEW,
    UNCLEAR,
    Change,
    halves,
    judge,
    level_of,
    look_number,
)
from journal.analysis.growth.rules import RULES
from tests.analysis.growth.simulation import FIRST, Learner, told

HARDEST = 100
"""So many simulated learners of a kind; a larger run is in docs/growth.md."""


@pytest.mark.parametrize(
    "learner",
    [
        Learner(0.5, 3),
        Learner(0.2, 1),
        Learner(0.5, 3, spread=0.5, carry=0.5),
        Learner(0.5, 8, spread=0.5, carry=0.8),
        Learner(0.8, 8, spread=0.5, carry=0.5),
    ],
)
def test_learners_who_do_not_change_are_seldom_told_so_in_a_year(learner: Learner) -> None:
    assert told(learner, HARDEST) <= FALSE_ALARMS


def test_the_wildest_on_three_figures_are_seldom_told_so() -> None:
    assert told(Learner(0.5, 3, 0.8, 0.7), HARDEST, figures=3) <= FALSE_ALARMS


def test_a_large_and_lasting_change_is_seen() -> None:
    assert told(Learner(0.1, 4, 0.3, 0.3, after=0.9, turn=26), HARDEST, figures=1) > 0.8


def test_all_looks_of_all_years_together_keep_to_the_promise() -> None:
    looks = range(1, LOOKS_A_YEAR * 1000)

    assert sum(SHARES * level_of(number) for number in looks) <= FALSE_ALARMS
    assert sum(rule.changes for rule in RULES) == SHARES


def change(n: int, then: int, now: int, today: date) -> Change:
    """Judge `n` events in each half of 24 weeks, of which so many count."""
    first, second = halves(FIRST, 6)
    events = [(half.first + timedelta(days=each * half.days // n), each < k)
              for half, k in ((first, then), (second, now)) for each in range(n)]  # fmt: skip
    return judge(events, FIRST, today)


LOOK = FIRST + timedelta(days=6 * 28 + 7)


def test_how_often_the_page_is_opened_makes_no_difference() -> None:
    said = {change(60, 2, 58, LOOK + timedelta(days=number)) for number in range(28)}

    assert [each.verdict for each in said] == [CHANGED]


@pytest.mark.parametrize(
    ("n", "then", "now", "verdict"),
    [(60, 30, 33, UNCLEAR), (7, 0, 7, TOO_FEW), (60, 58, 2, CHANGED), (8, 4, 6, UNCLEAR)],
)
def test_what_a_look_finds(n: int, then: int, now: int, verdict: str) -> None:
    assert change(n, then, now, LOOK).verdict == verdict


def test_before_thirteen_weeks_it_is_too_early() -> None:
    assert judge([], FIRST, FIRST + timedelta(days=90)) == Change(TOO_EARLY)
    assert judge([], FIRST, FIRST + timedelta(days=91)).verdict == TOO_FEW


def test_halves_lie_side_by_side_and_are_equally_long() -> None:
    for number in range(3, 40):
        then, now = halves(FIRST, number)

        assert then.days == now.days <= 84
        assert then.last + timedelta(days=1) == now.first
        assert now.last == FIRST + timedelta(days=28 * number - 1)
        assert then.first >= FIRST
        assert look_number(FIRST, now.last + timedelta(days=8)) == number

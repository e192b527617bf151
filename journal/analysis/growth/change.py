"""When the word "changed" is said: rarely, and by a rule whose false alarms are known.

The word is looked for once in four weeks, on days that follow from the learner's first one; how
often the page is opened makes no difference. Compared are the two halves of what there is, at most
twelve weeks each. The word is said where Newcombe's interval of the difference leaves out zero, at
a level so strict that all looks of all years, at all the shares there are, say it by mistake to at
most five learners in a hundred (Bonferroni's inequality; Dunn 1961): the first year spends one half
of that, the second one sixth, the third one twelfth and so on. docs/growth.md has its power.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import sqrt
from typing import NamedTuple

from journal.analysis.growth.intervals import Interval, difference, effective, two_sided, wobble
from journal.analysis.growth.windows import FOUR_WEEKS, TWELVE_WEEKS, Window, before, ending

FALSE_ALARMS = 0.05
"""Of all learners who do not change, so many at most are ever told "changed"."""

SHARES = 7
"""How many figures there are of which the word can be said."""

LOOKS_A_YEAR = 13
FIRST_LOOK = 3
"""The first look: after so many times four weeks."""

RIPENS = 7
"""So many days after its last one a window is looked at: by then it is known what followed."""

LEAST = 8
"""So many events must be in each half."""

SPREAD = 0.5
"""So much do weeks differ at least, in log-odds, even where a learner's own show less."""

CARRY = 0.82
"""So much of one week is taken to be there in the next: enough for the wildest simulated."""

CHANGED = "changed"
UNCLEAR = "no clear change"
TOO_FEW = "too few to say"
TOO_EARLY = "too early to say"

Happened = Iterable[tuple[date, bool]]
"""Events: the day of each, and whether it counts."""


class Half(NamedTuple):
    """One of the two halves that are compared: `k` of `n` events in its window count."""

    window: Window
    k: int
    n: int


class Change(NamedTuple):
    """What a look finds.

    verdict      CHANGED, UNCLEAR, TOO_FEW or TOO_EARLY
    then, now    the two halves; None before the first look
    level        how often this look, at this figure, says "changed" by mistake, at most
    between      the interval of now less then at that level; None where it was not worked out
    """

    verdict: str
    then: Half | None = None
    now: Half | None = None
    level: float = 0.0
    between: Interval | None = None


def look_number(first: date, today: date) -> int:
    """Return how many times four weeks there are since the learner's `first` day, ripe today."""
    return max(0, (today - first).days - RIPENS) // FOUR_WEEKS


def halves(first: date, number: int) -> tuple[Window, Window]:
    """Return then and now of a look: the halves of the days so far, at most twelve weeks each."""
    end = first + timedelta(days=number * FOUR_WEEKS - 1)
    now = ending(end, min(number * FOUR_WEEKS // 2, TWELVE_WEEKS))
    return before(now), now


def level_of(number: int) -> float:
    """Return the level of one look at one figure, so that all of them keep to FALSE_ALARMS."""
    year = (number - 1) // LOOKS_A_YEAR + 1
    return FALSE_ALARMS / (year * (year + 1)) / LOOKS_A_YEAR / SHARES


def judge(happened: Happened, first: date, today: date) -> Change:
    """Return what the latest look at one figure finds.

    first  the learner's first day, from which looks are counted
    """
    number = look_number(first, today)
    if number < FIRST_LOOK:
        return Change(TOO_EARLY)
    events = list(happened)
    then, now = (_half(events, window) for window in halves(first, number))
    level = level_of(number)
    if min(then.n, now.n) < LEAST:
        return Change(TOO_FEW, then, now, level)
    between = _between(events, then, now, two_sided(level))
    verdict = CHANGED if between.low > 0 or between.high < 0 else UNCLEAR
    return Change(verdict, then, now, level, between)


def _half(events: Iterable[tuple[date, bool]], window: Window) -> Half:
    within = [counts for day, counts in events if window.holds(day)]
    return Half(window, sum(within), len(within))


def _between(events: Sequence[tuple[date, bool]], then: Half, now: Half, z: float) -> Interval:
    """Return the interval of the difference; each half is worth less where weeks hang together."""
    pooled = (then.k + now.k) / (then.n + now.n)
    chance = pooled * (1 - pooled)
    found = [_from_week_to_week(events, half.window, chance) for half in (then, now)]
    beyond, weight = (sum(part) for part in zip(*found, strict=True))
    spread = max(SPREAD, sqrt(max(0.0, beyond / weight) / (1 - CARRY))) if weight else SPREAD
    variance = wobble(now.window.days / 7, spread, CARRY)
    worth = [(half.k / half.n, effective(half.n, pooled, variance)) for half in (then, now)]
    return difference(worth[0], worth[1], z)


def _from_week_to_week(
    events: Iterable[tuple[date, bool]], window: Window, chance: float
) -> tuple[float, float]:
    """Return by how much neighbouring weeks of a window differ beyond chance, and of what weight.

    The first by the second is a variance of log-odds. It is taken from successive differences (von
    Neumann 1941), which a lasting change does not touch, less what chance alone would bring.
    """
    weeks: dict[int, list[bool]] = defaultdict(list)
    for day, counts in events:
        if window.holds(day):
            weeks[(day - window.first).days // 7].append(counts)
    beyond = weight = 0.0
    for number in sorted(weeks):
        if (later := weeks.get(number + 1)) is None:
            continue
        week = weeks[number]
        apart = sum(week) / len(week) - sum(later) / len(later)
        by_chance = chance * (1 / len(week) + 1 / len(later))
        pairs = len(week) * len(later) / (len(week) + len(later))
        beyond += pairs * (apart**2 - by_chance)
        weight += pairs * 2 * chance**2
    return beyond, weight

"""How the evidence of a figure becomes what it says: a share, a median, means, counts."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, median
from typing import NamedTuple

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.intervals import CONFIDENCE, Interval, two_sided, wilson
from journal.analysis.growth.phases import PHASES, weeks


class Sum(NamedTuple):
    """What some evidence comes to.

    n         events that it is about; `missing`: events that lack what is needed to count them
    value     the figure, or None where there is nothing
    said      the figure in words
    interval  of a share, at 80 %
    parts     more numbers that belong to it, never added up
    """

    n: int
    missing: int
    value: float | None
    said: str
    interval: Interval | None = None
    parts: Mapping[str, float] = {}


Summing = Callable[[Sequence[Evidence]], Sum]


def share(words: str, note: Callable[[int, int], str] = lambda _k, _n: "") -> Summing:
    """Return what sums up a share; `words` has {k} and {n}, `note` may add a sentence."""

    def summed(evidence: Sequence[Evidence]) -> Sum:
        known = [each for each in evidence if each.counts is not None]
        n, k = len(known), sum(each.counts is True for each in known)
        said = ". ".join(filter(None, (words.format(k=k, n=n), note(k, n))))
        if not n:
            return Sum(0, len(evidence), None, said)
        interval = wilson(k / n, n, two_sided(1 - CONFIDENCE))
        return Sum(n, len(evidence) - n, k / n, said, interval, _by_part(known))

    return summed


def middle(words: str) -> Summing:
    """Return what sums up values by their median; `words` has {value} and {n}."""

    def summed(evidence: Sequence[Evidence]) -> Sum:
        values = [each.value for each in evidence if each.value is not None]
        value = median(values) if values else None
        said = words.format(value=_number(value or 0), n=len(values))
        return Sum(len(values), len(evidence) - len(values), value, said)

    return summed


def lean_and_gap(evidence: Sequence[Evidence]) -> Sum:
    """Sum up differences by their mean (lean) and their mean size (gap)."""
    values = [each.value for each in evidence if each.value is not None]
    missing = len(evidence) - len(values)
    if not values:
        return Sum(0, missing, None, "nothing to put side by side")
    lean, gap = fmean(values), fmean(map(abs, values))
    which = "surer than it came" if lean > 0 else "less sure than it came"
    side = f"{_number(abs(lean))} of 10 {which}" if lean else "as sure as it came"
    said = f"on the whole {side}; {_number(gap)} of 10 apart each time, over {len(values)} tries"
    return Sum(len(values), missing, lean, said, parts={"lean": lean, "gap": gap})


def times(one: str, many: str) -> Summing:
    """Return what counts; `one` is said of one, `many` has {n}."""

    def summed(evidence: Sequence[Evidence]) -> Sum:
        n = len(evidence)
        return Sum(n, 0, float(n), one if n == 1 else many.format(n=n), parts=_by_part(evidence))

    return summed


def grid(evidence: Sequence[Evidence]) -> Sum:
    """Sum up what was noticed, changed and helped, by surroundings; never as one number."""
    parts = _by_part(evidence)
    kinds = [
        (name, int(sum(n for part, n in parts.items() if part.endswith(f": {name}"))))
        for name in ("noticed", "changed", "helped")
    ]
    said = ", ".join(f"{n} {name}" for name, n in kinds)
    return Sum(kinds[0][1], 0, None, said, parts=parts)


def by_week(evidence: Sequence[Evidence]) -> Sum:
    """Sum up in how many weeks with anything written each phase is."""
    found = weeks(list(evidence))
    parts = {phase: float(sum(phase in there for there in found.values())) for phase in PHASES}
    all_three = sum(there == set(PHASES) for there in found.values())
    said = f"all three in {all_three} of {len(found)} weeks"
    return Sum(len(found), 0, None, said, parts=parts)


def _by_part(evidence: Sequence[Evidence]) -> dict[str, float]:
    return {
        part: float(n) for part, n in Counter(each.part for each in evidence if each.part).items()
    }


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")

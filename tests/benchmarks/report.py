"""The rows of a run, and how they are shown."""

import os
import platform
from statistics import median
from typing import Any, NamedTuple

from tests.benchmarks.timing import Timing


class Row(NamedTuple):
    """One comparison.

    what   what was measured
    ours   how long it took
    beside what it is compared with
    floor  how long that took
    bar    how many times as long ours may take; None: it is only reported
    at     what the bar is about: "p50" (the medians) or "p99"
    """

    what: str
    ours: Timing
    beside: str
    floor: Timing
    bar: float | None = None
    at: str = "p50"

    @property
    def ratio(self) -> float:
        """How many times as long ours takes: the median over the rounds, or p99 by p99."""
        if self.at == "p99":
            return self.ours.p99 / self.floor.p99
        pairs = zip(self.ours.taken, self.floor.taken, strict=True)
        return median(ours / floor for ours, floor in pairs)

    @property
    def verdict(self) -> str:
        """Whether it is as good as it should be."""
        if self.bar is None:
            return ""
        return f"{self.at} ≤ {self.bar:g} " + ("met" if self.ratio <= self.bar else "MISSED")


class Fact(NamedTuple):
    """Something that was counted or compared otherwise; met is None where it is only reported."""

    what: str
    found: str
    wanted: str
    met: bool | None = None


def machine() -> str:
    """Return what these figures were taken on."""
    system, load = platform.uname(), " ".join(f"{part:.1f}" for part in os.getloadavg())
    python = platform.python_version()
    return f"{os.cpu_count()} cores, {system.system} {system.release}, Python {python}, load {load}"


HEAD = """\
| what | ms p50 | p99 | least | beside | ms p50 | p99 | least | ratio | of least | bar |
|---|---|---|---|---|---|---|---|---|---|---|"""
"""The head of the table; times are in milliseconds."""


def as_line(row: Row | Fact) -> str:
    """Return a row as a line of a Markdown table."""
    return _fact(row) if isinstance(row, Fact) else _row(row)


def as_json(row: Row | Fact) -> dict[str, Any]:
    """Return a row with all that was measured."""
    if isinstance(row, Fact):
        return row._asdict()
    ours, floor = row.ours._asdict(), row.floor._asdict()
    return {**row._asdict(), "ours": ours, "floor": floor, "ratio": row.ratio}


def _row(row: Row) -> str:
    least = row.ours.least / row.floor.least
    cells = [row.what, *_ms(row.ours), row.beside, *_ms(row.floor)]
    return f"| {' | '.join(cells)} | {row.ratio:.3g} | {least:.3g} | {row.verdict} |"


def _ms(timing: Timing) -> list[str]:
    return [f"{taken / 1e6:.3g}" for taken in (timing.p50, timing.p99, timing.least)]


def _fact(fact: Fact) -> str:
    verdict = "" if fact.met is None else ("met" if fact.met else "MISSED")
    return f"| {fact.what} | {fact.found} | | | | | | | | | {fact.wanted} {verdict} |"

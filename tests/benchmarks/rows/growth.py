"""Growth over a large journal: the first time, again, and after one record has changed."""

import re
from collections.abc import Callable
from functools import partial
from itertools import cycle
from time import perf_counter_ns

from journal.analysis.growth.page import growth_page
from journal.analysis.growth.readings import Readings
from journal.records.record import Record
from journal.sample import sample_records
from tests.benchmarks.bench import Bench
from tests.benchmarks.generate import NOW, Size, records
from tests.benchmarks.report import Fact, Row

COLD = 10.0
"""Seconds that the page may take the first time."""

ONE = 5.0
"""Milliseconds that one changed record may take."""

_ENDS = re.compile(r"(?=[.!?](?:\s|\Z))")

CHOSEN = ("stuck", "why", "events")


def growth(bench: Bench) -> list[Row | Fact]:
    """Measure the page of Growth, the reading of all texts, and that of one."""
    made, readings = _written(bench.sizes.large), Readings()
    once = [each._replace(text=_made_different(each.text, n)) for n, each in enumerate(made)]
    cold, again = (_seconds(lambda: _page(made, readings)) for _ in range(2))
    different = _seconds(lambda: _page(once, Readings()))
    everything = _seconds(lambda: Readings().read_all(made))
    changed = [each._replace(text=f"{each.text} And I learned it.", version="2") for each in made]
    worst = max(_seconds(partial(readings.of, each)) for each in changed[-100:]) * 1000
    what = f"Growth over {len(made):,}"
    return [
        Fact(f"{what}, the first time", f"{cold:.1f} s", f"≤ {COLD:g} s", cold <= COLD),
        Fact(f"{what}, no sentence twice, the first time", f"{different:.1f} s",
             f"≤ {COLD:g} s", different <= COLD),
        Fact(f"{what}, again", f"{again:.2f} s", ""),
        Fact(f"{what}, all texts read", f"{everything:.1f} s", ""),
        Fact(f"{what}, one changed record", f"worst of 100: {worst:.1f} ms", f"≤ {ONE:g} ms",
             worst <= ONE),
    ]  # fmt: skip


def _written(size: int) -> list[Record]:
    """Return a journal of ten years in words that somebody could have written: the sample's."""
    texts = cycle([each.text for each in sample_records(NOW.date(), "Etc/UTC") if each.text])
    return [each._replace(text=next(texts), version="1") for each in records(Size(size))]


def _made_different(text: str, number: int) -> str:
    """Return a text of which no sentence is in any other one."""
    return _ENDS.sub(f" with part {number}", text)


def _page(made: list[Record], readings: Readings) -> None:
    growth_page(made, NOW.date(), CHOSEN, readings=readings)


def _seconds(do: Callable[[], object]) -> float:
    begun = perf_counter_ns()
    do()
    return (perf_counter_ns() - begun) / 1e9

"""Loading everything: how long it takes, and for how long it holds the event loop."""

import subprocess
from pathlib import Path

from tests.benchmarks.bench import PYTHON, Bench
from tests.benchmarks.generate import Size
from tests.benchmarks.report import Fact, Row
from tests.benchmarks.timing import ROOT, Take, environment, in_turns

HELD = 5.0
"""For so many milliseconds the loop may be held."""


def load(bench: Bench) -> list[Row | Fact]:
    """Compare loading all records with one json.loads of the same text."""
    large = bench.sizes.large
    ways = ("ours", "plain", "no-gc")
    taken = in_turns(bench.rounds, {way: _loader(bench, "time", way) for way in ways})
    what = f"loading all of {large:,}"
    return [
        Row(what, taken["ours"], "json.loads", taken["plain"], 2),
        Row(what, taken["ours"], "json.loads without the collector", taken["no-gc"]),
    ]


def stall(bench: Bench) -> list[Row | Fact]:
    """Look for how long an event loop is held while a thread loads: the worst of each run."""
    ways = ("ours", "plain", "idle")
    taken = in_turns(bench.rounds, {way: _loader(bench, "stall", way) for way in ways})
    said = {
        way: f"worst of a run: median {timing.p50 / 1e6:.1f} ms, least {timing.least / 1e6:.1f}"
        for way, timing in taken.items()
    }
    met = taken["ours"].p50 / 1e6 <= HELD
    what = "the loop is held"
    return [
        Fact(f"{what}, loading {bench.sizes.large:,}", said["ours"], f"≤ {HELD:g} ms", met),
        Fact(f"{what}, json.loads in a thread", said["plain"], ""),
        Fact(f"{what}, nothing going on", said["idle"], ""),
    ]


def _loader(bench: Bench, what: str, way: str) -> Take:
    return loader(bench.home(Size(bench.sizes.large)), what, way)


def loader(home: Path, what: str, way: str) -> Take:
    """Return what loads the journal of a home in a process of its own."""
    env = environment(home) | {"PYTHONPATH": str(ROOT)}
    command = [PYTHON, "-m", "tests.benchmarks.workers.loader", what, way]

    def take() -> int:
        done = subprocess.run(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        return int(done.stdout)

    return take

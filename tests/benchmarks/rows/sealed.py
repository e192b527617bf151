"""Sealed journals, the key at hand: what a passphrase costs in everyday use."""

import os
import shutil
from pathlib import Path
from unittest.mock import patch

from journal.clock import system_clock
from journal.paths import Places
from journal.store.journal import Journal
from journal.store.sealed import sealing, slots
from journal.store.sealed.slots import Cost
from tests.benchmarks.bench import Bench
from tests.benchmarks.generate import RARE, Size
from tests.benchmarks.report import Fact, Row
from tests.benchmarks.rows.loading import loader
from tests.benchmarks.rows.saving import SAVES_A_ROUND, Worker
from tests.benchmarks.rows.shell import NOTE, PASS, command, nothing
from tests.benchmarks.timing import RUNTIME, Timing, in_turns

LONG = 1e7
"""For so many seconds the key is at hand."""


def home(bench: Bench, count: int, purpose: str = "") -> Path:
    """Return a JOURNAL_HOME whose journal is sealed, with its key at hand."""
    path = bench.folder / f"sealed-{count}-{purpose}"
    if not path.exists():
        shutil.copytree(bench.home(Size(count)), path)
        journal = Journal(
            Places(path / "journal", path / "settings.toml", path / "state"), system_clock()
        )
        sealing.encrypt(journal, "benchmarks", slots.new_recovery(), cost=Cost(64, 1))
        (path / RUNTIME).mkdir(mode=0o700)
        with patch.dict(os.environ, {"XDG_RUNTIME_DIR": str(path / RUNTIME)}):
            journal.keyring.keep(LONG)
        journal.close()
    return path


def shell(bench: Bench) -> list[Row | Fact]:
    """Compare `journal add`, `list` and `search` in a sealed journal with Python alone."""
    large = bench.sizes.large
    reads, writes = home(bench, large), home(bench, large, "add")
    takes = {
        "pass": nothing(),
        "add": command(writes, "add", NOTE),
        "open add": command(bench.home(Size(large), "add"), "add", NOTE),
        "list": command(reads, "list", "-n", "10"),
        "search": command(reads, "search", RARE),
    }
    taken = in_turns(bench.rounds, takes)
    return [
        Row(f"journal add, {large:,} sealed", taken["add"], PASS, taken["pass"], 5),
        Row(f"journal add, {large:,} sealed", taken["add"], "open", taken["open add"]),
        Row(f"journal list -n 10, {large:,} sealed", taken["list"], PASS, taken["pass"], 5),
        Row(f"journal search {RARE}, {large:,} sealed", taken["search"], PASS, taken["pass"]),
    ]


def save(bench: Bench) -> list[Row | Fact]:
    """Compare a save in a sealed journal with write and fsync of the same bytes."""
    count = bench.sizes.large
    worker = Worker("saver", "loaded", home(bench, count, "save"))
    pairs = [worker.take() for _ in range(bench.rounds * SAVES_A_ROUND + 1)][1:]
    worker.end()
    ours, raw = (Timing(tuple(taken)) for taken in zip(*pairs, strict=True))
    return [Row(f"a save, {count:,} records, sealed", ours, "append+fsync", raw, 3)]


def load(bench: Bench) -> list[Row | Fact]:
    """Compare loading all sealed records with one json.loads of their text."""
    large = bench.sizes.large
    takes = {
        "sealed": loader(home(bench, large), "time", "ours"),
        "plain": loader(bench.home(Size(large)), "time", "plain"),
    }
    taken = in_turns(bench.rounds, takes)
    return [
        Row(f"loading all of {large:,}, sealed", taken["sealed"], "json.loads", taken["plain"], 5)
    ]

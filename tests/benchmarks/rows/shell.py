"""Whole processes of the shell, beside a Python that does nothing."""

import json
import re
import subprocess
from pathlib import Path

from journal.records.codec import to_json
from tests.benchmarks.bench import COMMAND, PYTHON, Bench
from tests.benchmarks.generate import RARE, Size, records
from tests.benchmarks.report import Fact, Row
from tests.benchmarks.timing import ROOT, Take, environment, in_turns, process

NOTE = "Client wanted the reason, not the figure"
PASS = "python -c pass"


def nothing() -> Take:
    """Return what starts and ends Python."""
    return process([PYTHON, "-c", "pass"], environment())


def command(home: Path, *words: str) -> Take:
    """Return what runs `journal` with these words."""
    return process([COMMAND, *words], environment(home))


def add(bench: Bench) -> list[Row | Fact]:
    """Compare `journal add` with Python alone, and in a large journal with a small one."""
    small, large = bench.sizes.small, bench.sizes.large
    takes = {
        "pass": nothing(),
        "small": command(bench.home(Size(small), "add"), "add", NOTE),
        "large": command(bench.home(Size(large), "add"), "add", NOTE),
    }
    taken = in_turns(bench.rounds, takes)
    return [
        Row(f"journal add, {large:,}", taken["large"], PASS, taken["pass"], 4),
        Row(f"journal add, {small:,}", taken["small"], PASS, taken["pass"], 4),
        Row(f"journal add, {large:,}", taken["large"], f"{small:,}", taken["small"], 1.2),
    ]


def add_imports(bench: Bench) -> list[Row | Fact]:
    """Look at what `journal add` imports."""
    done = subprocess.run(
        [PYTHON, "-X", "importtime", "-m", "journal", "add", NOTE],
        env=environment(bench.home(Size(bench.sizes.small), "add")),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = re.findall(r"\|\s+(\S+)$", done.stderr, re.MULTILINE)
    heavy = sorted({name.partition(".")[0] for name in names} & {"textual", "rich"})
    found = f"{len(names)} modules, {', '.join(heavy) or 'neither textual nor rich'}"
    return [Fact("what journal add imports", found, "neither textual nor rich", not heavy)]


def add_after_import(bench: Bench) -> list[Row | Fact]:
    """Compare `journal add` right after a large import with Python alone."""
    spread = imported(bench, bench.sizes.large)
    at_once = imported(bench, bench.sizes.large, a_day=bench.sizes.large // 10)
    takes = {
        "pass": nothing(),
        "spread": command(spread, "add", NOTE),
        "at once": command(at_once, "add", NOTE),
    }
    taken = in_turns(bench.rounds, takes)
    what = f"journal add after an import of {bench.sizes.large:,}"
    return [
        Row(f"{what}, of ten years", taken["spread"], PASS, taken["pass"], 4),
        Row(f"{what}, all of this month", taken["at once"], PASS, taken["pass"], 4),
    ]


def imported(bench: Bench, count: int, a_day: int = 0) -> Path:
    """Return a JOURNAL_HOME into which so many records were just imported."""
    size = Size(count, a_day)
    path, home = given(bench, size), bench.folder / f"imported-{count}-{a_day}"
    command(home, "import", "json", str(path))()
    return home


def given(bench: Bench, size: Size) -> Path:
    """Return our own JSON with so many records."""
    path = bench.folder / f"given-{size.records}-{size.a_day}.json"
    path.write_text(json.dumps([to_json(record) for record in records(size)]))
    return path


def list_newest(bench: Bench) -> list[Row | Fact]:
    """Compare `journal list -n 10` with Python alone."""
    large, small = bench.sizes.large, bench.sizes.small
    takes = {
        "pass": nothing(),
        "small": command(bench.home(Size(small)), "list", "-n", "10"),
        "large": command(bench.home(Size(large)), "list", "-n", "10"),
    }
    taken = in_turns(bench.rounds, takes)
    return [
        Row(f"journal list -n 10, {large:,}", taken["large"], PASS, taken["pass"], 4),
        Row(f"journal list -n 10, {large:,}", taken["large"], f"{small:,}", taken["small"]),
    ]


def search(bench: Bench) -> list[Row | Fact]:
    """Compare the search for a rare word with Python alone and with grep."""
    home = bench.home(Size(bench.sizes.large))
    files = sorted(home.glob("journal/lines-*/*.jsonl"))
    takes = {
        "pass": nothing(),
        "grep": process(["grep", "-ciw", RARE, *files], environment()),
        "ours": command(home, "search", RARE),
    }
    # grep -c over many files succeeds if any has the word.
    taken = in_turns(bench.rounds, takes)
    what = f"journal search {RARE}, {bench.sizes.large:,}"
    return [
        Row(what, taken["ours"], PASS, taken["pass"], 8),
        Row(what, taken["ours"], "grep -iw", taken["grep"]),
    ]

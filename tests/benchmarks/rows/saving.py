"""A save: how many calls it makes, and how long it takes beside the disk itself."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import which

from tests.benchmarks.bench import COMMAND, Bench
from tests.benchmarks.generate import Size, records
from tests.benchmarks.report import Fact, Row
from tests.benchmarks.timing import ROOT, Timing, environment, in_turns

SAVES_A_ROUND = 25
_CALL = re.compile(r"\b(write|pwrite64|writev|fsync|fdatasync|rename|ftruncate)\(\d+<([^>]*)>")


def calls(bench: Bench) -> list[Row | Fact]:
    """Count what `journal add` does to the journal's folder: in a month that has notes, and not."""
    if which("strace") is None:
        return [Fact("calls of a save", "not run: strace is not installed", "")]
    home = bench.home(Size(bench.sizes.small, a_day=100), "calls")
    later = environment(home) | {"JOURNAL_NOW": "2026-01-02T09:00+00:00"}
    found = [
        ("calls of a save", _calls(home, environment(home)), ["write", "fsync"]),
        ("calls of the first save of a month", _calls(home, later), ["write", "fsync", "fsync"]),
    ]
    return [Fact(what, " ".join(done), " ".join(want), done == want) for what, done, want in found]


def _calls(home: Path, env: dict[str, str]) -> list[str]:
    command = ["strace", "-f", "-y", "-qq", "-e", "trace=write,pwrite64,writev,fsync,fdatasync"]
    done = subprocess.run(
        [*command, COMMAND, "add", "why was the printer there"],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [call for call, path in _CALL.findall(done.stderr) if path.startswith(str(home))]


class Worker:
    """A process that measures when it is asked, so that two of them can do so in turns."""

    def __init__(self, module: str, argument: str, home: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"tests.benchmarks.workers.{module}", argument],
            env=environment(home) | {"PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def take(self) -> list[int]:
        """Let it do its work once and return what it says."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return [int(part) for part in self._process.stdout.readline().split()]

    def first(self) -> int:
        """Let it do its work once and return the first thing that it says."""
        return self.take()[0]

    def end(self) -> None:
        """Let it go."""
        self._process.communicate()


def beside_raw(bench: Bench) -> list[Row | Fact]:
    """Compare a save with write and fsync of the same bytes, in a shell and in the app."""
    found: list[Row | Fact] = []
    for count in (bench.sizes.real, bench.sizes.large):
        for state in ("unread", "loaded"):
            worker = Worker("saver", state, bench.home(Size(count), f"save {state}"))
            pairs = [worker.take() for _ in range(bench.rounds * SAVES_A_ROUND + 1)][1:]
            worker.end()
            ours, raw = (Timing(tuple(taken)) for taken in zip(*pairs, strict=True))
            what = f"a save, {count:,} records, {state}"
            found.append(Row(what, ours, "append+fsync", raw, 3))
    return found


def flat(bench: Bench) -> list[Row | Fact]:
    """Compare a save in a huge journal with one in a small one that has as many a month."""
    sizes = bench.sizes
    a_day = max(1, sizes.huge // 2500)
    found: list[Row | Fact] = []
    for state in ("unread", "loaded"):
        homes = [bench.home(Size(n, a_day), f"flat {state}") for n in (sizes.huge, sizes.small)]
        huge, small = (Worker("saver", state, home) for home in homes)
        taken = in_turns(bench.rounds * SAVES_A_ROUND, {"huge": huge.first, "small": small.first})
        huge.end()
        small.end()
        what = f"a save, {sizes.huge:,} records, {state}"
        beside = f"{sizes.small:,} records, as many a month"
        found.append(Row(what, taken["huge"], beside, taken["small"], 1.2))
    return found


def beside_tinydb(bench: Bench) -> list[Row | Fact]:
    """Compare a save with an insert into TinyDB's default storage."""
    from tinydb import TinyDB

    found: list[Row | Fact] = []
    for count in (bench.sizes.small, bench.sizes.large):
        path = bench.folder / f"tiny-{count}.json"
        with TinyDB(path) as db:
            made = records(Size(count))
            db.insert_multiple({"kind": r.kind, "at": str(r.at), "text": r.text} for r in made)
        home = bench.home(Size(count), "tinydb")
        ours, tiny = Worker("saver", "loaded", home), Worker("tiny", str(path), home)
        taken = in_turns(bench.rounds, {"ours": ours.first, "tiny": tiny.first})
        ours.end()
        tiny.end()
        what = f"a save, {count:,} records, loaded"
        found.append(Row(what, taken["ours"], "TinyDB's default insert", taken["tiny"]))
    return found

"""Saves one note for each line of stdin, then appends the same bytes raw; prints both times."""

import os
import sys
import time
from pathlib import Path

from journal.clock import logical_day, system_clock
from journal.paths import places
from journal.practice.noting import new_note
from journal.store.journal import Journal

TEXT = " ".join(["somebody", "asked", "why", "the", "second", "printer"] * 4)


def main(*, loaded: bool) -> None:
    """Save in a journal that was read whole, as in the app, or not at all, as in a shell."""
    journal = Journal(places(), system_clock())
    if loaded:
        journal.load()
    raw = os.open(places().state / "raw", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for number, _ in enumerate(sys.stdin):
        now = journal.clock.now()
        note = new_note(f"{number} {TEXT}", now, journal.clock.zone, logical_day(now))
        began = time.perf_counter_ns()
        journal.save(note)
        ours = time.perf_counter_ns() - began
        line = _last_line()
        began = time.perf_counter_ns()
        os.write(raw, line)
        os.fsync(raw)
        print(ours, time.perf_counter_ns() - began, flush=True)
    journal.close()


def _last_line() -> bytes:
    files = places().journal.glob("lines-*/*.jsonl")
    newest: Path = max(files, key=lambda path: path.stat().st_mtime_ns)
    return newest.read_bytes().splitlines(keepends=True)[-1]


if __name__ == "__main__":
    main(loaded=sys.argv[1] == "loaded")

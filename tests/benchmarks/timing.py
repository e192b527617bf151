"""Taking times of things that are compared: in turns, so that a busy moment meets them all."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

RUNTIME = "runtime"
"""The folder in a home where the key of its sealed journal is at hand."""

ROOT = Path(__file__).resolve().parents[2]


class Timing(NamedTuple):
    """What was measured of one thing, in nanoseconds."""

    taken: tuple[int, ...]

    @property
    def p50(self) -> float:
        """The median."""
        return median(self.taken)

    @property
    def p99(self) -> int:
        """What 99 of a hundred stay below; the greatest where there are fewer."""
        ordered = sorted(self.taken)
        return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]

    @property
    def least(self) -> int:
        """The shortest."""
        return min(self.taken)


Take = Callable[[], int]
"""Does something once and says how many nanoseconds it took."""


def in_turns(rounds: int, takes: Mapping[str, Take], warm: int = 1) -> dict[str, Timing]:
    """Take the times of all in turns, so many rounds; `warm` rounds before do not count."""
    found: dict[str, list[int]] = {name: [] for name in takes}
    for number in range(-warm, rounds):
        for name, take in takes.items():
            taken = take()
            if number >= 0:
                found[name].append(taken)
    return {name: Timing(tuple(taken)) for name, taken in found.items()}


def process(command: Sequence[str | Path], env: Mapping[str, str]) -> Take:
    """Return what runs a command from its start to its end; it must succeed."""

    def take() -> int:
        began = time.perf_counter_ns()
        done = subprocess.run(
            command,
            env=env,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        taken = time.perf_counter_ns() - began
        if done.returncode:
            raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr.decode()}")
        return taken

    return take


def environment(home: Path | None = None) -> dict[str, str]:
    """Return the same bare environment for all; `home` is JOURNAL_HOME."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    more = {"JOURNAL_HOME": str(home), "JOURNAL_NOW": "2025-12-30T20:00+00:00"} if home else {}
    if home and (home / RUNTIME).is_dir():
        more["XDG_RUNTIME_DIR"] = str(home / RUNTIME)
    return kept | {"TZ": "UTC", "LANG": "C.UTF-8", "TERM": "xterm-256color"} | more

"""The app in a real terminal: its first paint, and keys while it loads."""

import os
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from itertools import pairwise
from pty import fork
from string import ascii_lowercase

from tests.benchmarks.bench import COMMAND, PYTHON, Bench
from tests.benchmarks.generate import NOW, Size, records
from tests.benchmarks.report import Fact, Row
from tests.benchmarks.timing import ROOT, Take, Timing, environment, in_turns

FIELD = b"hat did you just notice?"
"""What stands in the empty field; its first letter is under the cursor, hence by itself."""

HELLO = b"Hello there, terminal"
LIMIT = 30.0
LOADING = 0.25
"""For so many seconds after the first paint keys are pressed."""


class Window:
    """A program in a pty of 120 columns and 40 rows; it begins when this is made."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self.raw = b""
        self.began = time.perf_counter_ns()
        self._program, self._end = fork()
        if not self._program:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.chdir(ROOT)
            os.execve(command[0], [*command], dict(env))

    def until(self, needle: bytes, start: int = 0) -> int:
        """Read until `needle` has been written behind `start`; return the moment (ns)."""
        limit = time.perf_counter() + LIMIT
        while needle not in self.raw[start:]:
            if not select.select([self._end], [], [], limit - time.perf_counter())[0]:
                raise TimeoutError(f"{needle!r} did not show")
            try:
                self.raw += os.read(self._end, 65536)
            except OSError as error:  # its side of the pty is closed
                raise RuntimeError(f"it ended before {needle!r}: {self.raw[-500:]!r}") from error
        return time.perf_counter_ns()

    def press(self, key: str, needle: bytes) -> int:
        """Press a key; return how long it takes until `needle` is written (ns)."""
        start, began = len(self.raw), time.perf_counter_ns()
        os.write(self._end, key.encode())
        return self.until(needle, start) - began

    def end(self) -> None:
        """Kill it."""
        os.kill(self._program, signal.SIGKILL)
        os.waitpid(self._program, 0)
        os.close(self._end)


def paint(bench: Bench) -> list[Row | Fact]:
    """Compare the time until the field, and today's notes, are there with the smallest app's."""
    small, large = bench.sizes.small, bench.sizes.large
    env = environment(bench.home(Size(large))) | {"PYTHONPATH": str(ROOT)}
    hello = [PYTHON, "-m", "tests.benchmarks.workers.hello"]
    notes = [r for r in records(Size(large)) if r.day == NOW.date() and r.kind == "note"]
    newest = notes[-1].text[:20].encode() if notes else FIELD
    takes = {
        "hello": _paint(hello, env, HELLO),
        "small": _paint([COMMAND], environment(bench.home(Size(small))), FIELD),
        "large": _paint([COMMAND], env, FIELD),
        "notes": _paint([COMMAND], env, newest),
    }
    taken = in_turns(bench.rounds, takes)
    beside = "the smallest Textual app"
    return [
        Row(f"first paint, {large:,}", taken["large"], beside, taken["hello"], 1.7),
        Row(f"first paint, {large:,}", taken["large"], f"{small:,}", taken["small"]),
        Row(f"today's notes there, {large:,}", taken["notes"], beside, taken["hello"]),
    ]


def _paint(command: Sequence[str], env: Mapping[str, str], needle: bytes) -> Take:
    def take() -> int:
        window = Window(command, env)
        try:
            return window.until(needle) - window.began
        finally:
            window.end()

    return take


def keys(bench: Bench) -> list[Row | Fact]:
    """Compare key to glyph right after the first paint, while it loads, with a small journal's."""
    found: dict[int, list[int]] = {bench.sizes.large: [], bench.sizes.small: []}
    for _ in range(bench.rounds):
        for count, taken in found.items():
            taken += _keys(environment(bench.home(Size(count), "keys")))
    large, small = (Timing(tuple(taken)) for taken in found.values())
    what = f"key to glyph while loading {bench.sizes.large:,}"
    return [Row(what, large, f"{bench.sizes.small:,}", small, 2, at="p99")]


def _keys(env: Mapping[str, str]) -> list[int]:
    """Press one key after the other while it loads; each shows behind the one before."""
    window, taken = Window([COMMAND], env), list[int]()
    try:
        end = window.until(FIELD) + LOADING * 1e9
        for before, key in pairwise(ascii_lowercase * 40):
            if taken and time.perf_counter_ns() > end:
                break
            needle = key.encode() if not taken else (before + key).encode()
            taken.append(window.press(key, needle))
    finally:
        window.end()
    return taken[1:] or taken

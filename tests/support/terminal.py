"""A real terminal for tests: runs a program in a pty, presses keys, reads the screen."""

import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).resolve().parents[2]

# The program leads a session of its own, whose controlling terminal is the pty.
_IN_SESSION = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execvp(sys.argv[1], sys.argv[1:])"
)

# Requests to the terminal that pyte would print.
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-z]|\x1b\[\?[0-9]+\$p")
_UNFINISHED = re.compile(rb"\x1b[^a-zA-Z\x07]*\Z")


class Terminal:
    """A program in a terminal of `size` (columns, rows).

    `raw` is all that it has written so far. Every wait has a limit in seconds, after which it
    fails and shows the screen.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        cwd: Path = ROOT,
    ) -> None:
        columns, rows = size
        self.raw = b""
        self._drawn = 0
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._ours, self._theirs = os.openpty()
        ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._before = termios.tcgetattr(self._theirs)
        self._program = subprocess.Popen(
            [sys.executable, "-c", _IN_SESSION, *command],
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            start_new_session=True,
            env=_environment() | dict(env or {}),
            cwd=cwd,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._program.poll() is None:
            self._program.kill()
        self._program.wait()
        self.hang_up()

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without spaces at their ends."""
        self._draw()
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.lines)

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was before: modes, main screen, cursor, keyboard."""
        left = [b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l", b"\x1b[<u"]
        same = termios.tcgetattr(self._theirs) == self._before
        return same and all(self.raw.rfind(code) > self.raw.rfind(b"\x1b[?1049h") for code in left)

    def press(self, keys: str | bytes) -> None:
        """Send `keys` in one write, as a terminal sends what is typed fast."""
        os.write(self._ours, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._screen.resize(rows, columns)
        ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.killpg(self._program.pid, signal.SIGWINCH)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._program.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal's window."""
        for end in (self._ours, self._theirs):
            if end >= 0:
                os.close(end)
        self._ours = self._theirs = -1

    def wait(self, condition: str | Callable[[str], bool], seconds: float = 20) -> str:
        """Read until the screen has the text, or fulfils the condition; return the screen."""
        holds = condition if callable(condition) else lambda text: condition in text
        if not self._read_until(lambda: holds(self.text), seconds):
            raise AssertionError(f"{condition!r} did not show; the screen is:\n{self.text}")
        return self.text

    def wait_raw(self, part: bytes, seconds: float = 20) -> None:
        """Read until the program has written these bytes."""
        if not self._read_until(lambda: part in self.raw, seconds):
            raise AssertionError(f"{part!r} was not written; the screen is:\n{self.text}")

    def during(self, seconds: float) -> bytes:
        """Return what the program writes in the next seconds."""
        before = len(self.raw)
        self._read_until(lambda: False, seconds)
        return self.raw[before:]

    def quiet(self, seconds: float = 0.3, limit: float = 20) -> None:
        """Read until nothing has been written for `seconds`."""
        end = time.monotonic() + limit
        while self.during(seconds):
            if time.monotonic() > end:
                raise AssertionError(f"it never stops writing; the screen is:\n{self.text}")

    def end(self, seconds: float = 20) -> int:
        """Read until the program has ended; return its exit code (minus the signal's number)."""
        if not self._read_until(lambda: self._program.poll() is not None, seconds):
            raise AssertionError(f"it did not end; the screen is:\n{self.text}")
        self._read_until(lambda: False, 0)
        return self._program.wait()

    def _read_until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Read what the program writes until `holds()`; return False if time is up first."""
        end = time.monotonic() + seconds
        while not holds():
            wait = min(0.05, end - time.monotonic())
            if not self._read(max(wait, 0)) and wait <= 0:
                return holds()
        return True

    def _read(self, seconds: float) -> bool:
        """Take in what there is to read within `seconds`; return whether there was anything."""
        ours = [self._ours] if self._ours >= 0 else []
        if not select.select(ours, [], [], seconds)[0]:
            return False
        self.raw += os.read(self._ours, 65536)
        return True

    def _draw(self) -> None:
        """Give pyte what was written since it was last looked at, whole sequences only."""
        new = _UNFINISHED.sub(b"", self.raw[self._drawn :])
        self._drawn += len(new)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", new))


def python(module: str, *arguments: str) -> list[str]:
    """Return the command that runs a module, such as a test's own little app."""
    return [sys.executable, "-m", module, *arguments]


def _environment() -> dict[str, str]:
    """Return the environment of a plain terminal, whatever the tests run in."""
    ours = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "TMPDIR")}
    python_path = {"PYTHONPATH": str(ROOT)}
    return ours | python_path | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}

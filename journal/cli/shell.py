"""What a command of the shell works with: streams, places, clock, settings, the journal."""

import json
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TextIO, TypeVar

from journal.clock import Clock, logical_day, system_clock
from journal.errors import JournalError, NotWritten, Usage
from journal.paths import Places, places
from journal.settings import Settings, load
from journal.store.journal import Journal
from journal.visible import json_safe, visible

Kept = TypeVar("Kept")

REPEATED = 2000
"""Text up to this many characters is repeated on stderr when it could not be kept."""


class Dim(str):
    """A part of a line that is less bright, where results are coloured."""

    __slots__ = ()


class Shell:
    """The surroundings of one command."""

    def __init__(self, stdin: TextIO, stdout: TextIO, stderr: TextIO, color: str = "auto") -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self._color = color

    @cached_property
    def settings(self) -> Settings:
        """What the learner has set."""
        return load(places().settings)

    @cached_property
    def places(self) -> Places:
        """Where things live; the journal itself where the learner wants it."""
        usual = places()
        folder = self.settings.folder
        return usual._replace(journal=Path(folder).expanduser()) if folder else usual

    @cached_property
    def clock(self) -> Clock:
        """Where now comes from."""
        return system_clock()

    @cached_property
    def journal(self) -> Journal:
        """The learner's journal; nothing is read yet."""
        return Journal(self.places, self.clock)

    @property
    def today(self) -> date:
        """The logical day that it is now."""
        return logical_day(self.clock.now(), self.settings.day_ends)

    @property
    def asks(self) -> bool:
        """Whether somebody is there to be asked."""
        return self.stdin.isatty() and self.stderr.isatty()

    @cached_property
    def colored(self) -> bool:
        """Whether results are coloured."""
        if self._color != "auto":
            return self._color == "always"
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return self.stdout.isatty() and not plain

    def put(self, *parts: str) -> None:
        """Write one line of results; what would act on the terminal is made visible."""
        self.stdout.write("".join(map(self._shown, parts)) + "\n")

    def _shown(self, part: str) -> str:
        plain = visible(part)
        return f"\x1b[2m{plain}\x1b[22m" if self.colored and isinstance(part, Dim) else plain

    def put_json(self, value: object) -> None:
        """Write a result as JSON."""
        text = json.dumps(value, ensure_ascii=False, indent=2)
        self.stdout.write(f"{json_safe(text)}\n")

    def say(self, line: str) -> None:
        """Tell the user something that is not the result."""
        self.stderr.write(f"{visible(line)}\n")

    def ask(self, question: str) -> str:
        """Ask on stderr and return one line of stdin without its line feed, "" at its end."""
        self.stderr.write(f"{visible(question)} ")
        self.stderr.flush()
        return self.stdin.readline().rstrip("\n")

    def read_stdin(self) -> str:
        """Return all of stdin, less one final newline; raises Usage where it is not UTF-8."""
        data = self.stdin.buffer.read()
        try:
            return data.decode("utf-8").removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError as error:
            kept = self._keep(data)
            where = f"It is kept at {kept}." if kept else ""
            raise Usage(
                f"The text is not UTF-8 (byte {error.start + 1}). {where}".strip()
            ) from None

    def rescuing(self, text: str, save: Callable[[], Kept]) -> Kept:
        """Return what `save` does; when the disk refuses, say where `text` is now."""
        try:
            return save()
        except NotWritten as error:
            kept = self._keep(text.encode()) if len(text) > REPEATED else None
            told = f"Your text is kept at {kept}" if kept else f"Your text:\n{text}"
            raise NotWritten(f"{error.message}\n{told}", error.hint) from error

    def _keep(self, data: bytes) -> Path | None:
        """Put text that could not be kept into state/, or return None if that fails too."""
        folder = self.places.state / "rescued"
        path = folder / f"{self.clock.now():%Y-%m-%dT%H%M%S}.txt"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.write_bytes(data)
        except OSError:
            return None
        return path

    def show_error(self, error: JournalError) -> None:
        """Say what went wrong, and what to do about it."""
        self.say(error.message)
        if error.hint:
            self.say(error.hint)


def standard_shell(color: str = "auto") -> Shell:
    """Return the shell over this process's streams, all in UTF-8."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    return Shell(sys.stdin, sys.stdout, sys.stderr, color)

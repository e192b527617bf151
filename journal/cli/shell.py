"""What a command of the shell works with: streams, places, clock, settings, the journal."""

import json
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO, TypeVar, cast

from journal.clock import Clock, logical_day, system_clock
from journal.errors import JournalError, Usage
from journal.paths import Places, typed_path
from journal.paths import places as usual_places
from journal.settings import Settings, load
from journal.store import disk
from journal.store.journal import Journal
from journal.visible import json_safe, storable, visible

Kept = TypeVar("Kept")

REPEATED = 2000
"""Text up to this many characters is repeated on stderr when it could not be kept."""


class Dim(str):
    """A part of a line that is less bright, where results are coloured."""

    __slots__ = ()


class Shell:
    """The surroundings of one command.

    color         "auto", "always" or "never"
    passphrase_fd  the file handle from which a script gives what opens the journal
    is_sample     whether its journal is the shipped sample, of which nothing is kept
    open_screens  runs the app on a shell's journal; set where the parts are put together
    """

    open_screens: Callable[["Shell"], int]

    def __init__(self, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.color = "auto"
        self.passphrase_fd: int | None = None
        self.is_sample = False

    @cached_property
    def settings(self) -> Settings:
        """What the learner has set."""
        return load(usual_places().settings)

    @cached_property
    def places(self) -> Places:
        """Where things live; the journal itself where the learner wants it."""
        usual, folder = usual_places(), self.settings.folder
        if second := self.settings.backup_folder:
            usual = usual._replace(second=typed_path(second))
        return usual._replace(journal=typed_path(folder)) if folder else usual

    @cached_property
    def clock(self) -> Clock:
        """Where now comes from."""
        return system_clock()

    @cached_property
    def journal(self) -> Journal:
        """The learner's journal; nothing is read yet."""
        journal = Journal(self.places, self.clock)
        journal.keyring.ask = self._open_journal
        return journal

    def be_alone(self) -> None:
        """Do without a network from now on, as does what is started, unless it is allowed."""
        if self.settings.network == "none":
            from journal.alone import be_alone

            be_alone()

    def _open_journal(self) -> None:
        from journal.cli.keeping.passphrases import open_journal

        open_journal(self)

    @cached_property
    def secrets(self) -> TextIO:
        """Where a script has put a passphrase. Raises Usage where nothing can be read there."""
        if self.passphrase_fd == self.stdin.fileno():
            return self.stdin
        try:
            return open(self.passphrase_fd or 0, encoding="utf-8", errors="surrogateescape")
        except OSError as error:
            raise Usage(
                f"--passphrase-fd {self.passphrase_fd} cannot be read: {error.strerror}.",
                "For example: journal list --passphrase-fd 3 3<file",
            ) from error

    @property
    def today(self) -> date:
        """The logical day that it is now."""
        return logical_day(self.clock.now(), self.settings.day_ends)

    @property
    def asks(self) -> bool:
        """Whether somebody is there to be asked."""
        return self.stdin.isatty() and self.stderr.isatty()

    @property
    def on_terminal(self) -> bool:
        """Whether there is a terminal in which the journal can be opened."""
        return self.stdin.isatty() and self.stdout.isatty()

    @cached_property
    def colored(self) -> bool:
        """Whether results are coloured."""
        if self.color != "auto":
            return self.color == "always"
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return self.stdout.isatty() and not plain

    def safe(self, text: str) -> str:
        """Return `text` as it may reach the terminal."""
        return visible(text)

    def put(self, *parts: str) -> None:
        """Write one line of results; what would act on the terminal is made visible."""
        self.stdout.write("".join(map(self._shown, parts)) + "\n")

    def _shown(self, part: str) -> str:
        plain = self.safe(part)
        return f"\x1b[2m{plain}\x1b[22m" if self.colored and isinstance(part, Dim) else plain

    def put_json(self, value: object) -> None:
        """Write a result as JSON."""
        text = json.dumps(value, ensure_ascii=False, indent=2)
        self.stdout.write(f"{json_safe(text)}\n")

    def say(self, line: str) -> None:
        """Tell the user something that is not the result; where nobody listens, go on."""
        try:
            self.stderr.write(f"{self.safe(line)}\n")
            self.stderr.flush()
        except OSError:
            let_go(self.stderr)

    def tell(self, prose: str) -> None:
        """Say a sentence; on a terminal, broken between words. `say` leaves what may be copied."""
        if not self.stderr.isatty():
            return self.say(prose)
        from textwrap import wrap

        indent = " " * (len(prose) - len(prose.lstrip(" ")))
        width = os.get_terminal_size(self.stderr.fileno()).columns or 80
        for line in wrap(prose, width, subsequent_indent=indent, break_on_hyphens=False) or [""]:
            self.say(line)
        return None

    def ask(self, question: str) -> str:
        """Ask on stderr and return one line of stdin without its line feed, "" at its end."""
        self.stderr.write(f"{self.safe(question)} ")
        self.stderr.flush()
        return self.stdin.readline().rstrip("\n")

    def read_stdin(self) -> str:
        """Return all of stdin, less one final newline; raises Usage where it is not UTF-8."""
        return self.decoded(self.stdin.buffer.read())

    def decoded(self, data: bytes) -> str:
        """Return text that came from outside, less one final newline.

        Raises Usage where it is not UTF-8; then the bytes are kept at a path that is named.
        """
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            kept = self._keep(data)
            where = f"It is kept at {kept}." if kept else ""
            raise Usage(
                f"The text is not UTF-8 (byte {error.start + 1}). {where}".strip(),
                "Convert it first, for example with: iconv -f LATIN1 -t UTF-8",
            ) from None
        return text.removesuffix("\r\n") if text.endswith("\r\n") else text.removesuffix("\n")

    def rescuing(self, text: str, save: Callable[[], Kept]) -> Kept:
        """Return what `save` does; whatever keeps it from that, say where `text` is now."""
        try:
            return save()
        except Exception as error:
            if not text.strip():
                raise
            is_long = len(text) > REPEATED and not self._is_sealed()
            kept = self._keep(storable(text).encode()) if is_long else None
            error.add_note(f"Your text is kept at {kept}" if kept else f"Your text:\n{text}")
            raise

    def _is_sealed(self) -> bool:
        """Tell whether no text may lie about openly."""
        try:
            return self.journal.is_sealed or self.journal.is_undecided
        except JournalError:
            return True

    def _keep(self, data: bytes) -> Path | None:
        """Put text that could not be kept into state/, or return None if that fails too."""
        folder = usual_places().state / "rescued"
        path = folder / f"{self.clock.now():%Y-%m-%dT%H%M%S}-{os.getpid()}.txt"
        try:
            disk.make_folder(folder)
            disk.replace(path, data)
        except OSError:
            return None
        return path

    def show_error(self, error: JournalError) -> None:
        """Say what went wrong, where the text is now, and what to do about it."""
        for line in (error.message, *getattr(error, "__notes__", ()), error.hint):
            if line:
                self.say(line)


def let_go(stream: TextIO) -> None:
    """Let what could not be written to `stream`, and Python's flush at exit, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def standard_shell() -> Shell:
    """Return the shell over this process's streams, all in UTF-8; a closed one is empty."""
    stdin, stdout, stderr = map(_open, (sys.stdin, sys.stdout, sys.stderr), "rww")
    return Shell(stdin, stdout, stderr)


def _open(stream: TextIO | None, mode: str) -> TextIO:
    if stream is None:
        return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    return stream

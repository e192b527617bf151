"""Journals made for tests: clocks that are set, computers that share a folder, lines by hand."""

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zlib import crc32

from journal.clock import Clock
from journal.paths import Places
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.journal import Journal

ROOT = Path(__file__).resolve().parents[2]
MONTH = "2026-11"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Hands:
    """A clock whose hands a test moves; each look at it takes a microsecond."""

    def __init__(self, at: datetime = NOON) -> None:
        self.set(at)

    def set(self, at: datetime) -> None:
        """Let it be `at`."""
        self._ns = int(at.timestamp() * 1_000_000) * 1000

    def on(self, **span: float) -> None:
        """Turn the hands on (or back) by a span of time, as for timedelta."""
        parts = {"days": 86_400, "hours": 3_600, "seconds": 1}
        self._ns += sum(round(value * parts[name]) for name, value in span.items()) * 10**9

    def clock(self) -> Clock:
        """Return this clock as the journal wants it."""
        return Clock(self._tick, "Etc/UTC")

    def _tick(self) -> int:
        self._ns += 1000
        return self._ns


def opened(root: Path, computer: str = "here", hands: Hands | None = None) -> Journal:
    """Open the journal in `root` on one of the computers that share it."""
    places = Places(root / "journal", root / "settings.toml", root / computer)
    return Journal(places, (hands or Hands()).clock())


def ahead_of_backup(root: Path) -> Journal:
    """Return a journal with the note "one", which its backup has too, and "two" of since then."""
    from journal.store.kept.backing_up import back_up

    journal = opened(root)
    journal.save(note("one"))
    back_up(journal)
    journal.save(note("two"))
    return journal


def note(text: str, at: datetime = NOON, **fields: Any) -> Record:
    """Return a note that was not kept yet."""
    return Record(id="", at=at, zone="Etc/UTC", day=at.date(), text=text, **fields)


def texts(journal: Journal, **criteria: Any) -> list[str]:
    """Return the texts of what a journal shows, sorted."""
    return sorted(record.text for record in journal.find(Criteria(**criteria)))


def files(root: Path) -> dict[str, bytes]:
    """Return all files of lines of the journal in `root`, by name."""
    folder = root / "journal" / "lines-1"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def newest(root: Path) -> Path:
    """Return the file of lines that was written last."""
    return max((root / "journal" / "lines-1").iterdir(), key=lambda path: path.stat().st_mtime_ns)


def doc(text: str, **fields: Any) -> dict[str, Any]:
    """Return a note as it stands in a line."""
    at = NOON.isoformat()
    return {"kind": "note", "at": at, "zone": "UTC", "day": at[:10], "text": text, **fields}


def line(n: int, t: int | str, docs: Mapping[str, Any], **fields: Any) -> bytes:
    """Return a line made by hand, with its sum and its line feed."""
    change = {"n": n, "t": str(t), "op": "add", "by": "bbbbbbbbbb", **fields, "set": docs}
    return summed(json.dumps(change, ensure_ascii=False, separators=(",", ":")).encode())


def summed(text: bytes) -> bytes:
    """Return a JSON object as a line: with the right sum, and its line feed."""
    body = text[:-1]
    return b'%b,"sum":"%08x"}\n' % (body, crc32(body))


def write(root: Path, lines: Mapping[str, Iterable[bytes]]) -> Path:
    """Make a journal by hand: lines by the name of their file. Return their folder."""
    folder = root / "journal" / "lines-1"
    folder.mkdir(parents=True, exist_ok=True)
    fields = {"format": 1, "id": "bcdfghjklm", "form": "open", "folder": "lines-1"}
    (root / "journal" / "journal.json").write_text(json.dumps(fields))
    for name, own in lines.items():
        (folder / name).write_bytes(b"".join(own))
    return folder


_BEFORE = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from journal.errors import *
from journal.records.record import Record
from tests.store.making import *
root = Path(sys.argv[1])
def say(*words): print(*words, flush=True)
"""


def program(code: str, root: Path, *words: str) -> list[str]:
    """Return the command of a real process that runs `code` on the journal in `root`."""
    return [sys.executable, "-c", _BEFORE + textwrap.dedent(code), str(root), *words]


def environment() -> dict[str, str]:
    """Return what such a process needs to find the journal's code."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def run(code: str, root: Path, *before: str) -> list[str]:
    """Run `code` in a process of its own, by the command `before` if there is one.

    Return the lines that it printed; fail if it did not end well.
    """
    command = [*before, *program(code, root)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, cwd=root)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Callable[[str], None]]:
    """Mount a small disk in memory at `folder`; raises PermissionError where nobody may.

    Gives a function that mounts it again with other options.
    """
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.name != "posix" or subprocess.run(command, capture_output=True).returncode:
        raise PermissionError("no disk can be mounted here")
    try:

        def again(changed: str) -> None:
            subprocess.run(["mount", "-o", f"remount,{changed}", str(folder)], check=True)

        yield again
    finally:
        subprocess.run(["umount", str(folder)], check=True)

"""Really full disks of a hundred sizes: all that was kept is there, and room is all they need."""

import json
from contextlib import suppress
from pathlib import Path

from tinydb import TinyDB

from journal.errors import NotWritten
from tests.reliability.figure import Figure, first, playground
from tests.store.making import mounted, note, opened, texts

NAME, WHAT = "full disk", "disks, each another page larger, written until they were full"
USUAL, LONG = 100, 400
PAGE = 4096
SMALLEST = 12
"""So many pages hold no more than the folders and files of an empty journal."""


def measure(size: int) -> Figure:
    """Fill `size` disks."""
    with playground() as folder:
        try:
            bad = [what for pages in range(size) for what in _filled(folder / "disk", pages)]
            return Figure(NAME, WHAT, size, first(bad), sum(map(_control, _disks(folder))))
        except PermissionError as error:
            return Figure(NAME, WHAT, not_run=str(error))


def _disks(folder: Path) -> list[Path]:
    return [folder / f"control-{number}" for number in range(10)]


def _filled(disk: Path, pages: int) -> list[str]:
    with mounted(disk, f"size={(SMALLEST + pages) * PAGE}") as _:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(PAGE))
        journal, kept = opened(disk), list[str]()
        with suppress(NotWritten):
            for number in range(10_000):
                text = f"{number} " + "x" * 1500
                journal.save(note(text))
                kept.append(text)
        bad = _compared(disk, kept, f"full with {pages} pages")
        ballast.unlink()
        try:
            opened(disk).save(note("there is room again"))
            bad += _compared(disk, [*kept, "there is room again"], f"room in {pages} pages")
        except NotWritten as error:
            bad += [] if pages < 4 else [f"{pages} pages: {error}"]
    disk.rmdir()
    return bad


def _compared(disk: Path, kept: list[str], when: str) -> list[str]:
    journal = opened(disk)
    found = texts(journal)
    bad = [] if found == sorted(kept) else [f"{when}: {len(kept)} kept, {len(found)} there"]
    return bad + [f"{when}: {each}" for each in journal.damage()]


def _control(disk: Path) -> bool:
    """Tell whether TinyDB's default storage loses what it has kept, on such a disk."""
    with mounted(disk, f"size={64 * PAGE}") as _:
        number = 0
        with suppress(OSError):
            for number in range(10_000):  # noqa: B007 - how many were kept
                TinyDB(disk / "control.json").insert({"text": "x" * (1500 + 13 * len(disk.name))})
        try:
            return len(json.loads((disk / "control.json").read_bytes())["_default"]) < number
        except ValueError:
            return True

"""The files of a journal's folder: what their names say, and which belong together."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from journal.errors import Damaged
from journal.records.ids import ALPHABET as ALPHABET

_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))
_FIGURES, _LETTERS = frozenset("0123456789"), frozenset(ALPHABET)


class LineFile(NamedTuple):
    """One file of lines.

    month     "2026-11" (UTC)
    computer  the four letters of the computer that writes it
    name      the file's name
    copy      whether a synchronising tool made it, beside the file it should have been
    """

    month: str
    computer: str
    name: str
    copy: bool


class Seen(NamedTuple):
    """A file as the folder showed it: enough to know whether it has changed since."""

    file: LineFile
    size: int
    modified: int
    inode: int


def file_name(month: str, computer: str) -> str:
    """Return the name of a computer's file of one month."""
    return f"{month}.{computer}.jsonl"


def parse_name(name: str) -> LineFile | None:
    """Return what a file's name says, or None if it is not a file of lines.

    Conflict copies keep the beginning of the name and put something of their own before, into or
    after its ending ("… (1).jsonl", ".sync-conflict-….jsonl", ".jsonl.orig").
    """
    month, computer, rest = name[:7], name[8:12], name[12:]
    if name[4:5] + name[7:8] != "-." or ".jsonl" not in rest:
        return None
    if not (_FIGURES.issuperset(month[:4]) and month[5:] in _MONTHS):
        return None
    if len(computer) < 4 or not _LETTERS.issuperset(computer):
        return None
    return LineFile(month, computer, name, rest != ".jsonl")


def listed(folder: Path) -> list[LineFile]:
    """Return the files of lines in `folder`, newest month first; none if there is no folder.

    Raises Damaged when the folder cannot be read.
    """
    with reading(folder):
        try:
            with os.scandir(folder) as entries:
                return sorted(_files(entries), key=_newest_first)
        except FileNotFoundError:
            return []


def look(folder: Path) -> list[Seen]:
    """Return the same with all that tells whether a file has changed."""
    seen = (look_at(folder, file) for file in listed(folder))
    return [each for each in seen if each is not None]


def look_at(folder: Path, file: LineFile) -> Seen | None:
    """Return one file of lines as `look` does, or None if it cannot be seen."""
    try:
        found = os.stat(f"{folder}{os.sep}{file.name}", follow_symlinks=False)  # noqa: PTH116 - much quicker
    except OSError:
        return None
    if not S_ISREG(found.st_mode):
        return None
    return Seen(file, found.st_size, found.st_mtime_ns, found.st_ino)


def _files(entries: Iterator[os.DirEntry[str]]) -> Iterator[LineFile]:
    for entry in entries:
        file = parse_name(entry.name)
        try:
            if file is not None and entry.is_file(follow_symlinks=False):
                yield file
        except FileNotFoundError:
            continue  # somebody is just replacing it


def _newest_first(file: LineFile) -> tuple[int, str]:
    return (-int(file.month.replace("-", "")), file.name)


def bytes_of(path: Path) -> bytes:
    """Return what a file holds. Raises Damaged where the system refuses to read it."""
    with reading(path):
        return path.read_bytes()


@contextmanager
def reading(where: Path) -> Iterator[None]:
    """Turn the system's refusal to read at `where`, or at what it names, into Damaged."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        what = error.filename or where
        raise Damaged(f"{what} cannot be read: {reason}.", "Make it readable for you.") from error


def paths_in(folder: Path) -> list[Path]:
    """Return what is in a folder, by name; nothing where there is no such folder.

    Raises OSError where the system refuses to list it: that is another thing than an empty one,
    which `Path.glob` does not tell apart.
    """
    return [Path(entry.path) for entry in _entries_in(folder)]


def files_under(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and in those in it, links left out. Raises OSError likewise."""
    for entry in _entries_in(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from files_under(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


def _entries_in(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []

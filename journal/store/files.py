"""The files of a journal's folder: what their names say, and which belong together."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from journal.errors import Damaged

ALPHABET = "bcdfghjklmnpqrstvwxyz23456789"
"""Letters of ids and computers' names: no vowels, so no words; nothing that looks like another."""

_NAME = re.compile(rf"([0-9]{{4}}-(?:0[1-9]|1[0-2]))\.([{ALPHABET}]{{4}})(.*\.jsonl.*)", re.DOTALL)


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
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    month, computer, rest = match.groups()
    return LineFile(month, computer, name, rest != ".jsonl")


def look(folder: Path) -> list[Seen]:
    """Return the files of lines in `folder`, newest month first; none if there is no folder.

    Raises Damaged when the folder cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            return sorted(_files(entries), key=_newest_first)
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = error.strerror or str(error)
        raise Damaged(f"{folder} cannot be read: {reason}.", "Make it readable for you.") from error


def look_at(folder: Path, file: LineFile) -> Seen | None:
    """Return one file of lines as `look` does, or None if it cannot be seen."""
    try:
        found = os.stat(folder / file.name, follow_symlinks=False)  # noqa: PTH116 - much quicker
    except OSError:
        return None
    return _seen(file, found) if S_ISREG(found.st_mode) else None


def _files(entries: Iterator[os.DirEntry[str]]) -> Iterator[Seen]:
    for entry in entries:
        file = parse_name(entry.name)
        try:
            if file is not None and entry.is_file(follow_symlinks=False):
                yield _seen(file, entry.stat(follow_symlinks=False))
        except FileNotFoundError:
            continue  # somebody is just replacing it


def _seen(file: LineFile, found: os.stat_result) -> Seen:
    return Seen(file, found.st_size, found.st_mtime_ns, found.st_ino)


def _newest_first(seen: Seen) -> tuple[int, str]:
    return (-int(seen.file.month.replace("-", "")), seen.file.name)

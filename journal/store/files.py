"""The files of a journal's folder: what their names say, and which belong together."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ALPHABET = "bcdfghjklmnpqrstvwxyz23456789"
"""Letters of ids and computers' names: no vowels, so no words; nothing that looks like another."""

_NAME = re.compile(rf"(\d{{4}}-(?:0[1-9]|1[0-2]))\.([{ALPHABET}]{{4}})(.*\.jsonl.*)", re.DOTALL)


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
    """Return the files of lines in `folder`, newest month first; none if there is no folder."""
    try:
        return sorted(_entries(folder), key=_newest_first)
    except FileNotFoundError:
        return []


def look_at(folder: Path, name: str) -> Seen | None:
    """Return one file of lines as `look` does, or None if it is not there."""
    file = parse_name(name)
    try:
        found = (folder / name).lstat()
    except FileNotFoundError:
        return None
    return file and Seen(file, found.st_size, found.st_mtime_ns, found.st_ino)


def _entries(folder: Path) -> Iterator[Seen]:
    with os.scandir(folder) as entries:
        for entry in entries:
            file = parse_name(entry.name)
            if file is not None and entry.is_file(follow_symlinks=False):
                found = entry.stat(follow_symlinks=False)
                yield Seen(file, found.st_size, found.st_mtime_ns, entry.inode())


def _newest_first(seen: Seen) -> tuple[int, str]:
    return (-int(seen.file.month.replace("-", "")), seen.file.name)

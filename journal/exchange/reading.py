"""The files of a journal that is to be imported: found, measured, read; nothing else is touched."""

import os
import re
import stat
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from journal.errors import Unreadable, Usage
from journal.exchange.parts import File, Skipped, Unread
from journal.visible import storable

LARGEST = 64 * 1024 * 1024
"""The largest file that is read, in bytes."""

_OTHERS = frozenset({"logseq/bak", "logseq/.recycle"})
"""Folders, besides hidden ones, in which programs keep what was thrown away."""


def files(given: Path | bytes, now: float, *, folders: bool) -> Iterator[File | Skipped | Unread]:
    """Return the file that is `given`, or those in the folder, in the order of their names.

    Bytes come from a pipe and are as old as `now` (seconds since 1970). `folders` says whether
    the format may be a folder; links inside it are not followed, what is hidden is passed over.
    Raises Usage when there is nothing at the path.
    """
    if isinstance(given, bytes):
        yield from _checked("", given, now, alone=True)
        return
    try:
        folder = given.is_dir()
        found = given.exists()
    except (OSError, ValueError):
        found = folder = False
    if not found:
        raise Usage(f"There is no file or folder {storable(str(given))}.", "Look at its spelling.")
    if not folder or not folders:
        yield from _read(given, given.name, alone=True)
        return
    for name, path in sorted(_below(given)):
        yield from _read(path, name, alone=False)


def text_of(data: bytes) -> str:
    """Return the text in `data`: UTF-8, with or without a byte order mark, nothing else changed.

    Raises Unreadable.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("it is UTF-16; save it as UTF-8")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError:
        raise Unreadable("it is not text in UTF-8") from None


def blocks(text: str, starts: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each of `starts` with the text between it and the next one."""
    for start, following in pairwise([*starts, None]):
        if start:
            yield start, text[start.end() : following.start() if following else None]


def _below(top: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files below `top`: their names as strings that can be kept, and where they are."""
    waiting = [("", top)]
    while waiting:
        above, folder = waiting.pop()
        try:
            entries = _entries(folder)
        except OSError:
            yield above, folder
            continue
        for entry in entries:
            name = above + storable(os.fsencode(entry.name).decode("utf-8", "replace"))
            if entry.name.startswith(".") or name in _OTHERS:
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((name + "/", Path(entry.path)))
            else:
                yield name, Path(entry.path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _read(path: Path, name: str, *, alone: bool) -> Iterator[File | Skipped | Unread]:
    try:
        found = path.stat() if alone else path.lstat()
        if stat.S_ISLNK(found.st_mode):
            yield Skipped(name, "a link, which is not followed")
        elif stat.S_ISDIR(found.st_mode):
            yield Unread(name, "it is a folder" if alone else "a folder that cannot be opened")
        elif not stat.S_ISREG(found.st_mode):
            yield Unread(name, "it is not a file")
        elif found.st_size > LARGEST:
            yield Unread(name, f"it is larger than {LARGEST >> 20} MB")
        else:
            yield from _checked(name, path.read_bytes(), found.st_mtime, alone=alone)
    except OSError as error:
        yield Unread(name, error.strerror or "the system refused to read it")


def _checked(name: str, data: bytes, modified: float, *, alone: bool) -> Iterator[File | Unread]:
    if alone and data.startswith(b"PK\x03\x04"):
        yield Unread(name or "the pipe", "it is a zip archive; unpack it and import the folder")
    elif len(data) > LARGEST:
        yield Unread(name or "the pipe", f"it is larger than {LARGEST >> 20} MB")
    else:
        yield File(name, data, modified, alone)

"""Where TinyDB keeps its documents: append-only files of lines.

TinyDB hands a storage the whole database at every write. This one accepts just one new document
at the end of one table and appends its line; anything else is refused.
"""

import os
from collections.abc import Iterator, Mapping, MutableMapping
from operator import is_
from pathlib import Path
from stat import S_ISREG
from typing import Any, BinaryIO, cast
from zlib import crc32

from tinydb.storages import Storage

from journal.store import disk
from journal.store.box import Box
from journal.store.change import Change

END = 1 << 18
"""So many bytes at the end of a file are looked at before something is added to it."""


class NotAsRememberedError(Exception):
    """A file of ours is damaged or was changed by somebody else: it must not be appended to."""


class Kept(Mapping[str, Any]):
    """A document that is opened when somebody looks into it."""

    def __init__(self, line: bytes, file: str, box: Box) -> None:
        self._line = line
        self._file = file
        self._box = box

    def _change(self) -> Mapping[str, Any]:
        return cast(Mapping[str, Any], self._box.open(self._line, self._file))

    def __getitem__(self, name: str) -> Any:
        return self._change()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._change())

    def __len__(self) -> int:
        return len(self._change())


class LineTable:
    """The end of one file as a table: document n is line n.

    A file is read from `END` bytes before its end on: adding to it needs no more, however much an
    import has put into one month. Usual months are shorter, and so held to their sums as a whole.
    docs    by n, as TinyDB wants them
    last    the last n
    last_t  when that was written: nanoseconds since 1970 UTC
    size    how long the file is, in bytes
    """

    def __init__(self, path: Path, box: Box) -> None:
        self.docs: dict[str, Mapping[str, Any]] = {}
        self.last = 0
        self.last_t = 0
        self.size = 0
        self._path = path
        self._box = box
        self._start = 0
        self._sum = 0
        self._seen: os.stat_result | None = None

    def refresh(self) -> None:
        """Read on; raises NotAsRememberedError where the file is not what it should be."""
        try:
            found = os.stat(self._path, follow_symlinks=False)  # noqa: PTH116 - much quicker
        except FileNotFoundError:
            if self._seen:
                raise NotAsRememberedError from None
            return
        if not S_ISREG(found.st_mode):
            raise NotAsRememberedError
        if self._seen is None or _stamp(found) != _stamp(self._seen) or found.st_size != self.size:
            self._read_on(found.st_ino)
            self._seen = found

    def _read_on(self, inode: int) -> None:
        """Hold the file to what is remembered of it, and take in what is new."""
        try:
            data = self._bytes()
        except PermissionError:
            raise NotAsRememberedError from None
        known = self.size - self._start
        new = data[known:]
        if crc32(data[:known]) != self._sum or len(data) < known:
            raise NotAsRememberedError
        if self._seen and new and inode != self._seen.st_ino:
            raise NotAsRememberedError  # our own processes make it longer, not another file
        if new:
            self._take(new)

    def _bytes(self) -> bytes:
        """Return the file from where it is known on; the first time, its last whole lines."""
        with open(self._path, "rb") as file:
            if not self.size:
                self._start = _start_of_end(file)
                self.size = self._start
            file.seek(self._start)
            return file.read()

    def _take(self, data: bytes) -> None:
        *lines, rest = data.split(b"\n")
        if rest:
            raise NotAsRememberedError
        try:
            numbers, last_t = self._box.ends(lines, self._path.name)
            first = self.last + 1 if self.last or not self._start else numbers[0]
            if numbers != list(range(first, first + len(lines))):
                raise NotAsRememberedError
        except ValueError:
            raise NotAsRememberedError from None
        self.last_t = max(self.last_t, last_t)
        for number, line in zip(numbers, lines, strict=True):
            self.docs[str(number)] = Kept(line, self._path.name, self._box)
        self._grow(data, numbers[-1])

    def append(self, change: Change) -> None:
        """Write one line. Raises OSError, or ValueError if JSON cannot hold it."""
        line = self._box.close(change, self._path.name) + b"\n"
        self._seen = disk.append(self._path, line, self.size)
        self.docs[str(change["n"])] = cast(Mapping[str, Any], change)
        self.last_t = int(change["t"])
        self._grow(line, change["n"])

    def _grow(self, data: bytes, last: int) -> None:
        self.size += len(data)
        self._sum = crc32(data, self._sum)
        self.last = last


def _start_of_end(file: BinaryIO) -> int:
    """Return where the lines begin of which the last `END` bytes of a file are part, or more.

    That is behind a line feed, unless it is the file's beginning.
    """
    size = file.seek(0, os.SEEK_END)
    length = END
    while length < size:
        file.seek(size - length)
        feed = file.read(length // 2).find(b"\n")
        if feed >= 0:
            return size - length + feed + 1
        length *= 2
    return 0


def _stamp(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns


class Tables(MutableMapping[str, Mapping[str, Any]]):
    """What TinyDB reads: the tables by name, and what it wants to write instead."""

    def __init__(self, tables: Mapping[str, LineTable]) -> None:
        self.changed: dict[str, Mapping[str, Any]] = {}
        self._tables = tables

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        return self.changed.get(name) or self._tables[name].docs

    def __setitem__(self, name: str, docs: Mapping[str, Any]) -> None:
        self.changed[name] = docs

    def __delitem__(self, name: str) -> None:
        raise NotImplementedError("a journal's table is never taken away")

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


class LineStorage(Storage):
    """TinyDB's storage over the files that this computer writes."""

    def __init__(self, folder: Path, box: Box) -> None:
        self._folder = folder
        self._box = box
        self._tables: dict[str, LineTable] = {}

    def table(self, file: str) -> LineTable:
        """Return the table kept in `file`."""
        if file not in self._tables:
            self._tables[file] = LineTable(self._folder / file, self._box)
        return self._tables[file]

    def read(self) -> dict[str, dict[str, Any]]:
        """Return all tables as TinyDB wants them."""
        return cast(dict[str, dict[str, Any]], Tables(self._tables))

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Append the one new document in `data`; raises ValueError for anything else."""
        changed = cast(Tables, data).changed
        if len(changed) != 1:
            raise ValueError("a save adds to one table")
        [(name, docs)] = changed.items()
        table = self.table(name)
        new = str(table.last + 1)
        if list(docs) != [*table.docs, new]:
            raise ValueError("a save adds one document at the end")
        if not all(map(is_, docs.values(), table.docs.values())):
            raise ValueError("a document that is kept never changes")
        table.append(cast(Change, docs[new]))

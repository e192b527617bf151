"""Where TinyDB keeps its documents: append-only files of lines.

TinyDB hands a storage the whole database at every write. This one accepts just one new document
at the end of one table and appends its line; anything else is refused.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, cast

from tinydb.storages import Storage

from journal.store import disk
from journal.store.box import Box
from journal.store.change import Change


class NotAsRememberedError(Exception):
    """A file of ours was changed by somebody else: it must not be appended to."""


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
    """One file as a table: document n is line n."""

    def __init__(self, path: Path, box: Box) -> None:
        self.path = path
        self.docs: dict[str, Mapping[str, Any]] = {}
        self.last = 0
        self.size = 0
        self._box = box
        self._inode = 0

    def refresh(self) -> None:
        """Read on; raises NotAsRememberedError where the file is not what it should be."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            if self._inode:
                raise NotAsRememberedError from None
            return
        if self._inode not in (0, found.st_ino) or found.st_size < self.size:
            raise NotAsRememberedError
        if found.st_size > self.size:
            with open(self.path, "rb") as file:
                file.seek(self.size)
                self._take(file.read())
        self._inode = found.st_ino

    def _take(self, data: bytes) -> None:
        if not data.endswith(b"\n"):
            raise NotAsRememberedError
        for line in data[:-1].split(b"\n"):
            try:
                number = self._box.number(line)
            except ValueError:
                raise NotAsRememberedError from None
            if number != self.last + 1:
                raise NotAsRememberedError
            self.docs[str(number)] = Kept(line, self.path.name, self._box)
            self.last = number
        self.size += len(data)

    def append(self, change: Change) -> None:
        """Write one line. Raises OSError."""
        line = self._box.close(change, self.path.name) + b"\n"
        disk.append(self.path, line)
        if not self._inode:
            self._inode = self.path.stat().st_ino
        self.size += len(line)
        self.last = change["n"]
        self.docs[str(self.last)] = cast(Mapping[str, Any], change)


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
        if docs.keys() - table.docs.keys() != {new} or len(docs) != len(table.docs) + 1:
            raise ValueError("a save adds one document and changes no other")
        if any(docs[number] is not doc for number, doc in table.docs.items()):
            raise ValueError("a document that is kept never changes")
        table.append(cast(Change, docs[new]))

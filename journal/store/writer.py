"""Saving: one change, one line, one write, one fsync, in this computer's own file."""

import contextlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, cast

from tinydb import TinyDB
from tinydb.table import Document

from journal.clock import Clock
from journal.errors import NotWritten
from journal.store import disk
from journal.store.box import Box, OpenBox
from journal.store.change import Change, Doc, replaced
from journal.store.computer import Computer
from journal.store.files import Seen, file_name, look
from journal.store.lock import Lock
from journal.store.root import Root, make_root, read_root
from journal.store.storage import LineStorage, NotAsRememberedError


class Saved(NamedTuple):
    """A change that is on the disk.

    file    the file it stands in
    before  how long the file was without it, in bytes
    after   how long it is with it
    """

    change: Change
    computer: str
    file: str
    before: int
    after: int


class Writer:
    """Adds changes to a journal on behalf of one window or shell (`session`)."""

    def __init__(self, journal: Path, state: Path, clock: Clock, session: str) -> None:
        self.computer = Computer(state)
        self.session = session
        self._journal = journal
        self._state = state
        self._clock = clock
        self._lock = Lock(state / "lock")
        self._box: Box = OpenBox()
        self._root: Root | None = None
        self._storage: LineStorage | None = None
        self._db: TinyDB | None = None
        self._month = ""
        self._last_t = 0

    def save(self, op: str, docs: dict[str, Doc], month: str = "", **marks: str) -> Saved:
        """Write one change and wait until it is on the disk.

        docs   by id, the records as they are from now on
        month  the month of the file it belongs to (imports), otherwise the current one
        marks  "run", "undoes" or "redoes"
        Raises NotWritten or Busy; then the journal is as it was before.
        """
        with disk.refusing(self._state):
            disk.make_folder(self._state)
            return self._save_locked(op, docs, month, marks)

    def _save_locked(
        self, op: str, docs: dict[str, Doc], month: str, marks: dict[str, str]
    ) -> Saved:
        with self._lock.held():
            root = self._open()
            try:
                with disk.refusing(root.folder):
                    return self._append(op, docs, month, marks)
            except NotWritten:
                self._distrust()
                raise

    def _open(self) -> Root:
        if self._root is None:
            self._root = read_root(self._journal) or make_root(self._journal)
            self._storage = LineStorage(self._root.folder, self._box)
            self._db = TinyDB(storage=lambda: self._storage)
        return self._root

    def _distrust(self) -> None:
        """After a failed write nobody knows what the file holds: never add to it again."""
        self._month = ""
        with contextlib.suppress(NotWritten):
            # Not written down, the new name holds in this process only; the next one will see
            # the unfinished line and take a new name by itself.
            self.computer.rename(self._taken())

    def _append(self, op: str, docs: dict[str, Doc], month: str, marks: dict[str, str]) -> Saved:
        storage = cast(LineStorage, self._storage)
        file = self._own_file(storage, month)
        table = storage.table(file)
        before = table.size
        change = cast(Change, {"n": table.last + 1, "t": str(self._time(docs)), "op": op})
        change["by"] = self.session
        change.update(cast(Change, marks))
        change["set"] = docs
        name = self.computer.names[-1]
        cast(TinyDB, self._db).table(file, cache_size=0).insert(
            Document(cast(dict[str, object], change), doc_id=change["n"])
        )
        return Saved(change, name, file, before, table.size)

    def _time(self, docs: dict[str, Doc]) -> int:
        """Return now, or what is later than all that this save replaces and than our last one."""
        seen = [int(name) for doc in docs.values() for name in replaced(doc)]
        self._last_t = max(self._clock.ns(), self._last_t + 1, *(t + 1 for t in seen))
        return self._last_t

    def _own_file(self, storage: LineStorage, month: str) -> str:
        """Return the file to add to, under a new name where the old one is in doubt."""
        current = self._current_month()
        file = file_name(month or current, self.computer.name(self._taken()))
        try:
            storage.table(file).refresh()
        except NotAsRememberedError:
            file = file_name(month or current, self.computer.rename(self._taken()))
        return file

    def _current_month(self) -> str:
        """Return the month to write in: the clock's, or that of our newest file if it is later."""
        now = self._clock.now().astimezone(UTC)
        today = f"{now:%Y-%m}"
        if not self._month:
            self._month = self._newest_own()
        if self._month > today and _begins(self._month) > (now + timedelta(days=1)).date():
            self.computer.rename(self._taken())
            self._month = today
        self._month = max(self._month, today)
        return self._month

    def _newest_own(self) -> str:
        names = self.computer.names[-1:]
        own = (seen.file.month for seen in self._look() if seen.file.computer in names)
        return next(own, "")

    def _taken(self) -> set[str]:
        return {seen.file.computer for seen in self._look()}

    def _look(self) -> list[Seen]:
        return look(self._root.folder) if self._root else []


def _begins(month: str) -> date:
    return datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC).date()

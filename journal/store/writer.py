"""Saving: one change, one line, one write, one fsync, in this computer's own file."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import Any, NamedTuple, cast

from journal.clock import Clock
from journal.errors import JournalError, NotWritten
from journal.paths import Places
from journal.store import disk
from journal.store.change import LATEST, Change, Doc, moment_of, replaced
from journal.store.computer import Computer
from journal.store.files import LineFile, file_name
from journal.store.lock import Lock
from journal.store.opened import Opened
from journal.store.root import Root, make_root, stamp
from journal.store.sealed.keyring import Keyring
from journal.store.storage import LineTable, NotAsRememberedError


class Saved(NamedTuple):
    """A change that is on the disk.

    file    the file it stands in
    before  how long the file was without it, in bytes
    after   how long it is with it
    """

    change: Change
    file: LineFile
    before: int
    after: int


class Writer:
    """Adds changes to a journal on behalf of one window or shell (`session`)."""

    def __init__(self, places: Places, keyring: Keyring, clock: Clock, session: str) -> None:
        self.computer = Computer(places.state)
        self.session = session
        self._journal = places.journal
        self._state = places.state
        self._keyring = keyring
        self._clock = clock
        self._lock = Lock(places.state / "lock")
        self._open_one: Opened | None = None
        self._last_t = 0

    def save(self, op: str, docs: dict[str, Doc], month: str = "", **marks: Any) -> Saved:
        """Write one change and wait until it is on the disk.

        docs   by id, the records as they are from now on
        month  the month of the file it belongs to (imports), otherwise the current one
        marks  "run", "undoes", "redoes" or "purge"; "t" for what was made earlier, elsewhere
        Raises NotWritten, Busy, Locked or Damaged; then the journal is as it was before.
        """
        with self.alone():
            return self._save_alone(op, docs, month, marks)

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep all other writers of this computer out. Raises NotWritten, Busy."""
        with disk.refusing(self._state):
            disk.make_folder(self._state)
            with self._lock.held():
                yield

    def forget(self) -> None:
        """Forget what is known of the files, and their box: they will be looked at anew."""
        self._open_one = None

    def _save_alone(
        self, op: str, docs: dict[str, Doc], month: str, marks: dict[str, Any]
    ) -> Saved:
        opened = self._open()
        try:
            with disk.refusing(opened.folder):
                file = self._own_file(opened, month)
                return self._append(opened, file, op, docs, marks)
        except NotWritten as error:
            if isinstance(error.__cause__, OSError):
                self._distrust(opened)
            raise

    def _append(
        self, opened: Opened, file: LineFile, op: str, docs: dict[str, Doc], marks: dict[str, Any]
    ) -> Saved:
        op = opened.box.op_for(op, docs)
        table = opened.table(file)
        before, t = table.size, self._time(docs, self._last_of(opened, file, table))
        change = cast(
            Change,
            {"n": table.last + 1, "t": str(t), "op": op, "by": self.session, **marks, "set": docs},
        )
        try:
            opened.insert(file, change)
        except ValueError as error:
            raise NotWritten(f"This cannot be kept: {error}.", "Nothing was changed.") from error
        self._last_t = t
        return Saved(change, file, before, table.size)

    def _last_of(self, opened: Opened, file: LineFile, table: LineTable) -> int:
        """Return the t of our last line; for a file's first line, of the month before it.

        The clock may have been wrong then, and the line have a later t than now.
        """
        if table.last:
            return table.last_t
        ours = (f for f in opened.files() if f.computer == file.computer and not f.copy)
        before = next((f for f in ours if f.month < file.month), None)
        if before is None:
            return 0
        with contextlib.suppress(NotAsRememberedError):
            opened.table(before).refresh()
        return opened.table(before).last_t

    def _time(self, docs: dict[str, Doc], last: int) -> int:
        """Return now, or what is later than `last` and all that this save replaces."""
        seen = [moment_of(name) for doc in docs.values() for name in replaced(doc)]
        t = max(self._clock.ns(), *(t + 1 for t in (0, self._last_t, last, *seen)))
        if t > LATEST:
            raise NotWritten("The clock is beyond the year 9999.", "Nothing was changed.")
        return t

    def _open(self) -> Opened:
        """Return the journal as its root says it is; begin one if there is none."""
        found = stamp(self._journal)
        if self._open_one is None or found is None or self._open_one.stamp != found:
            root = self._keyring.root() or self._begin()
            self._open_one = Opened(root, self._keyring.saving(root), self._keyring.stamp)
        return self._open_one

    def _begin(self) -> Root:
        root = make_root(self._journal)
        return self._keyring.root() or root

    def _distrust(self, opened: Opened) -> None:
        """After a failed write nobody knows what the file holds: never add to it again."""
        self._open_one = None
        with contextlib.suppress(JournalError):
            # Not written down, the new name holds in this process only; the next one will see
            # the unfinished line and take a new name by itself.
            taken = opened.taken()
            if taken.intersection(self.computer.names[-1:]):
                self.computer.rename(taken)

    def _own_file(self, opened: Opened, month: str) -> LineFile:
        """Return the file to add to, under a new name where the old one is in doubt."""
        name = self.computer.name(opened.taken)
        current = self._current_month(opened, name)
        name = self.computer.names[-1]
        file = _file(month or current, name)
        try:
            opened.table(file).refresh()
        except NotAsRememberedError:
            file = _file(month or current, self.computer.rename(opened.taken()))
        return file

    def _current_month(self, opened: Opened, name: str) -> str:
        """Return the month to write in: the clock's, or that of our newest file if it is later."""
        now = self._clock.now().astimezone(UTC)
        latest = (now + timedelta(days=1)).isoformat()[:7]
        if opened.has_changed() or opened.month > latest or not opened.month:
            opened.month = self._month_of_newest(opened, name, latest)
        opened.month = max(opened.month, now.isoformat()[:7])
        return opened.month

    def _month_of_newest(self, opened: Opened, name: str, latest: str) -> str:
        """Return the month of our newest file; "", under a new name, where that is in doubt.

        It is in doubt if it is of a month after `latest`, or if somebody made copies of ours.
        """
        own = [file for file in opened.files() if file.computer == name]
        if not own:
            return ""
        if own[0].month > latest or any(file.copy for file in own):
            self.computer.rename(opened.taken())
            return ""
        return own[0].month


def _file(month: str, name: str) -> LineFile:
    return LineFile(month, name, file_name(month, name), copy=False)

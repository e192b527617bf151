"""The reading side of an open journal, loaded when something is read for the first time."""

import gc
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tinydb.table import Table

from journal.errors import NoSuchRecord, NothingFound
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store import ids
from journal.store.change import ADDED_LOCKED, Damage, Doc, replaced
from journal.store.fold import Fold, Version
from journal.store.query import query
from journal.store.reader import Reader
from journal.store.root import FOLDER, Root
from journal.store.scan import Scan
from journal.store.sealed.keyring import OPEN_BOX, Keyring
from journal.store.table import newest_first, readable, record_of, table_of
from journal.store.writer import Saved

if TYPE_CHECKING:  # only taking back needs it
    from journal.store.undo import Step, Timeline

BREATH = 0.00002
"""For so many seconds others have the processor between two pieces of a file."""

TURN = 0.0005
"""After so many seconds a thread leaves Python's lock to another that waits for it."""


class Looking:
    """What was read of the journal in the folder `journal`, and quick looks at the rest.

    `guard` is held while something is taken in; the one who saves holds it too.
    """

    def __init__(self, journal: Path, keyring: Keyring, guard: threading.RLock) -> None:
        self._journal = journal
        self._keyring = keyring
        self._guard = guard
        self._root: Root | None = None
        self._reader: Reader | None = None
        self._is_loaded = False

    def load(self) -> set[str]:
        """Read everything that was not read yet; return the ids of records that have changed.

        Other threads may read and save between two pieces of a file: the guard is let go there.
        """
        reader, touched = self._open_reader()
        if reader is not None:
            pieces = reader.piece_by_piece()
            with nullcontext() if self._is_loaded else undisturbed():
                while (ids_ := self._next(pieces)) is not None:
                    touched.update(ids_)
                    _let_others_on()
            self._is_loaded = True
        return touched

    def take(self, saved: Saved) -> list[str]:
        """Take in what was just saved; return the ids of all records that have changed."""
        return self._reader.take(saved) if self._reader else []

    def get(self, prefix: str) -> Record:
        """Return the record whose id begins with `prefix`; raises NoSuchRecord."""
        with self._guard:
            source = self._source()
            found = source.ids(prefix) if ids.is_plain(prefix) else set()
            shown = source.only(found).shown if len(found) == 1 else {}
            if len(found) == 1:
                found &= shown.keys()  # some file may still hold what was purged
        if not found:
            raise _no_such(prefix)
        if len(found) > 1:
            several = ", ".join(sorted(found)[:8])
            raise NoSuchRecord(f"Several ids begin with {prefix!r}: {several}", "Add a letter.")
        [id_] = found
        return record_of(id_, shown[id_])

    def part_for(self, criteria: Criteria, newest: int) -> dict[str, Version] | None:
        """Return what shows of all that `criteria` asks for, where a part is quick; else None."""
        source = self._source()
        return source.looking_for(criteria, newest) if isinstance(source, Scan) else None

    def find(
        self, criteria: Criteria, newest: int, part: dict[str, Version] | None
    ) -> list[Record]:
        """Return what `criteria` asks for, oldest first; if `newest` is given, the last so many.

        part  where to look, if not in all that was read
        """
        shown = self._shown() if part is None else part
        ids = [str(doc.doc_id) for doc in table_of(shown).search(query(criteria))]
        return list(islice(newest_first(ids, shown), newest or None))[::-1]

    def table(self) -> Table:
        """Return all records that were read as a TinyDB table in memory."""
        return table_of(self._shown())

    def history(self, id_: str) -> list[tuple[Record, Version]]:
        """Return the versions of a record that can be read, oldest first; raises NoSuchRecord."""
        with self._guard:
            fold = self._source().only([id_])
            if id_ not in fold.shown:
                raise _no_such(id_)
            versions = [(readable(id_, version), version) for version in fold.versions(id_)]
        return [(record, version) for record, version in versions if record is not None]

    def sides(self, id_: str) -> list[tuple[Record, Version]]:
        """Return the versions that nothing replaces and that can be read, the shown one last."""
        with self._guard:
            fold = self._source().only([id_])
            if id_ not in fold.shown:
                raise _no_such(id_)
            heads = [(readable(id_, version), version) for version in fold.heads(id_)]
        return [(record, version) for record, version in heads if record is not None]

    def on_both_sides(self) -> list[str]:
        """Return the ids of records that were edited on both sides."""
        with self._guard:
            return sorted(self._fold().on_both_sides())

    def purged(self) -> frozenset[str]:
        """Return the ids of records that were taken out for good."""
        with self._guard:
            return frozenset(self._fold().purged)

    def added_while_locked(self, after: int) -> dict[str, int]:
        """Return by id the t of notes that were added while locked, and show as they were added.

        after  only those that are later than this t
        """
        shown = self._shown().items()
        added = {id_: v.t for id_, v in shown if v.change["op"] == ADDED_LOCKED}
        return {id_: t for id_, t in added.items() if t > after}

    def damage(self, *, versions: bool) -> list[Damage]:
        """Return what could not be read; with `versions`, earlier versions of records as well."""
        unreadable = [
            Damage("", 0, f"record {id_} cannot be read")
            for id_, version in self._shown().items()
            if readable(id_, version) is None
            or (versions and None in [readable(id_, each) for each in self._fold().versions(id_)])
        ]
        with self._guard:
            return [*self._loaded().damage(), *unreadable]

    # --- what was done here, by the names that this computer has had

    def timeline(self, names: Iterable[str]) -> "Timeline":
        """Return what was done and taken back."""
        from journal.store.undo import timeline

        with self._guard:
            return timeline(self._loaded().changes(names))

    def to_undo(self, names: Iterable[str], session: str) -> "tuple[Step, dict[str, Doc] | None]":
        """Return the step to take back, of `session` first, and what to write for it.

        Raises NothingFound; None if one of the step's records has changed since.
        """
        from journal.store.undo import next_undo, taken_back

        line = self.timeline(names)
        step = next_undo(line, session)
        if step is None:
            raise NothingFound("There is nothing to undo on this computer.")
        return step, taken_back(step, line, self._fold())

    def to_redo(self, names: Iterable[str]) -> "tuple[Step, dict[str, Doc] | None]":
        """Return the step to do again, and what to write for it, as `to_undo` does."""
        from journal.store.undo import done_again

        undone = self.timeline(names).undone
        if not undone:
            raise NothingFound("There is nothing to do again on this computer.")
        step, by = undone[-1]
        return step, done_again(step, by, self._fold())

    def last_added(self, names: Iterable[str]) -> Record:
        """Return the record that was added last and is not in the trash; raises NoSuchRecord."""
        added = False
        for step in reversed(self.timeline(names).done):
            for id_, (_, doc) in reversed(step.docs().items()):
                shown = self._fold().shown.get(id_)
                if shown and not replaced(doc) and not shown.doc.get("trashed"):
                    return record_of(id_, shown)
                added = added or not replaced(doc)
        if added:
            raise NoSuchRecord(
                "All that was added on this computer is in the trash.",
                "`journal trash` lists it, and `journal trash restore ID` brings it back.",
            )
        raise NoSuchRecord("Nothing was added on this computer yet.", "`journal add` adds a note.")

    # --- inside

    def forget(self) -> set[str]:
        """Forget all that was read; return the ids of its records."""
        with self._guard:
            touched = set(self._fold().shown)
            self._reader, self._root, self._is_loaded = None, None, False
            return touched

    @property
    def reader(self) -> Reader | None:
        """What was read so far."""
        return self._reader

    @property
    def came_back(self) -> bool:
        """Whether some file still holds what was purged."""
        return self._reader is not None and self._reader.fold.came_back

    def _open_reader(self) -> tuple[Reader | None, set[str]]:
        """Return what reads the folder in force, and the ids of what was read from another one."""
        with self._guard:
            root, touched = self._keyring.root(), set[str]()
            if self._root and root and _where(root) != _where(self._root):
                touched = self.forget()
            if self._reader is None and root:
                self._reader, self._root = Reader(root.folder, self._keyring.reading(root)), root
            return self._reader, touched

    def _next(self, pieces: Iterator[list[str]]) -> list[str] | None:
        with self._guard:
            return next(pieces, None)

    def _loaded(self) -> Reader:
        """Return what was read; of a journal without a single record, nothing."""
        return self._reader or Reader(self._journal / FOLDER, OPEN_BOX)

    def _fold(self) -> Fold:
        return self._loaded().fold

    def _shown(self) -> dict[str, Version]:
        """Return which version of each record shows just now."""
        with self._guard:
            return dict(self._fold().shown)

    def _source(self) -> Reader | Scan:
        """Return what was read, or where not all was read yet, a look through the files."""
        root = None if self._is_loaded else self._keyring.root()
        return Scan(root.folder, self._keyring.reading(root)) if root else self._loaded()


def _where(root: Root) -> tuple[str, str]:
    return root.form, root.folder.name


def _no_such(id_: str) -> NoSuchRecord:
    return NoSuchRecord(f"No record has the id {id_!r}.", "`journal list` shows ids.")


def _let_others_on() -> None:
    """Leave the processor to the screens' thread, where there is one.

    Merely letting go of Python's lock is not enough: this thread would have it again at once.
    """
    if threading.current_thread() is not threading.main_thread():
        time.sleep(BREATH)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Read much at once without stalling others: no garbage collection, short turns of threads.

    What was read stays; it is exempted from later collections.
    """
    turns, collecting = sys.getswitchinterval(), gc.isenabled()
    gc.disable()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(turns)
        gc.freeze()
        if collecting:
            gc.enable()

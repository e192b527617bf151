"""The open journal: one small object through which records go in and out."""

import gc
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from typing import NamedTuple

from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from journal.clock import Clock
from journal.errors import Busy, Damaged, NoSuchRecord, NothingFound
from journal.paths import Places
from journal.records.codec import from_doc, to_doc
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store import ids
from journal.store.box import Box, OpenBox
from journal.store.change import Damage, Doc
from journal.store.drafts import Drafts
from journal.store.fold import Fold, Version
from journal.store.query import query
from journal.store.reader import Reader
from journal.store.root import FOLDER, read_root
from journal.store.scan import Scan
from journal.store.undo import Step, Timeline, done_again, next_undo, taken_back, timeline
from journal.store.writer import Saved, Writer


class Past(NamedTuple):
    """One version of a record: what it said, and which operation of which computer made it.

    t  nanoseconds since 1970 UTC
    """

    record: Record
    op: str
    t: int
    computer: str


class Taken(NamedTuple):
    """One step that was taken back or done again, and the records that it left."""

    op: str
    records: list[Record]


class IdTable(Table):
    """A TinyDB table whose documents are records, by their ids."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB documents this, its types do not


class Journal:
    """A journal on this computer, for one window or one command of the shell.

    Making one reads and writes nothing. All methods may raise Damaged (the store cannot be read);
    those that save may raise NotWritten or Busy, and then nothing has changed.
    """

    def __init__(self, places: Places, clock: Clock) -> None:
        self.places = places
        self.clock = clock
        self.session = ids.new_id()
        self.drafts = Drafts(places.drafts, self.session)
        self._box: Box = OpenBox()
        self._writer = Writer(places.journal, places.state, clock, self.session)
        self._reader: Reader | None = None
        self._guard = threading.RLock()
        self._subscribers: list[Callable[[set[str]], None]] = []

    # --- reading

    def load(self) -> None:
        """Read everything that was not read yet, and tell the subscribers what has changed.

        Others may read and save between two files: the lock is let go after each.
        """
        reader = self._open_reader()
        if reader is None:
            return
        files, touched = reader.file_by_file(), set[str]()
        with undisturbed() if not reader.fold.shown else nullcontext():
            while (ids_ := self._next_file(files)) is not None:
                touched.update(ids_)
        self._tell(touched)

    def get(self, prefix: str) -> Record:
        """Return the record whose id begins with `prefix`; "last" is the last one added here.

        Raises NoSuchRecord when there is none, or several.
        """
        if prefix == "last":
            return self._last_added()
        found = self._ids(prefix) if ids.could_be_id(prefix) else set()
        if not found:
            raise NoSuchRecord(f"No record has the id {prefix!r}.", "`journal list` shows ids.")
        if len(found) > 1:
            several = ", ".join(sorted(found)[:8])
            raise NoSuchRecord(f"Several ids begin with {prefix!r}: {several}", "Add a letter.")
        [id_] = found
        return _record(id_, self._fold([id_]).shown[id_])

    def find(self, criteria: Criteria, newest: int = 0) -> list[Record]:
        """Return what `criteria` asks for, oldest first; if `newest` is given, the last so many.

        Records that cannot be read are left out; `damage` tells of them.
        """
        fold = self._fold_for(criteria, newest)
        found = _table(fold).search(query(criteria))
        in_time = sorted(found, key=_moment)[-newest:]
        records = (_readable(str(doc.doc_id), fold) for doc in in_time)
        return [record for record in records if record is not None]

    def table(self) -> Table:
        """Return all records, those in the trash too, as a TinyDB table in memory."""
        self.load()
        return _table(self._loaded().fold)

    def history(self, id_: str) -> list[Past]:
        """Return the versions of a record, oldest first."""
        versions = self._fold([id_]).versions(id_)
        return [Past(_record(id_, v), v.change["op"], v.t, v.computer) for v in versions]

    def on_both_sides(self) -> list[str]:
        """Return the ids of records that were edited on two sides, neither knowing of the other."""
        self.load()
        return sorted(self._loaded().fold.on_both_sides())

    def damage(self) -> list[Damage]:
        """Return what cannot be read, in the whole journal."""
        self.load()
        reader = self._loaded()
        damaged = [damage for found in reader.damage.values() for damage in found]
        unreadable = [
            Damage("", 0, f"record {id_} cannot be read")
            for id_ in reader.fold.shown
            if _readable(id_, reader.fold) is None
        ]
        return [*damaged, *reader.gaps(), *unreadable]

    # --- saving

    def save(self, *records: Record, op: str = "add") -> list[Record]:
        """Keep records as they are from now on, all in one change; return them as kept.

        A record without an id gets one.
        """
        named = [record if record.id else record._replace(id=ids.new_id()) for record in records]
        saved = self._write(op, {record.id: _doc(record) for record in named})
        return [record._replace(version=saved.change["t"]) for record in named]

    def remove(self, *records: Record) -> list[Record]:
        """Move records to the trash; return them as they are there."""
        return self.save(*(record._replace(trashed=True) for record in records), op="trash")

    def bring_in(self, records: Iterable[Record], month: str, run: str) -> None:
        """Keep imported records, new ones, in the files of their own `month` (UTC, "2016-03").

        run  what all changes of this import share; it is one operation, taken back at once
        """
        self._write("import", {record.id: _doc(record) for record in records}, month, run=run)

    def undo(self, own_first: bool = False) -> Taken:  # noqa: FBT001, FBT002
        """Take back the newest change of this computer, or of this window if `own_first`.

        Raises NothingFound, or Busy when one of its records has changed since.
        """
        with self._guard:
            line = self.timeline()
            step = next_undo(line, self.session if own_first else "")
            if step is None:
                raise NothingFound("There is nothing to undo on this computer.")
            docs = taken_back(step, line, self._loaded().fold)
            return self._take("undo", step, docs, undoes=step.key)

    def redo(self) -> Taken:
        """Do again what was last taken back. Raises as `undo` does."""
        with self._guard:
            undone = self.timeline().undone
            if not undone:
                raise NothingFound("There is nothing to do again on this computer.")
            step, by = undone[-1]
            docs = done_again(step, by, self._loaded().fold)
            return self._take("redo", step, docs, redoes=step.key)

    def timeline(self) -> Timeline:
        """Return what was done and taken back on this computer."""
        self.load()
        names = self._writer.computer.names
        changes = self._loaded().changes
        return timeline(change for name in names for change in changes.get(name, ()))

    # --- watching

    def subscribe(self, hear: Callable[[set[str]], None]) -> None:
        """Have `hear` called with the ids of records that changed, in the thread that noticed."""
        self._subscribers.append(hear)

    def close(self) -> None:
        """Let go of what the session holds."""
        self.drafts.close()

    # --- inside

    def _write(self, op: str, docs: dict[str, Doc], month: str = "", **marks: str) -> Saved:
        with self._guard:
            saved = self._writer.save(op, docs, month, **marks)
            if self._reader:
                self._reader.take(saved)
        self._tell(set(docs))
        return saved

    def _take(self, op: str, step: Step, docs: dict[str, Doc] | None, **marks: str) -> Taken:
        if docs is None:
            raise Busy(
                f"The {step.op} cannot be {op}ne: a record has changed since.",
                "`journal history ID` shows how; `journal undo --list` what else there is.",
            )
        saved = self._write(op, docs, **marks)
        name = saved.change["t"]
        return Taken(step.op, [from_doc(id_, doc, name) for id_, doc in docs.items()])

    def _open_reader(self) -> Reader | None:
        if self._reader is None:
            root = read_root(self.places.journal)
            self._reader = Reader(root.folder, self._box) if root else None
        return self._reader

    def _loaded(self) -> Reader:
        """Return what was read; of a journal without a single record, nothing."""
        return self._reader or Reader(self.places.journal / FOLDER, self._box)

    def _next_file(self, files: Iterator[list[str]]) -> list[str] | None:
        with self._guard:
            return next(files, None)

    def _tell(self, touched: set[str]) -> None:
        for hear in self._subscribers if touched else ():
            hear(touched)

    def _scan(self) -> Scan | None:
        """Return a look through the files, where they were not all read already."""
        root = None if self._reader else read_root(self.places.journal)
        return Scan(root.folder, self._box) if root else None

    def _ids(self, prefix: str) -> set[str]:
        scan = self._scan()
        if scan:
            return scan.ids(prefix)
        return {id_ for id_ in self._loaded().fold.shown if id_.startswith(prefix)}

    def _fold(self, wanted: Sequence[str]) -> Fold:
        scan = self._scan()
        return scan.fold(wanted) if scan else self._loaded().fold

    def _fold_for(self, criteria: Criteria, newest: int) -> Fold:
        """Return a fold with all that `criteria` asks for: a part of all if that is quick."""
        scan = self._scan()
        part = scan.looking_for(criteria, newest) if scan else None
        if part is not None:
            return part
        self.load()
        return self._loaded().fold

    def _last_added(self) -> Record:
        for step in reversed(self.timeline().done):
            for id_, (_, doc) in reversed(step.docs().items()):
                shown = self._loaded().fold.shown[id_]
                if "was" not in doc and not shown.doc.get("trashed"):
                    return _record(id_, shown)
        raise NoSuchRecord("Nothing was added on this computer yet.", "`journal add` adds a note.")


def _doc(record: Record) -> Doc:
    return {**to_doc(record), "was": record.version} if record.version else to_doc(record)


def _record(id_: str, version: Version) -> Record:
    return from_doc(id_, version.doc, version.name)


def _readable(id_: str, fold: Fold) -> Record | None:
    try:
        return _record(id_, fold.shown[id_])
    except Damaged:
        return None


def _table(fold: Fold) -> Table:
    """Return the records of a fold as a TinyDB table; the documents are the fold's own."""
    db = TinyDB(storage=MemoryStorage)
    db.storage.write({"records": {id_: version.doc for id_, version in fold.shown.items()}})
    return IdTable(db.storage, "records", cache_size=0)


def _moment(doc: Document) -> tuple[datetime, str]:
    """Return by what records are ordered: the moment they are about, then their id."""
    try:
        return datetime.fromisoformat(doc["at"]).astimezone(UTC), str(doc.doc_id)
    except (KeyError, TypeError, ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC), str(doc.doc_id)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Read much at once without stalling others: no garbage collection, short turns of threads.

    What was read stays; it is exempted from later collections.
    """
    turns = sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(0.0005)
    try:
        yield
    finally:
        sys.setswitchinterval(turns)
        gc.freeze()
        gc.enable()

"""The open journal: one small object through which records go in and out."""

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from tinydb.table import Table

from journal.clock import Clock
from journal.errors import Busy
from journal.paths import Places
from journal.records.codec import from_doc, to_doc
from journal.records.record import Record
from journal.store import ids
from journal.store.box import Box, OpenBox
from journal.store.change import Damage, Doc
from journal.store.drafts import Drafts
from journal.store.writer import Saved, Writer

if TYPE_CHECKING:  # what only reading needs is loaded with it, see _looking
    from journal.records.criteria import Criteria
    from journal.store.looking import Looking
    from journal.store.undo import Step, Timeline


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


class Journal:
    """A journal on this computer, for one window or one command of the shell.

    Making one reads and writes nothing. All methods may raise Damaged (the store cannot be read);
    those that save may raise NotWritten or Busy, and then nothing has changed. Several threads
    may share one.
    """

    def __init__(self, places: Places, clock: Clock) -> None:
        self.places = places
        self.clock = clock
        self.session = ids.new_id()
        self.drafts = Drafts(places.drafts, self.session)
        self._box: Box = OpenBox()
        self._guard = threading.RLock()
        self._writer = Writer(places.journal, places.state, clock, self.session)
        self._read: Looking | None = None
        self._subscribers: list[Callable[[set[str]], None]] = []

    # --- reading

    def load(self) -> None:
        """Read everything that was not read yet, and tell the subscribers what has changed.

        Other threads may read and save meanwhile, and never wait for long.
        """
        self._tell(self._looking().load())

    def get(self, prefix: str) -> Record:
        """Return the record whose id begins with `prefix`; "last" is the last one added here.

        Raises NoSuchRecord when there is none, or several.
        """
        if prefix == "last":
            self.load()
            return self._looking().last_added(self._writer.computer.names)
        return self._looking().get(prefix)

    def find(self, criteria: "Criteria", newest: int = 0) -> list[Record]:
        """Return what `criteria` asks for, oldest first; if `newest` is given, the last so many.

        Records that cannot be read are left out; `damage` tells of them.
        """
        part = self._looking().part_for(criteria, newest)
        if part is None:
            self.load()
        return self._looking().find(criteria, newest, part)

    def table(self) -> Table:
        """Return all records, those in the trash too, as a TinyDB table in memory."""
        self.load()
        return self._looking().table()

    def history(self, id_: str) -> list[Past]:
        """Return the versions of a record that can be read, oldest first.

        Raises NoSuchRecord when there is no record with this id.
        """
        versions = self._looking().history(id_)
        return [Past(record, v.change["op"], v.t, v.computer) for record, v in versions]

    def on_both_sides(self) -> list[str]:
        """Return the ids of records that were edited on two sides, neither knowing of the other."""
        self.load()
        return self._looking().on_both_sides()

    def damage(self) -> list[Damage]:
        """Return what cannot be read, in the whole journal."""
        self.load()
        return self._looking().damage()

    # --- saving

    def save(self, *records: Record, op: str = "add") -> list[Record]:
        """Keep records as they are from now on, all in one change; return them as kept.

        A record without an id gets one.
        """
        if not records:
            return []
        named = [record if record.id else record._replace(id=ids.new_id()) for record in records]
        saved, touched = self._write(op, {record.id: _doc(record) for record in named})
        self._tell(touched)
        return [record._replace(version=saved.change["t"]) for record in named]

    def remove(self, *records: Record) -> list[Record]:
        """Move records to the trash; return them as they are there."""
        return self.save(*(record._replace(trashed=True) for record in records), op="trash")

    def bring_in(self, records: Iterable[Record], month: str, run: str) -> None:
        """Keep imported records, new ones, in the files of their own `month` (UTC, "2016-03").

        run  what all changes of this import share; it is one operation, taken back at once
        """
        docs = {record.id: {"was": [], **_doc(record)} for record in records}  # see the fold
        if docs:
            _, touched = self._write("import", docs, month, run=run)
            self._tell(touched)

    def undo(self, own_first: bool = False) -> Taken:  # noqa: FBT001, FBT002
        """Take back the newest change of this computer, or of this window if `own_first`.

        Raises NothingFound, or Busy when one of its records has changed since.
        """
        self.load()
        with self._guard:
            names = self._writer.computer.names
            step, docs = self._looking().to_undo(names, self.session if own_first else "")
            taken, touched = self._take("undo", step, docs, undoes=step.key)
        self._tell(touched)
        return taken

    def redo(self) -> Taken:
        """Do again what was last taken back. Raises as `undo` does."""
        self.load()
        with self._guard:
            step, docs = self._looking().to_redo(self._writer.computer.names)
            taken, touched = self._take("redo", step, docs, redoes=step.key)
        self._tell(touched)
        return taken

    def timeline(self) -> "Timeline":
        """Return what was done and taken back on this computer."""
        self.load()
        return self._looking().timeline(self._writer.computer.names)

    # --- watching

    def subscribe(self, hear: Callable[[set[str]], None]) -> None:
        """Have `hear` called with the ids of records that changed, in the thread that noticed."""
        self._subscribers.append(hear)

    def close(self) -> None:
        """Let go of what the session holds."""
        self.drafts.close()

    # --- inside

    def _write(
        self, op: str, docs: dict[str, Doc], month: str = "", **marks: str
    ) -> tuple[Saved, set[str]]:
        """Save a change; return it and the ids of all records that have changed meanwhile."""
        with self._guard:
            saved = self._writer.save(op, docs, month, **marks)
            others = self._read.take(saved) if self._read else ()
        return saved, {*docs, *others}

    def _take(
        self, op: str, step: "Step", docs: dict[str, Doc] | None, **marks: str
    ) -> tuple[Taken, set[str]]:
        if docs is None:
            raise Busy(
                f"The {step.op} cannot be {op}ne: a record has changed since.",
                "`journal history ID` shows how; `journal undo --list` what else there is.",
            )
        saved, touched = self._write(op, docs, **marks)
        name = saved.change["t"]
        return Taken(step.op, [from_doc(id_, doc, name) for id_, doc in docs.items()]), touched

    def _looking(self) -> "Looking":
        """Return the reading side; `journal add` never needs it, nor pays for loading it."""
        with self._guard:
            if self._read is None:
                from journal.store.looking import Looking

                self._read = Looking(self.places.journal, self._box, self._guard)
            return self._read

    def _tell(self, touched: set[str]) -> None:
        for hear in self._subscribers if touched else ():
            hear(touched)


def _doc(record: Record) -> Doc:
    return {**to_doc(record), "was": record.version} if record.version else to_doc(record)

"""The open journal: one small object through which records go in and out."""

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tinydb.table import Table

from journal.errors import Busy, NotWritten
from journal.records.codec import from_doc, to_doc
from journal.records.record import Record
from journal.store import ids
from journal.store.change import Damage, Doc
from journal.store.session import Session

if TYPE_CHECKING:  # what only reading needs is loaded with it, see `Session`
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


class Journal(Session):
    """A journal on this computer, for one window or one command of the shell.

    Making one reads and writes nothing. All methods may raise Damaged (the store cannot be read)
    or Locked (it is sealed, and nobody opens it); those that save may raise NotWritten or Busy, and
    then nothing has changed. Several threads may share one.
    """

    # --- reading

    def load(self) -> None:
        """Read everything that was not read yet, and tell the subscribers what has changed.

        Other threads may read and save meanwhile, and never wait for long.
        """
        looking = self._looking()
        is_first = looking.reader is None
        touched = looking.load()
        if is_first or looking.came_back:
            with contextlib.suppress(NotWritten, Busy):  # it is done the next time
                self._tidy(looking)
        self._tell(touched)

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

    def purged(self) -> frozenset[str]:
        """Return the ids of records that were taken out for good: what comes back never shows."""
        self.load()
        return self._looking().purged()

    def on_both_sides(self) -> list[str]:
        """Return the ids of records that were edited on two sides, neither knowing of the other."""
        self.load()
        return self._looking().on_both_sides()

    def damage(self, *, versions: bool = False) -> list[Damage]:
        """Return what cannot be read, in the whole journal.

        versions  look at every earlier version of every record, too
        """
        self.load()
        found = self._looking().damage(versions=versions)
        if (sealed := self._sealed_reading()) is not None:
            from journal.store.sealed.seen import missing

            found += missing(self.places.state, *sealed)
        if (root := self.keyring.root()) is not None:
            from journal.store.sealed.settling import late_damage

            found += late_damage(self.places.journal, root)
        self.remember()
        return found

    def added_while_locked(self) -> list[str]:
        """Return the ids of notes that were added while the journal was locked, each just once.

        Whoever can write into the journal's folder could have added one. Their history says so.
        """
        from journal.store.sealed.seen import tell, told

        self.load()
        root = self.keyring.root()
        if root is None or not root.is_sealed:
            return []
        self.remember()
        until = told(self.places.state, root.id)
        new = self._looking().added_while_locked(until)
        if new:
            tell(self.places.state, root.id, max(new.values()))
        return list(new)

    def all_sides(self) -> list[list[Record]]:
        """Return the sides of each record that was edited on two sides."""
        return [self.sides(id_) for id_ in self.on_both_sides()]

    def sides(self, id_: str) -> list[Record]:
        """Return what a record says on each side that it was edited on; what shows is last.

        Raises NoSuchRecord when there is no record with this id.
        """
        return [record for record, _ in self._looking().sides(id_)]

    # --- saving

    def save(self, *records: Record, op: str = "add") -> list[Record]:
        """Keep records as they are from now on, all in one change; return them as kept.

        A record without an id gets one. With the op "join", each replaces all sides that it was
        edited on; raises NoSuchRecord then where there is no record with its id.
        """
        if not records:
            return []
        named = [record if record.id else record._replace(id=ids.new_id()) for record in records]
        doc_of = self._joined if op == "join" else _doc
        saved = self.write(op, {record.id: doc_of(record) for record in named})
        return [record._replace(version=saved.change["t"]) for record in named]

    def remove(self, *records: Record) -> list[Record]:
        """Move records to the trash; return them as they are there."""
        return self.save(*(record._replace(trashed=True) for record in records), op="trash")

    def join(self, record: Record) -> Record:
        """Keep `record` in the place of all sides that it was edited on; return it as kept.

        Raises NoSuchRecord when there is no record with its id.
        """
        return self.save(record, op="join")[0]

    def purge(self, *records: Record) -> None:
        """Take records and their history out of every file here, for good: no undo brings it back.

        Other computers do the same when they come to know of it. Backups are left as they are.
        """
        if not records:
            return
        names = [record.id for record in records]
        with self._guard:
            _, touched = self._write("purge", {}, purge=names)
            self._rewrite(set(names))
            self.forget()
        self._tell({*touched, *names})

    def bring_in(self, records: Iterable[Record], month: str, run: str) -> None:
        """Keep imported records, new ones, in the files of their own `month` (UTC, "2016-03").

        run  what all changes of this import share; it is one operation, taken back at once
        """
        docs = {record.id: {"was": [], **_doc(record)} for record in records}  # see the fold
        if docs:
            self.write("import", docs, month, run=run)

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

    # --- inside

    def _joined(self, record: Record) -> Doc:
        sides = [version.name for _, version in self._looking().sides(record.id)]
        return {**to_doc(record), "was": sides}

    def _tidy(self, looking: "Looking") -> None:
        """Finish what was interrupted, and take out again what came back though it was purged."""
        if (reader := looking.reader) is not None and reader.fold.came_back:
            self._rewrite(reader.fold.purged)
            reader.fold.came_back = False
        root = self.keyring.root()
        is_first = root is None or root.number == 1
        if not is_first or (self.places.state / "building.json").exists():
            from journal.store.sealed.settling import settle

            settle(self)

    def _rewrite(self, purged: set[str]) -> None:
        root = self.keyring.root()
        if root is not None:
            from journal.store.kept.purging import take_out

            with self.alone():
                take_out(root.folder, self.keyring.reading(root), purged)
                self._writer.forget()

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


def _doc(record: Record) -> Doc:
    return {**to_doc(record), "was": record.version} if record.version else to_doc(record)

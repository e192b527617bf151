"""The folder of lines that a journal's root names, opened for saving: TinyDB over its files."""

import os
from typing import cast

from tinydb import TinyDB
from tinydb.table import Document, Table

from journal.store.box import Box
from journal.store.change import Change
from journal.store.files import LineFile, listed
from journal.store.root import Root
from journal.store.storage import LineStorage, LineTable


class NumberedTable(Table):
    """A TinyDB table whose documents are lines, by their numbers as text (which TinyDB keeps)."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB documents this, its types do not


class LineDB(TinyDB):
    """TinyDB with such tables, one a file."""

    table_class = NumberedTable


class Opened:
    """The folder of lines in force, as TinyDB's tables.

    box    what makes lines here
    stamp  of journal.json when it was opened
    month  the one that was written in last; "" if that is not known
    """

    def __init__(self, root: Root, box: Box, stamp: tuple[int, int, int] | None) -> None:
        self.folder = root.folder
        self.box = box
        self.stamp = stamp
        self.month = ""
        self._changed = 0
        self._storage = LineStorage(root.folder, box)
        self._db = LineDB(storage=lambda: self._storage)

    def table(self, file: LineFile) -> LineTable:
        """Return the table kept in `file`."""
        return self._storage.table(file.name)

    def insert(self, file: LineFile, change: Change) -> None:
        """Add a change to a file. Raises OSError, or ValueError if JSON cannot hold it."""
        document = Document(change, doc_id=cast(int, str(change["n"])))
        self._db.table(file.name, cache_size=0).insert(document)

    def has_changed(self) -> bool:
        """Tell whether files have come or gone since this was asked last; the first time, yes."""
        try:
            changed = os.stat(self.folder).st_mtime_ns  # noqa: PTH116 - much quicker
        except OSError:
            return True
        before, self._changed = self._changed, changed
        return changed != before

    def files(self) -> list[LineFile]:
        """Return the files of lines, newest month first."""
        return listed(self.folder)

    def taken(self) -> set[str]:
        """Return the names of computers that have written here."""
        return {file.computer for file in self.files()}

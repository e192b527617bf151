"""A place that shows the whole journal: a library, filled in threads and kept up to date."""

import threading
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from journal.errors import JournalError, NoSuchRecord
from journal.practice.finding.library import Library
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from journal.store.looking import undisturbed
from screens.place import Place
from screens.quiet import in_pieces
from screens.readable import ReadablePlace

ONE_BY_ONE = 64
"""When more records than this have changed, all are read again."""


class LibraryPlace(ReadablePlace):
    """A place with a library of all records.

    It begins to read with `read_all`, and posts Grown whenever there is something else to show.
    """

    @dataclass
    class Grown(Message):
        """The library holds more than before, or other things.

        whole  whether all there is has been read
        """

        whole: bool

    @dataclass
    class Loaded(Message):
        """The journal has been read; changes that were told of before are in it."""

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self.library = Library()
        self.is_whole = False
        self._changed: set[str] = set()
        self._reading = threading.Lock()

    # --- reading the journal, in threads

    @work(thread=True, group="library", exit_on_error=False)
    def read_all(self) -> None:
        """Read the journal, and take everything in it into the library."""
        try:
            self.journal.load()
        except JournalError as error:
            self.post_message(self.Failed(error))
        self.post_message(self.Loaded())

    @on(Loaded)
    def _begin_filling(self) -> None:
        self.is_whole = False
        self._changed.clear()
        self._fill()

    @work(thread=True, group="library", exit_on_error=False)
    def _fill(self) -> None:
        """Take everything into the library, newest first, a little at a time."""
        with self._reading, undisturbed():
            try:
                docs = ((str(doc.doc_id), doc) for doc in self.journal.table())
                pieces = in_pieces(self.library.fill(docs))
                if any(pieces):
                    self.post_message(self.Grown(whole=False))
                for _ in pieces:
                    pass
            except JournalError as error:
                self.post_message(self.Failed(error))
        self.post_message(self.Grown(whole=True))

    @on(Place.Changed)
    def note_changes(self, changed: Place.Changed) -> None:
        """Read changed records again, as soon as all others have been read."""
        self._changed |= changed.ids
        self._read_changes()

    def _read_changes(self) -> None:
        if not (self.is_whole and self._changed):
            return
        ids, self._changed = self._changed, set()
        if len(ids) > ONE_BY_ONE:
            self.is_whole = False
            self._fill()
        else:
            self._look(ids)

    @work(thread=True, group="library", exit_on_error=False)
    def _look(self, ids: set[str]) -> None:
        with self._reading:  # or an older state could come after a newer one
            try:
                found = [record for id_ in ids if (record := self._get(id_))]
                self.library.change(ids, found)
            except JournalError as error:
                self.post_message(self.Failed(error))
        self.post_message(self.Grown(whole=True))

    def _get(self, id_: str) -> Record | None:
        try:
            return self.journal.get(id_)
        except NoSuchRecord:
            return None

    @on(Grown)
    def _end_filling(self, grown: Grown) -> None:
        if grown.whole:
            self.is_whole = True
            self._read_changes()

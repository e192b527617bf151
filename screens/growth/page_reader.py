"""Reading the journal for Growth, in a thread that can be left; what was read is read once."""

import threading
from abc import abstractmethod
from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from journal.analysis.growth.page import Page, growth_page
from journal.analysis.growth.readings import Readings
from journal.errors import JournalError
from journal.records.criteria import Criteria
from journal.settings import Settings
from journal.store.journal import Journal
from screens.place import Place


class _Left(Exception):
    """The reading was left."""


class PageReader(Place):
    """A place that shows a page made of the whole journal.

    page  the newest one, None until the first was made
    """

    page: Page | None = None

    @dataclass
    class Going(Message):
        """So many texts were read, of how many."""

        done: int
        total: int

    @dataclass
    class Found(Message):
        """The page has been made."""

        page: Page

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self._readings = Readings()
        self._lock = threading.Lock()
        self._is_stale = True
        self._day = self.today()

    @abstractmethod
    def show_empty(self) -> None:
        """Show what stands there without a page."""

    def take(self, page: Page) -> None:
        """Take a page for the newest one."""
        self.page = page
        self._is_stale = False
        self._day = page.today

    def on_screen_resume(self) -> None:
        """Read what has changed while this was not seen."""
        if self._is_stale and not self._is_reading:
            self.read()

    def on_screen_suspend(self) -> None:
        """Leave the reading when another place is gone to; what was read is not read again."""
        if self.app.current_mode != self.place:
            self.leave_reading()

    @on(Place.Changed)
    def read_again(self) -> None:
        """Read what has changed, now or when this is seen again."""
        self._is_stale = True
        if self.app.current_mode == self.place:
            self.read()

    def tick(self) -> None:
        """Make the page of another day once one has begun."""
        if self.today() != self._day:
            self._day = self.today()
            self.post_message(Place.Changed(set()))

    def read(self) -> None:
        """Read the journal and make the page."""
        self._is_stale = True
        self.set_class(self.page is None, "-is-reading")
        self.remove_class("-is-empty")
        self._read()
        self.show_keys()

    @work(thread=True, group="read", exclusive=True)
    def _read(self) -> None:
        worker = get_current_worker()

        def progress(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _Left
            self.post_message(self.Going(done, total))

        chosen = self.settings.figures.split()
        with self._lock:  # readings are for one thread, and an older page must not come later
            try:
                self.journal.load()
                records = self.journal.find(Criteria())
                page = growth_page(records, self.today(), chosen, progress, self._readings)
            except _Left:
                return
            except JournalError as error:
                self.post_message(self.Failed(error))
                return
            if not worker.is_cancelled:
                self.post_message(self.Found(page))

    @property
    def _is_reading(self) -> bool:
        return any(w.group == "read" and w.node is self and w.is_running for w in self.workers)

    def leave_reading(self) -> None:
        """Leave the reading, and offer to go on with it where there is no page yet."""
        self.workers.cancel_group(self, "read")
        if self.page is None:
            self.remove_class("-is-reading")
            self.show_empty()

    @on(Place.Failed)
    def end_reading(self) -> None:
        """Offer to read again where nothing could be read."""
        if self.page is None:
            self.leave_reading()

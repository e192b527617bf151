"""What is drawn around every place: the first line, what was said, and the keys."""

from datetime import date
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from journal.clock import logical_day
from journal.errors import JournalError
from journal.practice.making import When
from journal.settings import Settings
from journal.store.journal import Journal
from screens.base import AppBase
from screens.places import PLACES
from screens.safe_text import plain
from screens.still_there import StillThere
from screens.widgets.place_name import PlaceName

SAMPLE = "A sample journal; nothing here is kept"


class Line(NamedTuple):
    """What stands above the keys, and whether it says that something failed."""

    text: str
    failed: bool


class Frame(Screen[None], StillThere):
    """A full screen of the journal, with its first line and its last ones.

    place  its id in `screens.places`, or "" for a screen that lies over one
    """

    # Below 61 columns or 19 rows a place shows less, so that what it shows is whole.
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (61, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (19, "-high")]  # noqa: RUF012 - both Textual's types

    place: ClassVar[str] = ""

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__()
        self.journal = journal
        self.settings = settings
        self._said = Line("", failed=False)
        self._resting = ""

    def _compositor_refresh(self) -> None:
        """Draw only what will be seen: while the app holds it back, Textual throws it away."""
        if not self.app._batch_count:
            super()._compositor_refresh()

    # --- the present

    def today(self) -> date:
        """Return the logical day."""
        return logical_day(self.journal.clock.now(), self.settings.day_ends)

    def when(self) -> When:
        """Return the present moment and day."""
        clock = self.journal.clock
        return When(clock.now(), clock.zone, self.today())

    # --- the first line

    def header(self) -> ComposeResult:
        """Lay out the first line: the places, and the day."""
        with Horizontal(id="place"):
            with Horizontal(classes="place--names"):
                yield from (PlaceName(where, is_here=where.id == self.place) for where in PLACES)
            yield Static("", classes="place--day", markup=False)
        yield from self.sample_line()

    def sample_line(self) -> ComposeResult:
        """Lay out the line that says, in the sample, that this is one."""
        if isinstance(self.app, AppBase) and self.app.is_sample:
            yield Static(SAMPLE, id="sample", markup=False)

    def show_names(self) -> None:
        """Dim the names of places with nothing in them."""
        if isinstance(app := self.app, AppBase):
            for name in self.query(PlaceName):
                name.set_class(name.place in app.empty_places, "-empty")

    def show_date(self, today: date | None = None) -> None:
        """Write the day at the end of the first line."""
        today = today or self.today()
        said = f"{today:%A} {today.day} {today:%B}"
        self.query_one(".place--day", Static).update(said)

    # --- the last lines

    def bottom(self, *above: Widget) -> ComposeResult:
        """Lay out the last lines: what was said, and the keys."""
        with Vertical(id="bottom"):
            yield from above
            yield Static("", id="said", markup=False)
            yield Static("", id="keys", markup=False)

    def say(self, text: str, *, failed: bool = False) -> None:
        """Say something on the line above the keys, until the next key is pressed.

        A failure stays until the next thing is said.
        """
        self._said = Line(text.strip(), failed=failed)
        self.show_said(self._said.text or self._resting, failed=failed)

    def rest(self, text: str) -> None:
        """Let `text` stand on that line whenever nothing else is said."""
        self._resting = text.strip()
        if not self._said.text:
            self.show_said(self._resting, failed=False)

    def hear(self) -> None:
        """Take back what was said, because something else is done now; a failure stays."""
        if self._said.text and not self._said.failed:
            self.say("")

    def show_said(self, text: str, *, failed: bool) -> None:
        """Write the line above the keys."""
        said = self.query_one("#said", Static)
        said.update(plain(text))
        said.set_class(failed, "-failed")

    def show_failed(self, error: JournalError) -> None:
        """Say what went wrong, and what to do."""
        self.say(f"{error.message.rstrip('.')}. {error.hint}", failed=True)

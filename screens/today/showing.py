"""What Today shows: read off the event loop, drawn as soon as it is there, kept up to date."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from textual.widgets import Static

from journal.errors import JournalError
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from screens.base import AppBase
from screens.place import Place
from screens.safe_text import plain
from screens.today.found import Around, Read
from screens.today.notes import DayNotes
from screens.today.offering import OfferLine
from screens.today.waiting import WaitingList
from screens.today.welcome import Welcome
from screens.today.writing import WritingPlace
from screens.widgets.choices import Choices
from screens.widgets.field import Field, FieldLine

MARGINS = 2
"""Cells beside everything on a place."""


class ShowingPlace(WritingPlace):
    """The day as it is: the line to write in, what was noted, and what stands around it."""

    notes = getters.query_one("#notes", DayNotes)
    offer = getters.query_one("#offer", OfferLine)
    waiting = getters.query_one(WaitingList)

    @dataclass
    class Found(Message):
        """The day has been read."""

        read: Read

    @dataclass
    class FoundAround(Message):
        """What stands around the day has been read."""

        around: Around

    @dataclass
    class Looked(Message):
        """Changed records have been read; those that do not belong here are missing."""

        ids: set[str]
        records: list[Record]

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self._records: dict[str, Record] = {}
        self._around = Around()
        self._day = self.today()
        self._just_kept = ""
        self._reading = threading.Lock()
        self._was_shown = False

    def compose(self) -> ComposeResult:
        """Lay out the place; at 110 columns what waits stands beside the notes."""
        yield from self.header()
        yield Static("", id="goal", markup=False)
        with Container(id="columns"):
            with Vertical(id="main"):
                with Vertical(id="left"):
                    yield Static("", classes="heading", markup=False)
                    yield Static("", classes="line", markup=False)
                yield Static("Today", id="noted", classes="heading", markup=False)
                yield DayNotes(id="notes")
            with Vertical(id="aside"):
                yield WaitingList(id="waiting")
                with Vertical(id="year-ago"):
                    yield Static("A year ago this week", classes="heading", markup=False)
                    yield Static("", classes="line", markup=False)
            yield OfferLine()
        field = Field(
            placeholder="What did you just notice?",
            signs=True,
            take=self.take,
            leave_to="#notes",
            id="field",
        )
        yield from self.bottom(Static("", classes="rule", markup=False), FieldLine(field))

    def on_mount(self) -> None:
        """Begin writing."""
        self.set_focus(self.field)
        self.call_after_refresh(self.begin)

    # --- styled once before it is first seen

    def on_compose(self) -> None:
        """Be as wide and high as the window before there is anything on the screen.

        Textual would see to it after the first layout, and style everything anew; this is the
        place that the app opens with.
        """
        width, height = self.app.size
        for room, breakpoints in (
            (width, self.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(max((least, name) for least, name in breakpoints if room >= least)[1])

    @on(events.ScreenResume)
    def come_back(self, event: events.ScreenResume) -> None:
        """Give the keys to the notes where what had them has gone meanwhile.

        When it is shown for the first time its styles are new, and stay as they are.
        """
        event.refresh_styles = self._was_shown
        if self._was_shown and self.focused is None:
            self.set_focus(self.notes)
        self._was_shown = True

    # --- reading, in threads

    @work(thread=True, group="read")
    def begin(self) -> None:
        """Read what belongs here, and then what others save from now on."""
        self._read(self.look_for_drafts, self._read_day, self.journal.load, self._read_around)

    @work(thread=True, group="read")
    def _read_rest(self) -> None:
        self._read(self._read_around)

    def _read(self, *steps: Callable[[], object]) -> None:
        """Do steps of reading in turn; one at a time, or an older state could be shown last."""
        with self._reading:
            try:
                for step in steps:
                    step()
            except JournalError as error:
                self.post_message(self.Failed(error))

    def _read_day(self) -> None:
        from screens.today.reading import read_today  # the rules come once the place is seen

        self.post_message(self.Found(read_today(self.journal, self.settings)))

    def _read_around(self) -> None:
        from screens.today.reading import read_around

        self.post_message(self.FoundAround(read_around(self.journal, self.settings, self.today())))

    @on(Place.Changed)
    @work(thread=True, group="look")
    def look(self, changed: Place.Changed) -> None:
        """Read changed records again."""
        from screens.today.reading import read_changed

        def step() -> None:
            here = read_changed(self.journal, self._day, changed.ids)
            if here is None:
                self._read_day()
                self._read_around()
            else:
                self.post_message(self.Looked(changed.ids, here))
                if any(waits.id in changed.ids for waits in self._around.waiting):
                    self._read_around()

        self._read(step)

    def tick(self) -> None:
        """Show the new day once the old one has ended."""
        if self.today() != self._day:
            self._read(self._read_day, self._read_around)

    # --- what is shown

    @on(Found)
    async def show_day(self, found: Found) -> None:
        """Show the day as it was read."""
        read = found.read
        self._day = read.day
        self._records = {record.id: record for record in read.records}
        self.show_date(read.day)
        self.query_one("#left .heading", Static).update(read.heading)
        self.query_one("#left .line", Static).update(plain(read.left))
        if read.first:
            await self._greet()
        there = {"-headed": bool(read.heading), "-left": bool(read.left), "-first": read.first}
        self.update_classes({**there, "-noted": bool(read.records)})  # each change styles all anew
        self.offer.tell(read.offer)
        self._lead_to(is_first=read.first)
        self._show_notes()

    async def _greet(self) -> None:
        """Put the very first screen there: most journals never need it again."""
        if not self.query(Welcome):
            await self.mount(Welcome(id="welcome"), after="#goal")
        self.query_one(Welcome).greet(self.journal.clock.now(), self.settings.day_ends)

    def _lead_to(self, *, is_first: bool) -> None:
        """Let the keys go from the line to the ways to begin, or to the notes of the day."""
        self.field.leave_to = "#begin" if is_first else "#notes"
        if not is_first and isinstance(self.focused, Choices) and self.focused.id == "begin":
            self.set_focus(self.notes)

    @on(FoundAround)
    def show_around(self, found: FoundAround) -> None:
        """Show what stands around the day."""
        self._around = around = found.around
        self.query_one("#goal", Static).update(plain(around.goal))
        self.query_one("#year-ago .line", Static).update(plain(f'"{around.year_ago}"'))
        is_aside = bool(around.year_ago or around.waiting)
        self.update_classes({"-year-ago": bool(around.year_ago), "-aside": is_aside})
        self._show_waiting()
        self.offer.tell_longer(around.longer)
        self.rest(around.hint)
        if isinstance(self.app, AppBase):
            self.app.empty_places = around.empty
        self.show_names()

    def _show_waiting(self) -> None:
        room = self.size.width - MARGINS
        self.waiting.show(self._around.waiting, room, is_wide=self.has_class("-wide"))

    def on_resize(self) -> None:
        """Say what waits as there is room for it."""
        self._show_waiting()

    def _show_notes(self) -> None:
        if self._records:
            self.remove_class("-first")
            self._lead_to(is_first=False)
        self.set_class(bool(self._records), "-noted")
        self.notes.show(self._records.values(), self._just_kept)

    @on(Looked)
    def take_changes(self, looked: Looked) -> None:
        """Show what has changed."""
        kept = {id_: r for id_, r in self._records.items() if id_ not in looked.ids}
        now = kept | {record.id: record for record in looked.records}
        if now != self._records:
            if not self._records:
                self._read_rest()  # the first note of the day may be the first of all
            self._records = now
            self._show_notes()

    @on(WritingPlace.Kept)
    def show_kept(self, kept: WritingPlace.Kept) -> None:
        """Say once that a note was kept."""
        for record in kept.records:
            self._records[record.id] = record
            self._just_kept = record.id
        self._show_notes()
        self._read_rest()

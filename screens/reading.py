"""One record read whole: everything of it, where it leads, and what it said before."""

import threading
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from journal.clock import logical_day
from journal.errors import JournalError, NoSuchRecord
from journal.practice.days import first_words
from journal.records.record import MARKS, Record
from journal.settings import Settings
from journal.store.journal import Journal, Past
from screens.keys import Command, bindings
from screens.place import Place
from screens.record_commands import RecordPlace
from screens.safe_text import plain
from screens.widgets.record_list import RecordList
from screens.widgets.record_text import day_title, marks, short_day, whole

DONE = {
    "add": "written",
    "close": "looked back",
    "edit": "changed",
    "import": "brought in",
    "trash": "to the trash",
    "restore": "brought back",
    "undo": "taken back",
    "redo": "done again",
}
"""What an operation is called where a learner reads it."""


class ReadablePlace(RecordPlace):
    """A place whose records can be read whole, with their history, and brought back."""

    def can(self, command: Command) -> bool:
        """Allow bringing back only from the trash, and throwing away only what is not there."""
        record = self.highlighted()
        if command.id in ("restore", "trash") and record is not None:
            return record.trashed is (command.id == "restore") and super().can(command)
        return super().can(command)

    def action_open(self) -> None:
        """Read the highlighted record whole."""
        self.app.push_screen(Reading(self.journal, self.settings, self._chosen()))

    def action_history(self) -> None:
        """Read the highlighted record with what it said before."""
        self.app.push_screen(Reading(self.journal, self.settings, self._chosen(), past=True))

    def action_restore(self) -> None:
        """Bring the highlighted record back from the trash."""
        self._change(self._chosen(), lambda now: now._replace(trashed=False), op="restore")


class Reading(ReadablePlace):
    """A record, read whole.

    past  whether its history is shown at once
    """

    CSS_PATH: ClassVar[str] = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("more", "all", "help", "settings"),
        *bindings("open", "undo", "quit", "down", "up", "first", "last", "back", "history"),
        *bindings("edit", "tags", "sign", "star", "copy", "trash", "restore", "today", "days"),
        Binding("tab,shift+tab", "next_link", "next link", show=False, priority=True),
    ]
    about = "One record, whole: what it says, what it leads to, and what it said before."
    offers = ("back", "edit", "more", "help", "history", "tags", "star", "trash", "undo")

    scroll = getters.query_one("#whole", VerticalScroll)
    links = getters.query_one("#links", RecordList)

    @dataclass
    class Looked(Message):
        """The record has been read again, and what it leads to."""

        record: Record
        links: list[Record]
        missing: int
        past: list[Past]

    def __init__(
        self, journal: Journal, settings: Settings, record: Record, *, past: bool = False
    ) -> None:
        super().__init__(journal, settings)
        self._record = record
        self._past: list[Past] = []
        self._shows_past = past
        self._looking = threading.Lock()

    def compose(self) -> ComposeResult:
        """Lay out heading, text, links and history."""
        yield from self.header()
        yield Static("", id="when", classes="heading", markup=False)
        with VerticalScroll(id="whole"):
            yield Static("", id="text", markup=False)
            yield Static("", id="marks", classes="quiet", markup=False)
            yield Static("Leads to", id="leads", classes="heading", markup=False)
            yield RecordList(id="links")
            yield Static("", id="past", markup=False)
        yield from self.bottom()

    def on_mount(self) -> None:
        """Show the record, then what it leads to."""
        self.links.can_focus = False
        self.query_one(".place--day", Static).update(day_title(self._today(), self._today()))
        self.set_focus(self.scroll)
        self._show()
        self._look()

    def highlighted(self) -> Record | None:
        """Return the record that is read."""
        return self._record

    # --- what is shown

    @on(Place.Changed)
    def follow(self, changed: Place.Changed) -> None:
        """Read again when the record, or one that it leads to, has changed."""
        if changed.ids & {self._record.id, *self._record.links}:
            self._look()

    @work(thread=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        with self._looking:  # or an older state could be shown after a newer one
            try:
                record = self.journal.get(self._record.id)
                found = [self._linked(id_) for id_ in record.links]
                past = self.journal.history(record.id)
            except JournalError as error:
                self.post_message(self.Failed(error))
                return
            links = [link for link in found if link is not None]
            self.post_message(self.Looked(record, links, len(found) - len(links), past))

    def _linked(self, id_: str) -> Record | None:
        try:
            return self.journal.get(id_)
        except NoSuchRecord:
            return None

    @on(Looked)
    def take(self, looked: Looked) -> None:
        """Show what was read."""
        self._record, self._past = looked.record, looked.past
        self.links.show(looked.links, self._link)
        self.query_one("#leads").display = bool(looked.links)
        self.links.display = bool(looked.links)
        if looked.missing:
            self.say("One thing that this leads to is no longer in the journal.")
        self._show()

    def on_resize(self) -> None:
        """Show it in the new width."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        record, today = self._record, self._today()
        sign = f"   {MARKS[record.sign]} {record.sign}" if record.sign else ""
        trash = "   in the trash" if record.trashed else ""
        when = f"{day_title(record.day, today)}, {record.at:%H:%M}"
        self.query_one("#when", Static).update(plain(f"{when}{sign}{trash}"))
        width = max(self.scroll.scrollable_content_region.width - 2, 20)
        self.query_one("#text", Static).update(whole(record, width))
        self.query_one("#marks", Static).update(plain(marks(record)))
        past = self.query_one("#past", Static)
        past.display = self._shows_past and bool(self._past)
        past.update(self._history() if past.display else "")

    def _link(self, record: Record, _width: int) -> Content:
        when = f"  {short_day(record.day, self._today())}  "
        return Content.assemble((when, "dim"), plain(first_words([record])))

    def _history(self) -> Content:
        parts: list[Content] = [Content.assemble(("What it said before", "bold"))]
        width = max(self.scroll.scrollable_content_region.width - 2, 20)
        for past in reversed(self._past):
            at = datetime.fromtimestamp(past.t / 1e9).astimezone()
            when = f"{day_title(at.date(), self._today())}, {at:%H:%M}"
            done = DONE.get(past.op, past.op)
            parts += [Content.assemble((f"{when}, {done}", "dim")), whole(past.record, width)]
        return Content("\n\n").join(parts)

    # --- keys

    def action_open(self) -> None:
        """Follow the link that is highlighted."""
        link = self.links.record
        if link is not None:
            self.app.push_screen(Reading(self.journal, self.settings, link))

    def action_next_link(self) -> None:
        """Highlight the next thing that this leads to."""
        if self.links.records:
            self.links.action_cursor_down()

    def action_history(self) -> None:
        """Show what it said before, or only what it says now."""
        self._shows_past = not self._shows_past
        self._show()
        if self._shows_past:
            self.call_after_refresh(self.query_one("#past").scroll_visible, top=True, animate=False)

    def action_back(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)

    def action_down(self) -> None:
        """Read on."""
        self.scroll.scroll_down(animate=False)

    def action_up(self) -> None:
        """Read back."""
        self.scroll.scroll_up(animate=False)

    def action_first(self) -> None:
        """Go to the beginning."""
        self.scroll.scroll_home(animate=False)

    def action_last(self) -> None:
        """Go to the end."""
        self.scroll.scroll_end(animate=False)

    def _today(self) -> date:
        return logical_day(self.journal.clock.now(), self.settings.day_ends)

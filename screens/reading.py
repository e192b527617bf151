"""One record read whole: everything of it, where it leads, and what it said before."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from journal.errors import JournalError, NoSuchRecord
from journal.practice.deeds.around import records_around
from journal.practice.telling.card_parts import belonging, card
from journal.practice.telling.differences import other_changes, spots
from journal.practice.telling.in_short import words_of
from journal.records.record import MARKS, Record
from journal.settings import Settings
from journal.store.journal import Journal, Past
from screens.keys import Command, bindings
from screens.moving import KINDS
from screens.place import Place
from screens.places import PLACE_IDS
from screens.readable import ReadablePlace
from screens.safe_text import plain
from screens.widgets.card_text import card_page
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
    "move": "moved on",
    "pass-on": "passed on",
    "start": "begun",
    "answer": "answered",
    "decide": "decided",
    "put-off": "put off",
    "revise": "thought otherwise",
    "review": "looked back",
    **dict.fromkeys(KINDS, "written"),
}
"""What an operation is called where a learner reads it."""

MOST_SPOTS = 12
"""So many changed places of one version are shown."""

BESIDE = 3
"""Cells beside the text, as the style sheet has them: to begin with they are all that is known."""

LEADS, BELONGS = "Leads to", "Where it comes from, and what came of it"

NEVER_CHANGED = "It has said the same since then."


class Reading(ReadablePlace):
    """A record, read whole.

    past  whether its history is shown at once
    """

    CSS_PATH: ClassVar[str] = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("more", "all", "help", "settings"),
        *bindings("open", "undo", "quit", "down", "up", "first", "last", "back", "history"),
        *bindings("edit", "tags", "sign", "star", "copy", "trash", "restore", *PLACE_IDS),
        *bindings("other_part", "move", "editor", "not_now", "for_coach"),
    ]
    about = "One record, whole: what it says, what it leads to, and what it said before."
    why = (
        "A line written in haste often says more when it is read whole: beside what it leads to, "
        "and beside what it said before."
    )
    offers: ClassVar[tuple[str, ...]] = (
        *("back", "open", "restore", "move", "edit", "more", "help"),
        *("history", "tags", "star", "trash", "undo"),
    )
    passing = True

    scroll = getters.query_one("#whole", VerticalScroll)
    links = getters.query_one("#links", RecordList)

    @dataclass
    class Looked(Message):
        """The record has been read again, and what it leads to."""

        record: Record
        links: list[Record]
        missing: int
        past: list[Past]
        around: list[Record]

    def __init__(
        self, journal: Journal, settings: Settings, record: Record, *, past: bool = False
    ) -> None:
        super().__init__(journal, settings)
        self._record = record
        self._past: list[Past] = []
        self._around: list[Record] = []
        self._shows_past = past
        self._looking = threading.Lock()

    def compose(self) -> ComposeResult:
        """Lay out heading, text, links and history."""
        yield from self.header()
        yield Static("", id="when", classes="heading", markup=False)
        with VerticalScroll(id="whole"):
            yield Static("", id="text", markup=False)
            yield Static("", id="marks", classes="quiet", markup=False)
            yield Static("", id="leads", classes="heading", markup=False)
            yield RecordList(id="links")
            yield Static("", id="past", markup=False)
        yield from self.bottom()

    def on_mount(self) -> None:
        """Show the record, then what it leads to."""
        self.links.can_focus = False
        self.show_date()
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
        if self._is_card or changed.ids & {self._record.id, *self._record.links}:
            self._look()

    @work(thread=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        with self._looking:  # or an older state could be shown after a newer one
            try:
                record = self.journal.get(self._record.id)
                around = records_around(self.journal) if self._is_card else []
                found = [self._linked(id_) for id_ in record.links]
                past = self.journal.history(record.id)
            except JournalError as error:
                self.post_message(self.Failed(error))
                return
            links = [link for link in found if link is not None]
            missing = len(found) - len(links)
            if self._is_card:
                links = belonging(record, [*links, *(e for e in around if e not in links)])
            self.post_message(self.Looked(record, links, missing, past, around))

    def _linked(self, id_: str) -> Record | None:
        try:
            return self.journal.get(id_)
        except NoSuchRecord:
            return None

    @on(Looked)
    def take(self, looked: Looked) -> None:
        """Show what was read."""
        self._record, self._past, self._around = looked.record, looked.past, looked.around
        self.links.show(looked.links, self._link)
        self.show_keys()
        leads = self.query_one("#leads", Static)
        leads.update(BELONGS if self._is_card else LEADS)
        leads.display = bool(looked.links)
        self.links.display = bool(looked.links)
        if looked.missing:
            self.say("One thing that this leads to is no longer in the journal.")
        self._show()

    def on_resize(self) -> None:
        """Show it in the new width."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        record, today = self._record, self.today()
        sign = f"   {MARKS[record.sign]} {record.sign}" if record.sign else ""
        trash = "   in the trash" if record.trashed else ""
        when = f"{day_title(record.day, today)}, {record.at:%H:%M}"
        self.query_one("#when", Static).update(plain(f"{when}{sign}{trash}"))
        room = self.scroll.scrollable_content_region.width or self.size.width - BESIDE
        width = max(room - 2, 20)
        self.query_one("#text", Static).update(self._text(width))
        said = marks(record)
        self.query_one("#marks", Static).update(plain(said))
        self.query_one("#marks").display = bool(said)
        past = self.query_one("#past", Static)
        past.display = self._shows_past and bool(self._past)
        past.update(self._history(width) if past.display else "")

    @property
    def _is_card(self) -> bool:
        """Whether it is read as a card: it is neither a note nor a look back on a day."""
        return card(self._record, (), self.today()) is not None

    def _text(self, width: int) -> Content:
        shown = card(self._record, self._around, self.today())
        return whole(self._record, width) if shown is None else card_page(shown, width)

    def around(self) -> Sequence[Record]:
        """Return the records that may belong to the one that is read."""
        return self._around or super().around()

    def _link(self, record: Record, _width: int) -> Content:
        when = f"  {short_day(record.day, self.today())}  "
        return Content.assemble((when, "dim"), plain(words_of(record)))

    def _history(self, width: int) -> Content:
        """Return what changed in each version, the newest first, and what the first one said."""
        parts: list[Content] = [Content.styled("What it said before", "bold")]
        if len(self._past) == 1:
            said = self._when(self._past[0]) + plain(f"\n{NEVER_CHANGED}")
            return Content("\n\n").join([*parts, said])
        for old, new in reversed(list(pairwise(self._past))):
            parts.append(self._when(new) + Content("\n") + changed(old.record, new.record))
        first = self._past[0]
        parts.append(self._when(first) + Content("\n") + whole(first.record, width))
        return Content("\n\n").join(parts)

    def _when(self, past: Past) -> Content:
        at = datetime.fromtimestamp(past.t / 1e9).astimezone()
        when = f"{day_title(at.date(), self.today())}, {at:%H:%M}"
        return Content.styled(f"{when}, {DONE.get(past.op, past.op)}", "dim")

    # --- keys

    def can(self, command: Command) -> bool:
        """Allow following only where this leads somewhere."""
        return super().can(command) and (command.id != "open" or bool(self.links.records))

    def action_open(self) -> None:
        """Follow the link that is highlighted."""
        link = self.links.record
        if link is not None:
            self.app.push_screen(Reading(self.journal, self.settings, link))

    def action_other_part(self) -> None:
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


def changed(old: Record, new: Record) -> Content:
    """Return what changed from one version to the next: words out with a "-", words in with "+"."""
    found = spots(old.text, new.text)
    lines: list[Content] = []
    for spot in found[:MOST_SPOTS]:
        before = plain(f"  … {spot.before}") if spot.before else Content("  at the beginning")
        rows = ((f"  - {spot.out}", spot.out), (f"  + {spot.new}", spot.new))
        lines += [before.stylize("dim"), *(plain(row) for row, words in rows if words)]
    if len(found) > MOST_SPOTS:
        lines.append(Content.styled(f"  … and in {len(found) - MOST_SPOTS} more places", "dim"))
    lines += [plain(f"  {said}") for said in other_changes(old, new)]
    return Content("\n").join(lines)

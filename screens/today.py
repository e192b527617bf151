"""Today: the line to write in, what was noted today, and what was left for today."""

import asyncio
import threading
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import OptionList, Static

from journal.clock import logical_day
from journal.errors import JournalError
from journal.practice.gather import line_for_today
from journal.practice.noting import new_note
from journal.records.close import Close
from journal.records.criteria import Criteria
from journal.records.record import MARKS, Record, Sign
from journal.resources import shipped
from journal.settings import Settings
from journal.store.journal import Journal
from screens.hinting import todays_hint
from screens.keeping import Keeper
from screens.keys import bindings
from screens.place import Place
from screens.reading import ReadablePlace
from screens.safe_text import in_a_row, plain
from screens.widgets.field import Field, FieldLine

KINDS = ("note", "close")
FEW = 20
"""When more records than this have changed at once, all of today is read again."""

FORTNIGHT = timedelta(days=15)
DRAFT_AFTER = 0.5
"""How long after a key the draft is written down, in seconds."""

WELCOME = """\
This is your journal. It stays on this computer.

What did you notice at work today? One line is enough.

{examples}

Leave out what could name a patient or a client."""


class Today(ReadablePlace):
    """The place that the journal opens on."""

    CSS_PATH: ClassVar[str] = "today.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("note", "look_back", "undo", "more", "all", "help", "settings", "quit"),
        *bindings("down", "up", "first", "last", "today", "days", "find", "open", "history"),
        *bindings("edit", "editor", "tags", "sign", "star", "copy", "trash"),
    ]
    place = "today"
    about = "Today: write down what you notice, as it happens. One line is enough."
    offers = ("note", "look_back", "open", "find", "undo", "more", "help", "edit", "tags", "quit")
    writing = "writing   enter keeps it   ctrl+n new line   tab leaves   ctrl+p all commands"

    notes = getters.query_one("#notes", OptionList)
    field = getters.query_one("#field", Field)

    @dataclass
    class Read(Message):
        """What Today shows has been read."""

        day: date
        records: list[Record]
        left: str
        first: bool
        draft: str
        sign: Sign | None

    @dataclass
    class Hint(Message):
        """What might be of use just now, or ""."""

        words: str

    @dataclass
    class Looked(Message):
        """Changed records have been read; those that do not belong here are missing."""

        ids: set[str]
        records: list[Record]

    @dataclass
    class Kept(Message):
        """Notes are on the disk."""

        records: list[Record]

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self._keeper = Keeper(journal, "today")
        self._records: dict[str, Record] = {}
        self._day = self._today()
        self._just_kept = ""
        self._looking = threading.Lock()
        self._draft_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the place from top to bottom."""
        yield from self.header()
        with Vertical(id="left"):
            yield Static("You left this for today", classes="heading", markup=False)
            yield Static("", classes="line", markup=False)
        yield Static("", id="welcome", markup=False)
        yield OptionList(id="notes", markup=False, compact=True)
        yield from self.bottom(
            Static("", classes="rule", markup=False),
            FieldLine(
                Field(
                    placeholder="What did you just notice?",
                    signs=True,
                    take=self._take,
                    leave_to="#notes",
                    id="field",
                )
            ),
        )

    def on_mount(self) -> None:
        """Begin writing."""
        self.set_focus(self.field)
        self.call_after_refresh(self.read_today)

    # --- what is shown

    @work(thread=True, group="read")
    def read_today(self) -> None:
        """Read what belongs here, and then what others save from now on."""
        try:
            self.post_message(self._read())
            self.journal.load()
            self.post_message(self.Hint(todays_hint(self.journal, self.settings)))
        except JournalError as error:
            self.post_message(self.Failed(error))

    def _read(self) -> "Today.Read":
        day = self._today()
        records = self.journal.find(Criteria(KINDS, first=day, last=day))
        closes = self.journal.find(Criteria(("close",), first=day - FORTNIGHT))
        first = not records and not self.journal.find(Criteria(), newest=1)
        now, day_ends = self.journal.clock.now(), self.settings.day_ends
        left = line_for_today(closes, now, day_ends=day_ends)
        return self.Read(day, records, left, first, *self._keeper.left_behind())

    @on(Read)
    def show_today(self, read: Read) -> None:
        """Show what was read; what another session left unkept comes back into the line."""
        self._day = read.day
        self._records = {record.id: record for record in read.records}
        self.query_one(".place--day", Static).update(f"{read.day:%A} {read.day.day} {read.day:%B}")
        self.query_one("#left .line", Static).update(plain(read.left))
        self.set_class(bool(read.left), "-left")
        self.set_class(read.first, "-first")
        if read.first:
            self.query_one("#welcome", Static).update(_welcome())
        self._show_notes()
        if read.draft:
            self.field.sign = self.field.sign or read.sign
            self._put_back([read.draft])
            self.say("You were writing this when the journal was closed.")

    def _put_back(self, texts: list[str]) -> None:
        """Put texts in front of what is being written."""
        self.field.load_text("\n".join([*texts, self.field.text]).rstrip("\n"))
        self.field.move_cursor(self.field.document.end)

    def _show_notes(self) -> None:
        """Show today's notes in the order of their time; what is highlighted stays so."""
        at, notes = self.notes.highlighted, self.notes
        ordered = self._ordered()
        notes.clear_options()  # set_options([]) would leave the old rows on the screen
        notes.add_options([self._row(record) for record in ordered])
        if ordered:
            self.remove_class("-first")
            notes.highlighted = min(at, len(ordered) - 1) if at is not None else None
        if not notes.has_focus:
            self.call_after_refresh(notes.scroll_end, animate=False)

    def _row(self, record: Record) -> Content:
        mark = MARKS[record.sign] if record.sign else " "
        words = _looked_back(record.own) if isinstance(record.own, Close) else record.text
        star = "  *" if record.starred else ""
        tags = " ".join(f"#{tag}" for tag in record.tags)
        kept = "   kept just now" if record.id == self._just_kept else ""
        return Content.assemble(
            (f"{record.at:%H:%M}  ", "dim"),
            (f"{mark} ", "$accent"),
            in_a_row(words),
            (star, "$accent"),
            "  " if tags else "",
            in_a_row(tags).stylize("dim") if tags else "",
            (kept, "dim"),
        )

    @on(Place.Changed)
    @work(thread=True, group="look")
    def look(self, changed: Place.Changed) -> None:
        """Read changed records again."""
        with self._looking:  # or an older state could be shown after a newer one
            try:
                here = self._of_today(changed.ids)
            except JournalError as error:
                self.post_message(self.Failed(error))
            else:
                self.post_message(self.Looked(changed.ids, here))

    def _of_today(self, ids: set[str]) -> list[Record]:
        """Return those of the records that belong here."""
        if len(ids) > FEW:
            return self.journal.find(Criteria(KINDS, first=self._day, last=self._day))
        found = [self.journal.get(id_) for id_ in ids]
        return [r for r in found if r.day == self._day and not r.trashed and r.kind in KINDS]

    @on(Looked)
    def take_changes(self, looked: Looked) -> None:
        """Show what has changed."""
        kept = {id_: r for id_, r in self._records.items() if id_ not in looked.ids}
        now = kept | {record.id: record for record in looked.records}
        if now != self._records:
            self._records = now
            self._show_notes()

    def tick(self) -> None:
        """Show the new day once the old one has ended."""
        if self._today() != self._day:
            self.post_message(self._read())

    @on(Hint)
    def show_hint(self, hint: Hint) -> None:
        """Show a hint, where nothing more important stands."""
        if not self.said_something:
            self.say(hint.words)

    # --- writing

    def _take(self, text: str, sign: Sign | None) -> None:
        """Keep a line that has left the field; it comes back if it cannot be kept."""
        if text.strip():
            self._keeper.hand_over([self._note(text, sign)])
            self.say("")
            self._keep()

    @work(thread=True, group="keep")
    def _keep(self) -> None:
        try:
            kept = self._keeper.keep()
            self._keeper.draft("", None)
        except JournalError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Kept(kept))

    @on(Kept)
    def show_kept(self, kept: Kept) -> None:
        """Say once that a note was kept."""
        for record in kept.records:
            self._records[record.id] = record
            self._just_kept = record.id
        self._show_notes()
        self._hint()

    @work(thread=True, group="hint", exclusive=True)
    def _hint(self) -> None:
        self.post_message(self.Hint(todays_hint(self.journal, self.settings)))

    def show_failed(self, error: JournalError) -> None:
        """Say what went wrong, and keep saying it; what was not kept is in the line again."""
        unkept = self._keeper.take_back()
        if unkept:
            self.field.sign = self.field.sign or unkept[0].sign
            self._put_back([note.text for note in unkept])
        super().show_failed(error)

    @on(Field.Changed)
    def plan_draft(self) -> None:
        """Write the draft down soon."""
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_AFTER, self._begin_draft)

    def _begin_draft(self) -> None:
        self._draft_timer = None
        self._draft(self.field.text, self.field.sign)

    @work(thread=True, group="draft")
    def _draft(self, text: str, sign: str | None) -> None:
        try:
            self._keeper.draft(text, sign)
        except JournalError as error:
            self.post_message(self.Failed(error))

    async def keep(self) -> JournalError | None:
        """Keep what stands in the line as a note."""
        if self.field.text.strip():
            self._keeper.hand_over([self._note(self.field.text, self.field.sign)])
        return await asyncio.to_thread(self._keeper.keep_or_draft)

    def _note(self, text: str, sign: Sign | None) -> Record:
        clock = self.journal.clock
        return new_note(text, clock.now(), clock.zone, self._today(), sign=sign)

    # --- keys

    async def action_find(self) -> None:
        """Go to Days, and find."""
        await self.app.switch_mode("days")
        if isinstance(self.app.screen, Place):
            await self.app.screen.action_anywhere("find")

    def action_note(self) -> None:
        """Go and write."""
        self.set_focus(self.field)

    def on_descendant_focus(self) -> None:
        """Highlight the newest note when the notes get the keys, so that commands have one."""
        super().on_descendant_focus()
        if self.notes.has_focus and self.notes.highlighted is None:
            self.notes.action_last()

    def highlighted(self) -> Record | None:
        """Return the note that is highlighted; until one is, the newest."""
        ordered, at = self._ordered(), self.notes.highlighted
        return ordered[-1 if at is None else at] if ordered else None

    def _ordered(self) -> list[Record]:
        return sorted(self._records.values(), key=lambda record: (record.at, record.id))

    def _today(self) -> date:
        return logical_day(self.journal.clock.now(), self.settings.day_ends)


def _looked_back(close: Close) -> str:
    return "A look back, interrupted: l goes on" if close.left else "Looked back on the day"


def _welcome() -> str:
    """Return what the first screen says, with notes as somebody might write them."""
    import tomllib  # needed once in the life of a journal

    notes = tomllib.loads(shipped("data").joinpath("first-notes.toml").read_text("utf-8"))
    return WELCOME.format(examples="\n".join(f'  "{note}"' for note in notes["examples"]))

"""Today: the line to write in, what was noted today, and what was left for today."""

import threading
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
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
from journal.visible import one_line
from screens.keeping import Keeper
from screens.safe_text import plain
from screens.widgets.field import Field, FieldLine

if TYPE_CHECKING:
    from textual.timer import Timer

COMMANDS = frozenset({"note", "undo", "quit", "move"})
KINDS = ("note", "close")
FORTNIGHT = timedelta(days=15)
DRAFT_AFTER = 0.5
"""How long after a key the draft is written down, in seconds."""

WRITING = "writing   enter keeps it   ctrl+n new line   tab leaves   ctrl+q quit"
LOOKING = "n note   u undo   j k move   q quit"

WELCOME = """\
This is your journal. It stays on this computer.

What did you notice at work today? One line is enough.

{examples}

Leave out what could name a patient or a client."""


class Today(Screen[None]):
    """The place that the journal opens on."""

    CSS_PATH: ClassVar[str] = "today.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "note", "note", id="note", priority=True),
        Binding("u", "undo", "undo", id="undo", priority=True),
        Binding("q", "quit", "quit", id="quit", priority=True),
        Binding("j", "move(1)", "down", id="down", show=False, priority=True),
        Binding("k", "move(-1)", "up", id="up", show=False, priority=True),
    ]
    # With priority, so that a command has acted before the next key is looked at: what is typed
    # right after `n`, in one burst over a slow line, belongs into the field.

    notes = getters.query_one("#notes", OptionList)
    field = getters.query_one("#field", Field)

    @dataclass
    class Changed(Message):
        """Records have changed, here or in another window or shell."""

        ids: set[str]

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
    class Looked(Message):
        """Changed records have been read; those that do not belong here are missing."""

        ids: set[str]
        records: list[Record]

    @dataclass
    class Kept(Message):
        """Notes are on the disk."""

        records: list[Record]

    @dataclass
    class Failed(Message):
        """Something could not be done, for a reason that the learner should see."""

        error: JournalError

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__()
        self._journal = journal
        self._settings = settings
        self._keeper = Keeper(journal, "today")
        self._records: dict[str, Record] = {}
        self._day = self._today()
        self._just_kept = ""
        self._looking = threading.Lock()
        self._draft_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the place from top to bottom."""
        with Horizontal(id="place"):
            yield Static("Today", classes="place--name", markup=False)
            yield Static("", classes="place--day", markup=False)
        with Vertical(id="left"):
            yield Static("You left this for today", classes="heading", markup=False)
            yield Static("", classes="line", markup=False)
        yield Static("", id="welcome", markup=False)
        yield OptionList(id="notes", markup=False, compact=True)
        with Vertical(id="bottom"):
            yield Static("", classes="rule", markup=False)
            yield FieldLine(
                Field(
                    placeholder="What did you just notice?",
                    signs=True,
                    take=self._take,
                    leave_to="#notes",
                    id="field",
                )
            )
            yield Static("", id="said", markup=False)
            yield Static(WRITING, id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin writing."""
        self.set_focus(self.field)
        self.read_today()

    # --- what is shown

    @work(thread=True, group="read", exit_on_error=False)
    def read_today(self) -> None:
        """Read what belongs here, and then what others save from now on."""
        try:
            self.post_message(self._read())
            self._journal.load()
        except JournalError as error:
            self.post_message(self.Failed(error))

    def _read(self) -> "Today.Read":
        day = self._today()
        records = self._journal.find(Criteria(KINDS, first=day, last=day))
        closes = self._journal.find(Criteria(("close",), first=day - FORTNIGHT))
        first = not records and not self._journal.find(Criteria(), newest=1)
        now, day_ends = self._journal.clock.now(), self._settings.day_ends
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
            self._say("You were writing this when the journal was closed.")

    def _put_back(self, texts: list[str]) -> None:
        """Put texts in front of what is being written."""
        self.field.load_text("\n".join([*texts, self.field.text]).rstrip("\n"))
        self.field.move_cursor(self.field.document.end)

    def _show_notes(self) -> None:
        """Show today's notes in the order of their time; what is highlighted stays so."""
        at, notes = self.notes.highlighted, self.notes
        ordered = sorted(self._records.values(), key=lambda record: (record.at, record.id))
        notes.set_options([self._row(record) for record in ordered])
        if ordered:
            self.remove_class("-first")
            notes.highlighted = min(at, len(ordered) - 1) if at is not None else None
        if not notes.has_focus:
            self.call_after_refresh(notes.scroll_end, animate=False)

    def _row(self, record: Record) -> Content:
        mark = MARKS[record.sign] if record.sign else " "
        is_close = isinstance(record.own, Close)
        words = "Looked back on the day" if is_close else one_line(record.text)
        kept = "   kept just now" if record.id == self._just_kept else ""
        return Content.assemble(
            (f"{record.at:%H:%M}  ", "dim"),
            (f"{mark} ", "$accent"),
            plain(words),
            (kept, "dim"),
        )

    @on(Changed)
    @work(thread=True, group="look", exit_on_error=False)
    def look(self, changed: Changed) -> None:
        """Read changed records again."""
        with self._looking:  # or an older state could be shown after a newer one
            try:
                found = [self._journal.get(id_) for id_ in changed.ids]
            except JournalError as error:
                self.post_message(self.Failed(error))
                return
            here = [r for r in found if r.day == self._day and not r.trashed and r.kind in KINDS]
            self.post_message(self.Looked(changed.ids, here))

    @on(Looked)
    def take_changes(self, looked: Looked) -> None:
        """Show what has changed."""
        kept = {id_: r for id_, r in self._records.items() if id_ not in looked.ids}
        now = kept | {record.id: record for record in looked.records}
        if now != self._records:
            self._records = now
            self._show_notes()

    def begin_new_day(self) -> None:
        """Show the new day once the old one has ended; called now and then, in any thread."""
        if self._today() != self._day:
            self.post_message(self._read())

    # --- writing

    def _take(self, text: str, sign: Sign | None) -> None:
        """Keep a line that has left the field; it comes back if it cannot be kept."""
        if text.strip():
            self._keeper.hand_over([self._note(text, sign)])
            self._say("")
            self._keep()

    @work(thread=True, group="keep", exit_on_error=False)
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

    @on(Failed)
    def show_failed(self, failed: Failed) -> None:
        """Say what went wrong, and keep saying it; what was not kept is in the line again."""
        unkept = self._keeper.take_back()
        if unkept:
            self.field.sign = self.field.sign or unkept[0].sign
            self._put_back([note.text for note in unkept])
        self._say(f"{failed.error.message} {failed.error.hint}", failed=True)

    @on(Field.Changed)
    def plan_draft(self) -> None:
        """Write the draft down soon."""
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_AFTER, self._begin_draft)

    def _begin_draft(self) -> None:
        self._draft_timer = None
        self._draft(self.field.text, self.field.sign)

    @work(thread=True, group="draft", exit_on_error=False)
    def _draft(self, text: str, sign: str | None) -> None:
        try:
            self._keeper.draft(text, sign)
        except JournalError as error:
            self.post_message(self.Failed(error))

    def hand_over_line(self) -> Keeper:
        """Hand over what stands in the line, and return what keeps it; the app is about to end."""
        if self.field.text.strip():
            self._keeper.hand_over([self._note(self.field.text, self.field.sign)])
        return self._keeper

    def _note(self, text: str, sign: Sign | None) -> Record:
        clock = self._journal.clock
        return new_note(text, clock.now(), clock.zone, self._today(), sign=sign)

    # --- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow commands only while no cursor is in a field."""
        if action in COMMANDS:
            return not isinstance(self.focused, Field)
        return super().check_action(action, parameters)

    async def action_quit(self) -> None:
        """Leave the journal; everything is kept."""
        await self.app.action_quit()

    def action_note(self) -> None:
        """Go and write."""
        self.set_focus(self.field)

    def action_move(self, step: int) -> None:
        """Highlight the next note, or the one before."""
        if step > 0:
            self.notes.action_cursor_down()
        else:
            self.notes.action_cursor_up()

    @work(thread=True, group="keep", exit_on_error=False)
    def action_undo(self) -> None:
        """Take back the newest change, of this window first."""
        try:
            self._journal.undo(own_first=True)
        except JournalError as error:
            self.post_message(self.Failed(error))

    def on_descendant_focus(self) -> None:
        """Say which keys there are, now that keys write or are commands."""
        writing = isinstance(self.focused, Field)
        self.query_one("#keys", Static).update(WRITING if writing else LOOKING)

    def _say(self, text: str, *, failed: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(plain(text.strip()))
        said.set_class(failed, "-failed")

    def _today(self) -> date:
        return logical_day(self._journal.clock.now(), self._settings.day_ends)


def _welcome() -> str:
    """Return what the first screen says, with notes as somebody might write them."""
    import tomllib  # needed once in the life of a journal

    notes = tomllib.loads(shipped("data").joinpath("first-notes.toml").read_text("utf-8"))
    return WELCOME.format(examples="\n".join(f'  "{note}"' for note in notes["examples"]))

"""Records in groups, with the card of the marked one beside them where there is room.

The loop is one such board, and so is the shelf of each noun.
"""

import threading
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import OptionList

from journal.errors import JournalError
from journal.exchange.card_file import read_card
from journal.practice.deeds.all_deeds import deeds_of, moves_of
from journal.practice.deeds.around import records_around
from journal.practice.deeds.deed import Deed
from journal.practice.shelves import Group
from journal.practice.telling.card_parts import Card, card
from journal.practice.tries.cards import from_card
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from screens.dialogs.ask import Ask
from screens.keys import bindings
from screens.place import Place
from screens.places import PLACE_IDS
from screens.readable import ReadablePlace
from screens.reading import Reading
from screens.widgets.card_view import CardView, MoveName
from screens.widgets.choices import Choices
from screens.widgets.group_list import GroupList


class Shown(NamedTuple):
    """What a board shows.

    groups  the records, in groups
    more    rows below them, each with its id
    around  all records that may belong to one of them
    goal    the line on top, or ""
    """

    groups: Sequence[Group]
    more: Sequence[tuple[str, str]] = ()
    around: Sequence[Record] = ()
    goal: str = ""


class Board(ReadablePlace):
    """Groups of records, the card beside them, and everything that can be done with each."""

    CSS_PATH: ClassVar[str] = "loop.tcss"
    AUTO_FOCUS: ClassVar[str] = "#groups"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("move", "add", "open", "find", "undo", "more", "all", "help", "settings", "quit"),
        *bindings("down", "up", "first", "last", *PLACE_IDS, "note", "look_back", "history"),
        *bindings("edit", "editor", "tags", "star", "copy", "trash", "not_now", "for_coach"),
    ]
    offers: ClassVar[tuple[str, ...]] = (
        *("move", "add", "open", "back", "edit", "find", "undo", "more", "help"),
        *("star", "not_now"),
    )

    groups = getters.query_one("#groups", GroupList)
    card = getters.query_one("#card", CardView)

    @dataclass
    class Found(Message):
        """What the board shows has been read."""

        shown: Shown

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self.shown = Shown(())
        self._day = self.today()
        self._reading = threading.Lock()

    def columns(self) -> ComposeResult:
        """Lay out the list, and beside it the card."""
        with Horizontal(id="columns"):
            yield GroupList(id="groups")
            yield CardView(id="card")

    def on_mount(self) -> None:
        """Begin to read."""
        self.show_date()
        self.read()

    # --- reading, in threads

    @abstractmethod
    def look(self) -> Shown:
        """Return what is to be shown now; in a thread. Raises JournalError."""

    @work(thread=True, group="read")
    def read(self) -> None:
        """Read what is to be shown."""
        with self._reading:  # or an older state could be shown after a newer one
            try:
                self.journal.load()
                self.post_message(self.Found(self.look()))
            except JournalError as error:
                self.post_message(self.Failed(error))

    def records(self) -> list[Record]:
        """Return the records that a board is about. Raises JournalError."""
        return records_around(self.journal)

    @on(Place.Changed)
    def read_again(self) -> None:
        """Read what has changed."""
        self.read()

    def tick(self) -> None:
        """Say "today" of another day once one has begun."""
        if self.today() != self._day:
            self._day = self.today()
            self.post_message(Place.Changed(set()))

    # --- what is shown

    @on(Found)
    def show_found(self, found: Found) -> None:
        """Show what was read; the mark stays on its record."""
        self.shown = found.shown
        self.show_date()
        rows = any(group.rows for group in self.shown.groups)
        self.show_empty(is_empty=not rows and not self.shown.more)
        self.groups.show_groups(self.shown.groups, self.shown.more)
        self.show_card()
        self.show_keys()

    def show_empty(self, *, is_empty: bool) -> None:
        """Show what this will hold, or what it holds."""
        self.set_class(is_empty, "-empty")

    @on(Choices.OptionHighlighted, "#groups")
    def show_card(self) -> None:
        """Show the card of the marked record beside the list."""
        record = self.groups.record
        self.set_class(record is not None, "-card")
        if record is None or not self.has_class("-wide"):
            return
        shown = self.card_shown(record)
        moves = [(deed.key, deed.words) for deed in self._moves(record)]
        self.card.show_card(shown, moves, is_moved=record.kind == "item")

    def card_shown(self, record: Record) -> Card | None:
        """Return the card of a record, as it stands beside the list."""
        return card(record, self.shown.around, self.today())

    def _moves(self, record: Record) -> Sequence[Deed]:
        deeds = deeds_of(record, self.shown.around)
        return moves_of(deeds) or deeds

    def on_resize(self) -> None:
        """Say the keys, and show the card, as there is room."""
        super().on_resize()
        self.call_after_refresh(self.show_card)

    # --- keys

    def highlighted(self) -> Record | None:
        """Return the marked record."""
        return self.groups.record

    def around(self) -> Sequence[Record]:
        """Return the records that may belong to the marked one."""
        return self.shown.around

    def list_to_move(self) -> OptionList:
        """Return the list that has the keys."""
        return self.focused if isinstance(self.focused, OptionList) else self.groups

    @on(OptionList.OptionSelected, "#groups")
    async def open_row(self, selected: OptionList.OptionSelected) -> None:
        """Open what was clicked, or do what its row says."""
        if self.groups.record is not None:
            self.action_open()
        elif self.is_choice():
            await self.choose(str(selected.option_id))

    def is_choice(self) -> bool:
        """Tell whether the marked row does something without being a record."""
        return self.groups.marked in dict(self.shown.more)

    async def choose(self, row: str) -> None:
        """Do what a row says that is no record."""
        await self.action_anywhere(row)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let `enter` act on the rows below the records too."""
        if action == "open" and self.focused is self.groups and self.groups.record is None:
            return self.is_choice()
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the card of the marked record, or what its row says."""
        record = self.groups.record
        if record is None:
            self.groups.action_select()
        else:
            self.app.push_screen(Reading(self.journal, self.settings, record))

    @on(MoveName.Wanted)
    async def move_clicked(self, wanted: MoveName.Wanted) -> None:
        """Do with a click what `m` and the words do."""
        if record := self.groups.record:
            await self.move_on(record, wanted.key)

    async def action_note(self) -> None:
        """Go and write on Today."""
        await self.action_go("today", then="note")

    async def action_find(self) -> None:
        """Go to Days, and find."""
        await self.action_go("days", then="find")

    async def action_card_in(self) -> None:
        """Read in the card of a colleague's try."""
        await self.ask(
            Ask("Where is the card? Its file:", "", wrong=self._card_wrong), self._card_in
        )

    def _card_wrong(self, typed: str) -> str:
        try:
            self._read_card(typed)
        except JournalError as error:
            return f"{error.message} {error.hint}".strip()
        return ""

    def _read_card(self, typed: str) -> Record:
        return from_card(read_card(typed), self.when())

    @work(thread=True, group="keep")
    def _card_in(self, typed: str) -> None:
        try:
            [kept] = self.journal.save(self._read_card(typed), op="experiment")
        except JournalError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Said(f"Kept: a try of {getattr(kept.own, 'whose', '')}."))

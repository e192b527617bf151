"""What one line of Growth rests on: its passages, each with its reason, each of which opens."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.listed import Listed, Moves, all_listed
from journal.analysis.growth.page import Page
from journal.analysis.growth.then_now import Said
from journal.errors import JournalError
from journal.on_passages import against, moved, moving_on
from journal.practice.deeds.deed import Deed
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from screens.growth.evidence_rows import listed_rows
from screens.growth.passage import Passage
from screens.growth.row_list import RowList
from screens.keys import Command, bindings
from screens.moving import TITLE
from screens.places import PLACE_IDS
from screens.readable import ReadablePlace
from screens.safe_text import in_a_row, plain


class PassagePlace(ReadablePlace):
    """A place with rows of which some open a passage."""

    rows = getters.query_one(RowList)

    def list_to_move(self) -> OptionList:
        """Return the rows."""
        return self.rows

    def read_passage(self, found: Said | Evidence) -> None:
        """Read the record of a passage, at that passage."""
        try:
            record = self.journal.get(found.id)
        except JournalError as error:
            self.show_failed(error)
            return
        span = found.start, found.end
        words = record.text[slice(*span)] if any(span) else ""
        self.app.push_screen(Passage(self.journal, self.settings, record, words, span))


class ListedPlace(PassagePlace):
    """A list of passages over the page of Growth."""

    CSS_PATH: ClassVar[str] = "growth.tcss"
    AUTO_FOCUS: ClassVar[str] = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("open", "move", "doesnt_count", "back", "undo", "more", "all", "help"),
        *bindings("settings", "quit", "down", "up", "first", "last", *PLACE_IDS),
    ]
    passing = True
    about = "What a line of Growth rests on: every passage, and why it is there."
    why = (
        "What is said here of your text is found by rules that anybody can read, and rules are "
        "wrong now and then. You know better: what you take out stays out."
    )
    offers = ("open", "move", "doesnt_count", "back", "undo", "more", "help")

    def __init__(self, journal: Journal, settings: Settings, shown: Listed) -> None:
        super().__init__(journal, settings)
        self.shown = shown

    def compose(self) -> ComposeResult:
        """Lay out title and rows."""
        yield from self.header()
        yield Static("", id="listed", markup=False)
        yield RowList(id="rows")
        yield from self.bottom()

    def on_mount(self) -> None:
        """Show the list."""
        self.show_date()
        self._show()

    def show_page(self, page: Page) -> None:
        """Show the list as it is in another page."""
        empty = self.shown._replace(evidence=())
        found = (each for each in all_listed(page) if each.id == self.shown.id)
        self.shown = next(found, empty)
        self._show()

    def _show(self) -> None:
        self.query_one("#listed", Static).update(plain(self.shown.title))
        self.rows.show_rows(listed_rows(self.shown, self.today()))
        self.show_keys()

    @property
    def _passage(self) -> Evidence | None:
        """The passage that is marked; of a later one that may close it, the one that it closes."""
        found = self.rows.opens
        if not isinstance(found, Evidence):
            return None
        return next((each for each in self.shown.evidence if each.perhaps is found), found)

    def highlighted(self) -> Record | None:
        """Return no record: what is marked is a passage."""
        return None

    def can(self, command: Command) -> bool:
        """Allow opening and speaking against a passage only where one is marked."""
        if command.id == "open":
            return self.rows.opens is not None
        if command.id == "move":
            return self._passage is not None and bool(moving_on(self.shown, self._passage))
        if command.id == "doesnt_count":
            return self._passage is not None and bool(against(self.shown, self._passage))
        return super().can(command)

    @on(OptionList.OptionSelected, "#rows")
    def open_clicked(self) -> None:
        """Do with a click what `enter` does."""
        self.action_open()

    def action_open(self) -> None:
        """Read the record of the marked passage, at that passage; or open the list there."""
        found = self.rows.opens
        if isinstance(found, Evidence):
            self.read_passage(found)
        elif isinstance(found, Listed):
            self.app.push_screen(place_of(self.journal, self.settings, found))

    async def action_doesnt_count(self) -> None:
        """Say that the marked passage is not this, or does not count."""
        if found := self._passage:
            deeds = against(self.shown, found)
            await self._do_with(found.id, deeds, found, deeds[0].key if deeds else "")

    async def action_move(self) -> None:
        """Close the marked passage, open it again, or say what the name in it stands for."""
        if found := self._passage:
            deeds = moving_on(self.shown, found)
            only = deeds[0].key if len(deeds) == 1 else ""
            await self._do_with(moved(self.shown, found), deeds, found, only)

    async def _do_with(self, id_: str, deeds: list[Deed], found: Evidence, key: str) -> None:
        """Do one of some deeds, the one called `key` or one to be chosen, with a record."""
        if not deeds:
            return
        try:
            record = self.journal.get(id_)
        except JournalError as error:
            self.show_failed(error)
            return
        await self.do_one_of(deeds, record, in_a_row(found.part or found.words, TITLE).plain, key)

    def action_back(self) -> None:
        """Go back to the page."""
        self.dismiss(None)


class SentencesPlace(ListedPlace):
    """A list of sentences that rules found."""

    called: ClassVar[dict[str, str]] = {"doesnt_count": "not this", "move": "close"}


class ClosedPlace(ListedPlace):
    """A list of what was closed."""

    called: ClassVar[dict[str, str]] = {"move": "open again"}


class NamesPlace(ListedPlace):
    """A list of passages in which names stand."""

    called: ClassVar[dict[str, str]] = {"move": "say what it is"}
    why = (
        "What a name stands for is not guessed. Say it once: people and resources are then listed "
        "with their passages, and what is neither is not asked about again."
    )


_PLACES = {Moves.CLOSE: SentencesPlace, Moves.REOPEN: ClosedPlace, Moves.NAME: NamesPlace}


def place_of(journal: Journal, settings: Settings, shown: Listed) -> ListedPlace:
    """Return the screen of a list."""
    usual = SentencesPlace if shown.label else ListedPlace
    return (_PLACES[shown.moves] if shown.moves else usual)(journal, settings, shown)

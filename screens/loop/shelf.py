"""A shelf: everything of one noun, or what was written on this day in other years."""

from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from journal.dates import in_words
from journal.practice.longer.earlier import Then, on_this_day, same_week
from journal.practice.longer.parts import Line
from journal.practice.shelves import SHELVES, Group, shelf
from journal.practice.telling.in_short import words_of
from journal.records.criteria import Criteria
from journal.settings import Settings
from journal.store.journal import Journal
from screens.keys import bindings
from screens.loop.board import Board, Shown
from screens.opening import BY_WORDS

NOTHING = "Nothing is here yet."


class Opened(Board):
    """A board that opens over a place and says what it holds."""

    passing = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("back")]

    def __init__(self, journal: Journal, settings: Settings, name: str) -> None:
        super().__init__(journal, settings)
        self.name_ = name

    def compose(self) -> ComposeResult:
        """Lay out heading, list and card."""
        yield from self.header()
        yield Static(BY_WORDS[self.name_].words.capitalize(), id="shelf", markup=False)
        yield Static(NOTHING, id="empty", markup=False)
        yield from self.columns()
        yield from self.bottom()

    def action_back(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)


class ShelfPlace(Opened):
    """Everything of one noun, what has ended too."""

    about = "Everything of one kind: what goes on, and what has ended."

    def look(self) -> Shown:
        """Return the records of the noun in their groups."""
        around = self.records()
        return Shown(shelf(self.name_, around, self.today()), around=around)

    async def action_add(self) -> None:
        """Begin one of these."""
        await self.begin_new(SHELVES[self.name_].adds)


class EarlierPlace(Opened):
    """What was written on this day in other years, or in the same week before."""

    about = "Your own lines of earlier: things learned once are worth meeting again."

    def look(self) -> Shown:
        """Return the earlier days, the newest first."""
        today = self.today()
        written = self.journal.find(Criteria(("note", "close"), last=today - timedelta(days=1)))
        found = on_this_day if self.name_ == "on_this_day" else same_week
        return Shown([self._group(then) for then in found(written, today)])

    def _group(self, then: Then) -> Group:
        said = f"{then.words}, {in_words(then.day, self.today())}"
        rows = tuple(Line(record, words_of(record)) for record in then.records)
        return Group(said, "", rows)

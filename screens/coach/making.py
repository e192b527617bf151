"""A page on its way, and what every step of making it has in common."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from journal.errors import JournalError
from journal.practice.making import own_of
from journal.practice.telling.card_shapes import Card
from journal.records.coach import Coach
from journal.records.record import Record
from journal.settings import Settings
from journal.sharing import drafting, told
from journal.sharing.drafting import Draft
from journal.store.journal import Journal
from screens.keys import bindings
from screens.place import Place
from screens.places import PLACE_IDS
from screens.readable import ReadablePlace
from screens.safe_text import plain
from screens.widgets.card_view import CardView

STEPS = ("choose", "hide names", "read it", "agree")


@dataclass
class Making:
    """A page on its way.

    card   the card of the coach for whom it is
    draft  what was chosen so far
    page   the page that was prepared, if it was
    reads  whether this page was opened to be read, and is not being made
    """

    card: Record
    draft: Draft
    page: Record | None = None
    reads: bool = False

    @property
    def name(self) -> str:
        """What the coach is called."""
        return own_of(self.card, Coach).name


class StepPlace(ReadablePlace):
    """One of the four steps; at 120 columns the page as it will be stands on the right.

    step  its number, from 1
    """

    CSS_PATH: ClassVar[Path] = Path(__file__).with_name("coach.tcss")
    passing = True
    step: ClassVar[int] = 0
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("back", "more", "all", "help", "settings", "quit", "undo"),
        *bindings("down", "up", "first", "last", *PLACE_IDS),
    ]
    why = (
        "What leaves is chosen, read and agreed to in four steps. esc leaves at each of them: no "
        "file is written, and what was chosen is kept for later."
    )

    sheet = getters.query_one("#sheet", CardView)

    @dataclass
    class Drawn(Message):
        """The page as it would be by now was drawn."""

        drawn: drafting.Drawn

    def __init__(self, journal: Journal, settings: Settings, making: Making) -> None:
        super().__init__(journal, settings)
        self.making = making
        self._one_at_a_time = threading.Lock()

    def compose(self) -> ComposeResult:
        """Lay out whose page it is and which step, this step's part, and the page."""
        yield from self.header()
        with Horizontal(id="making"):
            said = f"A page for {self.making.name} · choose, hide names, read it, agree"
            yield Static(plain(said), id="whose", markup=False)
            yield Static(f"{self.step} {STEPS[self.step - 1]}", id="step", markup=False)
        with Horizontal(id="columns"):
            with Vertical(id="part"):
                yield from self.part()
            yield CardView(id="sheet")
        yield from self.bottom()

    def part(self) -> ComposeResult:
        """Lay out what belongs to this step alone."""
        yield from ()

    def on_mount(self) -> None:
        """Begin to read."""
        self.show_date()

    # --- the page as it would be

    @work(thread=True, group="draw")
    def draw(self, *, write_down: bool = True) -> None:
        """Draw the page as it would be by now, and keep what was chosen for later."""
        with self._one_at_a_time:  # or an older state could be kept after a newer one
            making = self.making
            try:
                if write_down:
                    drafting.write_down(self.journal, making.card, making.draft)
                making.card = self.journal.get(making.card.id)
                drawn = drafting.now(self.journal, making.card, making.draft, self.today())
            except JournalError as error:
                self.post_message(self.Failed(error))
                return
            self.post_message(self.Drawn(drawn))

    @on(Drawn)
    def take_drawn(self, drawn: Drawn) -> None:
        """Show the page beside this step."""
        self.show_sheet(told.sheet(drawn.drawn.page, drawn.drawn.terms))
        self.show_drawn(drawn.drawn)

    def show_sheet(self, card: Card) -> None:
        """Show a page on the right."""
        self.sheet.show_card(card)

    def show_drawn(self, drawn: drafting.Drawn) -> None:
        """Show what this step says of the page."""

    @on(Place.Changed)
    def draw_again(self) -> None:
        """Draw it anew once something has changed."""
        self.draw(write_down=False)

    def save_card(self, card: Record) -> None:
        """Save the coach's card as it is from now on. Raises JournalError."""
        [self.making.card] = self.journal.save(card, op="edit")
        self.draw(write_down=False)

    # --- from step to step

    def go_to(self, step: "Callable[[Journal, Settings, Making], StepPlace]") -> None:
        """Go to another step in the place of this one."""
        self.app.switch_screen(step(self.journal, self.settings, self.making))

    def action_back(self) -> None:
        """Leave; nothing has left, and what was chosen is kept."""
        self.dismiss(None)

    def around(self) -> tuple[Record, ...]:
        """Return nothing: here records are chosen, not moved."""
        return ()

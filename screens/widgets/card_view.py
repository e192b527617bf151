"""The card that stands beside a list: the record whole, and where it can go from there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from journal.practice.telling.card_parts import Card
from screens.safe_text import in_a_row, plain
from screens.still_there import StillThere
from screens.widgets.card_text import card_text

MOVE_ON, NEXT = "Move on to", "What next"

Moves = Sequence[tuple[str, str]]
"""The keys of deeds and their words."""


class MoveName(Static):
    """One thing that can come next; a click on it is told to the screen."""

    DEFAULT_CSS = """
    MoveName { width: auto; height: 1; margin-right: 4; }
    MoveName:hover { color: $accent; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    @dataclass
    class Wanted(Message):
        """Somebody wants to do that."""

        key: str

    def __init__(self, key: str, words: str) -> None:
        super().__init__(words, markup=False)
        self._key = key

    def on_click(self) -> None:
        """Say so."""
        self.post_message(self.Wanted(self._key))


class CardView(Vertical, StillThere):
    """Title, one line below it, everything else; and the moves that are allowed."""

    DEFAULT_CSS = """
    CardView { width: 1fr; height: 1fr; }
    CardView > Static { height: auto; }
    CardView > #card-title { text-style: bold; }
    CardView > #card-below { color: $text-muted; margin-bottom: 1; }
    CardView > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    CardView #card-text { height: auto; }
    CardView > #card-moves { height: 1; margin-top: 1; }
    CardView #card-moves > .heading { width: auto; margin-right: 4; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._card: Card | None = None
        self._moves: Moves = ()
        self._is_moved = False

    def compose(self) -> ComposeResult:
        """Lay out title, text and moves."""
        yield Static("", id="card-title", markup=False)
        yield Static("", id="card-below", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static("", id="card-text", markup=False)
        yield Horizontal(id="card-moves")

    def show_card(self, card: Card | None, moves: Moves = (), *, is_moved: bool = False) -> None:
        """Show a card, or nothing.

        moves     what can come next, the most likely first
        is_moved  whether these are the moves of a question
        """
        self._is_moved = is_moved
        self._card = card
        self._write()
        if tuple(moves) != self._moves:
            self._moves = tuple(moves)
            self.call_after_refresh(self._show_moves)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def on_resize(self) -> None:
        """Write it in another width."""
        self._write()

    def _write(self) -> None:
        card = self._card
        self.query_one("#card-title", Static).update(in_a_row(card.title) if card else "")
        self.query_one("#card-below", Static).update(plain(card.below) if card else "")
        width = max(self.query_one(VerticalScroll).scrollable_content_region.width, 20)
        self.query_one("#card-text", Static).update(card_text(card, width) if card else "")

    async def _show_moves(self) -> None:
        moves = self.query_one("#card-moves", Horizontal)
        await moves.remove_children()
        title = MOVE_ON if self._is_moved else NEXT
        room = self.size.width - len(title) - 4
        fitting = []
        for key, words in self._moves:
            room -= len(words) + 4
            if room >= 0:
                fitting.append(MoveName(key, words))
        if fitting:
            await moves.mount(Static(title, classes="heading", markup=False), *fitting)

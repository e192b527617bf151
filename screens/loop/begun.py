"""A board that says, while nothing is on it, what it will hold, and lets that be begun."""

from abc import abstractmethod
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from screens.loop.board import Board
from screens.widgets.choices import Choices


class BegunBoard(Board):
    """A board with a beginning.

    empty       what stands on it until something is there
    beginnings  what can be done then: ids, each with its words
    """

    empty: ClassVar[str]
    beginnings: ClassVar[tuple[tuple[str, str], ...]]

    begin = getters.query_one("#begin", Choices)

    def beginning(self) -> ComposeResult:
        """Lay out what is shown while nothing is there."""
        with Vertical(id="empty"):
            yield Static(self.empty, markup=False)
            yield Choices(self.beginnings, id="begin")

    def show_empty(self, *, is_empty: bool) -> None:
        """Show what this place will hold, or what it holds; the keys go there."""
        super().show_empty(is_empty=is_empty)
        if is_empty:
            self.set_focus(self.begin)
        elif self.focused in (self.begin, None):
            self.set_focus(self.groups)

    @on(OptionList.OptionSelected, "#begin")
    async def begin_clicked(self, selected: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        await self.begin_with(str(selected.option_id))

    @abstractmethod
    async def begin_with(self, chosen: str) -> None:
        """Do what is called `chosen` among the beginnings."""

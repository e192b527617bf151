"""What all dialogs have in common: how they look, and that `esc` leaves everything as it was."""

from pathlib import Path
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from screens.still_there import StillThere

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], StillThere):
    """A small screen over a place; it returns an answer, or None."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (61, "-narrow")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (19, "-high")]  # noqa: RUF012 - both Textual's types
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", priority=True, show=False),
    ]

    def action_leave(self) -> None:
        """Return nothing."""
        self.dismiss(None)

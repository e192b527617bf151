"""One line or one page to write: tags, a changed text."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.safe_text import plain
from screens.widgets.field import Field


class Ask(ModalScreen[str | None]):
    """A field with what is there now; returns what it is to be, or None to leave it."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", priority=True, show=False),
        Binding("ctrl+s", "keep", "keep", priority=True, show=False),
    ]
    AUTO_FOCUS: ClassVar[str] = "Field"

    field = getters.query_one(Field)

    def __init__(self, title: str, text: str, *, page: bool = False) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._page = page

    def compose(self) -> ComposeResult:
        """Lay out title and field."""
        keys = "enter keeps it   ctrl+n new line   esc leaves it as it was"
        with Vertical(classes="dialog -page" if self._page else "dialog"):
            yield Static(plain(self._title), classes="dialog--title", markup=False)
            yield Field(self._text, take=lambda text, _sign: self._finish(text))
            yield Static(keys, classes="dialog--keys", markup=False)

    def on_mount(self) -> None:
        """Put the cursor behind what is there."""
        self.field.move_cursor(self.field.document.end)

    def action_keep(self) -> None:
        """Return what stands in the field."""
        self._finish(self.field.text)

    def _finish(self, text: str) -> None:
        self.dismiss(text)

    def action_leave(self) -> None:
        """Return nothing."""
        self.dismiss(None)

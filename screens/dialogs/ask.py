"""One line or one page to write: tags, a changed text."""

from collections.abc import Callable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from screens.dialogs.dialog import Dialog
from screens.safe_text import plain
from screens.widgets.field import Field
from screens.widgets.key_line import KeyLine


class Ask(Dialog[str]):
    """A field with what is there now; returns what it is to be, or None to leave it.

    at_start  whether the cursor begins before the text, not behind it
    wrong     says what is wrong with what was typed, or ""; then it stays open, and says that
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "keep", priority=True, show=False),
    ]
    AUTO_FOCUS: ClassVar[str] = "Field"

    field = getters.query_one(Field)

    def __init__(
        self,
        title: str,
        text: str,
        *,
        page: bool = False,
        at_start: bool = False,
        wrong: Callable[[str], str] = lambda _text: "",
    ) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._page = page
        self._at_start = at_start
        self._wrong = wrong

    def compose(self) -> ComposeResult:
        """Lay out title, field, and room for what is wrong."""
        keys = "enter keeps it   ctrl+n new line   esc leaves it as it was"
        with Vertical(classes="dialog -page" if self._page else "dialog"):
            yield Static(plain(self._title), classes="dialog--title", markup=False)
            yield Field(self._text, take=lambda text, _sign: self._finish(text))
            yield Static("", classes="dialog--wrong", markup=False)
            yield KeyLine(keys)

    def on_mount(self) -> None:
        """Put the cursor behind what is there, or before what is to be read first."""
        if not self._at_start:
            self.field.move_cursor(self.field.document.end)

    def action_keep(self) -> None:
        """Return what stands in the field."""
        self._finish(self.field.text)

    def _finish(self, text: str) -> None:
        wrong = self._wrong(text)
        if not wrong:
            self.dismiss(text)
            return
        self.field.load_text(text)  # `enter` took it out
        self.field.move_cursor(self.field.document.end)
        self.query_one(".dialog--wrong", Static).update(plain(wrong))
        self.query_one(".dialog--wrong").add_class("-said")

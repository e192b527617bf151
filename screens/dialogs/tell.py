"""Something to be read, and nothing to be answered: what was written where, what was agreed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from screens.dialogs.to_read import ToRead
from screens.safe_text import plain
from screens.widgets.key_line import KeyLine


class Tell(ToRead):
    """A title and a text."""

    leaves = "enter back"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "leave", "back", priority=True, show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay out title and text."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._title), classes="dialog--title", markup=False)
            with VerticalScroll(classes="page"):
                yield Static(plain(self._text), markup=False)
            yield KeyLine(self.leaves)

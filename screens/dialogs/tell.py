"""Something to be read, and nothing to be answered: what was written where, what was agreed."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from screens.dialogs.dialog import Dialog
from screens.keys import bindings
from screens.safe_text import plain
from screens.widgets.key_line import KeyLine


class Tell(Dialog[None]):
    """A title and a text; the text scrolls where it is long."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "leave", "back", priority=True, show=False),
        *bindings("down", "up", "first", "last"),
    ]

    page = getters.query_one(VerticalScroll)

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
            yield KeyLine("enter back")

    def on_mount(self) -> None:
        """Say whether it goes on."""
        self.call_after_refresh(self._say_keys)

    def on_resize(self) -> None:
        """Likewise, in another width."""
        self.call_after_refresh(self._say_keys)

    def _say_keys(self) -> None:
        said = "j reads on   k reads back   enter back" if self.page.max_scroll_y else "enter back"
        self.query_one(KeyLine).say(said)

    def action_down(self) -> None:
        """Read on."""
        self.page.scroll_down(animate=False)

    def action_up(self) -> None:
        """Read back."""
        self.page.scroll_up(animate=False)

    def action_first(self) -> None:
        """Go to the beginning."""
        self.page.scroll_home(animate=False)

    def action_last(self) -> None:
        """Go to the end."""
        self.page.scroll_end(animate=False)

"""Something to be read over a place; it scrolls where it is long, and says whether it goes on."""

from typing import ClassVar

from textual import getters
from textual.binding import BindingType
from textual.containers import VerticalScroll

from screens.dialogs.dialog import Dialog
from screens.keys import bindings
from screens.widgets.key_line import KeyLine


class ToRead(Dialog[None]):
    """A dialog with one `VerticalScroll` of class "page" and a `KeyLine` below it.

    leaves  how its last line says the way back
    """

    leaves: ClassVar[str] = "esc back"

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("down", "up", "first", "last")]

    page = getters.query_one(".page", VerticalScroll)

    def on_mount(self) -> None:
        """Say whether it goes on, now and when that changes."""
        self.watch(self.page, "virtual_size", self.say_whether_it_goes_on, init=False)

    def say_whether_it_goes_on(self) -> None:
        """Write the last line."""
        goes_on = "j reads on   k reads back   " if self.page.max_scroll_y else ""
        self.query_one(KeyLine).say(f"{goes_on}{self.leaves}")

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

"""What the pages of a look back are made of: a question with its field."""

from collections.abc import Callable

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from screens.safe_text import plain
from screens.widgets.field import Field, FieldLine


class Slot(Vertical):
    """A question, an example while the cursor is there, and the field for the answer."""

    DEFAULT_CSS = """
    Slot { height: auto; margin-bottom: 1; }
    Slot > Static { height: auto; display: none; }
    Slot > .question.-given { display: block; }
    Slot > .example { color: $text-muted; }
    Slot.-here > .example.-given { display: block; }
    """

    field = getters.query_one(Field)

    def __init__(self, take: Callable[[str], None]) -> None:
        super().__init__()
        self._take = take

    def compose(self) -> ComposeResult:
        """Put the question above the field."""
        yield Static("", classes="question", markup=False)
        yield Static("", classes="example", markup=False)
        yield FieldLine(Field(take=lambda text, _sign: self._take(text)))

    def ask(self, wording: str, about: str, text: str, *, is_page: bool = False) -> None:
        """Ask something, with `text` as what is answered so far.

        wording  the question; "" for a silent one
        about    shown as long as the cursor is here: an example, or what the answer is good for
        """
        self._show(is_shown=True)
        self.field.is_page = is_page
        self._say(".question", wording)
        self._say(".example", about)
        self.put(text)

    def rest(self) -> None:
        """Ask nothing."""
        self._show(is_shown=False)
        self.put("")

    def _show(self, *, is_shown: bool) -> None:
        self.display = is_shown
        self.field.can_focus = is_shown  # what is not displayed could still get keys

    def on_descendant_focus(self) -> None:
        """Show the example as long as the cursor is here."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Show it no longer."""
        self.remove_class("-here")

    def put(self, text: str) -> None:
        """Show `text` in the field, the cursor behind it."""
        self.field.load_text(text)
        self.field.move_cursor(self.field.document.end)

    def _say(self, selector: str, words: str) -> None:
        line = self.query_one(selector, Static)
        line.update(plain(words))
        line.set_class(bool(words), "-given")

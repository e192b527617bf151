"""One of several: all commands, what can be done with this, which sign."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.safe_text import plain
from screens.widgets.field import Field


class Choice(NamedTuple):
    """One thing to choose.

    id     what is returned
    words  what it is called
    key    the key that does the same without this list, or ""
    about  what it does, or ""
    """

    id: str
    words: str
    key: str = ""
    about: str = ""


class Choose(ModalScreen[str | None]):
    """A list to choose from, with a line that narrows it; returns an id, or None."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", priority=True, show=False),
        Binding("down", "move(1)", "down", priority=True, show=False),
        Binding("up", "move(-1)", "up", priority=True, show=False),
        Binding("enter", "take", "choose", priority=True, show=False),
    ]
    AUTO_FOCUS: ClassVar[str] = "Field"

    list = getters.query_one(OptionList)

    def __init__(self, title: str, choices: Iterable[Choice]) -> None:
        super().__init__()
        self._title = title
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """Lay out title, line and list."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._title), classes="dialog--title", markup=False)
            yield Field(placeholder="type to narrow", id="narrow")
            yield OptionList(markup=False, compact=True)
            yield Static("enter choose   ↑ ↓ move   esc back", classes="dialog--keys", markup=False)

    def on_mount(self) -> None:
        """Show everything."""
        self._show("")

    @on(Field.Changed)
    def narrow(self, changed: Field.Changed) -> None:
        """Show what fits the words typed."""
        self._show(changed.text_area.text)

    def _show(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [c for c in self._choices if all(w in _said(c).casefold() for w in words)]
        # What is called so comes first: "bring" must not offer "the trash; u brings it back".
        fitting.sort(key=lambda c: not all(w in c.words.casefold() for w in words))
        self.list.clear_options()
        self.list.add_options([Option(_row(choice), id=choice.id) for choice in fitting])
        self.list.highlighted = 0 if fitting else None

    def action_move(self, step: int) -> None:
        """Highlight the next one, or the one before."""
        if step > 0:
            self.list.action_cursor_down()
        else:
            self.list.action_cursor_up()

    def action_take(self) -> None:
        """Return what is highlighted."""
        if self.list.highlighted_option is not None:
            self.dismiss(self.list.highlighted_option.id)

    @on(OptionList.OptionSelected)
    def take_clicked(self, selected: OptionList.OptionSelected) -> None:
        """Return what was clicked."""
        self.dismiss(selected.option_id)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def _said(choice: Choice) -> str:
    return f"{choice.words} {choice.about} {choice.key}"


def _row(choice: Choice) -> Content:
    return Content.assemble(
        (f"{choice.key:>7}  ", "$accent"), plain(f"{choice.words:16}"), (choice.about, "dim")
    )

"""A list to choose from with a line that narrows it, whatever comes of the choice."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.dialogs.dialog import Answer, Dialog
from screens.safe_text import plain
from screens.widgets.field import Field

NAMES = 18
"""How wide the column of names is, at most, in cells; a longer name has two cells behind it."""

NOTHING_FITS = "Nothing here is called that."


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


class Narrowing(Dialog[Answer]):
    """A dialog with a field, a list that what is typed there narrows, and room for "none"."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "down", priority=True, show=False),
        Binding("up", "move(-1)", "up", priority=True, show=False),
        Binding("enter", "take", "choose", priority=True, show=False),
    ]
    AUTO_FOCUS: ClassVar[str] = "Field"

    list = getters.query_one(OptionList)

    def __init__(self, *, empty: str = "") -> None:
        super().__init__()
        self._choices: Sequence[Choice] = ()
        self._empty = empty

    def offer(self, choices: Iterable[Choice], now: str | None = None) -> None:
        """Show choices with `now` highlighted, or else the first one."""
        self._choices = tuple(choices)
        self._show("")
        ids = [choice.id for choice in self._choices]
        if now in ids:
            self.list.highlighted = ids.index(now)

    @property
    def narrows(self) -> bool:
        """Whether what is typed narrows the list."""
        return True

    @on(Field.Changed)
    def narrow(self, changed: Field.Changed) -> None:
        """Show what fits the words typed."""
        if self.narrows:
            self._show(changed.text_area.text)

    def _show(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [c for c in self._choices if all(w in _said(c).casefold() for w in words)]
        # What is called so comes first: "bring" must not offer "the trash; undo brings it back".
        fitting.sort(key=lambda c: not all(w in c.words.casefold() for w in words))
        keys = max((len(choice.key) for choice in self._choices), default=0)
        names = min(max((len(c.words) for c in self._choices if c.about), default=0), NAMES)
        self.list.clear_options()
        self.list.add_options(
            [Option(_row(choice, keys, names), id=choice.id) for choice in fitting]
        )
        self.list.highlighted = 0 if fitting else None
        none = self.query_one(".dialog--none", Static)
        said = "" if fitting else NOTHING_FITS if self._choices else self._empty
        none.update(said)
        none.set_class(bool(said), "-said")

    def action_move(self, step: int) -> None:
        """Highlight the next one, or the one before."""
        if step > 0:
            self.list.action_cursor_down()
        else:
            self.list.action_cursor_up()


def _row(choice: Choice, keys: int, names: int) -> Content:
    """Return a choice as a row: keys and what it does where any of the choices has them."""
    key = f"{choice.key:>{keys}}  " if keys else ""
    words = f"{choice.words:{names}}  " if choice.about else choice.words
    return Content.assemble((key, "$accent"), plain(words), (choice.about, "dim"))


def _said(choice: Choice) -> str:
    return f"{choice.words} {choice.about} {choice.key}"

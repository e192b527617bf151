"""Help on the place one is on: what it is for, and its keys."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.keys import COMMANDS, shown

WRITING = (
    ("enter", "keep it and go on; empty: skip"),
    ("ctrl+n", "a new line"),
    ("tab or esc", "leave the line; nothing is lost"),
    ("ctrl+z", "undo what you typed"),
    ("ctrl+q", "leave the journal; everything is kept"),
)


class Help(ModalScreen[None]):
    """What a place is for, its keys while looking, and the keys while writing.

    about  one sentence, and after an empty line what else there is to say
    keys   the setting of that name
    """

    CSS_PATH: ClassVar[str] = "dialogs/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "leave", "back", priority=True, show=False),
        Binding("j", "app.focus_next", "down", show=False),
    ]

    def __init__(self, about: str, commands: Iterable[str], keys: str = "") -> None:
        super().__init__()
        self._about = about
        self._commands = tuple(commands)
        self._typed = keys

    def compose(self) -> ComposeResult:
        """Lay out the sentence and the keys."""
        with Vertical(classes="dialog"):
            about, _, more = self._about.partition("\n\n")
            yield Static(about, classes="dialog--title", markup=False)
            with VerticalScroll(classes="page"):
                if more:
                    yield Static(f"{more}\n", markup=False)
                yield Static(self._keys(), markup=False)
            yield Static("esc back", classes="dialog--keys", markup=False)

    def _keys(self) -> Content:
        looking = [(shown(id_, self._typed), COMMANDS[id_].about) for id_ in self._commands]
        parts = [("Where there is a cursor, keys write\n", "bold")]
        parts += [_row(key, about) for key, about in WRITING]
        parts += [("\n\nElsewhere, keys are commands\n", "bold")]
        parts += [_row(key, about) for key, about in looking if key]
        return Content.assemble(*parts)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _row(key: str, about: str) -> tuple[str, str]:
    return f"\n  {key:10}  {about}", ""

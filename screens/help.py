"""Help on the place one is on: what it is for, why there is such a place, and its keys."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.dialogs.dialog import Dialog
from screens.keys import COMMANDS, bindings, shown
from screens.safe_text import plain
from screens.widgets.key_line import KeyLine

WRITING = (
    ("enter", "keep it and go on; empty: skip"),
    ("ctrl+n", "a new line"),
    ("tab or esc", "leave the line; nothing is lost"),
    ("ctrl+z", "undo what you typed"),
    ("ctrl+q", "leave the journal; everything is kept"),
)

BESIDE_KEY = 14
"""Cells before what a key does: the key, with room around it."""


class Help(Dialog[None]):
    """What a place is for, its keys while looking, and the keys while writing.

    about  one sentence, and after an empty line what else there is to say
    keys   the setting of that name
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,enter", "leave", "back", priority=True, show=False),
        *bindings("down", "up", "first", "last"),
    ]

    page = getters.query_one(VerticalScroll)

    def __init__(self, about: str, commands: Iterable[str], keys: str = "") -> None:
        super().__init__()
        self._about = about
        self._commands = tuple(commands)
        self._typed = keys

    def compose(self) -> ComposeResult:
        """Lay out the sentence, what else there is to say, and the keys."""
        about, _, more = self._about.partition("\n\n")
        with Vertical(classes="dialog -whole"):
            yield Static(plain(about), classes="dialog--title", markup=False)
            with VerticalScroll(classes="page"):
                if more:
                    yield Static(plain(f"{more}\n"), markup=False)
                yield Static(id="all-keys", markup=False)
            yield KeyLine("esc back")

    def on_mount(self) -> None:
        """Say the keys in the width that there is."""
        self.call_after_refresh(self._show_keys)
        self.watch(self.page, "virtual_size", self._say_whether_it_goes_on, init=False)

    def on_resize(self) -> None:
        """Likewise, in another width."""
        self.call_after_refresh(self._show_keys)

    def _show_keys(self) -> None:
        width = self.page.scrollable_content_region.width
        self.query_one("#all-keys", Static).update(Content("\n").join(self._lines(width)))

    def _say_whether_it_goes_on(self) -> None:
        said = "j reads on   k reads back   esc back" if self.page.max_scroll_y else "esc back"
        self.query_one(KeyLine).say(said)

    def _lines(self, width: int) -> Iterator[Content]:
        yield from _heading("Where there is a cursor, keys write", width)
        for key, about in WRITING:
            yield from _row(key, about, width)
        yield Content("")
        yield from _heading("Elsewhere, keys are commands", width)
        for id_ in self._commands:
            if key := shown(id_, self._typed):
                yield from _row(key, COMMANDS[id_].about, width)

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


def _heading(words: str, width: int) -> list[Content]:
    return Content.styled(words, "bold").wrap(max(width, BESIDE_KEY))


def _row(key: str, about: str, width: int) -> Iterator[Content]:
    """Yield the lines that say what a key does, each below the first one's words."""
    lines = plain(about).wrap(max(width - BESIDE_KEY, BESIDE_KEY))
    for number, line in enumerate(lines):
        before = f"  {key}" if not number else ""
        yield Content.assemble((f"{before:{BESIDE_KEY}}", "$accent"), line)

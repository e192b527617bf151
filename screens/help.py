"""Help on the place one is on: what it is for, why there is such a place, and its keys."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.dialogs.to_read import ToRead
from screens.keys import NAMED, shown
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


class Help(ToRead):
    """What a place is for, its keys while looking, and the keys while writing.

    about  one sentence, and after an empty line what else there is to say
    keys   the setting of that name
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,enter", "leave", "back", priority=True, show=False),
    ]

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
            yield KeyLine(self.leaves)

    def on_mount(self) -> None:
        """Say the keys in the width that there is."""
        super().on_mount()
        self.call_after_refresh(self._show_keys)

    def on_resize(self) -> None:
        """Likewise, in another width."""
        self.call_after_refresh(self._show_keys)

    def _show_keys(self) -> None:
        width = self.page.scrollable_content_region.width
        self.query_one("#all-keys", Static).update(Content("\n").join(self._lines(width)))

    def _lines(self, width: int) -> Iterator[Content]:
        yield from _heading("Where there is a cursor, keys write", width)
        for key, about in WRITING:
            yield from _row(key, about, width)
        yield Content("")
        yield from _heading("Elsewhere, keys are commands", width)
        for id_ in self._commands:
            if key := shown(id_, self._typed):
                yield from _row(key, NAMED[id_].about, width)


def _heading(words: str, width: int) -> list[Content]:
    return Content.styled(words, "bold").wrap(max(width, BESIDE_KEY))


def _row(key: str, about: str, width: int) -> Iterator[Content]:
    """Yield the lines that say what a key does, each below the first one's words."""
    lines = plain(about).wrap(max(width - BESIDE_KEY, BESIDE_KEY))
    for number, line in enumerate(lines):
        before = f"  {key}" if not number else ""
        yield Content.assemble((f"{before:{BESIDE_KEY}}", "$accent"), line)

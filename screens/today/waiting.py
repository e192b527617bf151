"""What waits, if one likes: a few rows, each of which opens; without any, not even the heading."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.safe_text import in_a_row
from screens.widgets.choices import Choices

if TYPE_CHECKING:
    from journal.practice.today.waiting import Waiting

NAME = 20
"""How wide the names are, at least, where the words stand beside them, in cells."""

WORDS = 42
"""How wide the words are below their name: the column beside the notes, less its margin."""


class WaitingList(Vertical):
    """The rows that `journal.practice.today.waiting` gives, under their heading."""

    def compose(self) -> ComposeResult:
        """Lay out heading and rows."""
        yield Static("Waiting, if you like", classes="heading", markup=False)
        yield Choices(lets_go=True, id="due")

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._waiting: dict[str, Waiting] = {}

    @property
    def rows(self) -> Choices:
        """The list."""
        return self.query_one(Choices)

    @property
    def marked(self) -> "Waiting | None":
        """What is marked, if anything."""
        return self._waiting.get(self.rows.marked)

    def show(self, rows: "Sequence[Waiting]", width: int, *, is_wide: bool) -> None:
        """Show what waits; where there is room beside the notes, the words below each name.

        width  how many cells a row has where the words stand beside the names
        """
        self.display = bool(rows)
        self._waiting = {row.id: row for row in rows}
        put = _below if is_wide else partial(_beside, _name_width(rows, width))
        self.rows.show([(row.id, put(row)) for row in rows], self.rows.highlighted)


def _name_width(rows: "Sequence[Waiting]", width: int) -> int:
    """Return how wide names are: whole where the words beside them stay whole, too."""
    names = max((in_a_row(row.name).cell_length for row in rows), default=0) + 2
    words = max((in_a_row(row.words).cell_length for row in rows), default=0)
    return max(NAME, min(names, width - words - len(Choices.MARK)))


def _beside(name_width: int, row: "Waiting") -> Content:
    name = in_a_row(row.name).truncate(name_width - 1, ellipsis=True, pad=True)
    return Content.assemble(name, " ", in_a_row(row.words).stylize("dim"))


def _below(row: "Waiting") -> Content:
    wrapped = in_a_row(row.words).stylize("dim").wrap(WORDS)
    lines = [line.pad_left(len(Choices.MARK)) for line in wrapped]
    return Content("\n").join([in_a_row(row.name), *lines, Content("")])

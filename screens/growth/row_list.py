"""A page as rows: some are read, some open something; drawn for the width that there is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.listed import Listed
from journal.analysis.growth.then_now import Said
from screens.widgets.drawn_list import DrawnList

Opens = Said | Evidence | Listed | str
"""A passage, a list of them, or the name of a command."""

LEAST = 20
"""Cells: narrower than this nothing is drawn."""


class Row(NamedTuple):
    """One row, of one line or more.

    id     stays the same as long as the row is about the same
    draw   makes its lines for so many cells
    opens  what `enter` on it opens; a row without it is passed over
    """

    id: str
    draw: Callable[[int], Content]
    opens: Opens | None = None


class RowList(DrawnList):
    """Rows from top to bottom, of which one that opens something is marked."""

    DEFAULT_CSS = """
    RowList > .option-list--option-disabled { color: $text; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        self._page: Sequence[Row] = ()
        self._opens: Mapping[str, Opens] = {}
        super().__init__(id=id)

    @property
    def opens(self) -> Opens | None:
        """What the marked row opens."""
        return self._opens.get(self.marked)

    def show_rows(self, page: Iterable[Row]) -> None:
        """Show rows; the mark stays on its row, or near it."""
        self._page = tuple(page)
        self._opens = {row.id: row.opens for row in self._page if row.opens is not None}
        self.draw()

    def rows(self, room: int) -> Iterable[tuple[str, Content]]:
        """Yield the rows of the page."""
        for row in self._page:
            yield row.id, self._hung(row, row.draw(max(room, LEAST)))

    def is_passed_over(self, id_: str) -> bool:
        """Tell whether a row opens nothing."""
        return id_ not in self._opens

    def _hung(self, row: Row, drawn: Content) -> Content:
        """Return the lines of a row with its further lines below the first one's words."""
        if row.id not in self._opens:
            return drawn
        first, *others = drawn.split("\n", allow_blank=True)
        return Content("\n").join([first, *(line.pad_left(len(self.MARK)) for line in others)])

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Show also what stands above the first row that opens something, and below the last."""
        super().watch_highlighted(highlighted)
        there = [number for number, row in enumerate(self._page) if row.opens is not None]
        if there and highlighted == there[-1]:
            self.scroll_end(animate=False, immediate=True)
        if there and highlighted == there[0]:
            self.scroll_home(animate=False, immediate=True)

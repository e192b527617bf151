"""Records in groups, each under its heading; what stands beside a row is there if it fits."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from journal.practice.longer.parts import Line
from journal.practice.shelves import Group
from journal.records.record import Record
from screens.safe_text import in_a_row
from screens.widgets.choices import Choices

NAMES = 8
"""How wide the name of a group is where a gloss stands beside it, in cells."""

BESIDE = 25
"""How wide the words beside the rows are, where they have a column of their own, in cells."""

WIDE, SLIM = 64, 36
"""From so many cells on they have that column; from so many on they stand where they fit."""

HEADING = "heading "
"""How the ids of headings begin."""


class GroupList(Choices):
    """Groups of lines, of which one is marked; headings are passed over.

    It is as tall as its place, and what does not fit is scrolled to.
    """

    DEFAULT_CSS = """
    GroupList { height: 1fr; }
    GroupList > .option-list--option-disabled { color: $text-muted; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        self._groups: Sequence[Group] = ()
        self._more: Sequence[tuple[str, str]] = ()
        self._drawn = 0
        self.records: dict[str, Record] = {}
        super().__init__(id=id)

    @property
    def record(self) -> Record | None:
        """The record of the row that is marked, if it has one."""
        return self.records.get(self.marked)

    def show_groups(self, groups: Iterable[Group], more: Iterable[tuple[str, str]] = ()) -> None:
        """Show groups, and below them `more` rows, each with its id; the mark stays on its row."""
        self._groups, self._more = tuple(groups), tuple(more)
        self._draw()

    def on_resize(self) -> None:
        """Draw the rows in another width."""
        if self._width() != self._drawn:
            self._draw()

    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _draw(self) -> None:
        was, at = self.marked, self.highlighted or 0
        self._drawn = self._width()
        self.records = {}
        rows = list(self._rows_of())
        ids = [id_ for id_, _ in rows]
        there = [number for number, id_ in enumerate(ids) if not id_.startswith(HEADING)]
        marked = (
            ids.index(was) if was in ids else min(there, key=lambda n: abs(n - at), default=None)
        )
        self.show(rows, marked)
        for number, id_ in enumerate(ids):
            if id_.startswith(HEADING):
                self.disable_option_at_index(number)

    def _rows_of(self) -> Iterable[tuple[str, Content]]:
        for number, group in enumerate(self._groups):
            if number:
                yield f"{HEADING}{number} above", Content("")
            yield f"{HEADING}{number}", _heading(group)
            for place, row in enumerate(group.rows):
                id_ = row.record.id if row.record else f"{number} {place}"
                id_ = id_ if id_ not in self.records else f"{id_} {number} {place}"
                if row.record:
                    self.records[id_] = row.record
                yield id_, self._row(row)
        for id_, words in self._more:
            yield f"{HEADING}above {id_}", Content("")
            yield id_, Content(words)

    def _row(self, row: Line) -> Content:
        """Return a row: what stands beside it in a column of its own, or where it fits."""
        words, beside = in_a_row(row.words), in_a_row(row.beside)
        room = self._drawn - len(self.MARK) - 1
        if not row.beside or room < SLIM:
            return words
        if room >= WIDE:
            words = words.truncate(room - BESIDE - 2, ellipsis=True, pad=True)
            beside = beside.truncate(BESIDE, ellipsis=True)
        gap = room - words.cell_length - beside.cell_length
        if gap < 2:
            return words
        between = "  " if room >= WIDE else " " * gap
        return Content.assemble(words, between, beside.stylize("dim"))

    def _prompt(self, number: int) -> Content:
        id_, row = self._rows[number]
        return row if id_.startswith(HEADING) else super()._prompt(number)


def _heading(group: Group) -> Content:
    if not group.gloss:
        return Content.styled(group.name, "bold $text")
    name = f"{group.name.upper():{NAMES}}"
    return Content.assemble((name, "bold $text"), group.gloss)

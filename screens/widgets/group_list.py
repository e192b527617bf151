"""Records in groups, each under its heading; what stands beside a row is there if it fits."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from journal.practice.longer.parts import Line
from journal.practice.shelves import Group
from journal.records.record import Record
from screens.safe_text import in_a_row
from screens.widgets.drawn_list import DrawnList

NAMES = 8
"""How wide the name of a group is where a gloss stands beside it, in cells."""

BESIDE = 25
"""How wide the words beside the rows are, where they have a column of their own, in cells."""

WIDE, SLIM = 64, 36
"""From so many cells on they have that column; from so many on they stand where they fit."""

DAY = "look again"
"""What stands beside a row with a day in it: that is never cut, the title is."""

HEADING = "heading "
"""How the ids of headings begin."""


class GroupList(DrawnList):
    """Groups of lines, of which one is marked; headings are passed over."""

    DEFAULT_CSS = """
    GroupList > .option-list--option-disabled { color: $text-muted; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        self._groups: Sequence[Group] = ()
        self._more: Sequence[tuple[str, str]] = ()
        self.records: dict[str, Record] = {}
        super().__init__(id=id)

    @property
    def record(self) -> Record | None:
        """The record of the row that is marked, if it has one."""
        return self.records.get(self.marked)

    def show_groups(self, groups: Iterable[Group], more: Iterable[tuple[str, str]] = ()) -> None:
        """Show groups, and below them `more` rows, each with its id; the mark stays on its row."""
        self._groups, self._more = tuple(groups), tuple(more)
        self.draw()

    def is_passed_over(self, id_: str) -> bool:
        """Tell whether a row is a heading."""
        return id_.startswith(HEADING)

    def rows(self, room: int) -> Iterable[tuple[str, Content]]:
        """Yield headings and lines."""
        self.records = {}
        for number, group in enumerate(self._groups):
            if number:
                yield f"{HEADING}{number} above", Content("")
            yield f"{HEADING}{number}", _heading(group)
            for place, row in enumerate(group.rows):
                id_ = row.record.id if row.record else f"{number} {place}"
                id_ = id_ if id_ not in self.records else f"{id_} {number} {place}"
                if row.record:
                    self.records[id_] = row.record
                yield id_, _row(row, room)
        for id_, words in self._more:
            yield f"{HEADING}above {id_}", Content("")
            yield id_, Content(words)


def _row(row: Line, room: int) -> Content:
    """Return a row: what stands beside it in a column of its own, or where it fits."""
    words, beside = in_a_row(row.words), in_a_row(row.beside)
    if not row.beside or room < SLIM:
        return words
    has_day = DAY in row.beside
    if not has_day:
        beside = beside.truncate(BESIDE, ellipsis=True) if room >= WIDE else beside
    if room >= WIDE:
        at = room - max(BESIDE, beside.cell_length) - 2
        words = words.truncate(at, ellipsis=True, pad=True)
    elif has_day:
        words = words.truncate(room - beside.cell_length - 2, ellipsis=True)
    gap = room - words.cell_length - beside.cell_length
    if gap < 2:
        return words
    between = "  " if room >= WIDE else " " * gap
    return Content.assemble(words, between, beside.stylize("dim"))


def _heading(group: Group) -> Content:
    if not group.gloss:
        return Content.styled(group.name, "bold $text")
    name = f"{group.name.upper():{NAMES}}"
    return Content.assemble((name, "bold $text"), group.gloss)

"""Rows that are drawn for the width that there is; some are only read, and passed over."""

from abc import abstractmethod
from collections.abc import Iterable

from textual.content import Content

from screens.widgets.choices import Choices


class DrawnList(Choices):
    """Rows of which one is marked, as tall as its place; what does not fit is scrolled to.

    When they are drawn anew, the mark stays on its row, or goes to the one next to it.
    """

    DEFAULT_CSS = """
    DrawnList { height: 1fr; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        self._drawn = 0
        super().__init__(id=id)

    @abstractmethod
    def rows(self, room: int) -> Iterable[tuple[str, Content]]:
        """Return the rows, each with its id, drawn for `room` cells."""

    @abstractmethod
    def is_passed_over(self, id_: str) -> bool:
        """Tell whether the mark goes past a row."""

    def draw(self) -> None:
        """Draw the rows in the width that there is."""
        was, at, top = self.marked, self.highlighted or 0, self.scroll_y
        self._drawn = self._width()
        rows = list(self.rows(self._drawn - len(self.MARK) - 1))
        ids = [id_ for id_, _ in rows]
        there = [number for number, id_ in enumerate(ids) if not self.is_passed_over(id_)]
        near = min(there, key=lambda number: abs(number - at), default=None)
        stays = was in ids and not self.is_passed_over(was)
        self.show(rows, ids.index(was) if stays else near)
        for number in set(range(len(ids))).difference(there):
            self.disable_option_at_index(number)
        self.scroll_to(y=top, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Draw the rows in another width."""
        if self._width() != self._drawn:
            self.draw()

    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _prompt(self, number: int) -> Content:
        id_, row = self._rows[number]
        return row if self.is_passed_over(id_) else super()._prompt(number)

"""A list of records, one option each; however long, it is one widget."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.records.record import Record

Row = Callable[[Record, int], Content]
"""Says how a record is drawn in so many cells."""


class RecordList(OptionList):
    """Records as rows; the highlight stays on its record, or else where it was."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False, compact=True)
        self.records: list[Record] = []
        self._row: Row = lambda _record, _width: Content("")
        self._drawn = 0

    @property
    def record(self) -> Record | None:
        """The record that is highlighted."""
        at = self.highlighted
        return self.records[at] if at is not None and at < len(self.records) else None

    def show(self, records: Iterable[Record], row: Row) -> None:
        """Show `records`, each as `row` says."""
        was, at = self.record, self.highlighted or 0
        self.records, self._row = list(records), row
        self._draw()
        ids = [record.id for record in self.records]
        if ids:
            found = was is not None and was.id in ids
            self.highlighted = ids.index(was.id) if was and found else min(at, len(ids) - 1)

    def clear(self) -> None:
        """Show nothing."""
        self.records = []
        self.clear_options()

    def on_resize(self) -> None:
        """Draw the rows anew for another width."""
        if self._width() != self._drawn:
            at = self.highlighted
            self._draw()
            self.highlighted = at

    def _draw(self) -> None:
        self._drawn = self._width()
        self.set_options([Option(self._row(record, self._drawn)) for record in self.records])

    def _width(self) -> int:
        return self.scrollable_content_region.width

"""What was written today, a row each, in the order of its time."""

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widgets import OptionList

from journal.records.close import Close
from journal.records.record import MARKS, Record
from screens.safe_text import in_a_row

BEFORE_WORDS = 10
"""Cells before the words of a row: the mark, the time and the sign."""

MARK = "▸"
"""Stands before the row that commands act on, for the eye also without colour."""


class DayNotes(OptionList):
    """Today's records; one is highlighted as soon as the keys go here."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, markup=False, compact=True)
        self.records: list[Record] = []
        self._just_kept = ""
        self._undo, self._look_back = "", ""
        self._drawn = 0
        self._marked: int | None = None
        self._has_keys = False

    @property
    def record(self) -> Record | None:
        """The record that is highlighted; until one is, the newest."""
        at = self.highlighted
        return self.records[-1 if at is None else at] if self.records else None

    def show(self, records: Iterable[Record], just_kept: str = "") -> None:
        """Show records; what is highlighted stays so until another is kept, which then is meant.

        just_kept  the id of what was kept just now, or ""
        """
        at = self.highlighted if just_kept == self._just_kept or self.has_focus else None
        self._just_kept, self._drawn = just_kept, self._room()
        self.records = sorted(records, key=lambda record: (record.at, record.id))
        self._marked = None
        self.clear_options()  # set_options([]) would leave the old rows on the screen
        self.add_options([self._row(number) for number in range(len(self.records))])
        if self.records:
            self.highlighted = min(at, len(self.records) - 1) if at is not None else None
        self._mark()
        if just_kept:  # where it becomes visible only now, it has no width yet
            self.call_after_refresh(self._draw_those_with_keys)
        if not self.has_focus:
            self.call_after_refresh(self.scroll_end, animate=False)

    def tell_keys(self, undo: str, look_back: str) -> None:
        """Say which key acts on a row, "" while keys write.

        undo       takes back what was kept just now
        look_back  goes on with a look back that was interrupted
        """
        if (undo, look_back) != (self._undo, self._look_back):
            self._undo, self._look_back = undo, look_back
            self._draw_those_with_keys()

    def begin(self) -> None:
        """Highlight the newest, unless one is, so that commands have one."""
        if self.highlighted is None:
            self.action_last()

    def on_focus(self) -> None:
        """Highlight one."""
        self._has_keys = True
        self.begin()
        self._mark()

    def on_blur(self) -> None:
        """Mark none while the keys go elsewhere."""
        if self.app.app_focus:
            self._has_keys = False
            self._mark()

    @on(OptionList.OptionHighlighted)
    def _mark(self) -> None:
        """Move the mark to the row that is highlighted."""
        before, self._marked = self._marked, self.highlighted if self._has_keys else None
        for number in {before, self._marked} - {None}:
            if number is not None and number < len(self.records):
                self._draw(number)

    def _draw(self, number: int) -> None:
        self.replace_option_prompt_at_index(number, self._row(number))

    def on_resize(self) -> None:
        """Draw the rows in the new width."""
        if self._room() != self._drawn:
            self._drawn = self._room()
            for number in range(len(self.records)):
                self._draw(number)

    def _draw_those_with_keys(self) -> None:
        for number, record in enumerate(self.records):
            if record.id == self._just_kept or isinstance(record.own, Close):
                self._draw(number)

    def _room(self) -> int:
        return self.scrollable_content_region.width - BEFORE_WORDS

    def _row(self, number: int) -> Content:
        record = self.records[number]
        mark = MARK if number == self._marked else " "
        sign = MARKS[record.sign] if record.sign else " "
        return Content.assemble(
            (mark, "$accent"),
            (f"{record.at:%H:%M}  ", "dim"),
            (f"{sign} ", "$accent"),
            self._words(record),
        )

    def _words(self, record: Record) -> Content:
        words = self._looked_back(record.own) if isinstance(record.own, Close) else record.text
        undo = f", {self._undo} undo" if self._undo else ""
        kept = f"   kept just now{undo}" if record.id == self._just_kept else ""
        room = max(self._room() - len(kept), 1)
        said = Content.assemble(in_a_row(words), ("  *" if record.starred else "", "$accent"))
        tags = in_a_row(" ".join(f"#{tag}" for tag in record.tags))
        if tags and said.cell_length + 2 + tags.cell_length <= room:  # half a tag says nothing
            said = Content.assemble(said, "  ", tags.stylize("dim"))
        return Content.assemble(said.truncate(room, ellipsis=True), (kept, "dim")) if kept else said

    def _looked_back(self, close: Close) -> str:
        if not close.left:
            return "Looked back on the day"
        key = f": {self._look_back} goes on" if self._look_back else ""
        return f"A look back, interrupted{key}"

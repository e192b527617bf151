"""What was written today, a row each, in the order of its time."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import OptionList

from journal.records.close import Close
from journal.records.record import MARKS, Record
from screens.safe_text import in_a_row

BEFORE_WORDS = 9
"""Cells before the words of a row: the time and the sign."""


class DayNotes(OptionList):
    """Today's records; one is highlighted as soon as the keys go here."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, markup=False, compact=True)
        self.records: list[Record] = []
        self._just_kept = ""
        self._undo = ""
        self._drawn = 0

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
        self.clear_options()  # set_options([]) would leave the old rows on the screen
        self.add_options([self._row(record) for record in self.records])
        if self.records:
            self.highlighted = min(at, len(self.records) - 1) if at is not None else None
        if just_kept:  # where it becomes visible only now, it has no width yet
            self.call_after_refresh(self._draw_kept)
        if not self.has_focus:
            self.call_after_refresh(self.scroll_end, animate=False)

    def tell_undo(self, key: str) -> None:
        """Say behind what was kept just now which `key` takes it back; "" while keys write."""
        undo = f", {key} undo" if key else ""
        if undo != self._undo:
            self._undo = undo
            self._draw_kept()

    def begin(self) -> None:
        """Highlight the newest, unless one is, so that commands have one."""
        if self.highlighted is None:
            self.action_last()

    def on_focus(self) -> None:
        """Highlight one."""
        self.begin()

    def on_resize(self) -> None:
        """Draw the rows in the new width."""
        if self._room() != self._drawn:
            self._drawn = self._room()
            for number, record in enumerate(self.records):
                self.replace_option_prompt_at_index(number, self._row(record))

    def _draw_kept(self) -> None:
        for number, record in enumerate(self.records):
            if record.id == self._just_kept:
                self.replace_option_prompt_at_index(number, self._row(record))

    def _room(self) -> int:
        return self.scrollable_content_region.width - BEFORE_WORDS

    def _row(self, record: Record) -> Content:
        mark = MARKS[record.sign] if record.sign else " "
        when = Content.assemble((f"{record.at:%H:%M}  ", "dim"), (f"{mark} ", "$accent"))
        return when + self._words(record)

    def _words(self, record: Record) -> Content:
        words = _looked_back(record.own) if isinstance(record.own, Close) else record.text
        kept = f"   kept just now{self._undo}" if record.id == self._just_kept else ""
        room = max(self._room() - len(kept), 1)
        said = Content.assemble(in_a_row(words), ("  *" if record.starred else "", "$accent"))
        tags = in_a_row(" ".join(f"#{tag}" for tag in record.tags))
        if tags and said.cell_length + 2 + tags.cell_length <= room:  # half a tag says nothing
            said = Content.assemble(said, "  ", tags.stylize("dim"))
        return Content.assemble(said.truncate(room, ellipsis=True), (kept, "dim")) if kept else said


def _looked_back(close: Close) -> str:
    return "A look back, interrupted: l goes on" if close.left else "Looked back on the day"

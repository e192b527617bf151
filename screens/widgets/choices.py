"""A few lines to choose from: on an empty page, below what a place shows, in a look back."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Choices(OptionList):
    """Lines of which one is marked, for the eye also without colour.

    Arrows, `enter` and the mouse choose; then `OptionList.OptionSelected` is posted.

    lets_go  whether no line is marked while the keys go elsewhere
    """

    DEFAULT_CSS = """
    Choices {
        height: auto; max-height: 100%; padding: 0; border: none; background: transparent;
        text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
    }
    """

    MARK: ClassVar[str] = "▸ "

    def __init__(
        self,
        rows: Iterable[tuple[str, Content | str]] = (),
        *,
        lets_go: bool = False,
        id: str,  # noqa: A002 - Textual's word
    ) -> None:
        super().__init__(id=id, markup=False, compact=True)
        self.lets_go = lets_go
        self._rows: list[tuple[str, Content]] = []
        self._marked: int | None = None
        self.show(rows)

    def show(self, rows: Iterable[tuple[str, Content | str]], marked: int | None = None) -> None:
        """Show rows, each with its id, and mark one."""
        self._rows = [(id_, Content(row) if isinstance(row, str) else row) for id_, row in rows]
        self._marked = None
        self.set_options([Option(self._prompt(n), id=id_) for n, (id_, _) in enumerate(self._rows)])
        self.highlighted = marked
        self.mark()

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the rows."""
        return [id_ for id_, _ in self._rows]

    @property
    def marked(self) -> str:
        """The id of the row that is marked, "" while none is."""
        return self._rows[self.highlighted][0] if self.highlighted is not None else ""

    @on(OptionList.OptionHighlighted)
    def mark(self) -> None:
        """Move the mark to the row that is highlighted."""
        before, self._marked = self._marked, self.highlighted
        for number in {before, self._marked} - {None}:
            if number is not None and number < len(self._rows):
                self.replace_option_prompt_at_index(number, self._prompt(number))

    def begin(self) -> None:
        """Mark the first line, unless one is marked."""
        if self.highlighted is None and self._rows:
            self.highlighted = 0

    def on_focus(self) -> None:
        """Mark a line, so that one sees where one is."""
        self.begin()

    def action_select(self) -> None:
        """Choose what is marked, also when `enter` came faster than the news of the focus."""
        self.begin()
        super().action_select()

    def on_blur(self) -> None:
        """Mark none, where that is wanted."""
        if self.lets_go and self.app.app_focus:
            self.highlighted = None
            self.mark()

    def _prompt(self, number: int) -> Content:
        mark = self.MARK if number == self._marked else " " * len(self.MARK)
        return Content.assemble((mark, "$accent"), self._rows[number][1])

"""One of several: all commands, what can be done with this, which sign."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from screens.dialogs.narrowing import Choice as Choice
from screens.dialogs.narrowing import Narrowing
from screens.safe_text import plain
from screens.widgets.field import Field
from screens.widgets.key_line import KeyLine


class Choose(Narrowing[str]):
    """A list to choose from, with a line that narrows it; returns an id, or None.

    now    the id that is highlighted when it opens; otherwise the first
    empty  the sentence that is said where there is nothing to choose
    """

    def __init__(
        self,
        title: str,
        choices: Iterable[Choice],
        *,
        now: str | None = None,
        empty: str = "There is nothing to choose from yet.",
    ) -> None:
        super().__init__(empty=empty)
        self._title = title
        self._all = tuple(choices)
        self._now = now

    def compose(self) -> ComposeResult:
        """Lay out title, line and list."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._title), classes="dialog--title", markup=False)
            yield Field(placeholder="type to narrow", id="narrow")
            yield OptionList(markup=False, compact=True)
            yield Static("", classes="dialog--none", markup=False)
            yield KeyLine("enter choose   ↑ ↓ move   esc back")

    def on_mount(self) -> None:
        """Show everything."""
        self.offer(self._all, self._now)

    def action_take(self) -> None:
        """Return what is highlighted."""
        if self.list.highlighted_option is not None:
            self.dismiss(self.list.highlighted_option.id)

    @on(OptionList.OptionSelected)
    def take_clicked(self, selected: OptionList.OptionSelected) -> None:
        """Return what was clicked."""
        self.dismiss(selected.option_id)

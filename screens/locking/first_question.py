"""The question that is asked once, before the first line of a journal reaches the disk."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from journal.practice.locking_words import CHOICES, NOT_YET, QUESTION
from screens.dialogs.dialog import Dialog
from screens.safe_text import plain
from screens.widgets.choices import Choices
from screens.widgets.key_line import KeyLine


class FirstQuestion(Dialog[str]):
    """Whether the journal gets a passphrase; returns the id of a choice, or None."""

    AUTO_FOCUS: ClassVar[str] = "Choices"

    def compose(self) -> ComposeResult:
        """Lay out the question, both answers, and what each means."""
        with Vertical(classes="dialog"):
            yield Static(QUESTION, classes="dialog--title", markup=False)
            yield Static(NOT_YET, markup=False)
            yield Choices([(each.id, each.words) for each in CHOICES], id="first-question")
            yield Static(_meaning(), id="meaning", classes="dialog--asked", markup=False)
            yield KeyLine("enter choose   ↑ ↓ move   esc back to the line")

    @on(OptionList.OptionHighlighted)
    def on_resize(self) -> None:
        """Say what each answer means, once it is known how low the window is."""
        self.call_after_refresh(self._say_meaning)

    def _say_meaning(self) -> None:
        """Say what each answer means; in a low window, what the marked one does."""
        marked = self.query_one(Choices).marked if self.has_class("-low") else ""
        self.query_one("#meaning", Static).update(_meaning(marked))

    @on(OptionList.OptionSelected)
    def take(self, selected: OptionList.OptionSelected) -> None:
        """Return what was chosen."""
        self.dismiss(selected.option_id)


def _meaning(marked: str = "") -> Content:
    """Return what the answers mean, or the one marked."""
    said = [f"{each.words}: {each.means}" for each in CHOICES if marked in ("", each.id)]
    return plain("\n\n".join(said))

"""Dialogs around a passphrase: asking for it, choosing one, and the recovery key."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from secrets import choice
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from journal.errors import JournalError
from screens.dialogs.dialog import Dialog
from screens.locking.secret_field import SecretField
from screens.safe_text import plain
from screens.widgets.field import Field
from screens.widgets.key_line import KeyLine

SHORT = 12
"""A passphrase with fewer characters is warned of."""

BUSY = "One moment …"
EMPTY = "An empty passphrase locks nothing."
DIFFERENT = "These two differ. Once more, both:"
TOO_SHORT = (
    "It is short: who has the disk could find it by trying. It can be changed. "
    "Enter takes it all the same."
)
ADVICE = (
    "A few words that nobody would guess are easy to keep and hard to find. Without the "
    "passphrase and without the recovery key, which comes next, nobody can open the journal "
    "again, and nobody can help."
)
RECOVERY = (
    "It opens the journal when the passphrase is forgotten. It is shown just once: write it "
    "down, and keep it away from this computer."
)


class SecretDialog(Dialog[str]):
    """A title, words, fields, and room for what is wrong; returns what was taken, or None."""

    AUTO_FOCUS: ClassVar[str] = "Field"

    field = getters.query_one(Field)

    def __init__(self, title: str, words: str = "") -> None:
        super().__init__()
        self._title = title
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay out everything."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._title), classes="dialog--title", markup=False)
            if self._words:
                yield Static(plain(self._words), classes="dialog--asked", markup=False)
            yield from self.fields()
            yield Static("", classes="dialog--wrong", markup=False)
            yield KeyLine("enter goes on   esc back")

    def fields(self) -> ComposeResult:
        """Lay out what is typed into."""
        yield SecretField(take=lambda text, _sign: self.take(text))

    @abstractmethod
    def take(self, text: str) -> None:
        """Take what was typed."""

    def complain(self, wrong: str) -> None:
        """Say what is wrong, or what is going on."""
        said = self.query_one(".dialog--wrong", Static)
        said.update(plain(wrong))
        said.set_class(bool(wrong), "-said")

    @work(exclusive=True, group="secret")
    async def finish(self, answer: str, deed: Callable[[], object]) -> None:
        """Do what takes a moment, and return `answer`; what goes wrong is said here."""
        self.complain(BUSY)
        try:
            await asyncio.to_thread(deed)
        except JournalError as error:
            self.complain(f"{error.message} {error.hint}".strip())
        else:
            self.dismiss(answer)


class AskSecret(SecretDialog):
    """Ask for the passphrase once more, so that nobody else changes it on an open screen."""

    def __init__(self, title: str, check: Callable[[str], object]) -> None:
        super().__init__(title, "The passphrase as it is now, or the recovery key.")
        self._check = check

    def take(self, text: str) -> None:
        """See whether it opens the journal."""
        if text:
            self.finish(text, lambda: self._check(text))


class NewPassphrase(SecretDialog):
    """A new passphrase, typed twice; returns it.

    deed  what is done with it before it is returned
    """

    def __init__(self, deed: Callable[[str], object] = lambda _chosen: None) -> None:
        super().__init__("A new passphrase", ADVICE)
        self._deed = deed
        self._warned = False

    def fields(self) -> ComposeResult:
        """Lay out two fields."""
        yield Static("New passphrase:", markup=False)
        yield SecretField(take=self._take_first, id="first")
        yield Static("The same once more:", markup=False)
        yield SecretField(take=lambda text, _sign: self.take(text), id="second")

    def _take_first(self, text: str, _sign: object) -> None:
        first = self.query_one("#first", SecretField)
        first.load_text(text)
        self._warned = False
        self.complain("" if text else EMPTY)
        if text:
            self.set_focus(self.query_one("#second"))

    def take(self, text: str) -> None:
        """Take it where both are the same; of a short one is warned first."""
        first, second = self.query_one("#first", SecretField), self.query_one("#second", Field)
        if text != first.text or not text:
            first.load_text("")
            self.set_focus(first)
            self.complain(DIFFERENT if text else EMPTY)
        elif len(text) < SHORT and not self._warned:
            self._warned = True
            second.load_text(text)
            second.move_cursor(second.document.end)
            self.complain(TOO_SHORT)
        else:
            self.finish(text, lambda: self._deed(text))


class RecoveryKey(SecretDialog):
    """A new recovery key: shown, then a group of it asked back; returns it once it holds.

    deed  what is done before it is returned
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", "back", priority=True, show=False),
    ]

    def __init__(self, recovery: str, deed: Callable[[], object]) -> None:
        super().__init__("The recovery key", RECOVERY)
        self._recovery = recovery
        self._deed = deed
        self._groups = recovery.split("-")
        self._asked = choice(range(len(self._groups)))
        self._is_shown = True

    def fields(self) -> ComposeResult:
        """Lay out the key, and the field for a group of it."""
        yield Static(self._recovery, id="recovery", classes="accent", markup=False)
        yield Static("", id="group", markup=False)
        yield Field(take=lambda text, _sign: self.take(text))

    def on_mount(self) -> None:
        """Show it."""
        self._show(is_shown=True)

    def _show(self, *, is_shown: bool) -> None:
        self._is_shown = is_shown
        self.query_one("#recovery").display = is_shown
        group = f"Type group {self._asked + 1} of {len(self._groups)} of it:"
        asked = "Written down? Enter goes on; a part of it is asked back." if is_shown else group
        self.query_one("#group", Static).update(asked)
        keys = "enter goes on   esc back" if is_shown else "enter goes on   esc shows it again"
        self.query_one(KeyLine).say(keys)

    def take(self, text: str) -> None:
        """Go on to asking, or compare what was typed."""
        if self._is_shown:
            self._show(is_shown=False)
        elif text.strip().lower() == self._groups[self._asked]:
            self.finish(self._recovery, self._deed)
        else:
            self.complain("That is another one. Esc shows the key again.")

    def action_step_back(self) -> None:
        """Show the key again; from there, leave everything as it was."""
        self.complain("")
        if self._is_shown:
            self.dismiss(None)
        else:
            self._show(is_shown=True)

"""The locked journal: it asks for the passphrase, and takes notes all the same."""

import asyncio
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from journal.errors import JournalError
from journal.practice.locking_words import WHILE_LOCKED
from journal.records.record import Sign
from journal.settings import Settings
from journal.store.journal import Journal
from screens.keys import bindings
from screens.locking.app import LockingApp
from screens.locking.secret_field import SecretField
from screens.note_line import NoteLinePlace
from screens.widgets.field import Field, FieldLine

OPENING = "Opening it …"


class LockedPlace(NoteLinePlace):
    """Nothing of the journal, a field for the passphrase, and the line for notes."""

    CSS_PATH: ClassVar[str] = "locking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("note", "other_part", "help", "quit")]
    about = "The journal is locked. The passphrase opens it, and so does the recovery key."
    why = (
        f"Whoever comes by sees nothing of it, and can read nothing from the disk. {WHILE_LOCKED} "
        "Its history says that it was added while the journal was locked: anybody could have."
    )
    offers = ("other_part", "note", "help", "quit")
    called: ClassVar[dict[str, str]] = {"other_part": "passphrase"}
    writing = "writing   enter opens or keeps it   tab between the two   ctrl+q leaves"

    passphrase = getters.query_one("#passphrase", SecretField)

    def __init__(self, journal: Journal, settings: Settings) -> None:
        self._drafts = journal.drafts.beside()  # this window's own ones cannot be read just now
        super().__init__(journal, settings, self._drafts)

    def compose(self) -> ComposeResult:
        """Lay out the two fields; of the journal, nothing is shown."""
        with Vertical(id="locked"):
            yield Static("Your journal is locked.", classes="heading", markup=False)
            secret = SecretField(
                placeholder="passphrase, or recovery key", take=self._open, id="passphrase"
            )
            yield FieldLine(secret)
        note = Field(
            placeholder="What did you just notice?", signs=True, take=self._take, id="field"
        )
        about = Static(WHILE_LOCKED, id="while-locked", markup=False)
        yield from self.bottom(Static("", classes="rule", markup=False), FieldLine(note), about)

    def on_mount(self) -> None:
        """Ask."""
        self.set_focus(self.passphrase)

    def action_other_part(self) -> None:
        """Go to the passphrase."""
        self.set_focus(self.passphrase)

    def action_note(self) -> None:
        """Go to the line for notes."""
        self.set_focus(self.field)

    # --- opening

    def _open(self, typed: str, _sign: Sign | None) -> None:
        if typed:
            self.say(OPENING)
            self._unlock(typed)

    @work(group="unlock", exclusive=True)
    async def _unlock(self, typed: str) -> None:
        """Try what was typed; half a second and 256 MiB, off the event loop."""
        try:
            await asyncio.to_thread(self.journal.unlock, typed)
        except JournalError as error:
            self.show_failed(error)
            return
        if error_in_note := await self.keep():
            self.show_failed(error_in_note)
        elif isinstance(self.app, LockingApp):
            self.app.open_up()

    # --- notes

    def _take(self, text: str, sign: Sign | None) -> None:
        """Seal a line at once."""
        if text.strip():
            self._keeper.hand_over([self._note(text, sign)])
            self._keep()

    @work(thread=True, group="keep")
    def _keep(self) -> None:
        try:
            self._keeper.keep()
            self._keeper.draft("", None)
        except JournalError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Said("Kept, and sealed."))

    def show_failed(self, error: JournalError) -> None:
        """Say what went wrong; what was not kept is in the line again."""
        if unkept := self._keeper.take_back():
            self._put_back("\n".join(note.text for note in unkept), unkept[0].sign)
        super().show_failed(error)

    async def keep(self) -> JournalError | None:
        """Keep what stands in the line as a note, once: the line is empty from then on."""
        text, sign = self.field.text, self.field.sign
        self.field.load_text("")
        if text.strip():
            self._keeper.hand_over([self._note(text, sign)])
        return await asyncio.to_thread(self._keeper.keep_or_draft)

    def on_unmount(self) -> None:
        """Let go of the draft: where there still is one, Today offers it."""
        self._drafts.close()

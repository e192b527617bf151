"""The line to write in: what leaves it is kept, and what cannot be kept comes back into it."""

import asyncio
import contextlib
from dataclasses import dataclass

from textual import on
from textual.message import Message

from journal.errors import JournalError
from journal.records.record import Record, Sign
from journal.store.drafts import Draft
from screens.locking.app import LockingApp
from screens.note_line import NoteLinePlace
from screens.readable import ReadablePlace
from screens.turns import in_turn


class WritingPlace(NoteLinePlace, ReadablePlace):
    """The line for notes of an open journal."""

    @dataclass
    class Kept(Message):
        """Notes are on the disk."""

        records: list[Record]

    @dataclass
    class LeftBehind(Message):
        """Another window was writing this when it died."""

        text: str
        sign: Sign | None

    async def take(self, text: str, sign: Sign | None) -> None:
        """Keep a line that has left the field; it comes back if it cannot be kept."""
        if text.strip():
            self._keeper.hand_over([self._note(text, sign)])
            self.say("")
            await self._ask_first()
            self._keep()

    async def _ask_first(self) -> None:
        """Ask about a passphrase where this is the journal's first line, before it is saved."""
        with contextlib.suppress(JournalError):  # saving says it
            if self.journal.is_undecided and isinstance(self.app, LockingApp):
                await self.app.ask_first()

    @property
    def is_unkept(self) -> bool:
        """Whether something stands in the line."""
        return bool(self.field.text.strip())

    @in_turn
    def _keep(self) -> None:
        try:
            kept = self._keeper.keep()
            self._keeper.draft("", None)
        except JournalError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Kept(kept))

    def show_failed(self, error: JournalError) -> None:
        """Say what went wrong, and keep saying it; what was not kept is in the line again."""
        is_leaving = isinstance(self.app, LockingApp) and self.app.is_leaving
        if not is_leaving and (unkept := self._keeper.take_back()):
            self._put_back("\n".join(note.text for note in unkept), unkept[0].sign)
        super().show_failed(error)

    async def put_down(self) -> JournalError | None:
        """Keep what was handed over, and write what stands in the line down as a draft."""
        text, sign = self.field.text, self.field.sign
        try:
            await asyncio.to_thread(self._keeper.keep)
            await asyncio.to_thread(self._keeper.draft, text, sign)
        except JournalError as error:
            return error
        return None

    def take_up(self, draft: Draft) -> None:
        """Put what was being written into the line again."""
        sign = draft.more.get("sign")
        self.post_message(self.LeftBehind(draft.text, Sign(sign) if sign else None))

    # --- drafts

    def look_for_drafts(self) -> None:
        """Offer what another session left unkept; for a worker's thread. Raises JournalError."""
        text, sign = self._keeper.left_behind()
        if text:
            self.post_message(self.LeftBehind(text, sign))

    @on(LeftBehind)
    def offer_again(self, left: LeftBehind) -> None:
        """Put what was being written into the line again."""
        self._put_back(left.text, left.sign)
        self.say("You were writing this when the journal was closed.")

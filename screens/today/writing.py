"""The line to write in: what leaves it is kept, and what cannot be kept comes back into it."""

import asyncio
import contextlib
from dataclasses import dataclass

from textual import getters, on, work
from textual.message import Message
from textual.timer import Timer

from journal.clock import logical_day
from journal.errors import JournalError
from journal.practice.noting import new_note
from journal.records.record import Record, Sign
from journal.settings import Settings
from journal.store.drafts import Draft
from journal.store.journal import Journal
from screens.keeping import Keeper
from screens.locking.app import LockingApp
from screens.reading import ReadablePlace
from screens.widgets.field import Field

DRAFT_AFTER = 0.5
"""How long after a key the draft is written down, in seconds."""


class WritingPlace(ReadablePlace):
    """A place with a line for notes, the field `#field`."""

    field = getters.query_one("#field", Field)

    @dataclass
    class Kept(Message):
        """Notes are on the disk."""

        records: list[Record]

    @dataclass
    class LeftBehind(Message):
        """Another window was writing this when it died."""

        text: str
        sign: Sign | None

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self._keeper = Keeper(journal, "today")
        self._draft_timer: Timer | None = None

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

    @work(thread=True, group="keep")
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

    def _put_back(self, text: str, sign: Sign | None) -> None:
        """Put a text in front of what is being written."""
        self.field.sign = self.field.sign or sign
        self.field.load_text(f"{text}\n{self.field.text}".rstrip("\n"))
        self.field.move_cursor(self.field.document.end)

    async def keep(self) -> JournalError | None:
        """Keep what stands in the line as a note."""
        if self.field.text.strip():
            self._keeper.hand_over([self._note(self.field.text, self.field.sign)])
        return await asyncio.to_thread(self._keeper.keep_or_draft)

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

    def _note(self, text: str, sign: Sign | None) -> Record:
        clock = self.journal.clock
        now = clock.now()
        return new_note(text, now, clock.zone, logical_day(now, self.settings.day_ends), sign=sign)

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

    @on(Field.Changed)
    def plan_draft(self) -> None:
        """Write the draft down soon."""
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_AFTER, self._begin_draft)

    def _begin_draft(self) -> None:
        self._draft_timer = None
        self._draft(self.field.text, self.field.sign)

    @work(thread=True, group="draft")
    def _draft(self, text: str, sign: str | None) -> None:
        try:
            self._keeper.draft(text, sign)
        except JournalError as error:
            self.post_message(self.Failed(error))

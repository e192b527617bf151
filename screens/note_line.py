"""A place with a line for notes: what stands in it outlives the app, whatever happens."""

import asyncio

from textual import getters, on, work
from textual.timer import Timer

from journal.clock import logical_day
from journal.errors import JournalError
from journal.practice.noting import new_note
from journal.records.record import Record, Sign
from journal.settings import Settings
from journal.store.drafts import Drafts
from journal.store.journal import Journal
from screens.keeping import Keeper
from screens.place import Place
from screens.widgets.field import Field

DRAFT_AFTER = 0.5
"""How long after a key the draft is written down, in seconds."""


class NoteLinePlace(Place):
    """A place with a line for notes, the field `#field`.

    drafts  where what is being written is written down, if not in the journal's own
    """

    field = getters.query_one("#field", Field)

    def __init__(self, journal: Journal, settings: Settings, drafts: Drafts | None = None) -> None:
        super().__init__(journal, settings)
        self._keeper = Keeper(journal, "today", drafts or journal.drafts)
        self._draft_timer: Timer | None = None

    def _note(self, text: str, sign: Sign | None) -> Record:
        clock = self.journal.clock
        now = clock.now()
        return new_note(text, now, clock.zone, logical_day(now, self.settings.day_ends), sign=sign)

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

    @on(Field.Changed, "#field")
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

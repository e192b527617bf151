"""How a look back is held on to: draft, save, and the ways of leaving it."""

import asyncio
from dataclasses import dataclass
from itertools import count

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from journal.errors import JournalError
from journal.practice.look_back.gather import QUIET, quiet_line
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from screens.look_back.keeping import Keeping, State
from screens.look_back.sitting import Sitting
from screens.look_back.view import Pages
from screens.widgets.field import Field, settled

DRAFT_AFTER = 0.5
"""How long after a key the draft is written down, in seconds."""


class HeldPages(Pages):
    """The pages of a look back, of which nothing that was written is lost.

    sitting  the look back being held; None while the start page is shown
    """

    @dataclass
    class Kept(Message):
        """The look back is on the disk; `quiet` says whether to show the one quiet line."""

        quiet: bool

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self.sitting: Sitting | None = None
        self.keeping = Keeping(journal)
        self._numbers = count(1)
        self._stored: dict[str, str] = {}
        self._draft_timer: Timer | None = None

    def hold(self, sitting: Sitting, kept: Record | None = None) -> None:
        """Hold this look back from now on; `kept` is it as the journal has it, if it does."""
        self.sitting = sitting
        self.keeping = Keeping(self.journal, kept)
        self._stored = dict(sitting.given)

    def collect(self) -> None:
        """Take what stands in the fields, and where the cursor is."""
        if self.sitting is None:
            return
        fields = [slot.field for slot in self.slots]
        for question, field in zip(self.sitting.shown.questions, fields, strict=False):
            self.sitting.write(question, field.text)
        if self.is_writing:
            self.sitting.field = next(n for n, each in enumerate(fields) if each is self.focused)

    def state(self, sitting: Sitting, *, done: bool = False) -> State:
        """Return what is to be kept, as `done` or as something to go on with."""
        self._stored = dict(sitting.given)
        prompt = sitting.question.prompt if sitting.question else ""
        return State(next(self._numbers), sitting.as_record(done=done), prompt)

    # --- draft

    @on(Field.Changed)
    def plan_draft(self) -> None:
        """Write the draft down soon."""
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_AFTER, self._begin_draft)

    def _begin_draft(self) -> None:
        self._draft_timer = None
        self.collect()
        self.draft()

    def draft(self) -> None:
        """Write down what is new since it was last kept or written down."""
        if self.sitting and self.sitting.given != self._stored:
            self._draft(self.state(self.sitting))

    @work(thread=True, group="draft")
    def _draft(self, state: State) -> None:
        try:
            self.keeping.draft(state)
        except JournalError as error:
            self.post_message(self.Failed(error))

    # --- save

    @work(thread=True, group="keep")
    def keep_done(self, state: State, closes: list[Record]) -> None:
        """Save it as done; `closes` are the earlier look backs."""
        try:
            kept = self.keeping.save(state)
        except JournalError as error:
            self.post_message(self.Failed(error))
        else:
            others = [close for close in closes if close.id != kept.id]
            self.post_message(self.Kept(quiet_line([*others, kept], kept.day)))

    @on(Kept)
    def show_kept(self, kept: Kept) -> None:
        """Say once that it was kept."""
        self.query_one(".place--day", Static).update("kept" if self.kind == "end" else "")
        self.rest(QUIET if kept.quiet else "")

    async def saved(self) -> bool:
        """Save it as it stands, and return whether that went well; if not, it is said."""
        await settled(self.focused)
        self.collect()
        if self.sitting is None:
            return True
        state = self.state(self.sitting, done=self.kind == "end")
        try:
            await asyncio.to_thread(self._keep_or_forget, state)
        except JournalError as error:
            self.show_failed(error)
            return False
        return True

    def _keep_or_forget(self, state: State) -> None:
        """Save; but what is interrupted without a word written leaves no mark."""
        if self.kind == "end":
            self.keeping.finish(state, self.when())
        elif state.record.text:
            self.keeping.save(state)
        else:
            self.keeping.draft(state)

    async def keep(self) -> JournalError | None:
        """Keep it for later, because the app is about to end."""
        self.collect()
        sitting = self.sitting
        done = self.kind == "end"
        if sitting is None or not (done or sitting.has_words):
            return None
        state = self.state(sitting, done=done)
        when = self.when() if done else None
        return await asyncio.to_thread(self.keeping.save_or_draft, state, when)

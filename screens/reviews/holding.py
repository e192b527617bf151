"""How a longer look back is held on to: half a second after a key it is a draft, then a record."""

import asyncio
from collections.abc import Callable
from itertools import count

from textual import on, work
from textual.timer import Timer

from journal.errors import JournalError
from journal.practice.longer import reviews
from journal.practice.look_back.prompts import Prompt
from journal.practice.look_back.resuming import LONG, drafted, not_kept_yet
from journal.practice.making import own_of
from journal.records.record import Record
from journal.records.review import Review
from journal.settings import Settings
from journal.store.journal import Journal
from screens.look_back.holding import DRAFT_AFTER
from screens.look_back.keeping import Keeping, State
from screens.look_back.parts import Slot
from screens.readable import ReadablePlace
from screens.reviews.pages import Begun, Page
from screens.widgets.field import Field


class HeldReview(ReadablePlace):
    """A longer look back of which nothing that was written is lost."""

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self._begun: Begun | None = None
        self._record: Record | None = None
        self._given: dict[str, str] = {}
        self._page = 0
        self._keeping = _keeping(journal)
        self._numbers = count(1)
        self._timer: Timer | None = None

    @property
    def slots(self) -> list[Slot]:
        """The fields, each with its question."""
        return list(self.query(Slot))

    @property
    def shown(self) -> Page | None:
        """The page that is shown."""
        return self._begun.pages[self._page] if self._begun else None

    def hold(self, begun: Begun) -> None:
        """Hold this look back from now on."""
        self._begun, self._record = begun, begun.record
        self._keeping = _keeping(self.journal, begun.record if begun.record.id else None)

    # --- answers

    def collect(self, *, goes_on: bool = False) -> None:
        """Take what stands in the fields.

        goes_on  whether an empty one is skipped; otherwise it is still to be answered
        """
        begun, record, page = self._begun, self._record, self.shown
        if begun is None or record is None or page is None or page.is_apart:
            return
        left = () if goes_on else own_of(record, Review).left
        given = {
            prompt.key: text
            for prompt, text in self._in_fields(page)
            if text.strip() or prompt.key not in left
        }
        self._given |= given
        self._record = reviews.answered(record, begun.asking, given)

    def _in_fields(self, page: Page) -> list[tuple[Prompt, str]]:
        return [
            (prompt, slot.field.text) for prompt, slot in zip(page.asking, self.slots, strict=False)
        ]

    # --- keeping

    def _to_keep(self, *, done: bool = False) -> State | None:
        """Return what is to be kept; None where nothing was ever written."""
        record = self._record
        if record is None:
            return None
        own = own_of(record, Review)
        if not (record.id or own.answers or own.snapshot or own.pulse):
            return None
        return State(next(self._numbers), reviews.enough(record) if done else record)

    @on(Field.Changed)
    def plan_draft(self) -> None:
        """Write the draft down soon."""
        if self._timer is None:
            self._timer = self.set_timer(DRAFT_AFTER, self._begin_draft)

    def _begin_draft(self) -> None:
        self._timer = None
        self.collect()
        self._draft(self._to_keep())

    @work(thread=True, group="draft")
    def _draft(self, state: State | None) -> None:
        self._try(lambda: self._keeping.draft(state) if state else self._keeping.forget())

    def keep_now(self) -> None:
        """Keep what is there, to go on with."""
        if state := self._to_keep():
            self._keep(state)

    @work(thread=True, group="keep")
    def _keep(self, state: State) -> None:
        self._try(lambda: self._keeping.save(state))

    def _try(self, step: Callable[[], object]) -> None:
        try:
            step()
        except JournalError as error:
            self.post_message(self.Failed(error))

    async def leave(self, *, done: bool) -> None:
        """Save, and go back to where it was opened; what cannot be saved stays on the screen."""
        state = self._to_keep(done=done)
        try:
            if state:
                await asyncio.to_thread(self._keeping.save, state)
            else:
                await asyncio.to_thread(self._keeping.forget)
        except JournalError as error:
            self.show_failed(error)
        else:
            self.dismiss(None)

    async def keep(self) -> JournalError | None:
        """Keep it for later, because the app is about to end."""
        self.collect()
        state = self._to_keep()
        return await asyncio.to_thread(self._keeping.save_or_draft, state) if state else None


def _keeping(journal: Journal, kept: Record | None = None) -> Keeping:
    return Keeping(journal, kept, op="review", place=LONG)


def put_in_drafts(journal: Journal, records: list[Record]) -> list[Record]:
    """Put what other windows were writing when they died into the journal, for later.

    records  those of the journal; returned with what was put in. Raises JournalError.
    """
    for draft in journal.drafts.left_behind():
        if draft.place != LONG:
            continue
        found = drafted(draft.more)
        if found is not None and (new := not_kept_yet(found, _of_its_kind(records))):
            [kept] = journal.save(new, op="review")
            records = [*(each for each in records if each.id != kept.id), kept]
        journal.drafts.drop(draft.session, LONG)
    return records


def _of_its_kind(records: list[Record]) -> list[Record]:
    return [each for each in records if each.kind == "review"]

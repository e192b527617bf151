"""The place Coach: who gets pages, how it stands with each page, and what was answered."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from journal.practice.deeds.around import records_around
from journal.practice.deeds.deed import Deed
from journal.practice.making import own_of
from journal.practice.telling.card_parts import card as card_of
from journal.practice.telling.card_shapes import Card, Section
from journal.records.coach import Coach as CoachCard
from journal.records.feedback import Feedback
from journal.records.record import Record
from journal.settings import Settings
from journal.sharing import card_deeds, desk, drafting
from journal.sharing.ledger import OVER
from journal.sharing.overview import UNREAD, overview
from journal.sharing.told import coach_card, page_card
from journal.store.journal import Journal
from screens.coach.agreed import AgreedPlace
from screens.coach.answering import AnsweringPlace, is_answer
from screens.coach.beginning import BeginningPlace
from screens.keys import Command, bindings
from screens.loop.begun import BegunBoard
from screens.loop.board import Shown

EMPTY = """\
A coach gets a page of passages that you choose one by one, and nothing else.
You read every byte before it leaves, and you can take it back.

There is no coach yet."""

CARD_CAN = ("open", "move", "edit", "trash", "history")
PAGE_CAN = ("open", "move", "withdraw", "history")
"""What can be done with a coach's card, and with a page; neither has a sign, tags or a text."""

ON_RECORDS_APART = {"coach": CARD_CAN, "excerpt": PAGE_CAN}


class Coach(BegunBoard, AnsweringPlace, AgreedPlace, BeginningPlace):
    """Coaches with their pages and answers, and the card of what is marked."""

    CSS_PATH: ClassVar[str] = "../loop/loop.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("withdraw")]
    place = "coach"
    empty = EMPTY
    beginnings = (("card", "Write a coach's card"),)
    about = "Coach: a page of passages that you choose, for somebody you trust, and the answer."
    called: ClassVar[dict[str, str]] = {"history": "what was agreed"}
    offers: ClassVar[tuple[str, ...]] = (
        *("open", "add", "move", "edit", "withdraw", "more", "help", "history", "undo", "find"),
        *("star", "not_now"),
    )

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self._cards: dict[str, Card] = {}

    def compose(self) -> ComposeResult:
        """Lay out the list and the card; or what this will hold."""
        yield from self.header()
        yield from self.beginning()
        yield from self.columns()
        yield from self.bottom()

    # --- what is shown

    def look(self) -> Shown:
        """Return coaches, pages and answers; in a thread."""
        today = self.today()
        groups = overview(self.journal, today)
        records = [row.record for group in groups for row in group.rows if row.record]
        over: set[str] = set()
        self._cards = {record.id: card for record in records if (card := self._card(record, over))}
        self.over = frozenset(over)
        return Shown(groups, around=records_around(self.journal))

    def _card(self, record: Record, over: set[str]) -> Card | None:
        """Return what there is to read of a record; a page that is over is put into `over`."""
        if isinstance(record.own, CoachCard):
            return coach_card(record.own)
        if record.kind == "excerpt":
            ready = desk.ready(self.journal, record, self.today())
            over |= {record.id} if ready.state in OVER else set()
            return page_card(ready, desk.events(self.journal, ready.excerpt.coach), self.today())
        if not own_of(record, Feedback).read:
            return Card(UNREAD, "enter reads it", (Section("", ()),))
        return None

    def card_shown(self, record: Record) -> Card | None:
        """Return the card of the marked row."""
        found = self._cards.get(record.id)
        return found or card_of(record, self.shown.around, self.today())

    def _moves(self, record: Record) -> Sequence[Deed]:
        return super()._moves(record) if is_answer(record) and own_of(record, Feedback).read else ()

    def on_screen_resume(self) -> None:
        """Look again: a page may have been begun, which changes nothing in the journal."""
        super().on_screen_resume()
        self.read()

    # --- what can be done

    def can(self, command: Command) -> bool:
        """Allow on cards and pages what is meant for them."""
        record = self.highlighted()
        if command.record and record is not None and record.kind in ON_RECORDS_APART:
            if command.id not in ON_RECORDS_APART[record.kind]:
                return False
            return command.id != "withdraw" or super().can(command)
        return super().can(command)

    def action_open(self) -> None:
        """Go on with a page for the marked coach, read a page, or an answer."""
        record = self.groups.record
        if record is None:
            self.groups.action_select()
        elif record.kind == "coach":
            self.begin_page(record)
        elif record.kind == "excerpt":
            self._read_page(record)
        else:
            self.read_answer(record)

    def _read_page(self, page: Record) -> None:
        from screens.coach.making import Making
        from screens.coach.reading import ReadPlace

        card = desk.coach_of(self.journal, page)
        making = Making(card, drafting.of_page(page), page, reads=True)
        self.app.push_screen(ReadPlace(self.journal, self.settings, making))

    def deeds(self, record: Record) -> list[Deed]:
        """Return what can be done with a record; on a card, what can be changed."""
        if record.kind == "coach":
            return card_deeds.of_card(record, self.names(record.id))
        return super().deeds(record)

    async def action_edit(self) -> None:
        """Change the marked card, or the text of an answer."""
        record = self._chosen()
        if record.kind == "coach":
            await self.move_on(record)
        else:
            await super().action_edit()

    async def begin_with(self, chosen: str) -> None:  # noqa: ARG002 - there is one
        """Write a coach's card."""
        await self.begin_card()

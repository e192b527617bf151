"""The place Coach: who gets pages, how it stands with each page, and what was answered."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from journal.practice.deeds.deed import Deed
from journal.practice.making import own_of
from journal.practice.telling.card_parts import card as card_of
from journal.practice.telling.card_shapes import Card, Section
from journal.records.coach import Coach as CoachCard
from journal.records.feedback import Feedback
from journal.records.record import Record
from journal.settings import Settings
from journal.sharing import card_deeds, desk, drafting
from journal.sharing.ledger import OVER, wrong
from journal.sharing.overview import UNREAD, overview
from journal.sharing.told import coach_card, happened, page_card
from journal.store.journal import Journal
from screens.coach.answering import AnsweringPlace, is_answer
from screens.coach.taking_back import TakingBackPlace
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.tell import Tell
from screens.keys import Command, bindings
from screens.loop.board import Board, Shown
from screens.moving import read_around
from screens.widgets.choices import Choices

EMPTY = """\
A coach gets a page of passages that you choose one by one, and nothing else.
You read every byte before it leaves, and you can take it back.

There is no coach yet."""

BEGINNINGS = (("card", "Write a coach's card"),)

CARD_CAN = ("open", "move", "edit", "trash", "for_coach", "history")
PAGE_CAN = ("open", "withdraw", "history")
"""What can be done with a coach's card, and with a page; neither has a sign, tags or a text."""

ON_RECORDS_APART = {"coach": CARD_CAN, "excerpt": PAGE_CAN}


class Coach(Board, AnsweringPlace, TakingBackPlace):
    """Coaches with their pages and answers, and the card of what is marked."""

    CSS_PATH: ClassVar[str] = "../loop/loop.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("withdraw")]
    place = "coach"
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
        with Vertical(id="empty"):
            yield Static(EMPTY, markup=False)
            yield Choices(BEGINNINGS, id="begin")
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
        return Shown(groups, around=read_around(self))

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

    def show_empty(self, *, is_empty: bool) -> None:
        """Show what this place will hold, or what it holds."""
        super().show_empty(is_empty=is_empty)
        begin = self.query_one("#begin", Choices)
        if is_empty:
            self.set_focus(begin)
        elif self.focused in (begin, None):
            self.set_focus(self.groups)

    def on_screen_resume(self) -> None:
        """Look again: a page may have been begun, which changes nothing in the journal."""
        super().on_screen_resume()
        self.read()

    # --- what can be done

    def can(self, command: Command) -> bool:
        """Allow on cards and pages what is meant for them."""
        record = self.highlighted()
        if command.record and record is not None and record.kind in ON_RECORDS_APART:
            there = command.id in ON_RECORDS_APART[record.kind]
            return there and command.id != "for_coach"
        return super().can(command)

    def action_open(self) -> None:
        """Go on with a page for the marked coach, read a page, or an answer."""
        record = self.groups.record
        if record is None:
            self.groups.action_select()
        elif record.kind == "coach":
            self._begin(record)
        elif record.kind == "excerpt":
            self._read_page(record)
        else:
            self.read_answer(record)

    def _begin(self, card: Record) -> None:
        from screens.coach.choosing import ChoosePlace
        from screens.coach.making import Making

        draft = drafting.kept(self.journal, card, self.today())
        self.app.push_screen(ChoosePlace(self.journal, self.settings, Making(card, draft)))

    def _read_page(self, page: Record) -> None:
        from screens.coach.making import Making
        from screens.coach.reading import ReadPlace

        card = desk.coach_of(self.journal, page)
        making = Making(card, drafting.of_page(page), page, reads=True)
        self.app.push_screen(ReadPlace(self.journal, self.settings, making))

    async def action_new_page(self) -> None:
        """Begin a page: for whom is asked, if there are two coaches."""
        cards = {card.id: card for card in desk.coaches(self.journal)}
        if not cards:
            await self.begin_card()
        elif len(cards) == 1:
            self._begin(next(iter(cards.values())))
        else:
            choices = [Choice(id_, own_of(card, CoachCard).name) for id_, card in cards.items()]
            await self.ask(Choose("For whom?", choices), lambda id_: self._begin(cards[id_]))

    async def action_add(self) -> None:
        """Begin a page or a card, or take in an answer."""
        choices = (
            Choice("new_page", "a page for a coach"),
            Choice("take_in", "an answer from a coach"),
            Choice("card", "a coach's card"),
        )
        await self.ask(Choose("Begin", choices), lambda id_: self.call_later(self._add, id_))

    async def _add(self, chosen: str) -> None:
        if chosen == "card":
            await self.begin_card()
        else:
            await self.action_anywhere(chosen)

    async def begin_card(self) -> None:
        """Ask what a coach's card needs, and keep it."""
        deed = card_deeds.new_card(self._names())
        await self.do_one_of([deed], None, "A coach's card", deed.key)

    def _names(self, besides: str = "") -> list[str]:
        cards = desk.coaches(self.journal)
        return [own_of(card, CoachCard).name for card in cards if card.id != besides]

    def deeds(self, record: Record) -> list[Deed]:
        """Return what can be done with a record; on a card, what can be changed."""
        if record.kind == "coach":
            return card_deeds.of_card(record, self._names(record.id))
        return super().deeds(record)

    async def action_edit(self) -> None:
        """Change the marked card, or the text of an answer."""
        record = self._chosen()
        if record.kind == "coach":
            await self.move_on(record)
        else:
            await super().action_edit()

    def action_history(self) -> None:
        """See what was agreed with the marked coach, or about the marked page."""
        record = self._chosen()
        if record.kind == "feedback":
            super().action_history()
        else:
            self._tell_agreed(record)

    async def action_agreed(self) -> None:
        """See what was agreed with each coach, and when."""
        self._tell_agreed(None)

    def _tell_agreed(self, record: Record | None) -> None:
        cards = desk.coaches(self.journal)
        page = ""
        if record is not None and record.kind == "excerpt":
            cards, page = [desk.coach_of(self.journal, record)], record.id
        elif record is not None:
            cards = [record]
        said = "\n\n".join(self._agreed_with(card, page) for card in cards)
        self.app.push_screen(Tell("What was agreed, and when", said or "Nothing yet."))

    def _agreed_with(self, card: Record, page: str) -> str:
        events = desk.events(self.journal, card.id)
        name = own_of(card, CoachCard).name
        whole = wrong(events) or (["Nothing of it was changed since."] if events else [])
        lines = happened(events, page) or ["Nothing yet."]
        return "\n".join([name, *(f"  {line}" for line in [*lines, "", *whole])])

    @on(OptionList.OptionSelected, "#begin")
    async def begin_clicked(self) -> None:
        """Do the one thing there is to do on the empty place."""
        await self.begin_card()

"""What can be put on the page, as a list: chosen row by row; what is looked for only proposes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from journal.errors import JournalError
from journal.practice.finding.query import parse_typing
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.settings import Settings
from journal.sharing import desk, drafting
from journal.sharing.offering import Offer, is_chosen, offers, proposed, toggled
from journal.store.journal import Journal
from screens.coach.making import Making, StepPlace
from screens.dialogs.ask import Ask
from screens.keys import bindings
from screens.reading import Reading
from screens.safe_text import in_a_row
from screens.widgets.choices import Choices

MOST_SHOWN = 200
"""So many things to choose stand in the list; older ones are found with `/`."""

FIND = "Propose only what has: words, tag:x, sign:stuck, from:2w, last week"


class OfferingPlace(StepPlace):
    """A step with the list of all that can be put on the page.

    sought  what is looked for, as it was typed, or ""
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tick", "open", "find")]

    rows = getters.query_one("#offers", Choices)

    @dataclass
    class Offered(Message):
        """What can be chosen has been read."""

        offers: list[Offer]

    def __init__(self, journal: Journal, settings: Settings, making: Making) -> None:
        super().__init__(journal, settings, making)
        self.sought = ""
        self._all: list[Offer] = []
        self._shown: dict[str, Offer] = {}
        self._wanted: Callable[[Record], bool] | None = None

    def on_mount(self) -> None:
        """Begin to read what can be chosen."""
        super().on_mount()
        self._read()

    @work(thread=True, group="read")
    def _read(self) -> None:
        try:
            since = desk.since_last_time(self.journal, self.making.card.id)
            records = self.journal.find(Criteria())
            on_page = self.making.draft.choice.passages
            found = offers(records, {record.id for record in since}, on_page)
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Offered(found))

    @on(Offered)
    def take_offered(self, offered: Offered) -> None:
        """Show what can be chosen."""
        self._all = offered.offers
        self.show_offers()

    def show_offers(self) -> None:
        """Show what is proposed; the mark stays on its row."""
        choice, was = self.making.draft.choice, self.rows.marked
        aside = self.making.card.links
        found = proposed(self._all, choice, aside, self._wanted)
        shown = found[:MOST_SHOWN]
        shown += [each for each in found[MOST_SHOWN:] if is_chosen(each, choice)]
        self._shown = {offer.key: offer for offer in shown}
        keys = list(self._shown)
        at = keys.index(was) if was in keys else 0 if keys else None
        self.rows.show([(key, self._row(offer)) for key, offer in self._shown.items()], at)
        if self.sought and not keys:
            self.say("Nothing here has that.")

    def _row(self, offer: Offer) -> Content:
        tick = "[x]" if is_chosen(offer, self.making.draft.choice) else "[ ]"
        lead = offer.lead(self.today())
        aside = offer.record.id in self.making.card.links
        indent = "  " if offer.part and offer.record.kind == "note" else ""
        words = in_a_row(offer.words)
        beside = "   set aside" if aside else ""
        return Content.assemble(f"{tick} {lead:<6}  {indent}", words, (beside, "dim"))

    # --- keys

    def highlighted(self) -> Record | None:
        """Return the record of the marked row."""
        offer = self._offer
        return offer.record if offer else None

    @property
    def _offer(self) -> Offer | None:
        return self._shown.get(self.rows.marked) if self.focused is self.rows else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let space act only on what can be chosen."""
        if action == "tick" and self._offer is None:
            return False
        return super().check_action(action, parameters)

    def action_tick(self) -> None:
        """Choose what is marked, or take it off."""
        if offer := self._offer:
            try:
                choice = toggled(offer, self.making.draft.choice)
            except JournalError as error:
                self.show_failed(error)
                return
            self.say("")
            self.change(self.making.draft._replace(choice=choice))
            self.show_offers()

    def action_open(self) -> None:
        """Read what is marked whole."""
        if record := self.highlighted():
            self.app.push_screen(Reading(self.journal, self.settings, record))

    async def action_find(self) -> None:
        """Ask what is looked for; that only proposes."""
        await self.ask(Ask(FIND, self.sought, wrong=self._not_understood), self._find)

    def _not_understood(self, typed: str) -> str:
        try:
            parse_typing(typed, self.today(), self.settings.date_order)
        except JournalError as error:
            return f"{error.message} {error.hint}".strip()
        return ""

    def _find(self, typed: str) -> None:
        self.sought = " ".join(typed.split())
        sought = parse_typing(self.sought, self.today(), self.settings.date_order)
        self._wanted = sought.matcher() if self.sought else None
        self.show_offers()
        self.set_focus(self.rows)
        self.draw(write_down=False)

    def change(self, draft: drafting.Draft) -> None:
        """Go on with another draft; it is kept, and drawn."""
        self.making.draft = draft
        self.draw()

"""The first step: what is asked, what is on the page, and what is not for discussion."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from journal.errors import JournalError
from journal.practice.finding.query import parse_typing
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.settings import Settings
from journal.sharing import desk, drafting
from journal.sharing.offering import Offer, is_chosen, offers, proposed, toggled
from journal.sharing.preview import length_in_words
from journal.sharing.select import checked
from journal.store.journal import Journal
from screens.coach.asking import About
from screens.coach.making import Making, StepPlace
from screens.dialogs.ask import Ask
from screens.keys import bindings
from screens.reading import Reading
from screens.safe_text import in_a_row, plain
from screens.widgets.choices import Choices

NOTHING_YET = "Nothing is chosen until you choose it."
MOST_SHOWN = 200
"""So many things to choose stand in the list; older ones are found with `/`."""

LEAD = 8
FIND = "Propose only what has: words, tag:x, sign:stuck, from:2w, last week"


class ChoosePlace(StepPlace):
    """Choosing: nothing is on the page that was not chosen."""

    step = 1
    about = "Choose what your coach gets: a question, one to three passages, tries. Nothing else."
    AUTO_FOCUS: ClassVar[str] = "#offers"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tick", "open", "find", "other_part")]
    called: ClassVar[dict[str, str]] = {
        "open": "read whole",
        "choose": "change it",
        "other_part": "next part",
        "back": "back, kept",
    }
    offers = (*("tick", "choose", "open", "find", "other_part", "back", "more", "help", "undo"),)

    rows = getters.query_one("#offers", Choices)
    asks = getters.query_one("#asks", Choices)
    also = getters.query_one("#also", Choices)

    @dataclass
    class Offered(Message):
        """What can be chosen has been read."""

        offers: list[Offer]

    def __init__(self, journal: Journal, settings: Settings, making: Making) -> None:
        super().__init__(journal, settings, making)
        self.about_page = About(self)
        self._all: list[Offer] = []
        self._shown: dict[str, Offer] = {}
        self._typed = ""
        self._wanted: Callable[[Record], bool] | None = None

    def part(self) -> ComposeResult:
        """Lay out the question, what can be chosen, and what else is said."""
        yield Static(NOTHING_YET, id="nothing", classes="quiet", markup=False)
        yield Choices(id="asks", lets_go=True)
        yield Choices(id="offers", lets_go=True)
        yield Choices(id="also", lets_go=True)
        yield Static("", id="amount", markup=False)

    def on_mount(self) -> None:
        """Begin to read what can be chosen."""
        super().on_mount()
        self.show_about()
        self._read()
        self.draw(write_down=False)

    @work(thread=True, group="read")
    def _read(self) -> None:
        try:
            since = desk.since_last_time(self.journal, self.making.card.id)
            records = self.journal.find(Criteria())
            found = offers(records, {record.id for record in since})
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Offered(found))

    # --- what is shown

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
        if self._typed and not keys:
            self.say("Nothing here has that.")

    def _row(self, offer: Offer) -> Content:
        tick = "[x]" if is_chosen(offer, self.making.draft.choice) else "[ ]"
        lead = offer.lead(self.today())
        aside = offer.record.id in self.making.card.links
        indent = "  " if offer.part and offer.record.kind != "close" else ""
        words = in_a_row(offer.words)
        beside = "   set aside" if aside else ""
        return Content.assemble(f"{tick} {lead:<6}  {indent}", words, (beside, "dim"))

    def show_about(self) -> None:
        """Show what is asked, and what else is said."""
        for rows, said in (
            (self.asks, self.about_page.first()),
            (self.also, self.about_page.rest()),
        ):
            rows.show([(key, _labelled(words, now)) for key, words, now in said], rows.highlighted)

    def show_drawn(self, drawn: drafting.Drawn) -> None:
        """Say how much is chosen."""
        amount = drawn.terms.amount
        length = length_in_words(drawn.page)
        only = f"   only: {self._typed}" if self._typed else ""
        said = f"{amount}, {length}" if amount else "nothing on it yet"
        self.query_one("#amount", Static).update(plain(f"{said}{only}"))
        self.show_about()

    # --- keys

    def list_to_move(self) -> OptionList:
        """Return the part that has the keys."""
        here = self.focused if isinstance(self.focused, Choices) else self.rows
        here.begin()
        return here

    def highlighted(self) -> Record | None:
        """Return the record of the marked row."""
        offer = self._offer
        return offer.record if offer else None

    @property
    def _offer(self) -> Offer | None:
        return self._shown.get(self.rows.marked) if self.focused is self.rows else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let space act only on what can be chosen, and `enter` on every row."""
        if action == "tick" and self._offer is None:
            return False
        if action == "choose":
            return not self.is_writing and self.focused in (self.asks, self.also)
        if action == "open" and self.focused in (self.asks, self.also):
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

    def action_choose(self) -> None:
        """Change what is marked."""
        if isinstance(self.focused, Choices):
            self.focused.action_select()

    @on(OptionList.OptionSelected)
    async def take_row(self, selected: OptionList.OptionSelected) -> None:
        """Do with a click what space does, or ask what the row asks."""
        if selected.option_list is self.rows:
            self.action_tick()
        else:
            await self.about_page.ask(str(selected.option_id))

    def action_other_part(self) -> None:
        """Go to the next part: the question, what can be chosen, what else is said."""
        parts = [self.asks, self.rows, self.also]
        at = parts.index(self.focused) if self.focused in parts else 0
        self.set_focus(parts[(at + 1) % len(parts)])
        self.also.scroll_home(animate=False)  # of the last part one row is seen from elsewhere

    async def action_find(self) -> None:
        """Ask what is looked for; that only proposes."""
        await self.ask(Ask(FIND, self._typed, wrong=self._not_understood), self._find)

    def _not_understood(self, typed: str) -> str:
        try:
            parse_typing(typed, self.today(), self.settings.date_order)
        except JournalError as error:
            return f"{error.message} {error.hint}".strip()
        return ""

    def _find(self, typed: str) -> None:
        self._typed = " ".join(typed.split())
        sought = parse_typing(self._typed, self.today(), self.settings.date_order)
        self._wanted = sought.matcher() if self._typed else None
        self.show_offers()
        self.set_focus(self.rows)
        self.draw(write_down=False)

    def change(self, draft: drafting.Draft) -> None:
        """Go on with another draft; it is kept, and drawn."""
        self.making.draft = draft
        self.show_about()
        self.draw()

    def action_go_on(self) -> None:
        """Go to the next step, if a page can be made of what was chosen."""
        from screens.coach.hiding import HidePlace

        choice = self.making.draft.choice
        try:
            checked(choice, desk.chosen_records(self.journal, choice))
        except JournalError as error:
            self.say(error.message)
            return
        self.go_to(HidePlace)


def _labelled(words: str, now: str) -> Content:
    if not now:
        return Content(words)
    return Content.assemble((f"{words:20}", "dim"), in_a_row(now))

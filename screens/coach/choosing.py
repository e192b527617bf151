"""The first step: what is asked, what is on the page, and what is not for discussion."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from journal.errors import JournalError
from journal.settings import Settings
from journal.sharing import desk, drafting
from journal.sharing.preview import length_in_words
from journal.sharing.select import checked
from journal.store.journal import Journal
from screens.coach.asking import About
from screens.coach.making import Making
from screens.coach.offered import OfferingPlace
from screens.keys import bindings
from screens.safe_text import in_a_row, plain
from screens.widgets.choices import Choices

GO_ON = (("go_on", "Go on: hide names"),)
NOTHING_YET = "Nothing is chosen until you choose it."


class ChoosePlace(OfferingPlace):
    """Choosing: nothing is on the page that was not chosen."""

    step = 1
    about = "Choose what your coach gets: a question, one to three passages, tries. Nothing else."
    AUTO_FOCUS: ClassVar[str] = "#offers"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("other_part")]
    called: ClassVar[dict[str, str]] = {
        "open": "read whole",
        "choose": "change it",
        "other_part": "next part",
        "back": "back, kept",
    }
    offers = (*("tick", "choose", "open", "find", "other_part", "back", "more", "help", "undo"),)

    asks = getters.query_one("#asks", Choices)
    also = getters.query_one("#also", Choices)
    go = getters.query_one("#go", Choices)

    def __init__(self, journal: Journal, settings: Settings, making: Making) -> None:
        super().__init__(journal, settings, making)
        self.about_page = About(self)

    def part(self) -> ComposeResult:
        """Lay out the question, what can be chosen, and what else is said."""
        yield Static(NOTHING_YET, id="nothing", classes="quiet", markup=False)
        yield Choices(id="asks", lets_go=True)
        yield Choices(id="offers", lets_go=True)
        yield Choices(id="also", lets_go=True)
        yield Static("", id="amount", markup=False)
        yield Choices(GO_ON, id="go", lets_go=True)

    def on_mount(self) -> None:
        """Show what was said before, and begin to draw the page."""
        super().on_mount()
        self.show_about()
        self.draw(write_down=False)

    # --- what is shown

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
        only = f"   only: {self.sought}" if self.sought else ""
        said = f"{amount}, {length}" if amount else "nothing on it yet"
        self.query_one("#amount", Static).update(plain(f"{said}{only}"))
        self.show_about()

    # --- keys

    def list_to_move(self) -> OptionList:
        """Return the part that has the keys."""
        here = self.focused if isinstance(self.focused, Choices) else self.rows
        here.begin()
        return here

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let `enter` read what can be chosen, and change every other row."""
        if action in ("choose", "open"):
            asked = self.focused in (self.asks, self.also, self.go)
            return not self.is_writing and asked is (action == "choose")
        return super().check_action(action, parameters)

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
        """Go to the next part: the question, what can be chosen, what else is said, going on."""
        parts = [self.asks, self.rows, self.also, self.go]
        at = parts.index(self.focused) if self.focused in parts else 0
        self.set_focus(parts[(at + 1) % len(parts)])
        self.also.scroll_home(animate=False)  # of the last part one row is seen from elsewhere

    def change(self, draft: drafting.Draft) -> None:
        """Go on with another draft, and show what it says."""
        super().change(draft)
        self.show_about()

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

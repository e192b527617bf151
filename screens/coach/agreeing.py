"""The fourth step: agreeing, by typing the coach's name; then there is one file."""

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from journal.errors import JournalError
from journal.paths import typed_path
from journal.settings import Settings
from journal.sharing import desk, told
from journal.sharing.agreeing import Yes
from journal.sharing.project import day_in_words
from journal.store.journal import Journal
from screens.coach.asking import last_day_of
from screens.coach.giving_it import GivingPlace
from screens.coach.making import Making
from screens.coach.questions import ask_last_day, could_say_no
from screens.coach.where import folder_for, in_sample, short
from screens.dialogs.ask import Ask
from screens.keys import bindings
from screens.safe_text import plain
from screens.widgets.choices import Choices
from screens.widgets.field import Field, FieldLine

FREE, FOLDER, PERIOD = "free", "folder", "period"
SAID = {None: "not said yet", True: "yes", False: "no"}


class AgreePlace(GivingPlace):
    """Agreeing: what is agreed to, for how long, and whether no could be said."""

    step = 4
    about = "Agree, by typing your coach's name; only then is there a file. esc leaves none."
    AUTO_FOCUS: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choose", "other_part")]
    called: ClassVar[dict[str, str]] = {
        "choose": "change it",
        "other_part": "type the name",
        "back": "back, no file",
    }
    offers = ("choose", "other_part", "back", "more", "help")
    writing = "writing   enter agrees   tab leaves the line   esc leaves it, no file"

    rows = getters.query_one("#rows", Choices)
    field = getters.query_one(Field)

    def __init__(self, journal: Journal, settings: Settings, making: Making) -> None:
        super().__init__(journal, settings, making)
        self._folder: Path | None = None
        self._free: bool | None = None

    def part(self) -> ComposeResult:
        """Lay out what is agreed to, what can be changed, and the line for the name."""
        with VerticalScroll(id="sentences", can_focus=False):
            yield Static("", id="agree", markup=False)
        yield Choices(id="rows", lets_go=True)
        with Horizontal(id="yes"):
            yield Static(plain(f"To agree, type {self.making.name}"), id="ask", markup=False)
            yield FieldLine(Field(take=self._typed, leave_to="#rows", id="name"))

    def on_mount(self) -> None:
        """Show what is agreed to."""
        super().on_mount()
        self._folder = folder_for(self.app, self.journal)
        try:
            ready = desk.ready(self.journal, self.page, self.today())
        except JournalError as error:
            self.show_failed(error)
            return
        self.ready = ready
        self.show_sheet(told.sheet(ready.page, ready.terms))
        self.call_after_refresh(self._show_sentences)
        self._show_rows()
        self.set_focus(self.rows if ready.asks_free else self.field)

    def on_resize(self) -> None:
        """Write the sentences in another width."""
        super().on_resize()
        self.call_after_refresh(self._show_sentences)

    def _show_sentences(self) -> None:
        sentences = self.ready.agree if self.ready else ()
        width = self.query_one("#sentences").scrollable_content_region.width
        lines = [_hanging(plain(sentence), max(width, 20)) for sentence in sentences]
        self.query_one("#agree", Static).update(Content("\n").join(lines))

    def _show_rows(self) -> None:
        ready = self.ready
        if ready is None:
            return
        until = ready.excerpt.until
        day = day_in_words(until, self.today()) if until else ""
        rows = [(PERIOD, "They may keep it", f"until {day}")]
        if ready.asks_free:
            rows.insert(0, (FREE, "Could you freely say no?", SAID[self._free]))
        if not in_sample(self.app) and self._folder is not None:
            rows.append((FOLDER, "The file is put into", short(self._folder)))
        labelled = [
            (id_, Content.assemble((f"{words:26}", "dim"), plain(now))) for id_, words, now in rows
        ]
        self.rows.show(labelled, self.rows.highlighted)

    # --- keys

    def list_to_move(self) -> OptionList:
        """Return the rows, one of them marked."""
        self.rows.begin()
        return self.rows

    def action_first(self) -> None:
        """Go to the beginning, of the sentences too."""
        self.query_one("#sentences").scroll_home(animate=False)
        super().action_first()

    def action_last(self) -> None:
        """Go to the end, of the sentences too."""
        self.query_one("#sentences").scroll_end(animate=False)
        super().action_last()

    def action_other_part(self) -> None:
        """Go and type the name."""
        self.set_focus(self.field)

    def action_choose(self) -> None:
        """Change what is marked."""
        self.rows.action_select()

    @on(OptionList.OptionSelected, "#rows")
    async def take_row(self, selected: OptionList.OptionSelected) -> None:
        """Ask what the row asks."""
        asks = {FREE: self._ask_free, FOLDER: self._ask_folder, PERIOD: self._ask_period}
        await asks[str(selected.option_id)]()

    async def _ask_free(self) -> None:
        if self.ready is not None:
            await self.ask(could_say_no(self.ready), self._take_free)

    def _take_free(self, said: str) -> None:
        self._free = said == "yes"
        if self._free:
            self._show_rows()
            self.set_focus(self.field)
        else:
            self.refuse()

    async def _ask_folder(self) -> None:
        dialog = Ask("Into which folder?", str(self._folder), wrong=_no_folder)
        await self.ask(dialog, self._take_folder)

    def _take_folder(self, typed: str) -> None:
        self._folder = typed_path(typed.strip())
        self._show_rows()

    async def _ask_period(self) -> None:
        await ask_last_day(self, last_day_of(self), self._take_last_day)

    def _take_last_day(self, day: date) -> None:
        self.making.draft = self.making.draft._replace(until=day)
        self.making.reads = False  # the day stands on the page: it is another page from now on
        self.action_back()

    def action_back(self) -> None:
        """Go back to reading it."""
        from screens.coach.reading import ReadPlace

        self.making.page = None
        self.go_to(ReadPlace)

    # --- giving

    def _typed(self, text: str, _sign: object) -> None:
        ready = self.ready
        if ready is None:
            return
        if ready.asks_free and self._free is None:
            self.set_focus(self.rows)
            self.say("First: could you freely say no?")
        elif not text.strip():
            self.say("Nothing was typed, and nothing has left.")
        else:
            self.give(Yes(text, self._free), self._folder or Path.home())


def _no_folder(typed: str) -> str:
    path = typed_path(typed.strip())
    return "" if path.is_dir() else "There is no such folder."


def _hanging(sentence: Content, width: int) -> Content:
    first, *others = sentence.wrap(width - 2)
    return Content("\n").join([first, *(line.pad_left(2) for line in others)])

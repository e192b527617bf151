"""The fourth step: agreeing, by typing the coach's name; then there is one file."""

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from journal.errors import JournalError
from journal.records.record import Record
from journal.settings import Settings
from journal.sharing import aside, desk, drafting, giving, told
from journal.sharing.preview import file_name
from journal.sharing.project import day_in_words
from journal.store.journal import Journal
from screens.coach.asking import ask_last_day
from screens.coach.making import Making, StepPlace
from screens.coach.where import folder_for, in_sample, short
from screens.dialogs.ask import Ask
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.tell import Tell
from screens.keys import bindings
from screens.safe_text import plain
from screens.widgets.choices import Choices
from screens.widgets.field import Field, FieldLine

FREE, FOLDER, PERIOD = "free", "folder", "period"
SAID = {None: "not said yet", True: "yes", False: "no"}


class AgreePlace(StepPlace):
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
        self._ready: desk.Ready | None = None

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
            ready = desk.ready(self.journal, self._page, self.today())
        except JournalError as error:
            self.show_failed(error)
            return
        self._ready = ready
        self.show_sheet(told.sheet(ready.page, ready.terms))
        self.call_after_refresh(self._show_sentences)
        self._show_rows()
        self.set_focus(self.rows if ready.asks_free else self.field)

    @property
    def _page(self) -> Record:
        page = self.making.page
        if page is None:
            raise LookupError("agreeing without a page")
        return page

    def on_resize(self) -> None:
        """Write the sentences in another width."""
        super().on_resize()
        self.call_after_refresh(self._show_sentences)

    def _show_sentences(self) -> None:
        sentences = self._ready.agree if self._ready else ()
        width = self.query_one("#sentences").scrollable_content_region.width
        lines = [_hanging(plain(sentence), max(width, 20)) for sentence in sentences]
        self.query_one("#agree", Static).update(Content("\n").join(lines))

    def _show_rows(self) -> None:
        ready = self._ready
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
        role = self._ready.coach.role if self._ready else ""
        title = f"{self.making.name} is your {role}. Could you freely say no?"
        choices = [Choice("yes", "yes, I could say no"), Choice("no", "no, I could not")]
        await self.ask(Choose(title, choices), self._take_free)

    def _take_free(self, said: str) -> None:
        self._free = said == "yes"
        if self._free:
            self._show_rows()
            self.set_focus(self.field)
        else:
            self._refuse()

    @work(thread=True, group="keep")
    def _refuse(self) -> None:
        try:
            giving.refuse(self.journal, self._page, self.when(), free=False)
            if not self.making.reads:
                draft = self.making.draft._replace(page="")
                drafting.write_down(self.journal, self.making.card, draft)
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        said = (
            "Then it is no consent, and the page is not given. Nothing has left.\n\n"
            "You could show it to somebody to whom you can say no. What you chose is kept."
        )
        self.app.call_from_thread(self._end, "Not given", said)

    async def _ask_folder(self) -> None:
        dialog = Ask("Into which folder?", str(self._folder), wrong=_no_folder)
        await self.ask(dialog, self._take_folder)

    def _take_folder(self, typed: str) -> None:
        self._folder = Path(typed.strip()).expanduser()
        self._show_rows()

    async def _ask_period(self) -> None:
        await ask_last_day(self, self._take_last_day)

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
        ready = self._ready
        if ready is None:
            return
        if ready.asks_free and self._free is None:
            self.set_focus(self.rows)
            self.say("First: could you freely say no?")
        elif not text.strip():
            self.say("Nothing was typed, and nothing has left.")
        else:
            self._give(giving.Yes(text, self._free))

    @work(thread=True, group="keep")
    def _give(self, yes: giving.Yes) -> None:
        making, journal = self.making, self.journal
        folder = self._folder or Path.home()
        try:
            path = giving.give(journal, self._page, yes, folder, self.when())
            if not making.reads:
                drafting.forget(journal, making.card)
            card = journal.get(making.card.id)
            rest = aside.without(card, aside.on_page(making.draft.choice))
            if rest != card:
                journal.save(rest, op="edit")
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        self.app.call_from_thread(self._end, "Given", self._how_to_send(path))

    def _how_to_send(self, path: Path) -> str:
        ready = self._ready
        if ready is None:
            return str(path)
        coach, excerpt = ready.coach, ready.excerpt
        where = f" to {coach.contact}" if coach.contact else ""
        opens = "Only they can open it, with age." if coach.key else "Any browser opens it."
        until = day_in_words(excerpt.until, self.today()) if excerpt.until else ""
        size = path.stat().st_size
        return (
            f"One file, {size} bytes:\n\n  {path}\n\n"
            f"The journal sends nothing. Attach {file_name(excerpt)} to a message{where}, or hand "
            f"it over. {opens}\n\n"
            f"What {coach.name} answers, in any words, comes in with a and “an answer”. They may "
            f"keep it until {until}; w takes it back."
        )

    def _end(self, title: str, text: str) -> None:
        """Leave the four steps, and say how it ended."""
        app = self.app
        self.dismiss(None)
        app.push_screen(Tell(title, text))


def _no_folder(typed: str) -> str:
    path = Path(typed.strip()).expanduser()
    return "" if path.is_dir() else "There is no such folder."


def _hanging(sentence: Content, width: int) -> Content:
    first, *others = sentence.wrap(width - 2)
    return Content("\n").join([first, *(line.pad_left(2) for line in others)])

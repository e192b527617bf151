"""The screen of a longer look back: section by section, every question skippable."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from journal.errors import JournalError
from journal.practice.deeds.deed import Deed, Wanted
from journal.practice.longer import reviews
from journal.practice.longer.parts import Line
from journal.practice.longer.quarter import MARKS, aspect
from journal.practice.look_back.prompts import Prompt
from journal.practice.making import own_of
from journal.prompt_files import load_packs
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.records.review import Review
from journal.settings import Settings
from journal.store.journal import Journal
from screens.dialogs.steps import Done, Steps
from screens.keys import bindings
from screens.look_back.commands import OwnKeys, own_bindings
from screens.look_back.parts import Slot
from screens.reading import Reading
from screens.reviews.holding import HeldReview, put_in_drafts
from screens.reviews.pages import AT_ONCE, SPANS, Begun, Page, begun, record_of, rows_of, title
from screens.safe_text import in_a_row, plain
from screens.widgets.choices import Choices
from screens.widgets.field import settled

GO_ON, SETTINGS = "go on", "settings"
WRITING = """\
enter next, or skip if empty  {step_back} back  ctrl+n new line
{enough} enough for today       {for_later} keep for later"""
LOOKING = """\
enter open, or go on   {move} move on   {step_back} back   {help} help
{enough} enough for today            {for_later} keep for later"""
APART = """\
enter answer, or go on   {step_back} back   {help} help
{enough} enough for today   {for_later} keep for later"""


class ReviewScreen(OwnKeys, HeldReview):
    """A longer look back; what is answered is kept page by page, and can be gone on with."""

    CSS_PATH: ClassVar[str] = "reviews.tcss"
    AUTO_FOCUS: ClassVar[str] = ""
    passing = True
    own = ("step_back", "enough", "for_later")
    about = "A longer look back: read again, see what is open, choose one thing. Skipping is fine."
    why = "Some things only repeat, and only a longer look can see that."
    BINDINGS: ClassVar[list[BindingType]] = [
        *own_bindings("step_back", "enough", "for_later"),
        *bindings("down", "up", "first", "last", "move", "more", "all", "help", "settings", "quit"),
    ]

    rows = getters.query_one("#rows", Choices)

    @dataclass
    class Found(Message):
        """What there is to look back on has been read."""

        begun: Begun

    def __init__(self, journal: Journal, settings: Settings, name: str) -> None:
        super().__init__(journal, settings)
        self._span = SPANS[name]

    def compose(self) -> ComposeResult:
        """Lay out everything that any page needs."""
        with Horizontal(id="place"):
            yield Static("", classes="place--name", markup=False)
            yield Static("", classes="place--day", markup=False)
        yield from self.sample_line()
        with VerticalScroll(id="pages", can_focus=False):
            yield Static("", id="section", classes="heading", markup=False)
            yield Choices(id="rows")
            yield Static("", id="asks", classes="quiet", markup=False)
            for number in range(AT_ONCE):
                yield Slot(partial(self._answered, number))
        yield from self.bottom(Static("", classes="rule", markup=False))

    def on_mount(self) -> None:
        """Begin to read."""
        for slot in self.slots:
            slot.rest()
        self._read()

    # --- reading

    @work(thread=True, group="read")
    def _read(self) -> None:
        try:
            records = put_in_drafts(self.journal, self.journal.find(Criteria()))
            packs, _ = load_packs(self.journal.places.packs)
            found = begun(self._span, records, packs, self.settings.language, self.when())
            self.post_message(self.Found(found))
        except JournalError as error:
            self.post_message(self.Failed(error))

    @on(Found)
    def show_found(self, found: Found) -> None:
        """Show the first page, or where it was interrupted."""
        self.hold(found.begun)
        own = own_of(found.begun.record, Review)
        self._given = {answer.prompt: answer.text for answer in own.answers}
        if found.begun.record.id:
            waits = (n for n, page in enumerate(found.begun.pages) if _is_left(page, own))
            self._page = next(waits, 0)
        self._show()

    # --- what is shown

    def _show(self) -> None:
        begun_, record, page = self._begun, self._record, self.shown
        if begun_ is None or record is None or page is None:
            return
        own = own_of(record, Review)
        name = title(self._span, own.first)
        self.query_one(".place--name", Static).update(name)
        number = f"{self._page + 1} of {len(begun_.pages)}" if len(begun_.pages) > 1 else ""
        self.query_one(".place--day", Static).update(number)
        self.query_one("#section", Static).update(plain(page.section.heading))
        asks = f"{page.section.asks} m on a line." if page.section.asks else ""
        self.query_one("#asks", Static).update(plain(asks))
        self.query_one("#asks").display = bool(asks)
        self._show_fields(page)
        self._show_rows(page, record)
        self.query_one("#pages", VerticalScroll).scroll_home(animate=False)
        self.show_keys()

    def _show_fields(self, page: Page) -> None:
        asking = () if page.is_apart else page.asking
        for slot, prompt in zip(self.slots, [*asking, *[None] * AT_ONCE], strict=False):
            if prompt is None:
                slot.rest()
            else:
                example = f"For example: {prompt.example}" if prompt.example else ""
                slot.ask(prompt.full, example, self._given.get(prompt.key, ""))
                slot.field.leave_to = "#rows"

    def _show_rows(self, page: Page, record: Record) -> None:
        before = self._begun.before if self._begun else ()
        rows = [(id_, _row(line)) for id_, line in rows_of(page, record, before)]
        if page.section.id == "month":
            rows.append((SETTINGS, Content("Change how you look back, in the settings")))
        has_fields = bool(page.asking) and not page.is_apart
        rows.append((GO_ON, Content.styled("Go on", "dim")))
        was = self.rows.marked
        ids = [id_ for id_, _ in rows]
        self.rows.show(rows, ids.index(was) if was in ids else len(ids) - 1)
        self.rows.display = self.rows.can_focus = True
        self.set_focus(self.slots[0].field if has_fields else self.rows)

    def show_keys(self) -> None:
        """Write the bottom lines."""
        page = self.shown
        looking = APART if page and page.is_apart else LOOKING
        for line in self.query("#keys").results(Static):
            line.update(self.with_keys(WRITING if self.is_writing else looking))

    # --- answers

    def _answered(self, number: int, text: str) -> None:
        """Take the answer from field `number`, and go to the next field or page."""
        slots, page = self.slots, self.shown
        slots[number].put(text)
        if page and number + 1 < len(page.asking):
            self.set_focus(slots[number + 1].field)
        else:
            self.call_later(self._go_on)

    async def _go_on(self) -> None:
        self.collect(goes_on=True)
        begun_ = self._begun
        if begun_ is None:
            return
        if self._page + 1 >= len(begun_.pages):
            await self.leave(done=True)
            return
        self._page += 1
        self._show()
        self.keep_now()

    async def action_step_back(self) -> None:
        """Go to the page before."""
        await settled(self.focused)
        self.collect()
        if self._page > 0:
            self._page -= 1
            self._show()

    async def action_enough(self) -> None:
        """Keep what is there, and finish."""
        await settled(self.focused)
        self.collect()
        await self.leave(done=True)

    async def action_for_later(self) -> None:
        """Keep what is there to go on later."""
        self.collect()
        await self.leave(done=False)

    # --- rows

    def highlighted(self) -> Record | None:
        """Return the record of the marked row, if it has one."""
        return record_of(self.shown, self.rows.marked) if self.shown else None

    def list_to_move(self) -> OptionList:
        """Return the rows."""
        self.set_focus(self.rows)
        return self.rows

    @on(OptionList.OptionSelected, "#rows")
    async def take_row(self, selected: OptionList.OptionSelected) -> None:
        """Open a record, answer in a word, or go on."""
        id_, page = str(selected.option_id), self.shown
        if id_ == GO_ON:
            await self._go_on()
        elif id_ == SETTINGS:
            self.action_settings()
        elif page and page.is_apart:
            await self._answer_apart(next(p for p in page.asking if p.key == id_))
        elif record := self.highlighted():
            self.app.push_screen(Reading(self.journal, self.settings, record))

    async def _answer_apart(self, prompt: Prompt) -> None:
        words = reviews.PULSE if prompt.step == "pulse" else tuple(filter(None, MARKS))
        wants = [Wanted(prompt.full, must=False, choices=tuple((word, word) for word in words))]
        if prompt.step == "snapshot":
            wants.append(Wanted("What shows it? One sentence.", must=False))
        deed = Deed(prompt.key, prompt.full, lambda *_: (), tuple(wants))
        dialog = Steps(prompt.full, [deed], lambda _deed, _said: "", prompt.key)
        await self.ask(dialog, partial(self._take_apart, prompt))

    def _take_apart(self, prompt: Prompt, done: Done) -> None:
        record = self._record
        if record is None:
            return
        if prompt.step == "pulse":
            self._record = reviews.with_pulse(record, prompt, done.said[0])
        else:
            mark, shows = done.said
            others = [e for e in own_of(record, Review).snapshot if e.heading != prompt.full]
            new = aspect(prompt.full, shows, mark)
            self._record = reviews.with_snapshot(record, [*others, new])
        self._show_next(prompt)

    def _show_next(self, prompt: Prompt) -> None:
        """Show the answer, and mark the row below it."""
        self._show()
        ids = list(self.rows.ids)
        self.rows.highlighted = min(ids.index(prompt.key) + 1, len(ids) - 1)


def _is_left(page: Page, own: Review) -> bool:
    return any(prompt.key in own.left for prompt in page.asking)


def _row(line: Line) -> Content:
    words = in_a_row(line.words)
    below: Sequence[str] = line.beside.split("\n") if line.beside else ()
    if not below:
        return words
    if len(below) == 1 and line.record is not None:
        return Content.assemble(words, "   ", in_a_row(below[0]).stylize("dim"))
    said = [Content.assemble("    ", in_a_row(each).stylize("dim")) for each in below]
    return Content("\n").join([words, *said])

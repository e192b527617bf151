"""The third step: exactly what leaves, to the byte; and every page read again later."""

from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from journal.errors import JournalError
from journal.records.consent import Consented
from journal.records.record import Record
from journal.sharing import desk, drafting, told
from journal.sharing.ledger import OVER
from journal.sharing.project import day_in_words
from screens.coach.making import StepPlace
from screens.coach.page_deeds import PageDeedsPlace
from screens.keys import Command, bindings
from screens.place import Place
from screens.safe_text import plain
from screens.widgets.card_text import card_page

BESIDE_NAME = 14
"""Cells before each of the facts: what it is."""


class ReadPlace(StepPlace, PageDeedsPlace):
    """Reading: the page as it reads, all that leaves besides, and its bytes."""

    step = 3
    about = "What leaves, exactly: the page, everything besides your words, and every byte."
    AUTO_FOCUS: ClassVar[str] = "#read"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choose", "withdraw", "move")]
    called: ClassVar[dict[str, str]] = {
        "choose": "go on: agree",
        "down": "read on",
        "withdraw": "take it back",
    }
    offers = ("choose", "down", "move", "withdraw", "back", "more", "help")

    scroll = getters.query_one("#read", VerticalScroll)

    _ready: desk.Ready | None = None

    @dataclass
    class Prepared(Message):
        """The page was prepared, or read again."""

        ready: desk.Ready
        standing: str

    def part(self) -> ComposeResult:
        """Lay out the page: as it reads, what leaves besides, byte for byte."""
        with VerticalScroll(id="read"):
            yield Static("", id="standing", markup=False)
            yield Static("", id="as-read", markup=False)
            yield Static("", id="besides", markup=False)
            yield Static("", id="bytes", markup=False)

    def on_mount(self) -> None:
        """Begin to prepare it."""
        super().on_mount()
        self._prepare()

    @work(thread=True, group="read")
    def _prepare(self) -> None:
        making, today = self.making, self.today()
        with self._one_at_a_time:
            try:
                if not making.reads:
                    page = drafting.prepare(self.journal, making.card, making.draft, self.when())
                    making.draft = making.draft._replace(page=page.id)
                    drafting.write_down(self.journal, making.card, making.draft)
                else:
                    page = self.journal.get(making.draft.page)
                ready = desk.ready(self.journal, page, today)
                events = desk.events(self.journal, making.card.id)
            except JournalError as error:
                self.post_message(self.Failed(error))
                return
        said = told.standing_of(ready, events, today)
        self.post_message(self.Prepared(ready, said))

    @on(Prepared)
    def take_prepared(self, prepared: Prepared) -> None:
        """Show the page that was prepared."""
        self._ready = ready = prepared.ready
        self.making.page = ready.record
        self.over = frozenset({ready.record.id} if ready.state in OVER else ())
        if not self._waits:
            day = day_in_words(ready.record.day, self.today())
            self.query_one("#whose", Static).update(plain(f"A page for {ready.coach.name}, {day}"))
            self.query_one("#step", Static).update("")
        if not ready.stale:
            self.show_sheet(told.sheet(ready.page, ready.terms))
        self._write(prepared.standing)
        self.show_keys()

    @on(Place.Changed)
    def draw_again(self) -> None:
        """Look how it stands with it now."""
        if self._ready is not None:
            self._prepare()

    def on_resize(self) -> None:
        """Write it in another width."""
        super().on_resize()
        self.call_after_refresh(self._write)

    def _write(self, standing: str = "") -> None:
        ready = self._ready
        if ready is None:
            return
        width = max(self.scroll.scrollable_content_region.width, 20)
        stale = "What it was made of has changed since you read it: it needs a new yes."
        said = (
            "These are the bytes that leave, and nothing else."
            if self._waits
            else f"{standing[:1].upper()}{standing[1:]}."
        )
        said = stale if ready.stale and standing else said
        if standing:
            self.query_one("#standing", Static).update(plain(said))
        is_beside = self.has_class("-wide") or ready.stale
        as_read = "" if is_beside else card_page(told.sheet(ready.page, ready.terms), width)
        self.query_one("#as-read", Static).update(as_read)
        self.query_one("#as-read").display = not is_beside
        self.query_one("#besides", Static).update(_besides(ready, width, waits=self._waits))
        self.query_one("#bytes", Static).update(_bytes(ready))

    @property
    def _waits(self) -> bool:
        return self._ready is not None and self._ready.state is Consented.PROPOSED

    # --- keys

    def highlighted(self) -> Record | None:
        """Return the page."""
        return self._ready.record if self._ready else None

    def can(self, command: Command) -> bool:
        """Allow going on while it waits for a yes; taking back, once it was given."""
        if command.id == "choose":
            return self._waits and self._ready is not None and not self._ready.stale
        if command.id in ("withdraw", "move") and not self.making.reads:
            return False
        return super().can(command)

    def action_choose(self) -> None:
        """Go on, and agree."""
        from screens.coach.agreeing import AgreePlace

        self.go_to(AgreePlace)

    def action_back(self) -> None:
        """Go back to the names; a page that was opened to be read is left."""
        from screens.coach.hiding import HidePlace

        if not self.making.reads:
            self.making.page = None
            self.go_to(HidePlace)
        else:
            super().action_back()

    def action_down(self) -> None:
        """Read on."""
        self.scroll.scroll_page_down(animate=False)

    def action_up(self) -> None:
        """Read back."""
        self.scroll.scroll_page_up(animate=False)

    def action_first(self) -> None:
        """Go to the beginning."""
        self.scroll.scroll_home(animate=False)

    def action_last(self) -> None:
        """Go to the end."""
        self.scroll.scroll_end(animate=False)


def _besides(ready: desk.Ready, width: int, *, waits: bool) -> Content:
    """Return all that leaves besides the learner's words, and who could read it."""
    hidden = ", ".join(f"{rule}: {count}" for rule, count in ready.hidden.items())
    rows = [*ready.facts, *([("hidden", hidden)] if hidden else [])]
    title = f"What {'leaves' if waits else 'left'} besides your words"
    lines = [Content.styled(title, "bold")]
    for name, words in rows:
        said = plain(words).wrap(max(width - BESIDE_NAME, 20)) if words else []
        leads = [Content.styled(f"  {name}", "dim").pad_right(BESIDE_NAME - len(name) - 2)]
        leads += [Content(" " * BESIDE_NAME)] * (len(said) - 1)
        lines += [lead + line for lead, line in zip(leads, said, strict=False)]
    lines += [Content(""), plain(ready.agree[-1])]
    return Content("\n").join(lines)


def _bytes(ready: desk.Ready) -> Content:
    payload = ready.excerpt.payload
    text = payload.rstrip("\n")
    empty = len(payload) - len(text)
    more = f", then {empty} line feeds" if empty > 1 else ""
    title = f"Byte for byte, {len(payload.encode())} of them{more}"
    return Content.assemble((title, "bold"), "\n", plain(text))

"""The find line and what it finds, as one types.

The search goes from the newest month to the oldest and lets go of the loop every few
milliseconds; the next key ends it.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from journal.dates import Span, parse_range
from journal.errors import Usage
from journal.practice.finding.library import Library
from journal.practice.finding.query import Sought, parse_typing
from journal.records.record import Record, Sign
from journal.settings import Settings
from screens.keys import with_keys
from screens.safe_text import plain
from screens.widgets.field import Field
from screens.widgets.record_list import RecordList, Row
from screens.widgets.record_text import day_title, hit_row

MOST = 100
"""So many hits are shown; another word is quicker than reading more."""

SCREENFUL = 30
STILL = 0.15
"""So long no key has been pressed when more than a screenful is drawn, in seconds."""

SLICE = 0.003
"""So long the search holds the loop at a time, in seconds."""

IN_TRASH = "is:trash"
EMPTY_TRASH = "There is nothing in the trash."

PLACEHOLDER = 'find: words, "a phrase", -not, tag:x, from:2w, last friday'


class Finder(Vertical):
    """A line to find by, and the hits below it.

    library  where it looks
    today    gives the logical day
    settings gives the settings: how dates are written, and which keys there are
    """

    is_finding = reactive(default=False)
    """Whether something is typed, so that hits are shown instead of days."""

    field = getters.query_one("#find", Field)
    hits = getters.query_one("#hits", RecordList)

    @dataclass
    class Toggled(Message):
        """Hits are shown from now on, or the days again."""

        is_finding: bool

    @dataclass
    class Jumped(Message):
        """A date was typed, and `enter` pressed."""

        span: Span

    class Found(Message):
        """All hits are shown."""

    def __init__(
        self, library: Library, today: Callable[[], date], settings: Callable[[], Settings]
    ) -> None:
        super().__init__(id="finder")
        self._library = library
        self._today = today
        self._settings = settings

    def compose(self) -> ComposeResult:
        """Lay out line, what is to be said about it, and hits."""
        with Horizontal(id="find-line"):
            yield Static("/", markup=False, classes="field--prompt")
            yield Field(placeholder=PLACEHOLDER, take=self._take, id="find")
        yield Static("", id="find-said", markup=False)
        yield RecordList(id="hits")

    def write(self) -> None:
        """Put the cursor into the line."""
        self.screen.set_focus(self.field)

    def look_for(self, line: str) -> None:
        """Look for `line` as if it had been typed and left; the hits get the keys."""
        self.field.load_text(line)
        self.search()
        self.screen.set_focus(None)

    def leave(self) -> None:
        """Go back to the days: nothing is looked for any more."""
        self.field.load_text("")
        self.search()

    @on(Field.Changed)
    def search(self) -> None:
        """Look for what stands in the line."""
        line = self.field.text
        self.is_finding = bool(line.strip())
        self._say("")
        if not self.is_finding:
            self.workers.cancel_group(self, "find")
            self.hits.clear()
            return
        try:
            self._find(parse_typing(line, self._today(), self._settings().date_order))
        except Usage as error:  # half a filter is no mistake: what was found stays
            self._say(f"{error.message} {error.hint}")

    def watch_is_finding(self, is_finding: bool) -> None:  # noqa: FBT001 - Textual calls it
        """Show hits, or none; and tell the place, which then shows the days or not."""
        self.hits.display = is_finding
        self.styles.height = "1fr" if is_finding else "auto"
        self.post_message(self.Toggled(is_finding))

    @work(exclusive=True, group="find", exit_on_error=False)
    async def _find(self, sought: Sought) -> None:
        """Show what is found: a screenful at once, more when no key follows."""
        found: list[Record] = []
        until = time.perf_counter() + SLICE
        for record in self._library.search(sought):
            if record is not None:
                found.append(record)
            if len(found) == MOST:
                break
            if record is not None and len(found) == SCREENFUL:
                self.hits.show(found, self._row(sought))
                await asyncio.sleep(STILL)
            elif time.perf_counter() > until:
                await asyncio.sleep(0)
            else:
                continue
            until = time.perf_counter() + SLICE
        self.hits.show(found, self._row(sought))
        self._say(self._about(sought, len(found)))
        self.post_message(self.Found())

    def _row(self, sought: Sought) -> Row:
        line_of, today = sought.in_context(), self._today()
        return lambda record, width: hit_row(record, line_of(record.text), today, width)

    def _about(self, sought: Sought, count: int) -> str:
        span = self._date()
        if span is not None:
            return f"enter goes to {self._in_words(span)}"
        if not count:
            return EMPTY_TRASH if self.field.text.strip() == IN_TRASH else "Nothing here says that."
        if count == MOST:
            return f"These are the newest {MOST}; one more word finds fewer."
        said = "In the trash. {restore} brings one back." if sought.criteria.trashed else ""
        return with_keys(said, self._settings().keys)

    def _date(self) -> Span | None:
        """Return the days that the whole line names, if it is a date."""
        try:
            return parse_range(self.field.text, self._today(), self._settings().date_order)
        except Usage:
            return None

    def _in_words(self, span: Span) -> str:
        first, last = span
        today = self._today()
        title = day_title(last, today)
        return title if first == last else f"{day_title(first, today)} – {title}"

    def _say(self, text: str) -> None:
        line, said = self.query_one("#find-said", Static), plain(text.strip())
        if line.content != said:
            line.update(said, layout=False)  # one row, whatever it says

    def _take(self, text: str, _sign: Sign | None) -> None:
        """Go to the date that was typed, or to the hits; the line keeps its text."""
        self.field.load_text(text)
        self.field.move_cursor(self.field.document.end)
        span = self._date()
        if span is not None:
            self.leave()
            self.post_message(self.Jumped(span))
        else:
            self.screen.set_focus(self.hits)

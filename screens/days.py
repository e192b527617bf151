"""Days: everything that was written, by the day on which it was lived; and finding it again."""

from datetime import date
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.practice.finding.days import a_year_ago, nearest
from journal.practice.telling.in_short import words_of_day
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from screens.finder import IN_TRASH, Finder
from screens.keys import Command, bindings
from screens.library_place import LibraryPlace
from screens.places import PLACE_IDS
from screens.widgets.day_list import DayList
from screens.widgets.field import Field
from screens.widgets.record_list import RecordList
from screens.widgets.record_text import day_title, on_page

MOST_ON_A_PAGE = 200
"""So many records of one day stand on its page; an import can put thousands on one."""

EMPTY = """\
Everything you write comes here, by the day on which you lived it.
You will find it again by its words, its tags and its dates.

Nothing is here yet."""

WRITE, BRING = "write", "bring"


class Days(LibraryPlace):
    """The place where everything is found."""

    CSS_PATH: ClassVar[str] = "days.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("find", "earlier", "later", "open", "history", "restore", "back"),
        *bindings("note", "look_back", "editor"),
        *bindings("more", "all", "help", "settings"),
        *bindings("undo", "quit", "down", "up", "first", "last", *PLACE_IDS),
        *bindings("edit", "tags", "sign", "star", "copy", "trash"),
        *bindings("other_part", "year_ago", "see_trash", "move", "for_coach"),
    ]
    AUTO_FOCUS: ClassVar[str] = "#page"
    place = "days"
    about = (
        "Days: everything you wrote, by the day on which you lived it, and found again by words."
    )
    offers = (
        "back",
        "find",
        "earlier",
        "open",
        "restore",
        "look_back",
        "edit",
        "move",
        "more",
        "help",
        "tags",
        "star",
        "undo",
    )
    writing = "writing   enter goes there   tab leaves the line   what was found stays"

    finder = getters.query_one(Finder)
    list = getters.query_one("#days", DayList)
    page = getters.query_one("#page", RecordList)

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self._day: date | None = None
        self._shown_today = self.today()

    def compose(self) -> ComposeResult:
        """Lay out the find line on top, below it the days beside the page of one."""
        yield from self.header()
        yield Finder(self.library, self.today, lambda: self.settings)
        with Vertical(id="empty"):
            yield Static(EMPTY, markup=False)
            yield OptionList(
                Option("Write a first line on Today", id=WRITE),
                Option("Bring notes from another journal", id=BRING),
                id="begin",
                compact=True,
            )
        with Horizontal(id="columns"):
            yield DayList(self._words_of, id="days")
            with Vertical(id="right"):
                yield Static("", id="title", markup=False)
                yield RecordList(id="page")
        yield from self.bottom()

    def on_mount(self) -> None:
        """Begin to read."""
        self._show_date()
        self.read_all()

    # --- what is shown

    def tick(self) -> None:
        """Put the days in their groups anew once another one has begun."""
        if self.today() != self._shown_today:
            self.post_message(self.Grown(whole=self.is_whole))

    @on(LibraryPlace.Grown)
    def show_grown(self, grown: LibraryPlace.Grown) -> None:
        """Show days, page and hits as they are now; every highlight stays where it was."""
        self._show_date()
        days = self.library.days()
        if self._day not in days:
            self._day = nearest(days, self._day or date.max, self._day or date.max)
        self.list.show(days, self._shown_today, self._day)
        self._show_page()
        self._show_empty(is_empty=grown.whole and not days)
        self.show_keys()
        if self.finder.is_finding:
            self.finder.search()

    def _show_empty(self, *, is_empty: bool) -> None:
        """Show what this place will hold, or what it holds."""
        self.set_class(is_empty, "-empty")
        begin = self.query_one("#begin", OptionList)
        if is_empty and not self.is_writing:
            self.set_focus(begin)
            begin.highlighted = begin.highlighted or 0
        elif begin.has_focus:
            self.set_focus(self.page)

    def _show_date(self) -> None:
        self._shown_today = self.today()
        self.show_date()

    def _show_page(self) -> None:
        """Show the page of the day."""
        if self._day is None:
            self.page.clear()
            self.query_one("#title", Static).update("")
            return
        records = list(self.library.on(self._day)[:MOST_ON_A_PAGE])
        if records != self.page.records:
            self.page.show(records, lambda record, width: on_page(record, width, records[0]))
        self.query_one("#title", Static).update(day_title(self._day, self._shown_today))

    def _words_of(self, day: date) -> str:
        return words_of_day(self.library.on(day))

    def _go(self, day: date) -> None:
        self._day = day
        self.list.go(day)
        self._show_page()

    @on(OptionList.OptionHighlighted, "#days")
    def follow_list(self) -> None:
        """Show the page of the day that is highlighted in the list."""
        day = self.list.day
        if day is not None and day != self._day:
            self._day = day
            self._show_page()

    @on(Finder.Toggled)
    def show_hits_or_days(self, toggled: Finder.Toggled) -> None:
        """Show what was found, or the days again."""
        # Not by a class: all styles of the place would be looked up anew, while one types.
        self.query_one("#columns").display = not toggled.is_finding
        if not self.is_writing:
            self.set_focus(self.finder.hits if toggled.is_finding else self.page)
        self.show_keys()

    @on(Finder.Found)
    def show_keys_for_hits(self) -> None:
        """Say what can be done with what was found, if anything was."""
        self.show_keys()

    @on(Field.Left)
    def leave_line(self) -> None:
        """Go on looking at what was found, or at the page."""
        if self.focused is None:
            self.set_focus(self.finder.hits if self.finder.is_finding else self.page)

    @on(Finder.Jumped)
    def jump(self, jumped: Finder.Jumped) -> None:
        """Go to a date that was typed, or to the nearest day that has something."""
        first, last = jumped.span
        day = nearest(self.library.days(), first, last)
        if day is None:
            return
        self._go(day)
        self.set_focus(self.page)
        if not first <= day <= last:
            self.say("Nothing was written then. This is the nearest day.")

    # --- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let `enter` act on the list of days, and `esc` only where there is something to leave."""
        if action == "open" and self.focused is self.list:
            return True
        if action in ("earlier", "later") and (self.finder.is_finding or self._day is None):
            return False
        if action == "back" and not (self.finder.is_finding or self.focused is self.list):
            return False
        return super().check_action(action, parameters)

    def can(self, command: Command) -> bool:
        """Allow going a year back only where something was written then."""
        return super().can(command) and (command.id != "year_ago" or self._year_ago() is not None)

    def highlighted(self) -> Record | None:
        """Return the record that is highlighted among the hits, or on the page."""
        return self.finder.hits.record if self.finder.is_finding else self.page.record

    def action_find(self) -> None:
        """Go and write what is to be found."""
        self.say("")
        self.finder.write()

    async def action_see_trash(self) -> None:
        """See what lies in the trash, as if it had been looked for."""
        self.say("")
        self.finder.look_for(IN_TRASH)

    def action_back(self) -> None:
        """Go back from what was found to the days, from the list to the page."""
        if self.finder.is_finding:
            self.finder.leave()
        self.set_focus(self.page)

    def action_other_part(self) -> None:
        """Go from the page to the list of days, and back."""
        if not self.finder.is_finding:
            self.set_focus(self.page if self.focused is self.list else self.list)

    def action_open(self) -> None:
        """Read what is highlighted; in the list of days, open a month, or go to the day."""
        if self.focused is not self.list:
            super().action_open()
        elif self.list.day is not None:
            self._go(self.list.day)
            self.set_focus(self.page)
        else:
            self.list.toggle_month()

    @on(OptionList.OptionSelected)
    def open_clicked(self, selected: OptionList.OptionSelected) -> None:
        """Do with a click what `enter` does."""
        if selected.option_id == WRITE:
            self.call_later(self.action_note)
        elif selected.option_id == BRING:
            self.action_bring()
        else:
            self.action_open()

    def action_look_back(self) -> None:
        """Look back on the day that is shown, or on the one of what is highlighted."""
        from screens.look_back.screen import LookBack  # not needed until then

        hit = self.highlighted() if self.finder.is_finding else None
        day = hit.day if hit else self._day
        self.app.push_screen(LookBack(self.journal, self.settings, day))

    async def action_note(self) -> None:
        """Go and write on Today."""
        await self.action_go("today", then="note")

    def action_earlier(self) -> None:
        """Go to the day before that has something on it."""
        self._step(1)

    def action_later(self) -> None:
        """Go to the day after that has something on it."""
        self._step(-1)

    def action_year_ago(self) -> None:
        """Go to this week a year ago."""
        old = self._year_ago()
        if old is not None:
            self.action_back()
            self._go(old)

    def _year_ago(self) -> date | None:
        return a_year_ago(self.library.days(), self._shown_today)

    def _step(self, step: int) -> None:
        days = self.library.days()
        if self._day in days:
            at = days.index(self._day) + step
            if 0 <= at < len(days):
                self._go(days[at])

    def list_to_move(self) -> OptionList:
        """Return the list that has the focus, or else the page."""
        return self.focused if isinstance(self.focused, OptionList) else self.page

    def moved(self) -> None:
        """Show the day that is highlighted now."""
        self.follow_list()

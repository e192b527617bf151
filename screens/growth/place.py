"""The place Growth: one page from top to bottom, read in a thread that can be left."""

from collections.abc import Callable
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.listed import Listed
from journal.analysis.growth.then_now import Said
from journal.settings import Settings
from journal.store.journal import Journal
from screens.base import AppBase
from screens.growth.adding import AddingPlace
from screens.growth.choosing import FiguresPlace
from screens.growth.empty import beginnings, empty_words, how_far
from screens.growth.files import FilePlace
from screens.growth.listed_place import ListedPlace, place_of
from screens.growth.page_reader import PageReader
from screens.growth.page_rows import page_rows
from screens.growth.pictures import Pictures
from screens.growth.row_list import RowList
from screens.keys import Command, bindings, shown
from screens.places import PLACE_IDS
from screens.widgets.choices import Choices

OFF, DRAWN, WORDS = "", "drawn", "words"
"""How pictures are shown: not, as pictures, in words."""

NEXT = {OFF: DRAWN, DRAWN: WORDS, WORDS: OFF}

WHICH = "Which of them? {} on it says so."
WHICH_MOVES = "Which of them? {} on it moves it on."


class Growth(AddingPlace, FiguresPlace, FilePlace):
    """Then and now in the learner's own words, and everything that rests on their records."""

    CSS_PATH: ClassVar[str] = "growth.tcss"
    AUTO_FOCUS: ClassVar[str] = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("later", "earlier", "open", "move", "doesnt_count", "add", "pictures"),
        *bindings("other_part"),
        *bindings("undo", "more", "all", "help", "settings", "quit", "back", "note", "look_back"),
        *bindings("find", "down", "up", "first", "last", *PLACE_IDS),
    ]
    place = "growth"
    about = "Growth: what you write now beside what you wrote then, and what happened in between."
    called: ClassVar[dict[str, str]] = {
        "later": "next pair",
        "earlier": "pair before",
        "add": "add",
    }
    offers = (
        *("back", "later", "earlier", "open", "doesnt_count", "add", "pictures", "more", "help"),
        *("move", "undo", "find"),
    )

    pictures = getters.query_one("#pictures", Pictures)
    begin = getters.query_one("#begin", Choices)

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self._pair = 0
        self._shows: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the page and its pictures; what it will hold; and how far the reading is."""
        yield from self.header()
        yield Static("", id="reading", markup=False)
        with Vertical(id="empty"):
            yield Static("", id="empty-words", markup=False)
            yield Choices(id="begin")
        with Horizontal(id="columns"):
            yield RowList(id="rows")
            yield Pictures(id="pictures")
        yield from self.bottom()

    def on_mount(self) -> None:
        """Say which day it is."""
        self.show_date()

    @on(PageReader.Going)
    def show_how_far(self, going: PageReader.Going) -> None:
        """Show how far the reading is."""
        width = max(self.size.width - 6, 10)
        self.query_one("#reading", Static).update(how_far(going.done, going.total, width))

    @on(PageReader.Found)
    def show_found(self, found: PageReader.Found) -> None:
        """Show the page that was made, and its lists where they are open."""
        page = found.page
        self.take(page)
        self.show_date()
        if self.goes_to_own:
            self.goes_to_own = False
            own = (n for n, pair in enumerate(page.pairs) if pair.kind == "own")
            self._pair = next(own, self._pair)
        self.remove_class("-is-reading")
        self.show_empty()
        self._show()
        if isinstance(self.app, AppBase):
            for screen in self.app.screen_stack:
                if isinstance(screen, ListedPlace):
                    screen.show_page(page)

    # --- what is shown

    def show_empty(self) -> None:
        """Show what this will hold, or what it holds, or that the reading was left."""
        is_empty = self.page is None or self.page.is_empty
        self.set_class(is_empty, "-is-empty")
        self.set_class(not is_empty, "-is-whole")
        if is_empty:
            self.query_one("#empty-words", Static).update(empty_words(self.page))
            self.begin.show(beginnings(self.page), 0)
            self.set_focus(self.begin)
        elif self.focused in (self.begin, None):
            self.set_focus(self.rows)

    def _show(self) -> None:
        page = self.page
        if page is None or page.is_empty:
            self.show_keys()
            return
        self._pair = min(self._pair, max(len(page.pairs) - 1, 0))
        self.rows.show_rows(page_rows(page, self._pair))
        self._draw()
        self.show_keys()

    @property
    def _way(self) -> str:
        """How pictures are shown now; at first beside the words where there is room."""
        if self._shows is not None:
            return self._shows
        return DRAWN if self.has_class("-wide") else OFF

    def _draw(self) -> None:
        """Show the pictures, or hide them."""
        self.set_class(self._way != OFF, "-draws")
        if self._way == OFF and self.focused is self.pictures:
            self.set_focus(self.rows)
        elif self._way != OFF and not self.has_class("-wide") and self.focused is self.rows:
            self.set_focus(self.pictures)
        if self.page is not None:
            self.pictures.show(self.page.pictures, in_words=self._way == WORDS)

    @on(OptionList.OptionHighlighted, "#rows")
    def show_picture(self) -> None:
        """Show the picture that belongs to the marked row."""
        self.pictures.show_beside(self.rows.marked)

    def on_resize(self) -> None:
        """Show it in the new width."""
        self.call_after_refresh(self._draw)

    # --- keys

    def can(self, command: Command) -> bool:
        """Allow what has something to act on."""
        can = _CAN.get(command.id)
        return can(self) if can else super().can(command)

    @property
    def _is_on_pictures(self) -> bool:
        return self.focused is self.pictures

    def can_open(self) -> bool:
        """Tell whether the marked row opens something."""
        if self.has_class("-is-empty"):
            return True
        return self.is_whole() and not self._is_on_pictures and self.rows.opens is not None

    def can_go(self, step: int) -> bool:
        """Tell whether there is a pair so many steps on."""
        pairs = self.page.pairs if self.page and self.is_whole() else ()
        return not self._is_on_pictures and 0 <= self._pair + step < len(pairs)

    def can_speak_against(self) -> bool:
        """Tell whether the marked row rests on passages of which one may not count."""
        found = self.rows.opens
        is_list = isinstance(found, Listed) and bool(found.label or found.figure)
        return is_list and self.is_whole() and not self._is_on_pictures

    def can_move_on(self) -> bool:
        """Tell whether the marked row rests on passages that can be closed, or on names."""
        found = self.rows.opens
        is_list = isinstance(found, Listed) and found.moves is not None
        return is_list and self.is_whole() and not self._is_on_pictures

    def can_go_back(self) -> bool:
        """Tell whether there is something to leave."""
        return self.has_class("-is-reading") or self._is_on_pictures

    def is_whole(self) -> bool:
        """Tell whether there is a page to look at."""
        return self.has_class("-is-whole")

    def has_two_parts(self) -> bool:
        """Tell whether pictures stand beside the words."""
        return self.is_whole() and self.has_class("-wide") and self._way != OFF

    @on(OptionList.OptionSelected, "#begin")
    async def begin_clicked(self, selected: OptionList.OptionSelected) -> None:
        """Do what was chosen on the empty page."""
        await self.action_anywhere(str(selected.option_id))

    @on(OptionList.OptionSelected, "#rows")
    async def open_clicked(self) -> None:
        """Do with a click what `enter` does."""
        await self._open_row()

    def action_open(self) -> None:
        """Open the marked row, or do what is marked on the empty page."""
        if self.has_class("-is-empty"):
            self.begin.action_select()
        else:
            self.rows.action_select()

    async def _open_row(self) -> None:
        found = self.rows.opens
        if isinstance(found, Said | Evidence):
            self.read_passage(found)
        elif isinstance(found, Listed):
            await self.app.push_screen(place_of(self.journal, self.settings, found))
        elif found:
            await self.action_anywhere(found)

    async def action_doesnt_count(self) -> None:
        """Open what the marked row rests on, to say of a passage that it does not count."""
        await self._open_to(WHICH, "doesnt_count")

    async def action_move(self) -> None:
        """Open what the marked row rests on, to close a passage, or say what a name stands for."""
        await self._open_to(WHICH_MOVES, "move")

    async def _open_to(self, which: str, command: str) -> None:
        found = self.rows.opens
        if isinstance(found, Listed):
            place = place_of(self.journal, self.settings, found)
            await self.app.push_screen(place)
            place.say(which.format(shown(command, self.settings.keys)))

    def action_read_on(self) -> None:
        """Go on reading."""
        self.read()

    def action_later(self) -> None:
        """Show the next pair."""
        self._step(1)

    def action_earlier(self) -> None:
        """Show the pair before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.page is not None and self.can_go(step):
            self._pair += step
            self.rows.show_rows(page_rows(self.page, self._pair))
            self.rows.highlighted = self.rows.ids.index("then")
            self.show_keys()

    def action_pictures(self) -> None:
        """Show the pictures, then the same in words, then neither."""
        self._shows = NEXT[self._way]
        self._draw()
        self.pictures.scroll_home(animate=False)
        self.show_keys()

    def action_other_part(self) -> None:
        """Go from the words to the pictures, and back."""
        if self.has_two_parts():
            self.set_focus(self.rows if self._is_on_pictures else self.pictures)

    def action_back(self) -> None:
        """Leave the reading, or go back from the pictures to the words."""
        if self.has_class("-is-reading"):
            self.leave_reading()
            return
        if not self.has_class("-wide"):
            self._shows = OFF
        self.set_focus(self.rows)
        self._draw()

    async def action_note(self) -> None:
        """Go and write on Today."""
        await self.action_go("today", then="note")

    async def action_find(self) -> None:
        """Go to Days, and find."""
        await self.action_go("days", then="find")


_CAN: dict[str, Callable[[Growth], bool]] = {
    "open": Growth.can_open,
    "later": lambda place: place.can_go(1),
    "earlier": lambda place: place.can_go(-1),
    "doesnt_count": Growth.can_speak_against,
    "move": Growth.can_move_on,
    "add": Growth.is_whole,
    "pictures": Growth.is_whole,
    "figures": Growth.is_whole,
    "side_by_side": Growth.is_whole,
    "missed": Growth.is_whole,
    "growth_file": Growth.is_whole,
    "twelve_weeks_file": Growth.is_whole,
    "other_part": Growth.has_two_parts,
    "back": Growth.can_go_back,
    "read_on": lambda _place: False,
}
"""Which commands need something to act on, and whether it is there."""

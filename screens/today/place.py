"""The place that the journal opens on: what its keys do."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import OptionList

from journal.records.record import Record
from screens.keys import Command, bindings, shown
from screens.places import PLACE_IDS
from screens.today.notes import DayNotes
from screens.today.showing import ShowingPlace
from screens.widgets.choices import Choices

if TYPE_CHECKING:
    from journal.practice.today.waiting import Waiting


class Today(ShowingPlace):
    """Today: the line to write in, what was noted, and what waits."""

    CSS_PATH: ClassVar[str] = "today.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("note", "look_back", "undo", "more", "all", "help", "settings", "quit"),
        *bindings("down", "up", "first", "last", *PLACE_IDS, "find", "open", "history"),
        *bindings("edit", "editor", "tags", "sign", "star", "copy", "trash", "move", "not_now"),
        *bindings("for_coach"),
    ]
    AUTO_FOCUS: ClassVar[str] = ""  # it begins in the field, and goes on where it was left
    place = "today"
    about = "Today: write down what you notice, as it happens. One line is enough."
    offers = (
        *("choose", "note", "look_back", "open", "move", "not_now", "find", "undo", "more", "help"),
        *("edit", "tags", "quit"),
    )
    writing = "writing   enter keeps it   ctrl+n new line   tab leaves   ctrl+p all commands"

    async def action_find(self) -> None:
        """Go to Days, and find."""
        await self.action_go("days", then="find")

    def action_note(self) -> None:
        """Go and write."""
        self.set_focus(self.field)

    def show_keys(self) -> None:
        """Write the bottom line, and on rows the keys that act on them."""
        super().show_keys()
        undo = "" if self.is_writing else shown("undo", self.settings.keys)
        look_back = "" if self.is_writing else shown("look_back", self.settings.keys)
        for notes in self.query(DayNotes):
            notes.tell_keys(undo, look_back)

    def can(self, command: Command) -> bool:
        """Tell whether this place has `command`; choosing, only where there are choices."""
        if command.id == "choose":
            return isinstance(self.focused, Choices)
        if command.id == "open" and isinstance(self.focused, Choices):
            return False
        if command.id == "not_now":
            return self._waits is not None and super().can(command)
        return super().can(command)

    @property
    def _waits(self) -> "Waiting | None":
        """What waits and is marked, if anything."""
        return self.waiting.marked if self.focused is self.waiting.rows else None

    def action_choose(self) -> None:
        """Take the choice that is marked, as `enter` does."""
        if isinstance(self.focused, Choices):
            self.focused.action_select()

    def highlighted(self) -> Record | None:
        """Return what waits and is marked, or the note that is; until one is, the newest."""
        if waits := self._waits:
            return waits.record
        return None if isinstance(self.focused, Choices) else self.notes.record

    def list_to_move(self) -> OptionList:
        """Return the list that has the keys, one of its rows highlighted if it has any."""
        here = self.focused if isinstance(self.focused, Choices) else self.notes
        here.begin()  # the news that it has the keys may be slower than the next key
        return here

    def action_down(self) -> None:
        """Highlight the next one; below the last of a list is the next list."""
        here = self.list_to_move()
        if here.highlighted in (None, here.option_count - 1):
            self._other_list(1)
        else:
            super().action_down()

    def action_up(self) -> None:
        """Highlight the one before; above the first of a list is the list before."""
        if self.list_to_move().highlighted in (None, 0):
            self._other_list(-1)
        else:
            super().action_up()

    def _other_list(self, step: int) -> None:
        lists = [each for each in self.focus_chain if isinstance(each, OptionList)]
        there = [each for each in lists if each.option_count]
        here = self.list_to_move()
        if there:
            other = there[(there.index(here) + step) % len(there)] if here in there else there[0]
            other.highlighted = 0 if step > 0 else other.option_count - 1
            self.set_focus(other)

    @on(OptionList.OptionSelected)
    async def take_choice(self, selected: OptionList.OptionSelected) -> None:
        """Do what was chosen below the notes or on the first screen, or read what was clicked."""
        if selected.option_list is self.notes:
            self.action_open()
        elif waits := self._waits:
            await self.answer(waits)
        else:
            await self.action_anywhere(str(selected.option_id))

    async def answer(self, waits: "Waiting") -> None:
        """Ask for an answer to what waits, where it stands."""
        from journal.practice.deeds.of_try import answers_in_place  # not for the first screen

        deeds = answers_in_place(waits.choices)
        await self.do_one_of(deeds, waits.record, f"{waits.name}: {waits.words}")

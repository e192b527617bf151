"""Keys and commands: whether keys write, which commands can act, and what moves the highlight."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual.widgets import OptionList, Static

from journal.records.record import Record
from screens.frame import Frame
from screens.keys import COMMANDS, Command, bottom_line, writing_line
from screens.locking.deeds import DEEDS, can
from screens.opening import BY_WORDS
from screens.places import BY_ID
from screens.widgets.field import Field


class Keyed(Frame):
    """A screen whose commands act only while no cursor is in a field, and that says its keys.

    offers   the commands of its bottom line, the most needed first; those that can act are shown
    called   commands that the bottom line calls otherwise here
    writing  what the bottom line says while the cursor is in a field, three spaces between parts
    """

    offers: ClassVar[tuple[str, ...]] = ("more", "help")
    called: ClassVar[Mapping[str, str]] = MappingProxyType({})
    writing: ClassVar[str] = "writing   enter goes on   ctrl+n new line   tab leaves"

    @property
    def is_writing(self) -> bool:
        """Whether the cursor is in a field, so that keys write."""
        return isinstance(self.focused, Field)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow commands only while no cursor is in a field, and those on a record only on one."""
        command = COMMANDS.get(str(parameters[0]) if action == "go" else action)
        if command is None:
            return super().check_action(action, parameters)
        return not self.is_writing and self.can(command)

    def can(self, command: Command) -> bool:
        """Tell whether this place has `command`, and what it acts on is there."""
        if command.id in DEEDS:
            return can(command.id, self.journal)
        there = not command.record or self.highlighted() is not None
        elsewhere = command.at or command.id in BY_ID or command.id in BY_WORDS
        return there and (bool(elsewhere) or hasattr(self, f"action_{command.id}"))

    def highlighted(self) -> Record | None:
        """Return the record that is highlighted, if any."""
        return None

    def on_descendant_focus(self) -> None:
        """Say which keys there are, now that keys write or are commands."""
        self.show_keys()

    def on_descendant_blur(self) -> None:
        """Likewise."""
        self.show_keys()

    def on_resize(self) -> None:
        """Say as many keys as there is room for."""
        self.show_keys()

    def on_screen_resume(self) -> None:
        """Say the keys anew; while another place was shown they may have been changed."""
        self.show_keys()
        self.show_names()

    def on_option_list_option_highlighted(self) -> None:
        """Say the keys anew: with something highlighted there are more of them."""
        self.show_keys()

    def show_keys(self) -> None:
        """Write the bottom line, if it is another one now."""
        width = self.size.width - 2
        if self.is_writing:
            said = writing_line(self.writing, width)
        else:
            said = bottom_line(self._offered(), width, self.settings.keys, self.called)
        for line in self.query("#keys").results(Static):
            if line.content != said:
                line.update(said)

    def _offered(self) -> Sequence[str]:
        """Return those of the commands offered that can act just now."""
        return [id_ for id_ in self.offers if self.check_action(id_, ())]

    # --- moving

    def list_to_move(self) -> OptionList:
        """Return the list in which the highlight moves; a place with several says which."""
        return self.query_one(OptionList)

    def moved(self) -> None:
        """Follow the highlight, which has just moved."""

    def action_down(self) -> None:
        """Highlight the next one."""
        self.list_to_move().action_cursor_down()
        self.moved()

    def action_up(self) -> None:
        """Highlight the one before."""
        self.list_to_move().action_cursor_up()
        self.moved()

    def action_first(self) -> None:
        """Highlight the first one."""
        self.list_to_move().action_first()
        self.moved()

    def action_last(self) -> None:
        """Highlight the last one."""
        self.list_to_move().action_last()
        self.moved()

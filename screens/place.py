"""A place: what every full screen of the journal has in common.

The header names the places, the bottom line says whether keys write or are commands, and a
command acts only while no cursor is in a field.
"""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import isawaitable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from journal.errors import JournalError
from journal.practice.operations import operation_in_words
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal, Taken
from screens.dialogs.choose import Choice, Choose
from screens.help import Help
from screens.keys import COMMANDS, TABLE, Command, bottom_line, shown
from screens.safe_text import in_a_row, plain
from screens.widgets.field import Field

PLACES = {"today": ("1", "Today"), "days": ("3", "Days")}
"""The places that there are: the digit and the name of each."""


UNSAID = frozenset({"all", "down", "up", "first", "last", "back"})
"""Commands that a list of commands need not say."""


class Place(Screen[None]):
    """A place of the journal.

    about     what it is for, one sentence
    place     its name in PLACES, or "" for a screen that lies over one
    offers    the commands of its bottom line, the most needed first
    writing   what the bottom line says while the cursor is in a field
    """

    place: ClassVar[str] = ""
    about: ClassVar[str] = ""
    offers: ClassVar[tuple[str, ...]] = ("more", "help")
    writing: ClassVar[str] = "writing   enter goes on   ctrl+n new line   tab leaves"

    @dataclass
    class Changed(Message):
        """Records have changed, here or in another window or shell."""

        ids: set[str]

    @dataclass
    class Failed(Message):
        """Something could not be done, for a reason that the learner should see."""

        error: JournalError

    @dataclass
    class Said(Message):
        """Something was done that the learner should hear of."""

        words: str

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__()
        self.journal = journal
        self.settings = settings
        self.said_something = False

    def header(self) -> ComposeResult:
        """Lay out the first line: the places, and the day."""
        with Horizontal(id="place"):
            yield Static(self._places(), classes="place--name", markup=False)
            yield Static("", classes="place--day", markup=False)

    def bottom(self, *above: Widget) -> ComposeResult:
        """Lay out the last lines: what was said, and the keys."""
        with Vertical(id="bottom"):
            yield from above
            yield Static("", id="said", markup=False)
            yield Static("", id="keys", markup=False)

    def _places(self) -> Content:
        parts = []
        for name, (digit, word) in PLACES.items():
            style = "bold $accent" if name == self.place else "dim"
            parts += [(f"{digit} {word}", style), ("  ", "")]
        return Content.assemble(*parts)

    async def keep(self) -> JournalError | None:
        """Keep what is being written here, because the app is about to end.

        Returns what went wrong, with the text in its message where nobody else has it.
        """
        return None

    def tick(self) -> None:
        """Look whether time has changed what is shown; called now and then, in any thread."""

    # --- keys

    @property
    def is_writing(self) -> bool:
        """Whether the cursor is in a field, so that keys write."""
        return isinstance(self.focused, Field)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow commands only while no cursor is in a field, and those on a record only on one."""
        command = COMMANDS.get(action)
        if command is None:
            return super().check_action(action, parameters)
        return not self.is_writing and self.can(command)

    def can(self, command: Command) -> bool:
        """Tell whether this place has `command`, and what it acts on is there."""
        there = not command.record or self.highlighted() is not None
        return there and hasattr(self, f"action_{command.id}")

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

    def show_keys(self) -> None:
        """Write the bottom line."""
        for line in self.query("#keys").results(Static):
            looking = bottom_line(self.offers, self.size.width - 2, self.settings.keys)
            line.update(self.writing if self.is_writing else looking)

    def say(self, text: str, *, failed: bool = False) -> None:
        """Say something on the line above the keys; a failure stays until the next thing said."""
        said = self.query_one("#said", Static)
        said.update(plain(text.strip()))
        said.set_class(failed, "-failed")
        self.said_something = bool(text)

    def show_failed(self, error: JournalError) -> None:
        """Say what went wrong, and what to do."""
        self.say(f"{error.message} {error.hint}", failed=True)

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

    # --- commands that every place has

    def available(self) -> list[Command]:
        """Return the commands that can act just now, those on the highlighted record first."""
        can = [command for command in TABLE if command.id not in UNSAID and self.can(command)]
        return sorted(can, key=lambda command: not command.record)

    async def action_all(self) -> None:
        """Offer every command of this place by its words; `more` has those on a record."""
        here = [command for command in self.available() if not command.record]
        await self._choose("All commands", here)

    async def action_more(self) -> None:
        """Offer what can be done with what is highlighted."""
        record = self.highlighted()
        on_record = [command for command in self.available() if command.record]
        if record is None or not on_record:
            await self._choose("All commands", self.available())
        else:
            await self._choose(in_a_row(record.text, 60).plain, on_record)

    async def _choose(self, title: str, commands: list[Command]) -> None:
        keys = self.settings.keys
        choices = [Choice(c.id, c.words, shown(c.id, keys), c.about) for c in commands]
        await self.ask(
            Choose(title, choices), lambda chosen: self.call_later(self.action_anywhere, chosen)
        )

    async def ask(self, dialog: ModalScreen[str | None], then: Callable[[str], object]) -> None:
        """Open a dialog, and give what it returns, if anything, to `then`.

        It has the cursor when this returns: what is typed in the same burst is meant for it.
        """

        def answered(said: str | None) -> None:
            if said is not None:
                then(said)

        await self.app.push_screen(dialog, answered)
        dialog.set_focus(dialog.query_one(Field))

    async def action_anywhere(self, id_: str) -> None:
        """Do a command whether keys write or not."""
        done = getattr(self, f"action_{id_}")()
        if isawaitable(done):
            await done

    def action_help(self) -> None:
        """Say what this place is for, and its keys."""
        self.show_help(self.about)

    def show_help(self, about: str) -> None:
        """Show `about` above the keys of this place."""
        here = {binding.id for binding in self.BINDINGS if isinstance(binding, Binding)}
        said = [command.id for command in TABLE if command.id in here]
        self.app.push_screen(Help(about, said, self.settings.keys))

    async def action_quit(self) -> None:
        """Leave the journal; everything is kept."""
        await self.app.action_quit()

    def action_settings(self) -> None:
        """Open the settings."""
        from screens.settings_place import SettingsPlace  # it is a place itself

        self.app.push_screen(SettingsPlace(self.journal, self.settings))

    @work
    async def action_bring(self) -> None:
        """Bring notes in from another journal."""
        from screens.bringing import bring  # only now and then

        await bring(self.app, self.journal, self.settings)

    def action_today(self) -> None:
        """Go to Today."""
        self.app.switch_mode("today")

    def action_days(self) -> None:
        """Go to Days."""
        self.app.switch_mode("days")

    @work(thread=True, group="keep")
    def action_undo(self) -> None:
        """Take back the newest change, of this window first, and say which."""
        self._one_step("Took back", lambda: self.journal.undo(own_first=True))

    @work(thread=True, group="keep")
    def action_redo(self) -> None:
        """Do again what was taken back, and say what."""
        self._one_step("Did again", self.journal.redo)

    def _one_step(self, said: str, step: Callable[[], Taken]) -> None:
        """Go one step back or forth; for a worker's thread."""
        try:
            taken = step()
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        what = operation_in_words(taken.op, len(taken.records))
        first = in_a_row(taken.records[0].text, 50).plain
        self.post_message(self.Said(f"{said} {what}: {first}"))

    def on_place_said(self, said: "Place.Said") -> None:
        """Say it."""
        self.say(said.words)

    def on_place_failed(self, failed: "Place.Failed") -> None:
        """Say what went wrong."""
        self.show_failed(failed.error)

"""A place: what every full screen of the journal has in common.

The header names the places, the bottom line says whether keys write or are commands, and a
command acts only while no cursor is in a field. Which places there are says `screens.places`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from inspect import isawaitable
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from journal.clock import logical_day
from journal.errors import JournalError
from journal.practice.making import When
from journal.practice.telling.in_short import words_of
from journal.practice.telling.operations import operation_in_words
from journal.records.record import Record
from journal.settings import Settings
from journal.store.drafts import Draft
from journal.store.journal import Journal, Taken
from screens.base import AppBase
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.dialog import Answer, Dialog
from screens.help import Help
from screens.keys import COMMANDS, TABLE, Command, bottom_line, shown, writing_line
from screens.locking.deeds import DEEDS, can
from screens.opening import BY_WORDS
from screens.places import BY_ID, PLACES
from screens.safe_text import in_a_row, plain
from screens.widgets.field import Field
from screens.widgets.place_name import PlaceName

UNSAID = frozenset({"all", "down", "up", "first", "last", "back"})
"""Commands that a list of commands need not say."""


SAMPLE = "A sample journal; nothing here is kept"


class Line(NamedTuple):
    """What stands above the keys, and whether it says that something failed."""

    text: str
    failed: bool


class Place(Screen[None]):
    """A place of the journal.

    about     what it is for, one sentence
    why       why there is such a place, for help; what `screens.places` says if it is one of those
    place     its id in `screens.places`, or "" for a screen that lies over one
    passing   whether it lies over a place and can be left without a word
    offers    the commands of its bottom line, the most needed first; those that can act are shown
    called    commands that the bottom line calls otherwise here
    writing   what the bottom line says while the cursor is in a field, three spaces between parts
    """

    # Below 61 columns or 19 rows a place shows less, so that what it shows is whole.
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (61, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (19, "-high")]  # noqa: RUF012 - both Textual's types

    place: ClassVar[str] = ""
    passing: ClassVar[bool] = False
    about: ClassVar[str] = ""
    why: ClassVar[str] = ""
    offers: ClassVar[tuple[str, ...]] = ("more", "help")
    called: ClassVar[Mapping[str, str]] = MappingProxyType({})
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
        self._said = Line("", failed=False)
        self._resting = ""

    def header(self) -> ComposeResult:
        """Lay out the first line: the places, and the day."""
        with Horizontal(id="place"):
            with Horizontal(classes="place--names"):
                yield from (PlaceName(where, is_here=where.id == self.place) for where in PLACES)
            yield Static("", classes="place--day", markup=False)
        yield from self.sample_line()

    def sample_line(self) -> ComposeResult:
        """Lay out the line that says, in the sample, that this is one."""
        if isinstance(self.app, AppBase) and self.app.is_sample:
            yield Static(SAMPLE, id="sample", markup=False)

    def show_names(self) -> None:
        """Dim the names of places with nothing in them."""
        if isinstance(app := self.app, AppBase):
            for name in self.query(PlaceName):
                name.set_class(name.place in app.empty_places, "-empty")

    def today(self) -> date:
        """Return the logical day."""
        return logical_day(self.journal.clock.now(), self.settings.day_ends)

    def when(self) -> When:
        """Return the present moment and day."""
        clock = self.journal.clock
        return When(clock.now(), clock.zone, self.today())

    def show_date(self) -> None:
        """Write the day at the end of the first line."""
        today = self.today()
        said = f"{today:%A} {today.day} {today:%B}"
        self.query_one(".place--day", Static).update(said)

    def bottom(self, *above: Widget) -> ComposeResult:
        """Lay out the last lines: what was said, and the keys."""
        with Vertical(id="bottom"):
            yield from above
            yield Static("", id="said", markup=False)
            yield Static("", id="keys", markup=False)

    async def keep(self) -> JournalError | None:
        """Keep what is being written here, because the app is about to end.

        Returns what went wrong, with the text in its message where nobody else has it.
        """
        return None

    @property
    def is_unkept(self) -> bool:
        """Whether something is written here that only leaving would keep."""
        return False

    async def put_down(self) -> JournalError | None:
        """Save what is being written here, because the journal is about to be locked.

        Returns what keeps it from that.
        """
        return await self.keep()

    def take_up(self, draft: Draft) -> None:
        """Give back what was being written when the journal was locked, if it was here."""

    def tick(self) -> None:
        """Look whether time has changed what is shown; called now and then, in any thread."""

    # --- keys

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
        by_words = command.id in BY_ID or command.id in BY_WORDS
        return there and (by_words or hasattr(self, f"action_{command.id}"))

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

    def say(self, text: str, *, failed: bool = False) -> None:
        """Say something on the line above the keys, until the next key is pressed.

        A failure stays until the next thing is said.
        """
        self._said = Line(text.strip(), failed=failed)
        self.show_said(self._said.text or self._resting, failed=failed)

    def rest(self, text: str) -> None:
        """Let `text` stand on that line whenever nothing else is said."""
        self._resting = text.strip()
        if not self._said.text:
            self.show_said(self._resting, failed=False)

    def hear(self) -> None:
        """Take back what was said, because something else is done now; a failure stays."""
        if self._said.text and not self._said.failed:
            self.say("")

    def show_said(self, text: str, *, failed: bool) -> None:
        """Write the line above the keys."""
        said = self.query_one("#said", Static)
        said.update(plain(text))
        said.set_class(failed, "-failed")

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
            await self._choose(in_a_row(words_of(record), 60).plain, on_record)

    async def _choose(self, title: str, commands: list[Command]) -> None:
        keys = self.settings.keys
        choices = [Choice(c.id, c.words, shown(c.id, keys), c.about) for c in commands]
        await self.ask(
            Choose(title, choices), lambda chosen: self.call_later(self.action_anywhere, chosen)
        )

    async def ask(self, dialog: Dialog[Answer], then: Callable[[Answer], object]) -> None:
        """Open a dialog, and give what it returns, if anything, to `then`.

        It has the cursor when this returns: what is typed in the same burst is meant for it.
        """

        def answered(said: Answer | None) -> None:
            if said is not None:
                then(said)

        await self.app.push_screen(dialog, answered)
        dialog.set_focus(dialog.query_one(Field))

    async def action_anywhere(self, id_: str) -> None:
        """Do a command whether keys write or not."""
        if id_ in BY_WORDS:
            await self.app.push_screen(BY_WORDS[id_].open(self.journal, self.settings))
            return
        if id_ in DEEDS:
            await self.app.run_action(f"app.locking('{id_}')")
            return
        done = self.action_go(id_) if id_ in BY_ID else getattr(self, f"action_{id_}")()
        if isawaitable(done):
            await done

    def action_help(self) -> None:
        """Say what this place is for, why there is such a place, and its keys."""
        where = BY_ID.get(self.place)
        why = self.why or (where.why if where else "")
        self.show_help(f"{self.about}\n\n{why}" if why else self.about)

    def show_help(self, about: str) -> None:
        """Show `about` above the keys of this place; after an empty line, what else to say."""
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

    async def action_go(self, place: str, then: str = "") -> None:
        """Go to a place, and do a command there.

        From a screen that only lies over that place, and for a command, one comes to the place.
        """
        is_there = self.app.current_mode == place
        await self.app.switch_mode(place)
        while (is_there or then) and isinstance(top := self.app.screen, Place) and top.passing:
            self.app.pop_screen()  # not awaited: it may be the one that does this
        if then and isinstance(self.app.screen, Place) and self.app.screen.place == place:
            await self.app.screen.action_anywhere(then)

    async def on_place_name_wanted(self, wanted: PlaceName.Wanted) -> None:
        """Go where a click on a name leads."""
        await self.action_go(wanted.place)

    async def action_see_trash(self) -> None:
        """Go to Days, and see what lies in the trash."""
        await self.action_go("days", then="see_trash")

    async def action_new_page(self) -> None:
        """Go to Coach, and begin a page."""
        await self.action_go("coach", then="new_page")

    async def action_take_in(self) -> None:
        """Go to Coach, and take in an answer."""
        await self.action_go("coach", then="take_in")

    async def action_agreed(self) -> None:
        """Go to Coach, and see what was agreed."""
        await self.action_go("coach", then="agreed")

    def action_sample(self) -> None:
        """See the sample of twelve weeks; it opens over this, and what is done in it goes."""
        from screens.sample import open_sample  # only now and then

        if error := open_sample(self.app):
            self.show_failed(error)

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
        first = in_a_row(words_of(taken.records[0]), 50).plain
        self.post_message(self.Said(f"{said} {what}: {first}"))

    def on_place_said(self, said: "Place.Said") -> None:
        """Say it."""
        self.say(said.words)

    def on_place_failed(self, failed: "Place.Failed") -> None:
        """Say what went wrong."""
        self.show_failed(failed.error)

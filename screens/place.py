"""A place: what every full screen of the journal has in common.

The header names the places, the bottom line says whether keys write or are commands, and a
command acts only while no cursor is in a field. Which places there are says `screens.places`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from inspect import isawaitable
from typing import ClassVar

from textual import work
from textual.binding import Binding
from textual.message import Message

from journal.errors import JournalError
from journal.practice.telling.operations import operation_in_words
from journal.records.record import Record
from journal.store.drafts import Draft
from journal.store.journal import Taken
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.dialog import Answer, Dialog
from screens.keyed import Keyed
from screens.keys import COMMANDS, TABLE, Command, shown, with_keys
from screens.locking.deeds import DEEDS
from screens.opening import BY_WORDS
from screens.places import BY_ID
from screens.safe_text import in_a_row
from screens.turns import in_turn
from screens.widgets.field import Field
from screens.widgets.place_name import PlaceName

UNSAID = frozenset({"all", "down", "up", "first", "last", "back"})
"""Commands that a list of commands need not say."""


class Place(Keyed):
    """A place of the journal.

    about    what it is for, one sentence
    why      why there is such a place, for help; what `screens.places` says if it is one of those
    passing  whether it lies over a place and can be left without a word
    """

    passing: ClassVar[bool] = False
    about: ClassVar[str] = ""
    why: ClassVar[str] = ""

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

    # --- what is being written here

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
            await self._choose(row_of(record, 60), on_record)

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
                with self.failures_said():
                    then(said)

        await self.app.push_screen(dialog, answered)
        dialog.set_focus(dialog.query_one(Field))

    @contextmanager
    def failures_said(self) -> Iterator[None]:
        """Say what goes wrong in what is done meanwhile, instead of letting the app end."""
        try:
            yield
        except JournalError as error:
            self.show_failed(error)

    async def _on_message(self, message: Message) -> None:
        """Do what was asked for; what goes wrong is said, and the place is still there."""
        with self.failures_said():
            await super()._on_message(message)

    async def action_anywhere(self, id_: str) -> None:
        """Do a command whether keys write or not."""
        if id_ in BY_WORDS:
            await self.app.push_screen(BY_WORDS[id_].open(self.journal, self.settings))
            return
        if id_ in DEEDS:
            await self.app.run_action(f"app.locking('{id_}')")
            return
        if id_ in BY_ID:
            await self.action_go(id_)
        elif here := getattr(self, f"action_{id_}", None):
            done = here()
            if isawaitable(done):
                await done
        else:
            await self.action_go(COMMANDS[id_].at, then=id_)

    def action_help(self) -> None:
        """Say what this place is for, why there is such a place, and its keys."""
        where = BY_ID.get(self.place)
        why = self.why or (where.why if where else "")
        about = with_keys(self.about, self.settings.keys)
        self.show_help(f"{about}\n\n{why}" if why else about)

    def show_help(self, about: str) -> None:
        """Show `about` above the keys of this place; after an empty line, what else to say."""
        from screens.help import Help  # not needed for the first screen

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

    def action_sample(self) -> None:
        """See the sample of twelve weeks; it opens over this, and what is done in it goes."""
        from screens.sample import open_sample  # only now and then

        if error := open_sample(self.app):
            self.show_failed(error)

    @in_turn
    def action_undo(self) -> None:
        """Take back the newest change, of this window first, and say which."""
        self._one_step("Took back", lambda: self.journal.undo(own_first=True))

    @in_turn
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
        self.post_message(self.Said(f"{said} {what}: {row_of(taken.records[0], 50)}"))

    def on_place_said(self, said: "Place.Said") -> None:
        """Say it."""
        self.say(said.words)

    def on_place_failed(self, failed: "Place.Failed") -> None:
        """Say what went wrong."""
        self.show_failed(failed.error)


def row_of(record: Record, most: int) -> str:
    """Return what a record says in a row, of its first line so many characters."""
    from journal.practice.telling.in_short import words_of  # not needed for the first screen

    return in_a_row(words_of(record), most).plain

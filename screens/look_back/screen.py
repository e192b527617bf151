"""The look back on a day: its start page, and what each key does in it."""

import asyncio
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList

from journal.errors import JournalError
from journal.practice.look_back.close import manner_of
from journal.practice.look_back.resuming import PLACE
from journal.settings import Settings
from journal.store.journal import Journal
from screens.dialogs.choose import Choice, Choose
from screens.keys import shown
from screens.look_back import words
from screens.look_back.beginning import begun, resumed
from screens.look_back.commands import LISTED, all_bindings
from screens.look_back.keeping import State
from screens.look_back.reading import Read, Unfinished, read
from screens.look_back.sitting import Sitting
from screens.look_back.walking import WalkedPages
from screens.place import Place


class LookBack(WalkedPages):
    """A look back on `day`, or on the present one; it lies over the place it was opened from."""

    about = "The look back: make something of the day, in five minutes or one. Skipping is fine."
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings()]

    @dataclass
    class Found(Message):
        """What there is to look back on has been read."""

        found: Read

    def __init__(self, journal: Journal, settings: Settings, day: date | None = None) -> None:
        super().__init__(journal, settings)
        self._day = day
        self._ready = asyncio.Event()

    def on_mount(self) -> None:
        """Begin with what was noted."""
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what the page that is shown has a use for."""
        return self._is_of_use(action) and super().check_action(action, parameters)

    def _is_of_use(self, action: str) -> bool:
        begun, start = self.sitting is not None, self.kind == "start"
        useful = {
            "go_on": not self.is_writing or self.kind == "end",
            "stay": self.kind == "end",
            "step_back": begun,
            "enough": begun,
            "my_editor": self.is_writing,
            "set_aside": self.kind == "notes" and bool(self.rows.marked),
            "earlier": start,
            "later": start,
            **dict.fromkeys(
                ("down", "up", "first", "last"), self.kind in ("start", "notes", "due")
            ),
        }
        return useful.get(action, True)

    async def action_all(self) -> None:
        """Offer everything that the page that is shown has a use for, by its words."""
        choices = [
            Choice(each.id, each.words, shown(each.id, self.settings.keys), each.about)
            for each in LISTED
            if self._is_of_use(each.id)
        ]
        await self.ask(Choose("All commands", choices), self._do)

    action_more = action_all

    def _do(self, command: str) -> None:
        self.call_later(self.action_anywhere, command)

    # --- the start page

    @on(Place.Changed)
    def read_again(self) -> None:
        """Show notes that come meanwhile, as long as nothing has begun."""
        if self.sitting is None:
            self._read()

    @work(thread=True, group="read")
    def _read(self) -> None:
        try:
            self.post_message(self.Found(read(self.journal, self.settings, self._day)))
        except JournalError as error:
            self.post_message(self.Failed(error))

    @on(Found)
    def show_found(self, message: Found) -> None:
        """Show the start page, unless another day was wanted meanwhile."""
        if self.sitting is None and self._day in (None, message.found.day):
            same_day = self.found is not None and self.found.day == message.found.day
            self.found = message.found
            self.show_start(message.found, self.rows.marked if same_day else "")
            for error in message.found.wrong[:1]:
                self.show_failed(error)
            self._ready.set()

    def show_failed(self, error: JournalError) -> None:
        """Say what went wrong; if that was the reading, whoever waits for it goes on."""
        super().show_failed(error)
        self._ready.set()

    async def action_earlier(self) -> None:
        """Look back on the day before."""
        await self._other_day(-1)

    async def action_later(self) -> None:
        """Look back on the day after; today is the last one."""
        await self._other_day(1)

    async def _other_day(self, step: int) -> None:
        await self._ready.wait()
        if self.found and self.found.day + timedelta(days=step) <= self.found.today:
            self._day = self.found.day + timedelta(days=step)
            self._ready.clear()
            self._read()

    def _start(self, found: Read, form: str) -> None:
        """Begin what was chosen."""
        if form == words.NOT_TODAY:
            self.dismiss()
            return
        manner = manner_of(self.settings)
        unfinished, state = found.unfinished, None
        if unfinished and form == words.GO_ON:
            sitting = resumed(found, unfinished, manner)
            self.hold(sitting, None if unfinished.session else unfinished.record)
            state = self.state(sitting)
        else:
            self.hold(begun(found, form, manner))
        self.show_page()
        if unfinished and unfinished.session:
            self._take_over(unfinished, state)

    @work(thread=True, group="keep")
    def _take_over(self, unfinished: Unfinished, going_on: State | None) -> None:
        """Make a draft that was left behind ours, or put it into the journal for later."""
        try:
            if going_on:
                self.keeping.draft(going_on)
            else:
                self.journal.save(unfinished.record, op="close")
            self.journal.drafts.drop(unfinished.session, PLACE)
        except JournalError as error:
            self.post_message(self.Failed(error))

    async def action_go_on(self) -> None:
        """Choose, pick, write again, or keep the look back and close the journal."""
        await self._ready.wait()
        sitting = self.sitting
        if sitting is None:
            if self.found:
                self._start(self.found, self.rows.marked)
        elif self.kind == "notes":
            sitting.pick(self.rows.marked)
            self.show_page()
        elif self.kind == "due":
            await self._answer_due(sitting, self.rows.marked)
        elif self.kind == "questions":
            self.set_focus(self.slots[sitting.field].field)
        else:
            await self.leave(self.app.action_quit)

    async def _answer_due(self, sitting: Sitting, key: str) -> None:
        """Ask what came of the try that waits, and save it; or go on without."""
        if not key or sitting.due is None:
            sitting.go_on()
            self.show_page()
            return
        from screens.look_back.looking_again import ask_what_came

        await ask_what_came(self, sitting, key)

    @on(OptionList.OptionSelected)
    async def take_clicked(self) -> None:
        """Choose or pick what was clicked."""
        await self.action_go_on()

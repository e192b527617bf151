"""After a look back: what the journal asks about itself, each once, on one calm page."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from itertools import zip_longest
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from journal.clock import logical_day
from journal.errors import JournalError, Usage
from journal.practice.look_back.afterwards import GOAL, Asked, new_goal
from journal.settings import Settings, parse, setting
from journal.settings_file import change
from journal.store.journal import Journal
from screens.keys import bindings
from screens.look_back import words
from screens.look_back.parts import Slot
from screens.place import Place
from screens.settings_place import SettingsPlace, in_words
from screens.widgets.choices import Choices


class Afterwards(Place):
    """Questions about the journal itself; an empty answer leaves everything as it is.

    It is open until all are answered or skipped, and then goes by itself.
    """

    CSS_PATH: ClassVar[str] = "look_back.tcss"
    AUTO_FOCUS: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_as_it_is", "leave it as it is", show=False, priority=True),
        Binding("ctrl+s", "finish", "keep", show=False, priority=True),
        *bindings("down", "up", "first", "last", "help", "quit"),
    ]
    about = "The journal asks about itself only now and then, and each thing once."

    choices = getters.query_one(Choices)

    def __init__(self, journal: Journal, settings: Settings, asked: tuple[Asked, ...]) -> None:
        super().__init__(journal, settings)
        self._asked = asked

    async def over(self, place: Place, then: Callable[[], object]) -> None:
        """Open over `place`, with the cursor here when this returns; `then` is done at the end."""

        def gone(_: None) -> None:
            place.call_later(then)

        await place.app.push_screen(self, gone)
        slots = self.query(Slot)
        self.set_focus(slots.first().field if slots else self.choices)

    def compose(self) -> ComposeResult:
        """Lay out the questions, each with its field or its choices."""
        with Horizontal(id="place"):
            yield Static(words.AFTERWARDS, classes="place--name", markup=False)
            yield Static(words.ASKED_ONCE, classes="place--day", markup=False)
        yield from self.sample_line()
        with VerticalScroll(id="pages", can_focus=False):
            for number, each in enumerate(self._asked):
                if each.choices:
                    yield Static(each.wording, markup=False, classes="question")
                    yield Choices(each.choices, id="rows")
                    yield Static(each.about, markup=False, classes="quiet")
                else:
                    yield Slot(partial(self._answered, number))
        yield from self.bottom(Static("", classes="rule", markup=False))

    def on_mount(self) -> None:
        """Ask; what holds until now stands dim in each field."""
        typed = [each for each in self._asked if not each.choices]
        for slot, each in zip(self.query(Slot), typed, strict=True):
            slot.ask(each.wording, each.about, "")
            slot.field.placeholder = now(each.id, self.settings)

    def show_keys(self) -> None:
        """Write the bottom line."""
        looking = words.CHOOSING if self.query(Choices) else words.NOT_ANSWERING
        keys = words.ANSWERING if self.is_writing else looking
        for line in self.query("#keys").results(Static):
            line.update(keys)

    # --- answers

    def _answered(self, number: int, text: str) -> None:
        """Take the answer from field `number` and go to the next, or finish."""
        slots = list(self.query(Slot))
        slots[number].put(text)
        wrong = _wrong(self._asked[number], text.strip())
        self.say(wrong, failed=True)
        if wrong:
            self.set_focus(slots[number].field)
        elif number + 1 < len(slots):
            self.set_focus(slots[number + 1].field)
        else:
            self.call_later(self.action_finish)

    @on(OptionList.OptionSelected)
    async def take_choice(self) -> None:
        """Take what was chosen."""
        await self.action_finish()

    async def action_leave_as_it_is(self) -> None:
        """Go on without an answer; where that is one of the choices, it is the first."""
        if await self._kept([each.choices[0][0] if each.choices else "" for each in self._asked]):
            self.dismiss(None)

    async def action_finish(self) -> None:
        """Let the answers hold, and go; where they cannot be kept, say why and stay."""
        fields = [slot.field for slot in self.query(Slot)]
        answers = [field.text.strip() for field in fields] or [self.choices.marked]
        for each, answer, field in zip_longest(self._asked, answers, fields):
            if wrong := _wrong(each, answer):
                self.say(wrong, failed=True)
                self.set_focus(field)
                return
        if await self._kept(answers):
            self.dismiss(None)

    async def _kept(self, answers: Sequence[str]) -> bool:
        try:
            for each, answer in zip(self._asked, answers, strict=True):
                if answer:
                    await asyncio.to_thread(self._keep, each, answer)
        except JournalError as error:
            self.show_failed(error)
            return False
        self.app.post_message(SettingsPlace.Set(self.settings))
        return True

    def _keep(self, asked: Asked, answer: str) -> None:
        if asked.id != GOAL:
            value = change(self.journal.places.settings, asked.id, answer)
            self.settings = self.settings._replace(**{asked.id: value})
            return
        clock = self.journal.clock
        day = logical_day(clock.now(), self.settings.day_ends)
        goal = new_goal(answer, clock.now(), clock.zone, day)
        if goal is not None:
            self.journal.save(goal)


def now(id_: str, settings: Settings) -> str:
    """Return what a setting is now, in words; "" where what is asked is none."""
    return "" if id_ == GOAL else in_words(setting(id_), settings)


def _wrong(asked: Asked, answer: str) -> str:
    """Return what an answer has to be, if it cannot be that; or ""."""
    if not answer or asked.id == GOAL:
        return ""
    try:
        parse(asked.id, answer)
    except Usage as error:
        return error.hint
    return ""

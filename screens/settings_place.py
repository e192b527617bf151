"""Settings: what each is called, what it is, and a list or a line to change it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList, Static

from journal.errors import JournalError, Usage
from journal.settings import TABLE, Setting, Settings, load, parse, shown
from journal.settings_file import change
from screens.dialogs.ask import Ask
from screens.dialogs.choose import Choice, Choose
from screens.keys import bindings, trouble
from screens.place import Place
from screens.places import PLACE_IDS
from screens.safe_text import plain
from screens.widgets.choices import Choices

BESIDE_NAME = 28
"""Cells before a value: its name, with room around it."""

SLIM = 60
"""In so few columns a value stands below its name."""


class SettingsPlace(Place):
    """A list of all settings; enter changes the one that is highlighted."""

    CSS_PATH: ClassVar[str] = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("choose", "help", "quit", "back", "down", "up", "first", "last", *PLACE_IDS),
    ]
    about = (
        "Settings: how the journal behaves. Each is changed at once.\n\n"
        "A backup is made once a day. `journal doctor` says where; `journal backup` goes back."
    )
    why = (
        "The journal fits itself to how you work, not the other way round. Nothing here needs "
        "an answer: what stands there is a fair beginning."
    )
    offers = ("choose", "back", "help")
    passing = True

    @dataclass
    class Set(Message):
        """A setting was changed; these hold from now on."""

        settings: Settings

    list = getters.query_one("#settings", Choices)

    def compose(self) -> ComposeResult:
        """Lay out the list, and below it what the highlighted one does."""
        yield from self.header()
        yield Static("Settings", id="settings-title", markup=False)
        yield Choices(id="settings")
        yield from self.bottom(Static("", id="setting-help", markup=False))

    def on_mount(self) -> None:
        """Show what is set."""
        self.show_date()
        self.set_focus(self.list)
        self._show()

    def on_resize(self) -> None:
        """Write them in the new width."""
        super().on_resize()
        self._show()

    def _show(self) -> None:
        name = "{}\n    " if self.size.width <= SLIM else f"{{:{BESIDE_NAME}}}"
        words = {each.key: plain(in_words(each, self.settings)).stylize("bold") for each in TABLE}
        rows = [(each.key, plain(name.format(each.name)) + words[each.key]) for each in TABLE]
        self.list.show(rows, self.list.highlighted or 0)

    @on(OptionList.OptionHighlighted)
    def show_help_on_it(self) -> None:
        """Say what the highlighted setting does."""
        self.query_one("#setting-help", Static).update(plain(self._chosen().help))

    def _chosen(self) -> Setting:
        return next(each for each in TABLE if self.list.marked in ("", each.key))

    @on(OptionList.OptionSelected)
    async def change_clicked(self) -> None:
        """Do with a click what `enter` does."""
        await self.action_choose()

    async def action_choose(self) -> None:
        """Change the setting that is highlighted."""
        each = self._chosen()
        now = shown(getattr(self.settings, each.key))
        await self.ask(self._dialog(each, now), self._taker(each.key, now))

    def _dialog(self, each: Setting, now: str) -> Choose | Ask:
        """Return the list of what it can be, or a line to type it."""
        if each.said:
            values = [Choice(value, words) for value, words in each.said.items()]
            return Choose(each.name, values, now=now)
        title = f"{each.help} It is {each.form}."
        return Ask(title, now, wrong=lambda typed: wrong(each, typed.strip()))

    def _taker(self, key: str, now: str) -> Callable[[str], None]:
        def take(typed: str) -> None:
            if typed.strip() != now:
                self._change(key, typed.strip())

        return take

    def _change(self, key: str, typed: str) -> None:
        path = self.journal.places.settings
        try:
            change(path, key, typed)
            self.settings = load(path)
        except JournalError as error:
            self.show_failed(error)
            return
        self.post_message(self.Set(self.settings))
        self._show()
        self.say("Changed.")

    def action_back(self) -> None:
        """Go back to where the settings were opened."""
        self.dismiss()


def in_words(each: Setting, settings: Settings) -> str:
    """Return what a setting is, as a screen says it."""
    value = shown(getattr(settings, each.key))
    called = {**each.said, **each.read}
    return called.get(value, value)


def wrong(each: Setting, typed: str) -> str:
    """Return what is wrong with a value that was typed for a setting, or "" if it is fine."""
    try:
        parse(each.key, typed)
    except Usage:
        return f"It cannot be “{typed}”. It is {each.form}."
    return trouble(typed) if each.key == "keys" else ""

"""Settings: what each does, what it is, and a line to change it."""

from dataclasses import dataclass
from textwrap import fill, indent
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.errors import JournalError, Usage
from journal.settings import TABLE, Settings, load, shown
from journal.settings_file import change
from screens.dialogs.ask import Ask
from screens.keys import bindings, trouble
from screens.place import Place
from screens.safe_text import plain


class SettingsPlace(Place):
    """A list of all settings; enter changes the one that is highlighted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("choose", "help", "quit", "back", "down", "up", "first", "last"),
    ]
    about = "Settings: how the journal behaves. Each is changed at once."
    offers = ("choose", "back", "help")

    @dataclass
    class Set(Message):
        """A setting was changed; these hold from now on."""

        settings: Settings

    settings_list = getters.query_one("#settings", OptionList)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield from self.header()
        yield OptionList(id="settings", markup=False, compact=True)
        yield from self.bottom()

    def on_mount(self) -> None:
        """Show what is set."""
        self.set_focus(self.settings_list)
        self._show()
        self.settings_list.highlighted = 0

    def on_resize(self) -> None:
        """Write them in the new width."""
        super().on_resize()
        self._show()

    def list_to_move(self) -> OptionList:
        """Return the list in which the highlight moves."""
        return self.settings_list

    def _show(self) -> None:
        at = self.settings_list.highlighted
        self.settings_list.clear_options()
        for each in TABLE:
            value = shown(getattr(self.settings, each.key)) or "not set"
            about = indent(fill(each.help, max(self.size.width - 8, 20)), "    ")
            row = Content.assemble(
                (f"{each.key:14}", "bold"), plain(value), "\n", (f"{about}\n", "dim")
            )
            self.settings_list.add_option(Option(row, id=each.key))
        self.settings_list.highlighted = at

    async def action_choose(self) -> None:
        """Change the setting that is highlighted."""
        option = self.settings_list.highlighted_option
        each = next(setting for setting in TABLE if option and setting.key == option.id)
        now = shown(getattr(self.settings, each.key))

        def take(typed: str) -> None:
            if typed.strip() != now:
                self._change(each.key, typed.strip())

        await self.ask(Ask(f"{each.help} {each.form.capitalize()}.", now), take)

    def _change(self, key: str, typed: str) -> None:
        path = self.journal.places.settings
        try:
            if key == "keys" and (wrong := trouble(typed)):
                raise Usage(wrong, "Nothing was changed.")
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

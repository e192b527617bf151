"""The app: opens on Today, hears of changes, and keeps what was being written when it ends."""

import gc
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.screen import Screen

from journal.errors import JournalError
from journal.settings import Settings
from journal.store.journal import Journal
from screens.base import AppBase
from screens.keys import keymap, trouble
from screens.place import Place
from screens.settings_place import SettingsPlace
from screens.themes import NAMES, THEMES
from screens.today import Today

LISTEN = 1.0
"""How often other windows' and shells' saves are looked for, in seconds."""


class JournalApp(AppBase):
    """The journal on the screen."""

    CSS_PATH: ClassVar[str] = "app.tcss"
    DEFAULT_MODE: ClassVar[str] = "today"

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__()
        self.title = "Journal"
        self.journal = journal
        self.settings = settings
        self.animation_level = "none"
        self.add_mode("today", lambda: Today(self.journal, self.settings))
        self.add_mode("days", self._days)
        # Here and not when it is mounted, so that the first screen is drawn once.
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = NAMES[settings.theme]

    def _days(self) -> Place:
        from screens.days import Days  # not needed for the first screen

        return Days(self.journal, self.settings)

    def on_mount(self) -> None:
        """Hear of others' saves from now on."""
        self.set_keymap(keymap(self.settings.keys))
        self.journal.subscribe(self._hear)
        self.set_interval(LISTEN, self._listen)
        self.set_timer(LISTEN, gc.enable)  # it is off while the app starts
        for place in self.open_places():
            place.say(trouble(self.settings.keys), failed=True)

    def use(self, settings: Settings) -> None:
        """Let `settings` hold from now on."""
        self.settings = settings
        self.theme = NAMES[settings.theme]
        self.set_keymap(keymap(settings.keys))
        for place in self.open_places():
            place.settings = settings

    def on_settings_place_set(self, event: SettingsPlace.Set) -> None:
        """Let what was just set hold."""
        self.use(event.settings)

    def open_places(self) -> list[Place]:
        """Return all places that are open, in whichever mode."""
        stacks: list[list[Screen[object]]] = list(self._screen_stacks.values())
        return [screen for stack in stacks for screen in stack if isinstance(screen, Place)]

    def _hear(self, ids: set[str]) -> None:
        """Pass on what has changed; called in the thread that noticed."""
        for place in self.open_places():
            place.post_message(Place.Changed(ids))

    @work(thread=True, group="listen", exclusive=True)
    def _listen(self) -> None:
        """Read what others have saved; places are told of it through the journal."""
        try:
            self.journal.load()
            for place in self.open_places():
                place.tick()
        except JournalError as error:
            for place in self.open_places():
                place.post_message(Place.Failed(error))

    async def leave(self) -> None:
        """Let every place keep what is being written, then close.

        What cannot be kept even as a draft is printed when the terminal is given back.
        """
        errors = [error for place in self.open_places() if (error := await place.keep())]
        self.journal.close()
        if errors:
            told = "\n\n".join(error.message for error in errors)
            self.exit(errors[0].code, message=Content(told))
        else:
            await super().leave()


def open_app(journal: Journal, settings: Settings) -> int:
    """Run the app until the learner leaves it; return the exit code."""
    code = JournalApp(journal, settings).run()
    return code if code is not None else 0

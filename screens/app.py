"""The app: opens on Today, hears of changes, and keeps what was being written when it ends."""

import gc
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.actions import ActionParseResult
from textual.content import Content
from textual.dom import DOMNode

from journal.errors import JournalError, Locked
from journal.settings import Settings
from journal.store.journal import Journal
from screens.keys import keymap, trouble
from screens.locking.app import LockingApp
from screens.place import Place
from screens.quiet import short_turns
from screens.themes import NAMES, THEMES

if TYPE_CHECKING:  # not needed for the first screen
    from screens.settings_place import SettingsPlace

LISTEN = 1.0
"""How often other windows' and shells' saves are looked for, in seconds."""


class JournalApp(LockingApp):
    """The journal on the screen."""

    CSS_PATH: ClassVar[str] = "app.tcss"
    DEFAULT_MODE: ClassVar[str] = "today"

    def __init__(self, journal: Journal, settings: Settings, *, is_sample: bool = False) -> None:
        super().__init__(journal, settings)
        self.is_sample = is_sample
        self.title = "Journal"
        self.animation_level = "none"
        # Here and not when it is mounted, so that the first screen is drawn once.
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = NAMES[settings.theme]

    async def on_event(self, event: events.Event) -> None:
        """Let what a place has said go, before what is pressed now says something else."""
        is_new = isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded
        if is_new and isinstance(top := self.screen, Place):
            top.hear()
        await super().on_event(event)

    async def run_action(
        self,
        action: "str | ActionParseResult",  # Textual names it by a string
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key means; what goes wrong is said at the place that one sees."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except JournalError as error:
            places = [each for each in self.screen_stack if isinstance(each, Place)]
            if not places:
                raise
            places[-1].show_failed(error)
            return True

    def on_mount(self) -> None:
        """Hear of others' saves from now on."""
        self.set_keymap(keymap(self.settings.keys))
        self.journal.subscribe(self._hear)
        self.set_interval(LISTEN, self._tick)
        self.set_timer(LISTEN, gc.enable)  # it is off while the app starts
        if wrong := trouble(self.settings.keys):
            for place in self.open_places():
                place.say(wrong, failed=True)

    def use(self, settings: Settings) -> None:
        """Let `settings` hold from now on."""
        self.settings = settings
        self.theme = NAMES[settings.theme]
        self.set_keymap(keymap(settings.keys))
        for place in self.open_places():
            place.settings = settings

    def on_settings_place_set(self, event: "SettingsPlace.Set") -> None:
        """Let what was just set hold."""
        self.use(event.settings)

    def _hear(self, ids: set[str]) -> None:
        """Pass on what has changed; called in the thread that noticed."""
        for place in () if self.is_locked else self.open_places():
            place.post_message(Place.Changed(ids))

    def _tick(self) -> None:
        """Look whether somebody is still there, and what others have saved."""
        if not self.is_locked:
            self.lock_if_left()
            self._listen()

    @work(thread=True, group="listen", exclusive=True)
    def _listen(self) -> None:
        """Read what others have saved; places are told of it through the journal."""
        try:
            self.journal.load()
            for place in self.open_places():
                place.tick()
        except Locked:  # it was given a passphrase in another window
            self.call_later(self.lock_now)
        except JournalError as error:
            for place in self.open_places():
                place.post_message(Place.Failed(error))

    async def leave(self) -> None:
        """Let every place keep what is being written, then close.

        What cannot be kept even as a draft is printed when the terminal is given back.
        """
        self.stop_asking()
        errors = [error for place in self.open_places() if (error := await place.keep())]
        self.journal.close()
        if errors:
            told = "\n\n".join(error.message for error in errors)
            self.exit(errors[0].code, message=Content(told))
        else:
            await super().leave()


def open_app(journal: Journal, settings: Settings, *, is_sample: bool = False) -> int:
    """Run the app until the learner leaves it; return the exit code."""
    with short_turns():
        code = JournalApp(journal, settings, is_sample=is_sample).run()
    return code if code is not None else 0

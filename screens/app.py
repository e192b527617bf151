"""The app: opens on Today, hears of changes, and keeps what was being written when it ends."""

import asyncio
from typing import ClassVar

from textual import work
from textual.content import Content

from journal.errors import JournalError
from journal.settings import Settings
from journal.store.journal import Journal
from screens.base import AppBase
from screens.themes import THEMES
from screens.today import Today

LISTEN = 1.0
"""How often other windows' and shells' saves are looked for, in seconds."""


class JournalApp(AppBase):
    """The journal on the screen."""

    CSS_PATH: ClassVar[str] = "app.tcss"

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__()
        self.title = "Journal"
        self.journal = journal
        self.settings = settings
        self.today = Today(journal, settings)

    def on_mount(self) -> None:
        """Open Today, then read the rest of the journal behind it."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "night"
        self.animation_level = "none"
        self.push_screen(self.today)
        self.journal.subscribe(self._hear)
        self.set_interval(LISTEN, self._listen)

    def _hear(self, ids: set[str]) -> None:
        """Pass on what has changed; called in the thread that noticed."""
        self.today.post_message(Today.Changed(ids))

    @work(thread=True, group="listen", exclusive=True, exit_on_error=False)
    def _listen(self) -> None:
        """Read what others have saved; Today is told of it through the journal."""
        try:
            self.today.begin_new_day()
            self.journal.load()
        except JournalError as error:
            self.today.post_message(Today.Failed(error))

    async def leave(self) -> None:
        """Keep what is being written, then close; where that fails, its text is printed."""
        unkept = await asyncio.to_thread(self.today.hand_over_line().keep_or_draft)
        self.journal.close()
        if unkept is None:
            await super().leave()
        else:
            self.exit(unkept.code, message=Content(unkept.message))


def open_app(journal: Journal, settings: Settings) -> int:
    """Run the app until the learner leaves it; return the exit code."""
    code = JournalApp(journal, settings).run()
    return code if code is not None else 0

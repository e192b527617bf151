"""The app that every screen may know: what must hold whatever is drawn on it.

Nothing a learner wrote acts on the terminal, leaves traces in logs or screenshots, or is printed
by a crash; and every way of ending, a signal's too, goes through `leave`.
"""

import asyncio
import contextlib
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual import constants
from textual.app import App
from textual.dom import DOMNode
from textual.filter import LineFilter, Monochrome, NoColor
from textual.worker import WorkerFailed

from journal.errors import JournalError
from screens.colourless import Colourless
from screens.escape import mend_escape
from screens.safe_text import SafeText
from screens.sheet import Sheet
from screens.widgets.field import settled

HARMLESS = frozenset(
    {
        "TEXTUAL_ALLOW_SIGNALS",
        "TEXTUAL_ANIMATIONS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_DIM_FACTOR",
        "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FILTERS",
        "TEXTUAL_FPS",
        "TEXTUAL_SLOW_THRESHOLD",
        "TEXTUAL_SMOOTH_SCROLL",
        "TEXTUAL_THEME",
    }
)
"""Textual's variables that change how things look; the others log, photograph or load code."""

_SILENT = {
    "DEBUG": False,
    "DRIVER": None,
    "LOG_FILE": None,
    "PRESS": "",
    "SCREENSHOT_DELAY": -1,
    "SCREENSHOT_LOCATION": None,
    "SCREENSHOT_FILENAME": None,
    "SHOW_RETURN": False,
}
"""What Textual read from the others when it was imported, as if they had not been set."""

_CRASHED = """\
The journal had to close. The fault is ours, not yours.
Everything that was kept is still there; `journal` opens it again.

  {what}

To tell us about it, send these lines and what `journal doctor` prints.
There is nothing in them that you wrote.
"""

_NO_TERMINAL = "The journal has closed, because the terminal stopped sending keys.\n"


def forget_switches() -> None:
    """Make Textual's logs, screenshots, recorded keys and foreign drivers unavailable.

    They would write what is on the screen, or what is typed, to files of their own.
    """
    for name in [name for name in os.environ if name.split("_")[0] == "TEXTUAL"]:
        if name not in HARMLESS:
            del os.environ[name]
    for name, value in _SILENT.items():
        setattr(constants, name, value)


def crash_report(error: BaseException | None) -> str:
    """Return what is shown after a crash: the error's type and where, no values and no message.

    A message may quote what the learner wrote.
    """
    while isinstance(error, WorkerFailed):
        error = error.error
    frames = traceback.extract_tb(error.__traceback__)[-8:] if error else []
    where = [f"{_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    return _CRASHED.format(what="\n  ".join([type(error).__name__, *reversed(where)]))


def _short(filename: str) -> str:
    """Return the end of a path, which names the file but not the person."""
    return "/".join(Path(filename).parts[-3:])


class AppBase(App[int]):
    """An app that keeps to itself and ends in one way; it returns the shell's exit code."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False  # the places list their commands themselves

    is_sample = False
    """Whether the journal shown is the shipped sample, of which nothing is kept."""

    told_of_disk = False
    """Whether it was said that the learner's own editor has a sealed text on the disk here."""

    empty_places: frozenset[str] = frozenset()
    """The places with nothing in them, which the header dims."""

    last_change: Event
    """Is set as soon as the change that was begun last is done; see `screens.turns`."""

    def __init__(self) -> None:
        forget_switches()
        mend_escape()
        super().__init__()
        self.stylesheet = Sheet(self.theme_variables)
        self._colourless = Colourless()
        self._safe_text = SafeText()
        self._leaving = False
        self.last_change = Event()
        self.last_change.set()

    @property
    def is_leaving(self) -> bool:
        """Whether the app is about to close."""
        return self._leaving

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters that each drawn line passes; the last one makes it safe."""
        filters = super().get_line_filters()
        if self.no_color:  # Textual would write greys
            filters = [each for each in filters if not isinstance(each, (Monochrome, NoColor))]
            filters.append(self._colourless)
        return [*filters, self._safe_text]

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:  # noqa: FBT001, FBT002
        """Style what is on the screen; what is being made is styled when it comes there."""
        if node.parent is not None or node is self:
            super().update_styles(node, animate)

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Do nothing: a picture of the screen would be the journal as an open file."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Do nothing: links in the journal do not open."""

    def on_load(self) -> None:
        """Let the signals that ask a program to end (SIGTERM, SIGHUP) go the normal way."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            # Windows has neither such handlers nor the second signal.
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                if number is not None:
                    loop.add_signal_handler(number, self.call_later, self.end)

    async def action_quit(self) -> None:
        """End the app, because somebody pressed the key for it."""
        await self.end()

    async def end(self) -> None:
        """End the app, after the keys that were pressed before have been written."""
        if self._leaving:
            return
        self._leaving = True
        try:
            await settled(self.focused if self.screen_stack else None)
            await self.leave()
        finally:
            self._leaving = False

    async def leave(self) -> None:
        """Close the app. Those who hold what is not kept yet extend this, and keep it first.

        It may run twice, when two signals come at once.
        """
        self.exit(0)

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002
        """Take over what Textual would print when it cannot go on, which may quote anything.

        Without an error of ours it is the thread that reads keys: there, all can still be kept.
        """
        if self._exception is not None:
            self._fatal_error()
        else:
            self._exit_renderables.append(Text(_NO_TERMINAL))
            self.call_later(self.end)

    def _fatal_error(self) -> None:
        """Close after an unhandled error and say what it was, without what was on the screen."""
        self._return_value = self._return_code = JournalError.code
        if not self._exit_renderables:
            self._exit_renderables.append(Text(crash_report(self._exception or sys.exception())))
        self._close_messages_no_wait()

"""A tour through every place and dialog, by keys, for tests that hold wherever a person can be."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from textual.app import App
from textual.pilot import Pilot

from journal.clock import logical_day, system_clock
from journal.paths import places
from journal.sample import sample_records
from journal.settings import Settings
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.widgets.field import Field
from tests.screens.test_today import shows, until

NOW = "2026-11-24T16:45:00"
"""A Tuesday at the end of the workday: the sample's last day has not been looked back on."""


class Stop(NamedTuple):
    """One place to be, or dialog to have open, while writing or looking.

    keys     what is pressed to get there from the stop before; a long word is typed
    shows    what is on the screen then
    writing  whether the cursor is in a field
    """

    name: str
    keys: str
    shows: str
    writing: bool = False


EMPTY = (
    Stop("today, first day", "", "It stays on this computer.", writing=True),
    Stop("today, first day, looking", "tab", "n note"),
    Stop("days, empty", "3", "Nothing is here yet."),
    Stop("days, empty, finding", "slash", "enter goes there", writing=True),
)
"""Through a journal with nothing in it."""

MANY = (
    Stop("today, writing", "", "What did you just notice?", writing=True),
    Stop("today, with half a line", "a h a l f", "› ahalf", writing=True),
    Stop("today, looking", "ctrl+u tab j", "n note"),
    Stop("all commands", "colon", "All commands", writing=True),
    Stop("what can be done with this", "escape full_stop", "in my editor", writing=True),
    Stop("signs", "escape s", "What is it?", writing=True),
    Stop("tags", "escape t", "Tags, with spaces between", writing=True),
    Stop("edit", "escape e", "Edit", writing=True),
    Stop("help on today", "escape question_mark", "Where there is a cursor, keys write"),
    Stop("reading", "escape enter", "One record"[:0]),
    Stop("reading, with history", "h", "What it said before"),
    Stop("settings", "escape comma", "day_ends"),
    Stop("help on settings", "question_mark", "Each is changed at once."),
    Stop("a setting", "escape enter", "When your day ends", writing=True),
    Stop("days", "escape escape 3", "This week"),
    Stop("days, in the list", "tab", "This week"),
    Stop("days, finding", "slash", "enter goes there", writing=True),
    Stop("days, with hits", "w h a t", "a", writing=True),
    Stop("days, among hits", "enter", "earlier"),
    Stop("reading a hit", "enter", "esc back"),
    Stop("which journal", "escape escape colon b r i n g enter", "Which kind", writing=True),
    Stop("where it is", "enter", "Where is it?", writing=True),
    Stop("not there", "x x enter", "enter names another path"),
    Stop("look back, start", "escape 1 escape l", "▸ Five minutes"),
    Stop("help on the look back", "question_mark", "Skipping is fine."),
    Stop("look back, notes", "escape enter", "None in particular"),
    Stop("look back, a note marked", "up", "space set it aside"),
    Stop("look back, a question", "enter", "2 of 5", writing=True),
    Stop("look back, why", "ctrl+g", "Left without words", writing=True),
    Stop("look back, not writing", "up", "enter write"),
    Stop("look back, end", "ctrl+s", "One line for yourself tomorrow", writing=True),
    Stop("today, after it", "tab", "Looked back on the day"),
    Stop("look back on one page", "l g j j enter", "shift+tab back", writing=True),
)
"""Through the sample journal."""


def fill(journal: Journal) -> None:
    """Put the sample of twelve weeks into a journal."""
    journal.save(*sample_records(logical_day(journal.clock.now()), "Etc/UTC"), op="import")


def opened() -> Journal:
    """Return the journal as another window sees it."""
    return Journal(places(), system_clock())


@asynccontextmanager
async def running(
    size: tuple[int, int] = (80, 24), settings: Settings | None = None
) -> AsyncIterator[Pilot[int]]:
    """Run the app on Today, all of it drawn."""
    app = JournalApp(opened(), settings or Settings(hints="off"))
    async with app.run_test(size=size) as pilot:
        await shows(pilot, "November")
        await at_rest(pilot)
        yield pilot


async def tour(pilot: Pilot[int], stops: tuple[Stop, ...]) -> AsyncIterator[Stop]:
    """Go from stop to stop."""
    for stop in stops:
        await pilot.press(*stop.keys.split())
        await shows(pilot, stop.shows)
        await until(pilot, lambda stop=stop: is_writing(pilot.app) == stop.writing)  # type: ignore[misc]
        await at_rest(pilot)
        yield stop


async def at_rest(pilot: Pilot[int]) -> None:
    """Wait until what was begun is done and drawn.

    Those who wait for a dialog's answer are in no group of their own.
    """
    await until(pilot, lambda: not _busy(pilot.app))
    await pilot.pause()


def is_writing(app: App[Any]) -> bool:
    """Whether the cursor is in a field."""
    return isinstance(app.focused, Field)


def _busy(app: App[Any]) -> bool:
    return any(worker.is_running and worker.group != "default" for worker in app.workers)

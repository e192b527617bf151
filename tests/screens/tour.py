"""A tour through every place and dialog, by keys, for tests that hold wherever a person can be."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from textual.app import App
from textual.pilot import Pilot

from journal.clock import Clock, logical_day
from journal.sample import sample_records
from journal.settings import Settings
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.widgets.field import Field
from tests.support.pilot import opened as opened
from tests.support.pilot import shows, until

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
    Stop("loop, empty", "2", "Nothing in it has to be finished"),
    Stop("a shelf, empty", "colon t r i e s enter", "Nothing is here yet."),
    Stop("growth, empty", "escape 4", "Nothing to compare yet, and nothing is missing."),
    Stop("coach, empty", "5", "There is no coach yet."),
    Stop("days, empty", "escape 3", "Nothing is here yet."),
    Stop("days, empty, finding", "slash", "enter goes there", writing=True),
    Stop("days, empty trash", "escape colon t r a s h enter", "There is nothing in the trash."),
)
"""Through a journal with nothing in it."""

ONE = (
    Stop("today, one note", "", "Client wanted the reason", writing=True),
    Stop("what a note can become", "tab m", "what someone said", writing=True),
    Stop("a question of it", "enter", "What do you want to find out?", writing=True),
    Stop("loop, one question", "enter 2", "▸ Client wanted the reason"),
    Stop("days, one note", "3", "This week"),
    Stop("reading, one note", "enter", "esc back"),
    Stop("reading, never changed", "h", "It has said the same since then."),
)
"""Through a journal with one note in it."""

MANY = (
    Stop("today, writing", "", "What did you just notice?", writing=True),
    Stop("today, with half a line", "a h a l f", "› ahalf", writing=True),
    Stop("today, looking", "ctrl+u tab", "n note"),
    Stop("all commands", "colon", "All commands", writing=True),
    Stop("what can be done with this", "escape full_stop", "in my editor", writing=True),
    Stop("signs", "escape s", "What is it?", writing=True),
    Stop("tags", "escape t", "Tags, with spaces between", writing=True),
    Stop("edit", "escape e", "Edit", writing=True),
    Stop("help on today", "escape question_mark", "Where there is a cursor, keys write"),
    Stop("reading", "escape enter", "esc back"),
    Stop("reading, with history", "h", "What it said before"),
    Stop("help on reading", "question_mark", "One record, whole"),
    Stop("settings", "escape escape comma", "My day ends at"),
    Stop("help on settings", "question_mark", "Each is changed at once."),
    Stop("a setting to type", "escape enter", "When your day ends", writing=True),
    Stop("a setting that cannot be", "x enter", "It cannot be", writing=True),
    Stop("a setting to choose", "escape j enter", "day first", writing=True),
    Stop("nothing is called so", "z z", "Nothing here is called that.", writing=True),
    Stop("today, something waits", "escape escape G j j", "z not now"),
    Stop("what came", "n tab G j j enter", "it did not come up", writing=True),
    Stop("loop", "escape 2", "SEEK"),
    Stop("help on loop", "question_mark", "Nothing here has to be finished."),
    Stop("loop, moving on", "escape j j m", "ask around first", writing=True),
    Stop("loop, what else", "escape full_stop s o u r c e", "note a source", writing=True),
    Stop("loop, adding", "escape a", "a goal: learning how to", writing=True),
    Stop("loop, editing", "escape e", "# In one sentence", writing=True),
    Stop("loop, a card", "escape enter", "In my own words"),
    Stop("loop, its history", "h", "What it said before"),
    Stop("loop, the end of the list", "escape G", "lessons kept"),
    Stop("lessons kept", "enter", "Lessons kept"),
    Stop("tries", "escape colon t r i e s enter", "Going on"),
    Stop("a try", "G enter", "What came of it"),
    Stop("the same week earlier", "escape escape colon s a m e enter", "Nothing is here yet."),
    Stop("days without a line", "escape colon l i n e enter", "That needs no reason."),
    Stop("look back on the week", "escape colon w e e k enter", "Your week", writing=True),
    Stop("look back on the week, rows", "tab tab", "enter open, or go on"),
    Stop("look back on twelve weeks", "ctrl+s colon t w e l v e enter", "1 of 2", writing=True),
    Stop("look back, the snapshot", "enter enter", "How it is to learn here"),
    Stop("look back, of a heading", "g enter", "helps", writing=True),
    Stop("days", "escape escape 3", "This week"),
    Stop("help on days", "question_mark", "by the day on which you lived it"),
    Stop("days, in the list", "escape tab", "This week"),
    Stop("days, finding", "slash", "enter goes there", writing=True),
    Stop("days, with hits", "h a n d", "Hands into the sleeves", writing=True),
    Stop("days, no hits", "z z", "Nothing here says that.", writing=True),
    Stop("days, half a filter", "ctrl+u t a g colon", "tag:", writing=True),
    Stop("days, a date", "ctrl+u 2 0 space n o v", "enter goes to Friday", writing=True),
    Stop("days, among hits", "ctrl+u h a n d enter", "esc back"),
    Stop("reading a hit", "enter", "esc back"),
    Stop("days, trash", "escape x colon t r a s h enter", "In the trash."),
    Stop("days, out of the trash", "r", "There is nothing in the trash."),
    Stop("growth", "escape escape 4", "pair 1 of"),
    Stop("help on growth", "question_mark", "Nothing here scores you."),
    Stop("growth, the next pair", "escape right", "pair 2 of"),
    Stop("growth, adding", "a", "two passages", writing=True),
    Stop("growth, pictures", "escape v", "Tries: expected against came"),
    Stop("growth, further down", "escape g j j j j", "▸ 21 times stuck"),
    Stop("what a line rests on", "enter", "what follows is still to come"),
    Stop("it doesn't count", "d", "It doesn't count, because", writing=True),
    Stop("a passage in its entry", "escape j enter", "not this, or missed"),
    Stop("coach", "escape escape escape 5", "Marit, external coach"),
    Stop("help on coach", "question_mark", "for somebody you trust"),
    Stop("a page for a coach", "escape g enter", "Nothing is chosen until you choose it."),
    Stop("a question for a coach", "tab tab tab g enter", "What do you want to ask", writing=True),
    Stop("which journal", "escape escape colon n o t e s enter", "Which kind", writing=True),
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

_HALF = [stop.name for stop in MANY].index("days")
HALVES = (MANY[:_HALF], MANY[_HALF:])
"""The same in two, each of which begins on Today, so that two can walk it at a time."""


def fill(journal: Journal) -> None:
    """Put the sample of twelve weeks into a journal."""
    journal.save(*sample_records(logical_day(journal.clock.now()), "Etc/UTC"), op="import")


@asynccontextmanager
async def running(
    size: tuple[int, int] = (80, 24),
    settings: Settings | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Pilot[int]]:
    """Run the app on Today, all of it drawn."""
    app = JournalApp(opened(clock), settings or Settings(hints="off", look_backs="daily"))
    async with app.run_test(size=size) as pilot:
        await shows(pilot, "1 Today")
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

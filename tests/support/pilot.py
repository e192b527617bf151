"""Driving the app in a test: keys, and waiting for what they do, never for a time."""

import itertools
from collections.abc import Callable

from textual.events import Key
from textual.pilot import Pilot

from journal.clock import Clock, system_clock
from journal.paths import places
from journal.store.journal import Journal
from screens.keys import key_name
from tests.support.decided import decided
from tests.support.screen_text import screen_text

PATIENCE = 1000
"""So often is looked whether something has come true, a fiftieth of a second apart."""


def opened(clock: Clock | None = None) -> Journal:
    """Return the journal in JOURNAL_HOME as another window sees it; a new one has no passphrase.

    clock  the one it goes by, where that is not the computer's
    """
    if not places().journal.exists():
        decided(places().journal.parent)
    return new_journal(clock)


def new_journal(clock: Clock | None = None) -> Journal:
    """Return it as it is, so that a new one is asked about before its first line is kept."""
    return Journal(places(), clock or system_clock())


def slow_clock() -> Clock:
    """Return the clock that begins as the computer's does and gains a microsecond at each look."""
    begun = system_clock()
    looks = itertools.count(begun.ns(), 1000)
    return Clock(lambda: next(looks), begun.zone)


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Let the app go on until `holds()`; fail with the screen if it never does."""
    for _ in range(PATIENCE):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"it never came true; the screen is:\n{screen_text(pilot.app)}")


async def shows(pilot: Pilot[int], *texts: str) -> None:
    """Wait until the screen has all of these texts."""
    await until(pilot, lambda: all(text in screen_text(pilot.app) for text in texts))


async def shows_not(pilot: Pilot[int], *texts: str) -> None:
    """Wait until the screen has none of these texts."""
    await until(pilot, lambda: all(text not in screen_text(pilot.app) for text in texts))


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a text, as fast as a hand never does: key after key, and only then a rest."""
    for character in text:
        pilot.app.post_message(Key(key_name(character), character))
    await pilot.pause()

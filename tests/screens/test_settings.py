"""Settings on their place: changed at once, written down, and refused calmly."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.clock import system_clock
from journal.paths import places
from journal.settings import Settings, load
from journal.store.journal import Journal
from screens.app import JournalApp
from tests.screens.test_today import shows
from tests.support.screen_text import screen_text


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNAL_HOME", str(tmp_path))
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-24T17:30:00")
    return tmp_path


def app() -> JournalApp:
    return JournalApp(Journal(places(), system_clock()), Settings())


async def set_(pilot: Pilot[int], row: int, value: str) -> None:
    """Change the setting in that row, from Today and back."""
    await shows(pilot, "November")
    await pilot.press("escape", "comma", "g", *(["j"] * row), "enter")
    await pilot.pause()
    await pilot.press("ctrl+u", *("equals_sign" if key == "=" else key for key in value), "enter")
    await pilot.pause()


async def test_a_theme_holds_at_once_and_the_next_time() -> None:
    running = app()
    async with running.run_test(size=(100, 40)) as pilot:
        row = Settings._fields.index("theme")
        await set_(pilot, row, "day")
        await shows(pilot, "Changed.")
        assert running.theme == "day"
        await pilot.press("escape")
        await shows(pilot, "What did you just notice?")
    assert load(places().settings).theme == "day"


async def test_what_a_setting_cannot_be_is_said_and_changes_nothing() -> None:
    running = app()
    async with running.run_test(size=(100, 40)) as pilot:
        row = Settings._fields.index("theme")
        await set_(pilot, row, "pink")
        await shows(pilot, "theme cannot be 'pink'.")
        assert running.theme == "night"
    assert not places().settings.exists()


async def test_a_key_that_would_mean_two_things_is_refused() -> None:
    running = app()
    async with running.run_test(size=(100, 40)) as pilot:
        row = Settings._fields.index("keys")
        await set_(pilot, row, "note=u")
        await shows(pilot, "u would mean both note and undo.")


async def test_a_key_of_ones_own_does_the_command() -> None:
    running = JournalApp(Journal(places(), system_clock()), Settings(keys="note=w"))
    async with running.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "November")
        await pilot.press("escape", "w", "x")
        await shows(pilot, "› x")
        assert "writing" in screen_text(running)

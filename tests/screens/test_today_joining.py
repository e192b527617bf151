"""A record that was edited on two sides waits on Today, and is decided there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.clock import logical_day
from journal.practice.noting import new_note
from journal.settings import Settings
from screens.app import JournalApp
from tests.support.pilot import opened, shows, shows_not, until
from tests.support.screen_text import screen_text

SIDES = ("the slow one", "the quick one")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNAL_HOME", str(tmp_path))
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-24T17:30:00")
    return tmp_path


@pytest.fixture
def id_() -> str:
    """Edit one note in two windows, neither knowing of the other; return its id."""
    one, other = opened(), opened()
    now = one.clock.now()
    [kept] = one.save(new_note("the printer", now, one.clock.zone, logical_day(now)))
    other.load()
    for window, text in zip((one, other), SIDES, strict=True):
        window.save(kept._replace(text=text), op="edit")
    return kept.id


@asynccontextmanager
async def today() -> AsyncIterator[Pilot[int]]:
    app = JournalApp(opened(), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "edited on two computers" in screen_text(app))
        yield pilot


async def ask(pilot: Pilot[int]) -> None:
    """Go to what waits, and open it."""
    await pilot.press("tab", "down", "enter")
    await shows(pilot, "1: the slow one", "2: the quick one", "both, one below the other")


@pytest.mark.parametrize(
    ("key", "kept"),
    [("1", "the slow one"), ("2", "the quick one"), ("both", "the quick one\n\nthe slow one")],
)
async def test_its_number_decides(id_: str, key: str, kept: str) -> None:
    async with today() as pilot:
        await ask(pilot)
        await pilot.press(*key, "enter")
        await shows_not(pilot, "edited on two computers")
    journal = opened()
    assert journal.get(id_).text == kept
    assert journal.on_both_sides() == []
    assert {past.record.text for past in journal.history(id_)} >= {"the printer", *SIDES}


async def test_who_goes_back_has_decided_nothing(id_: str) -> None:
    async with today() as pilot:
        await ask(pilot)
        await pilot.press("escape")
        await shows(pilot, "edited on two computers")
    assert opened().on_both_sides() == [id_]


async def test_a_backup_that_cannot_be_made_is_said_below_and_hinders_nothing(
    id_: str, home: Path
) -> None:
    (home / "state" / "backups").write_text("in the way")
    from journal.store.kept.backing_up import back_up_if_due

    assert back_up_if_due(opened()).news
    async with today() as pilot:
        await shows(pilot, "No backup could be made since 2026-11-24")
        await pilot.press(*"still", "enter")
        await shows(pilot, "still   kept just now")
    (home / "state" / "backups").unlink()
    assert back_up_if_due(opened()).made
    async with today() as pilot:
        await shows_not(pilot, "No backup")

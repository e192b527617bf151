"""What the journal asks about itself after a look back, driven by keys; each thing once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from journal.paths import places
from journal.records.close import Close
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.settings import Settings, load
from screens.app import JournalApp
from screens.look_back.screen import LookBack
from tests.support.pilot import opened, shows, shows_not, until, write
from tests.support.screen_text import screen_text

TITLE = "About the journal itself"


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a Tuesday evening."""
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-24T17:30:00")


def earlier(*days_ago: int) -> None:
    """Keep a look back of each of these days."""
    for days in days_ago:
        at = opened().clock.now() - timedelta(days=days)
        opened().save(Record("", at, "Etc/UTC", at.date(), "words", Close()), op="close")


@asynccontextmanager
async def done() -> AsyncIterator[Pilot[int]]:
    """Hold a look back of one minute, up to its end page."""
    journal, settings = opened(), load(places().settings)
    app = JournalApp(journal, settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "1 Today")
        app.push_screen(LookBack(journal, settings))
        await shows(pilot, "Not today")
        await pilot.press("g", "down", "enter", "a", "enter")
        await shows(pilot, "Done for today.")
        yield pilot


async def test_after_the_first_one_enter_alone_keeps_the_defaults_and_closes() -> None:
    async with done() as pilot:
        await pilot.press("enter")
        await shows(pilot, TITLE, "When does your workday end?", "In which language")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: pilot.app.return_code == 0)
    assert load(places().settings) == Settings()


async def test_what_is_answered_holds_at_once_and_one_goes_back_to_today() -> None:
    async with done() as pilot:
        await pilot.press("tab", *"16:15", "enter", *"de", "enter")
        await shows(pilot, "1 Today", "Looked back on the day")
        await shows_not(pilot, TITLE)
        assert isinstance(pilot.app, JournalApp)
        assert pilot.app.settings.language == "de"
    settings = load(places().settings)
    assert (f"{settings.workday_ends:%H:%M}", settings.language) == ("16:15", "de")


async def test_what_cannot_be_is_asked_for_again() -> None:
    async with done() as pilot:
        await pilot.press("enter", *"late", "enter")
        await shows(pilot, "It is a time such as 17:30.", "› late")
        await pilot.press("ctrl+u", *"18:00", "enter")
        await shows_not(pilot, "It is a time such as")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.return_code == 0)
    assert f"{load(places().settings).workday_ends:%H:%M}" == "18:00"


async def test_esc_leaves_everything_as_it_is_and_it_is_not_asked_again() -> None:
    async with done() as pilot:
        await pilot.press("tab", *"16:15", "escape")
        await shows(pilot, "1 Today")
    assert load(places().settings) == Settings()
    async with done() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.return_code == 0)


async def test_after_the_third_what_one_would_like_to_learn_heads_today() -> None:
    earlier(1, 2)
    async with done() as pilot:
        await pilot.press("tab")
        await shows(pilot, "Learning how to …")
        await write(pilot, "hear the question behind it")
        await pilot.press("enter")
        await shows(pilot, "1 Today", "\n Learning how to hear the question behind it\n")
    [goal] = opened().find(Criteria(("goal",)))
    assert goal.text == "Learning how to hear the question behind it"


async def test_the_goal_can_be_skipped() -> None:
    earlier(1, 2)
    async with done() as pilot:
        await pilot.press("enter")
        await shows(pilot, "Learning how to …")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.return_code == 0)
    assert opened().find(Criteria(("goal",))) == []


async def test_after_four_weeks_it_asks_whether_it_is_worth_the_minutes() -> None:
    earlier(7, 14, 21, 28)
    async with done() as pilot:
        await pilot.press("tab")
        await shows(pilot, "▸ Yes, as it is", "Once a week is enough")
        await pilot.press("down", "down", "enter")
        await shows(pilot, "1 Today")
    assert load(places().settings).look_backs == "weekly"
    async with done() as pilot:
        await pilot.press("tab")
        await shows(pilot, "1 Today")


async def test_esc_there_means_as_it_is() -> None:
    earlier(7, 14, 21, 28)
    async with done() as pilot:
        await pilot.press("enter")
        await shows(pilot, "▸ Yes, as it is")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.return_code == 0)
    assert load(places().settings).look_backs == "daily"


# --- commands by their words, in the look back


async def test_all_commands_are_listed_and_done_by_their_words() -> None:
    async with done() as pilot:
        await pilot.press("ctrl+p")
        await shows(pilot, "All commands", "one step back", "keep and stay")
        assert "set aside" not in screen_text(pilot.app)
        await write(pilot, "one step")
        await pilot.press("enter")
        await shows(pilot, "› a")


@pytest.mark.parametrize("key", ["colon", "full_stop"])
async def test_while_looking_a_sign_lists_them(key: str) -> None:
    async with done() as pilot:
        await pilot.press("up", key)
        await shows(pilot, "All commands", "keep for later")

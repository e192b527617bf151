"""The passphrase on the screens: the question before the first line, locking, opening again."""

import asyncio
import gc
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.idling import Idling, Moment
from journal.records.criteria import Criteria
from journal.settings import Settings
from journal.store.journal import Journal
from journal.store.sealed import sealing, slots
from screens.app import JournalApp
from screens.locking.place import LockedPlace
from screens.today import Today
from tests.store.sealed import CHEAP
from tests.support.pilot import new_journal, opened, shows, shows_not, until, write
from tests.support.screen_text import screen_text

SECRET = "four plain words here"
QUESTION = "Your line is not on the disk yet"
LOCKED = "Your journal is locked."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, on a Tuesday evening, and a folder in memory."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("JOURNAL_HOME", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-24T17:30:00")
    return folder


@asynccontextmanager
async def today(journal: Journal, settings: Settings | None = None) -> AsyncIterator[Pilot[int]]:
    app = JournalApp(journal, settings or Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "writing" in screen_text(app))
        yield pilot


def sealed(*texts: str) -> Journal:
    """Return a journal that is locked, with notes of today."""
    from journal.clock import logical_day
    from journal.practice.noting import new_note

    journal = opened()
    now = journal.clock.now()
    for text in texts:
        journal.save(new_note(text, now, journal.clock.zone, logical_day(now)))
    sealing.encrypt(journal, SECRET, slots.new_recovery(), cost=CHEAP)
    journal.lock()
    journal.close()
    return new_journal()


def found(folder: Path, text: str) -> list[Path]:
    """Return the files in which a text stands openly."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if text.encode() in path.read_bytes()]


def texts(journal: Journal) -> list[str]:
    return [record.text for record in journal.find(Criteria(("note",)))]


async def command(pilot: Pilot[int], words: str) -> None:
    await pilot.press("ctrl+p")
    await write(pilot, words)
    await pilot.press("enter")


async def choose_passphrase(pilot: Pilot[int], secret: str = SECRET) -> None:
    await shows(pilot, "A new passphrase")
    await write(pilot, secret)
    await pilot.press("enter")
    await write(pilot, secret)
    await pilot.press("enter")


async def type_back(pilot: Pilot[int]) -> str:
    """Go through the recovery key; return it."""
    await shows(pilot, "It is shown")
    key = re.search(r"(?:[a-z2-7]{4}-){8}[a-z2-7]{4}", screen_text(pilot.app))
    assert key
    await pilot.press("enter")
    await shows_not(pilot, key[0])
    number = re.search(r"group (\d) of 9", screen_text(pilot.app))
    assert number
    await write(pilot, key[0].split("-")[int(number[1]) - 1])
    await pilot.press("enter")
    return key[0]


async def unlock(pilot: Pilot[int], secret: str = SECRET) -> None:
    await shows(pilot, LOCKED)
    await write(pilot, secret)
    await pilot.press("enter")


# --- the first line


async def test_enter_enter_keeps_the_first_line_and_never_asks_again(home: Path) -> None:
    async with today(new_journal()) as pilot:
        await write(pilot, "canary one")
        await pilot.press("enter", "enter")
        await shows(pilot, "canary one   kept just now")
        await write(pilot, "canary two")
        await pilot.press("enter")
        await shows(pilot, "canary two   kept just now")
        await pilot.press("tab", "u", "u")
        await shows(pilot, "Took back a note: canary one")
        await pilot.press("n")
        await write(pilot, "canary three")
        await pilot.press("enter")
        await shows(pilot, "canary three   kept just now")
    assert texts(opened()) == ["canary three"]


async def test_until_it_is_answered_nothing_is_on_the_disk(home: Path) -> None:
    async with today(new_journal()) as pilot:
        await write(pilot, "canary one")
        await pilot.pause(0.8)  # a draft would have been written down by now
        assert found(home, "canary") == []
        await pilot.press("enter")
        await shows(pilot, QUESTION)
        await pilot.pause(0.8)
        assert found(home, "canary") == []
        assert not (home / "journal").exists()
        await pilot.press("escape")
        await shows(pilot, "› canary one", "not on the disk yet")
        assert found(home, "canary") == []
        await pilot.press("enter")
        await shows(pilot, QUESTION)
        await pilot.press("enter")
        await shows(pilot, "canary one   kept just now")
    assert texts(opened()) == ["canary one"]


async def test_answered_with_a_passphrase_it_is_never_openly_on_the_disk(home: Path) -> None:
    async with today(new_journal()) as pilot:
        await write(pilot, "canary one")
        await pilot.press("enter", "down", "enter")
        await choose_passphrase(pilot)
        assert SECRET not in screen_text(pilot.app)
        recovery = await type_back(pilot)
        await shows(pilot, "canary one   kept just now", "locked with a passphrase now")
        await write(pilot, "canary two")
        await pilot.press("enter")
        await shows(pilot, "canary two   kept just now")
    assert found(home, "canary") == []
    for opens in (SECRET, recovery):
        journal = new_journal()
        journal.unlock(opens)
        assert texts(journal) == ["canary one", "canary two"]


async def test_who_goes_back_from_the_passphrase_is_asked_again(home: Path) -> None:
    async with today(new_journal()) as pilot:
        await write(pilot, "one")
        await pilot.press("enter", "down", "enter")
        await shows(pilot, "A new passphrase")
        await pilot.press("escape")
        await shows(pilot, QUESTION)
        await pilot.press("enter")
        await shows(pilot, "one   kept just now")
    assert not opened().is_sealed


async def test_two_that_differ_and_a_short_one_are_said() -> None:
    async with today(new_journal()) as pilot:
        await write(pilot, "one")
        await pilot.press("enter", "down", "enter")
        await shows(pilot, "A new passphrase")
        await write(pilot, "abc")
        await pilot.press("enter", "x", "enter")
        await shows(pilot, "These two differ.")
        await write(pilot, "abc")
        await pilot.press("enter", "a", "b", "c", "enter")
        await shows(pilot, "It is short")
        await pilot.press("enter")
        await shows(pilot, "The recovery key")
        await pilot.press("enter", "n", "enter")
        await shows(pilot, "That is another one.")


async def test_who_leaves_with_a_first_line_is_asked_and_then_leaves(home: Path) -> None:
    async with today(new_journal()) as pilot:
        await write(pilot, "canary one")
        await pilot.press("ctrl+q")
        await shows(pilot, QUESTION)
        assert found(home, "canary") == []
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.return_value == 0)
    assert texts(opened()) == ["canary one"]


# --- opening, and notes while locked


async def test_a_locked_journal_asks_and_shows_nothing(home: Path) -> None:
    async with today(sealed("canary one")) as pilot:
        assert LOCKED in screen_text(pilot.app), "from its first picture on"
        await unlock(pilot, "wrong")
        await shows(pilot, "That passphrase does not open this journal.")
        await unlock(pilot)
        await shows(pilot, "canary one")
        assert SECRET not in screen_text(pilot.app)


async def test_notes_can_be_added_while_it_is_locked(home: Path) -> None:
    async with today(sealed("before")) as pilot:
        await shows(pilot, "A note is sealed as soon as it is kept")
        await pilot.press("tab")
        await write(pilot, "canary meanwhile")
        await pilot.press("enter")
        await shows(pilot, "Kept, and sealed.")
        assert "canary" not in screen_text(pilot.app)
        assert found(home, "canary") == []
        await pilot.press("shift+tab")
        await unlock(pilot)
        await shows(pilot, "canary meanwhile", "1 note was added while it was locked")


async def test_a_note_that_was_being_written_while_it_was_locked_is_offered(home: Path) -> None:
    journal = sealed("before")
    async with today(journal) as pilot:
        await unlock(pilot)
        await shows(pilot, "before")
        await write(pilot, "half a canary")
        await command(pilot, "lock now")
        await shows(pilot, LOCKED)
        await pilot.press("tab")
        await write(pilot, "another canary")
        await until(pilot, lambda: len(list((home / "state/drafts").glob("*.json"))) == 2)
        assert found(home, "canary") == []
        left = new_journal()
        left.unlock(SECRET)
        locks = sorted((home / "state/drafts").glob("*.lock"))
        for lock in locks:  # as if the window had died
            lock.unlink()
        assert sorted(draft.text for draft in left.drafts.left_behind()) == [
            "another canary", "half a canary",
        ]  # fmt: skip


async def test_what_is_written_while_it_is_locked_is_kept_by_opening_it_and_no_draft_of_it(
    home: Path,
) -> None:
    async with today(sealed("before")) as pilot:
        await pilot.press("tab")
        await write(pilot, "canary meanwhile")
        await until(pilot, lambda: bool(list((home / "state/drafts").glob("*.json"))))
        await pilot.press("shift+tab")
        await unlock(pilot)
        await shows(pilot, "canary meanwhile")
        await until(pilot, lambda: not list((home / "state/drafts").glob("*.json")))
        await shows_not(pilot, "You were writing this")


async def test_before_a_sealed_text_lies_on_the_disk_for_an_editor_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    async with today(sealed("canary")) as pilot:
        await unlock(pilot)
        await shows(pilot, "canary")
        await pilot.press("tab", "o")
        await shows(pilot, "no private folder in memory", "The same key opens it all the same")


async def test_damage_is_not_called_a_wrong_passphrase(home: Path) -> None:
    journal = sealed("before")
    async with today(journal) as pilot:
        await shows(pilot, LOCKED)
        root = home / "journal" / "journal.json"
        root.write_text(root.read_text().replace('"salt": "', '"salt": "A', 1))
        await unlock(pilot)
        await shows(pilot, "damaged")


# --- locking


async def test_lock_now_takes_all_text_away_and_gives_the_line_back(home: Path) -> None:
    journal = sealed("canary one")
    async with today(journal) as pilot:
        await unlock(pilot)
        await shows(pilot, "canary one")
        await pilot.press("tab", "3")
        await shows(pilot, "canary one")
        await pilot.press("escape", "1", "n")
        await write(pilot, "half a canary")
        await command(pilot, "lock now")
        await shows(pilot, LOCKED)
        assert "canary" not in screen_text(pilot.app)
        assert journal.locked
        assert found(home, "canary") == []
        assert [type(each) for each in pilot.app.screen_stack] == [LockedPlace]
        assert not [
            each for each in gc.get_objects() if isinstance(each, Today) and each.is_running
        ]
        await unlock(pilot)
        await shows(pilot, "canary one", "› half a canary")


async def go_by(app: JournalApp, counted: float, wall: float) -> None:
    """Let the app believe that time has gone by without a key."""
    real = time.monotonic(), time.time()
    app.idling = Idling(lambda: Moment(*real))
    app.idling._now = lambda: Moment(real[0] + counted, real[1] + wall)


@pytest.mark.parametrize(("counted", "wall"), [(901, 901), (1, 61)])
async def test_it_locks_itself_when_nobody_is_there_and_after_sleep(
    counted: float, wall: float
) -> None:
    async with today(sealed("canary one")) as pilot:
        await unlock(pilot)
        await shows(pilot, "canary one")
        assert isinstance(pilot.app, JournalApp)
        await go_by(pilot.app, counted, wall)
        await shows(pilot, LOCKED)


@pytest.mark.parametrize("minutes", [0, 20])
async def test_it_stays_open_where_the_setting_says_so(minutes: int) -> None:
    async with today(sealed("canary one"), Settings(lock_after=minutes)) as pilot:
        await unlock(pilot)
        await shows(pilot, "canary one")
        assert isinstance(pilot.app, JournalApp)
        await go_by(pilot.app, 901, 901)
        await pilot.pause(1.5)
        assert LOCKED not in screen_text(pilot.app)


async def test_an_open_journal_is_never_locked() -> None:
    async with today(opened()) as pilot:
        assert isinstance(pilot.app, JournalApp)
        await go_by(pilot.app, 9000, 9000)
        await pilot.pause(1.5)
        assert "It stays on this computer." in screen_text(pilot.app)
        await command(pilot, "lock now")
        await shows(pilot, "Nothing here is called that.")


# --- later: by their words


async def test_locking_later_and_opening_for_good(home: Path) -> None:
    async with today(opened()) as pilot:
        await write(pilot, "canary one")
        await pilot.press("enter")
        await shows(pilot, "canary one   kept just now")
        await command(pilot, "lock the journal")
        await choose_passphrase(pilot)
        await type_back(pilot)
        await shows(pilot, "The open files are removed")
        assert await asyncio.to_thread(found, home, "canary") == []
        await command(pilot, "take the passphrase off")
        await shows(pilot, "Should anybody")
        await pilot.press("n", "o", "enter")
        await shows(pilot, "Yes, or esc leaves it locked.")
        await pilot.press("backspace", "backspace", "y", "e", "s", "enter")
        await shows(pilot, "Go on?")
        await pilot.press("y", "e", "s", "enter")
        await shows(pilot, "The passphrase as it is now")
        await write(pilot, SECRET)
        await pilot.press("enter")
        await shows(pilot, "it has no passphrase any more")
    assert texts(opened()) == ["canary one"]


async def test_another_passphrase_and_another_recovery_key(home: Path) -> None:
    async with today(sealed("canary one")) as pilot:
        await unlock(pilot)
        await shows(pilot, "canary one")
        await command(pilot, "change the passphrase")
        await shows(pilot, "The passphrase as it is now")
        await write(pilot, "wrong")
        await pilot.press("enter")
        await shows(pilot, "does not open this journal")
        await write(pilot, SECRET)
        await pilot.press("enter")
        await choose_passphrase(pilot, "another long one")
        await shows(pilot, "The new passphrase opens it from now on")
        await command(pilot, "a new recovery key")
        await shows(pilot, "The passphrase as it is now")
        await write(pilot, "another long one")
        await pilot.press("enter")
        recovery = await type_back(pilot)
        await shows(pilot, "This recovery key opens it from now on")
    for opens in ("another long one", recovery):
        journal = new_journal()
        journal.unlock(opens)
        assert texts(journal) == ["canary one"]

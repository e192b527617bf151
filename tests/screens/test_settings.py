"""Settings on their place: in words, changed at once, written down, and refused calmly."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.clock import system_clock
from journal.paths import places
from journal.settings import TABLE, Settings, load, shown
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.settings_place import in_words
from tests.support.pilot import shows, shows_not, write
from tests.support.screen_text import screen_text


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNAL_HOME", str(tmp_path))
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-24T17:30:00")
    return tmp_path


def app() -> JournalApp:
    return JournalApp(Journal(places(), system_clock()), Settings())


async def open_setting(pilot: Pilot[int], key: str) -> None:
    """Open the setting, from Today."""
    await shows(pilot, "November")
    row = [each.key for each in TABLE].index(key)
    await pilot.press("escape", "comma", "g", *(["j"] * row), "enter")
    await shows(pilot, "esc leaves it" if not TABLE[row].said else "type to narrow")


async def test_a_theme_is_chosen_from_a_list_and_holds_at_once_and_the_next_time() -> None:
    running = app()
    async with running.run_test(size=(100, 40)) as pilot:
        await open_setting(pilot, "theme")
        await write(pilot, "paper")
        await pilot.press("enter")
        await shows(pilot, "Changed.", "ink on paper")
        assert running.theme == "day"
        await pilot.press("escape")
        await shows(pilot, "What did you just notice?")
    assert load(places().settings).theme == "day"


async def test_a_list_opens_on_what_is_set() -> None:
    running = app()
    async with running.run_test(size=(100, 40)) as pilot:
        await open_setting(pilot, "face")
        await pilot.press("enter")
        await shows_not(pilot, "type to narrow")
    assert not places().settings.exists(), "what is chosen again changes nothing"


async def test_what_a_setting_cannot_be_is_said_and_the_line_stays_open() -> None:
    running = app()
    async with running.run_test(size=(100, 40)) as pilot:
        await open_setting(pilot, "day_ends")
        await pilot.press("ctrl+u")
        await write(pilot, "noon")
        await pilot.press("enter")
        await shows(pilot, "It cannot be “noon”. It is a time such as 04:00.", "esc leaves it")
        assert not places().settings.exists()
        await pilot.press("ctrl+u")
        await write(pilot, "05:00")
        await pilot.press("enter")
        await shows(pilot, "Changed.", "05:00")


async def test_a_key_that_would_mean_two_things_is_refused() -> None:
    running = app()
    async with running.run_test(size=(100, 40)) as pilot:
        await open_setting(pilot, "keys")
        await write(pilot, "note=u")
        await pilot.press("enter")
        await shows(pilot, "u would mean both note and undo.", "esc leaves it")


async def test_a_key_of_ones_own_does_the_command() -> None:
    running = JournalApp(Journal(places(), system_clock()), Settings(keys="note=i"))
    async with running.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "November")
        await pilot.press("escape", "i", "x")
        await shows(pilot, "› x")
        assert "writing" in screen_text(running)


@pytest.mark.parametrize("each", TABLE, ids=lambda each: each.key)
def test_a_setting_has_a_name_and_words_for_what_it_can_be(each: object) -> None:
    setting = next(row for row in TABLE if row is each)
    assert setting.name, "the screen calls it something"
    assert "_" not in setting.name
    if setting.said:
        assert {shown(setting.parse(value)) for value in setting.said} == set(setting.said)
        assert in_words(setting, Settings()) in setting.said.values()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (Settings(), "English"),
        (Settings(), "a whole screen"),
        (Settings(), "the usual place"),
        (Settings(language="de"), "de"),
        (Settings(lock_after=0), "never"),
        (Settings(keys="note=i"), "note=i"),
    ],
)
def test_a_setting_is_said_in_words_where_there_are_words(changed: Settings, words: str) -> None:
    said = [in_words(each, changed) for each in TABLE]
    assert words in said
    assert not {"", "en", "screens", "not set"} & set(said)


def test_every_setting_with_few_values_says_them_all() -> None:
    refusing = [each.key for each in TABLE if not each.said and _refuses_words(each.parse)]
    assert refusing == [
        "day_ends",
        "language",
        "gather_hours",
        "folder",
        "backup_folder",
        "workday_ends",
        "keys",
        "figures",
        "lock_after",
        "fade_made",
        "fade_of",
        "unseen_days",
        "line_days",
        "welcome_days",
        "worth_weeks",
    ]


def _refuses_words(parse: object) -> bool:
    assert callable(parse)
    try:
        parse("word")
    except ValueError:
        return True
    return False

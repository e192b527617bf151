"""Today, driven by keys: what is written is kept, what others write appears, nothing is lost."""

import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.clock import system_clock
from journal.paths import places
from journal.records.criteria import Criteria
from journal.records.record import Record, Sign
from journal.settings import Settings
from journal.store.journal import Journal
from screens.app import JournalApp
from tests.support.screen_text import screen_text

JOURNAL = Path(sys.executable).with_name("journal")
PATIENCE = 200


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, on a Tuesday evening."""
    monkeypatch.setenv("JOURNAL_HOME", str(tmp_path))
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-24T17:30:00")
    return tmp_path


def opened() -> Journal:
    """Return the journal as another window sees it."""
    return Journal(places(), system_clock())


def notes() -> list[Record]:
    return opened().find(Criteria(("note",)))


def shell(*words: str, text: str = "") -> str:
    """Run the installed command, as in another terminal."""
    command = [str(JOURNAL), *words]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@asynccontextmanager
async def today() -> AsyncIterator[Pilot[int]]:
    app = JournalApp(opened(), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "November" in screen_text(app))
        yield pilot


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Let the app go on until `holds()`; fail with the screen if it never does."""
    for _ in range(PATIENCE):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"it never came true; the screen is:\n{screen_text(pilot.app)}")


async def shows(pilot: Pilot[int], text: str) -> None:
    await until(pilot, lambda: text in screen_text(pilot.app))


async def write(pilot: Pilot[int], text: str) -> None:
    await pilot.press(*("space" if key == " " else key for key in text))


async def test_it_opens_writing_and_enter_keeps_the_line() -> None:
    async with today() as pilot:
        await write(pilot, "The second printer again")
        await pilot.press("enter")
        await shows(pilot, "17:30    The second printer again   kept just now")
    [note] = notes()
    assert (note.text, note.sign, str(note.day)) == ("The second printer again", None, "2026-11-24")


async def test_the_first_time_it_says_what_it_is() -> None:
    async with today() as pilot:
        await shows(pilot, "It stays on this computer.")
        await write(pilot, "One line")
        await pilot.press("enter")
        await shows(pilot, "One line   kept just now")
        assert "It stays on this computer." not in screen_text(pilot.app)


async def test_a_sign_is_kept_with_its_note() -> None:
    async with today() as pilot:
        await pilot.press("question_mark")
        await write(pilot, " why twice")
        await shows(pilot, "› question  why twice")
        await pilot.press("enter")
        await shows(pilot, "17:30  ? why twice")
    assert [(note.text, note.sign) for note in notes()] == [("why twice", Sign.QUESTION)]


async def test_an_empty_line_keeps_nothing() -> None:
    async with today() as pilot:
        await pilot.press("enter", "space", "enter")
        await pilot.pause()
    assert notes() == []


async def test_two_lines_typed_fast_are_two_notes_in_their_order() -> None:
    async with today() as pilot:
        await pilot.press("a", "enter", "b", "enter", "c")
        await until(pilot, lambda: len(notes()) == 2)
        await shows(pilot, "› c")
    assert [note.text for note in notes()] == ["a", "b"]


async def test_what_another_shell_adds_appears_by_itself() -> None:
    async with today() as pilot:
        shell("add", "from the shell")
        await shows(pilot, "17:30    from the shell")
        shell("edit", "last", "--text", "mended there")
        await shows(pilot, "17:30    mended there")
        shell("rm", "last")
        await until(pilot, lambda: "mended there" not in screen_text(pilot.app))


async def test_letters_are_commands_only_outside_the_line() -> None:
    async with today() as pilot:
        await write(pilot, "nuqjk")
        assert "› nuqjk" in screen_text(pilot.app)
        await pilot.press("enter", "tab")
        await shows(pilot, "n note")
        await pilot.press("u")
        await until(pilot, lambda: notes() == [])
        await shows(pilot, "Took back a note: nuqjk")
        await until(pilot, lambda: "17:30    nuqjk" not in screen_text(pilot.app))
        await pilot.press("n")
        await shows(pilot, "writing")


async def test_undo_takes_back_what_this_window_did_first() -> None:
    async with today() as pilot:
        await write(pilot, "mine")
        await pilot.press("enter")
        await shows(pilot, "mine   kept just now")
        shell("add", "theirs")
        await shows(pilot, "theirs")
        await pilot.press("escape", "u")
        await shows(pilot, "Took back a note: mine")
        await until(pilot, lambda: "17:30    mine" not in screen_text(pilot.app))
    assert [note.text for note in notes()] == ["theirs"]


async def test_the_line_left_for_today_stands_above_the_notes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shell("close", "--minute", "--tomorrow", "Send the summary first.", text="Drew it first\n")
    async with today() as pilot:
        await shows(pilot, "Looked back on the day")
        assert "You left this" not in screen_text(pilot.app)
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-25T08:00:00")
    async with today() as pilot:
        await shows(pilot, "You left this for today")
        await shows(pilot, "Send the summary first.")


async def test_quitting_keeps_what_stands_in_the_line() -> None:
    async with today() as pilot:
        await write(pilot, "half a thou")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: len(notes()) == 1)
    assert notes()[0].text == "half a thou"


async def test_learner_text_is_never_markup() -> None:
    shell("add", "[@click=app.quit()]here[/] [bold]no[/bold] [/]")
    async with today() as pilot:
        await shows(pilot, "[@click=app.quit()]here[/] [bold]no[/bold] [/]")


@pytest.mark.parametrize("text", ["\x1b]52;c;aGk=\x07", "\x1b[2J", "a\u202eb", "\x9b6n", "\0"])
async def test_acting_characters_are_shown_not_sent(text: str) -> None:
    shell("add", "-", text=f"before {text} after")
    async with today() as pilot:
        await shows(pilot, "after")
        shown = screen_text(pilot.app)
    assert not set(shown) & set("\x1b\x07\x9b\x00\u202e")


async def test_a_save_that_fails_stays_visible_and_keeps_the_text(home: Path) -> None:
    shell("add", "first")
    async with today() as pilot:
        await shows(pilot, "first")
        lines = home / "journal" / "lines-1"
        kept = lines.rename(home / "journal" / "elsewhere")
        lines.write_text("not a folder")
        await write(pilot, "do not lose me")
        await pilot.press("enter")
        await shows(pilot, "› do not lose me")
        await until(pilot, lambda: pilot.app.screen.query_one("#said").has_class("-failed"))
        lines.unlink()
        kept.rename(lines)
        await pilot.press("enter")
        await shows(pilot, "do not lose me   kept just now")
    assert [note.text for note in notes()] == ["first", "do not lose me"]

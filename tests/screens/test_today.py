"""Today, driven by keys: what is written is kept, what others write appears, nothing is lost."""

import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.practice.look_back.afterwards import new_goal
from journal.practice.making import When
from journal.practice.tries.experiments import new_try, start
from journal.records.criteria import Criteria
from journal.records.record import Record, Sign
from journal.settings import Settings
from screens.app import JournalApp
from screens.widgets.place_name import PlaceName
from tests.support.pilot import opened, shows, shows_not, until, write
from tests.support.screen_text import screen_text

JOURNAL = Path(sys.executable).with_name("journal")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, on a Tuesday evening."""
    monkeypatch.setenv("JOURNAL_HOME", str(tmp_path))
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-24T17:30:00")
    return tmp_path


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


# --- the first screen, and who comes back


@pytest.mark.parametrize(
    ("hour", "part"), [("00:38", "evening"), ("06:00", "morning"), ("16:59", "afternoon")]
)
async def test_the_first_screen_greets_by_the_hour(
    hour: str, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNAL_NOW", f"2026-11-24T{hour}:00")
    async with today() as pilot:
        await shows(pilot, f"Good {part}.")


async def test_the_first_screen_offers_two_other_ways_to_begin() -> None:
    async with today() as pilot:
        await shows(pilot, "Good evening.")
        await pilot.press("tab")
        await shows(pilot, "▸ Bring notes from another journal", "enter choose")
        await pilot.press("down")
        await shows(pilot, "▸ See a sample journal, twelve weeks on")
        await pilot.press("up", "enter")
        await shows(pilot, "Which kind of journal is it?")
        await pilot.press("escape", "n")
        await shows_not(pilot, "▸")
        await write(pilot, "One line")
        await pilot.press("enter")
        await shows_not(pilot, "See a sample journal")


async def test_a_click_chooses_as_enter_does() -> None:
    async with today() as pilot:
        await pilot.click("#begin", offset=(4, 0))
        await shows(pilot, "Which kind of journal is it?")


async def test_without_a_terminal_to_give_away_the_sample_says_how_it_opens() -> None:
    async with today() as pilot:
        await pilot.click("#begin", offset=(4, 1))
        await shows(pilot, "In a shell: journal demo")
        await pilot.press("x")
        await shows(pilot, "In a shell: journal demo")


async def test_every_place_of_the_sample_says_that_it_is_one() -> None:
    app = JournalApp(opened(), Settings(), is_sample=True)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ([], ["tab", "3"], ["comma"], ["escape", "1", "l"]):
            await pilot.press(*keys)
            await shows(pilot, "A sample journal; nothing here is kept")


@pytest.mark.parametrize(("now", "days"), [("2026-12-14", 14), ("2026-11-28", 3)])
async def test_who_comes_back_after_weeks_is_welcome_and_starts_from_today(
    now: str, days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("add", "long ago")
    monkeypatch.setenv("JOURNAL_NOW", f"{now}T17:30:00")
    app = JournalApp(opened(), Settings(welcome_days=days))
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Welcome back. Start from today.")
        assert "long ago" not in screen_text(app)


# --- what stands around the notes


async def test_the_goal_heads_today_as_soon_as_there_is_one() -> None:
    async with today() as pilot:
        clock = opened().clock
        goal = new_goal("wait", clock.now(), clock.zone, clock.now().date())
        assert goal is not None
        opened().save(goal)
        await shows(pilot, "\n Learning how to wait\n")


async def test_the_look_back_is_offered_below_the_notes_and_once_done_it_is_said() -> None:
    shell("add", "first")
    async with today() as pilot:
        await shows(pilot, "Look back on today                              five minutes")
        await pilot.press("tab", "down")
        await shows(pilot, "▸ Look back on today")
        await pilot.press("up")
        await shows(pilot, "enter open")
        await pilot.press("down", "enter")
        await shows(pilot, "▸ Five minutes")
        await pilot.press("escape")
        shell("close", "--minute", "--tomorrow", "Go on.", text="Drew it first\n")
        await shows(pilot, "You have looked back on today.")
        await shows_not(pilot, "five minutes, one, or a page")


async def test_at_the_end_of_a_week_its_look_back_follows_the_one_on_the_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-27T17:00:00")
    shell("add", "--at", "2026-11-24 10:00", "Drew it first")
    async with today() as pilot:
        await shows(pilot, "Look back on today")
        shell("close", "--minute", "--tomorrow", "Go on.", text="Asked first\n")
        await shows(pilot, "Look back on the week", "read it again, choose one thing")
        await pilot.press("tab", "down")
        await shows(pilot, "▸ Look back on the week")
        await pilot.press("enter")
        await shows(pilot, "Look back on the week of 23 November", "Drew it first")


async def test_somebody_who_wants_no_look_back_is_offered_none() -> None:
    shell("add", "first")
    app = JournalApp(opened(), Settings(look_backs="none"))
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "first")
        assert "Look back" not in screen_text(app)
        await pilot.press("tab", "l")
        await shows(pilot, "▸ Five minutes")


async def test_where_there_is_room_a_line_of_a_year_ago_stands_beside_the_notes() -> None:
    shell("add", "--at", "2025-11-27T13:10", "Nobody reads past the first table.")
    shell("add", "first")
    app = JournalApp(opened(), Settings())
    async with app.run_test(size=(120, 36)) as pilot:
        await shows(pilot, "A year ago this week", '"Nobody reads past the first table."')
        await pilot.resize_terminal(80, 24)
        await shows_not(pilot, "A year ago this week")


# --- what is said


async def test_what_was_said_goes_with_the_next_key_and_the_hint_stays() -> None:
    shell("add", "first")
    async with today() as pilot:
        await shows(pilot, "Signs, with a space behind")
        await pilot.press("tab", "y")
        await shows(pilot, "Copied.")
        await pilot.press("k")
        await shows(pilot, "Signs, with a space behind")
        assert "Copied." not in screen_text(pilot.app)


async def test_what_was_kept_just_now_names_the_key_that_takes_it_back() -> None:
    async with today() as pilot:
        await write(pilot, "word " * 30)
        await pilot.press("enter", "tab")
        await shows(pilot, "…   kept just now, u undo")
        await pilot.press("n")
        await shows(pilot, "…   kept just now\n")


async def test_what_commands_act_on_is_marked_in_front_also_without_colour() -> None:
    shell("add", "--at", "09:00", "the first")
    shell("add", "--at", "10:00", "the second")
    async with today() as pilot:
        await shows(pilot, " 10:00    the second")
        await pilot.press("tab")
        await shows(pilot, " 09:00    the first", "▸10:00    the second")
        await pilot.press("k")
        await shows(pilot, "▸09:00    the first", " 10:00    the second")
        await pilot.press("n")
        await shows_not(pilot, "▸")


async def test_a_look_back_is_edited_from_its_beginning() -> None:
    shell("close", "--minute", "--tomorrow", "Go on.", text="Drew it first\n")
    async with today() as pilot:
        await shows(pilot, "Looked back on the day")
        await pilot.press("tab", "e", "down", "x", "ctrl+s")
        await until(pilot, lambda: "xDrew it first" in opened().find(Criteria(("close",)))[0].text)


async def test_commands_mean_what_was_kept_last_also_after_an_older_note_was_marked() -> None:
    shell("add", "first")
    async with today() as pilot:
        await shows(pilot, "first")
        await pilot.press("tab", "n", *"newest", "enter")
        await shows(pilot, "newest   kept just now")
        await pilot.press("tab", "enter")
        await shows(pilot, "newest", "esc back")
        assert "first" not in screen_text(pilot.app)


async def test_places_with_nothing_in_them_are_dimmed() -> None:
    def dimmed(place: str) -> bool:
        names = [name for name in pilot.app.screen.query(PlaceName) if name.place == place]
        return names[0].has_class("-empty")

    async with today() as pilot:
        await until(pilot, lambda: dimmed("loop") and dimmed("days"))
        await pilot.press("a", "enter")
        await until(pilot, lambda: dimmed("loop") and not dimmed("days"))


async def test_a_tag_that_has_no_room_is_left_out_whole() -> None:
    shell("add", "Say the number, " * 4, "--tag", "ward")
    shell("add", "short", "--tag", "ward")
    async with today() as pilot:
        await shows(pilot, "short  #ward")
        assert screen_text(pilot.app).count("#") == 1


async def test_the_names_of_what_waits_are_whole_where_the_words_beside_them_are() -> None:
    at = datetime.fromisoformat("2026-11-20T17:00").astimezone()
    when = When(at, "Etc/UTC", at.date())
    opened().save(
        start(new_try(when, "a review starts", "draw the intent first", "less"), when.day)
    )
    async with today() as pilot:
        await shows(pilot, "draw the intent first  look again today. You expected less.")

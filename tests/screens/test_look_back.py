"""The look back, driven by keys: every form, every way through it and out of it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from journal.paths import places
from journal.practice.noting import new_note
from journal.records.close import Answer, Close
from journal.records.criteria import Criteria
from journal.records.record import Record, Sign
from journal.settings import Settings
from screens.app import JournalApp
from screens.look_back.screen import LookBack
from screens.widgets.field import Field
from tests.support.pilot import opened, shows, shows_not, until, write
from tests.support.screen_text import screen_text
from tests.support.snapshots import same_as_file

TUESDAY = date(2026, 11, 24)
EVENT = ["daily/happened", "daily/expected", "daily/difference"]
NEVER = {
    *("bet", "lens", "item", "guard", "captured", "sensing", "settled", "echoed", "revisit"),
    *("sureness", "asset", "capture", "ledger", "indicator", "excerpt", "feedforward"),
    *("palette", "calibration"),
}
"""Words that never reach a screen; "close" does as a verb, for the journal."""


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a Tuesday evening."""
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-24T17:30:00")


def kept() -> list[Record]:
    """Return the look backs in the journal, oldest first."""
    return opened().find(Criteria(("close",)))


def own(record: Record) -> Close:
    assert isinstance(record.own, Close)
    return record.own


def moment(hours_ago: float) -> datetime:
    return opened().clock.now() - timedelta(hours=hours_ago)


def noted(text: str, hours_ago: float = 2, sign: Sign | None = None) -> Record:
    """Keep a note of some hours ago."""
    at = moment(hours_ago)
    [note] = opened().save(new_note(text, at, "Etc/UTC", at.date(), sign=sign))
    return note


def three_notes() -> list[Record]:
    return [
        noted("Client wanted the reason, not the figure", 8, Sign.SURPRISE),
        noted("Why does the second review always find more", 5, Sign.QUESTION),
        noted("Drew it before writing it", 2, Sign.WORKED),
    ]


def looked_back(close: Close, days_ago: int = 1) -> Record:
    """Keep a look back of some days ago, made at 17:50."""
    day = TUESDAY - timedelta(days=days_ago)
    at = datetime.combine(day, time(17, 50)).astimezone()
    [record] = opened().save(Record("", at, "Etc/UTC", day, "words", close), op="close")
    return record


def answer(prompt: str, level: str = "full") -> Answer:
    return Answer(prompt, 1, "as it was asked", level, "words")


@asynccontextmanager
async def look_back(
    size: tuple[int, int] = (80, 24), day: date | None = None
) -> AsyncIterator[Pilot[int]]:
    journal = opened()
    app = JournalApp(journal, Settings())
    async with app.run_test(size=size) as pilot:
        await shows(pilot, "1 Today")
        app.push_screen(LookBack(journal, Settings(), day))
        await shows(pilot, "Look back on ")
        await shows(pilot, "Not today")
        yield pilot


async def looks_like(pilot: Pilot[int], name: str) -> None:
    """Wait until the screen is what a file says."""
    await pilot.pause(0.2)  # for when the file is written, see tests/support/snapshots.py
    await until(pilot, lambda: same_as_file(screen_text(pilot.app), name))


async def left_as_it_is(pilot: Pilot[int]) -> None:
    """Leave as it is what the journal asks about itself after the first look back."""
    await shows(pilot, "About the journal itself")
    await pilot.press("escape")


async def ended(pilot: Pilot[int]) -> None:
    await until(pilot, lambda: pilot.app.return_code == 0)


def fields(pilot: Pilot[int]) -> list[Field]:
    """Return the fields that can be seen."""
    slots = pilot.app.screen.query("Slot")
    return [slot.query_one(Field) for slot in slots if slot.display]


# --- the start page


async def test_it_opens_with_five_equal_choices_and_what_was_gathered() -> None:
    looked_back(Close(form="page"))
    for number in range(4):
        noted(f"note {number}", 4 - number)
    async with look_back() as pilot:
        await shows(pilot, "4 notes since yesterday 17:50")
        shown = screen_text(pilot.app)
        choices = re.findall(r"^ +(▸ )?(Five|One|A page|A heavy|Not)", shown, re.MULTILINE)
        assert [mark for mark, _ in choices] == ["▸ ", "", "", "", ""]
        assert "Look back on Tuesday" in shown


@pytest.mark.parametrize("short", [Close(form="minute"), Close(answers=(answer(EVENT[0]),))])
async def test_after_two_short_ones_one_minute_is_marked_first(short: Close) -> None:
    looked_back(short, 1)
    async with look_back() as pilot:
        await shows(pilot, "▸ Five minutes")
    looked_back(short, 2)
    async with look_back() as pilot:
        await shows(pilot, "▸ One minute")


async def test_arrows_go_to_another_day_and_not_beyond_today() -> None:
    noted("yesterday's", 26)
    noted("today's", 2)
    async with look_back() as pilot:
        await shows(pilot, "2 notes")
        await pilot.press("right", "left", "left", "right")
        await shows(pilot, "Look back on Monday")
        await shows(pilot, "1 note")
        await pilot.press("enter")
        await shows(pilot, "yesterday's")
        assert "today's" not in screen_text(pilot.app)
        await pilot.press("enter", "x", "escape")
        await until(pilot, lambda: len(kept()) == 1)
    assert kept()[0].day == TUESDAY - timedelta(days=1)


@pytest.mark.parametrize("keys", [["up", "enter"], ["escape"], ["enter", "escape"]])
async def test_not_today_leaves_no_mark(keys: list[str]) -> None:
    async with look_back() as pilot:
        await pilot.press(*keys)
        await shows(pilot, "1 Today")
    assert kept() == []


async def test_a_note_from_another_window_is_counted() -> None:
    async with look_back() as pilot:
        await shows(pilot, "no notes")
        noted("just now", 0)
        await shows(pilot, "1 note")


# --- five minutes


async def test_enter_alone_walks_through_and_closes_the_journal() -> None:
    async with look_back() as pilot:
        await pilot.press(*["enter"] * 11)  # start, 1 + 2 + 3 + 1 + 2 questions, the end page
        await left_as_it_is(pilot)
        await ended(pilot)
    [record] = kept()
    assert own(record) == Close()


async def test_enter_alone_walks_past_the_notes_and_picks_none() -> None:
    three_notes()
    async with look_back() as pilot:
        await pilot.press(*["enter"] * 11)
        await left_as_it_is(pilot)
        await ended(pilot)
    assert own(kept()[0]).picked == ""


async def test_what_is_typed_fast_stands_where_it_belongs() -> None:
    async with look_back() as pilot:
        await pilot.press("enter")
        await pilot.press(*[key for letter in "abcdefghij" for key in (letter, "enter")])
        await left_as_it_is(pilot)
        await ended(pilot)
    [record] = kept()
    assert [given.text for given in own(record).answers] == list("abcdefghi")
    assert own(record).tomorrow == "j"
    assert record.text == "\n\n".join("abcdefghij")


async def test_an_answer_keeps_the_wording_that_it_answered() -> None:
    notes = three_notes()
    async with look_back() as pilot:
        await pilot.press("enter", "up", "up", "enter", "enter", "enter")
        await shows(pilot, "You picked   12:30  ? Why does the second review always find more")
        await shows(pilot, "asked because you marked this as a question")
        await write(pilot, "Three things")
        await pilot.press("ctrl+n")
        await write(pilot, "about intent")
        await pilot.press("enter", "ctrl+s", "tab")
        await left_as_it_is(pilot)
        await shows(pilot, "1 Today")
    [record] = kept()
    wording = "What happened?"
    text = "Three things\nabout intent"
    assert own(record).answers == (Answer("daily/happened", 1, wording, "full", text),)
    assert (own(record).picked, own(record).left) == (notes[1].id, ())


async def test_a_reason_is_said_only_where_there_is_a_choice_and_once() -> None:
    three_notes()
    async with look_back() as pilot:
        await pilot.press("enter", "up", "enter")
        await shows(pilot, "2 of 5")
        assert "asked" not in screen_text(pilot.app)
        await pilot.press("enter", "enter")
        await shows(pilot, "3 of 5")
        assert screen_text(pilot.app).count("asked because") == 1


async def test_without_notes_it_opens_with_one_question() -> None:
    async with look_back() as pilot:
        await pilot.press("enter")
        await shows(pilot, "1 of 5")
        assert len(fields(pilot)) == 1


async def test_notes_set_aside_are_not_asked_about() -> None:
    notes = three_notes()
    async with look_back(size=(120, 36)) as pilot:
        await pilot.press("enter", "up", "space", "up", "space", "space")
        await shows(pilot, "set aside: Drew it before writing it")
        await pilot.press("G", "enter", "enter", "x", "ctrl+s")
        await shows(pilot, "kept")
        await shows_not(pilot, "Drew it")
    assert own(kept()[0]).aside == (notes[2].id,)


async def test_with_all_notes_set_aside_it_asks_the_opening_question() -> None:
    noted("only one")
    async with look_back() as pilot:
        await pilot.press("enter", "up", "space", "down", "enter")
        await shows(pilot, "1 of 5")
        assert len(fields(pilot)) == 1


async def test_never_more_than_four_fields_at_once() -> None:
    folder = places().packs
    folder.mkdir(parents=True)
    prompts = [f'[[prompt]]\nid = "own-{n}"\nstep = "progress"\nfull = "Own {n}?"' for n in "abcde"]
    head = 'schema = 1\nid = "own"\nversion = 1\nlanguage = "en"\n'
    (folder / "own.toml").write_text(head + "\n".join(prompts))
    async with look_back() as pilot:
        seen = []
        await pilot.press("enter")
        for _ in range(16):
            seen.append(len(fields(pilot)))
            await pilot.press("x", "enter")
        await shows(pilot, "About the journal itself")
    assert max(seen) == 4
    assert len(own(kept()[0]).answers) == 14


async def test_a_faded_question_is_asked_in_its_short_form_and_at_last_not_at_all() -> None:
    levels = ["full"] * 3 + ["cue"] * 3 + ["word"] * 3
    for number, level in enumerate(levels):
        faded = answer("daily/happened", level)
        shorter = answer("daily/expected", "cue" if level == "word" else level)
        looked_back(Close(answers=(faded, shorter)), days_ago=20 - number)
    async with look_back() as pilot:
        await pilot.press("g", "enter", "enter", "enter", "enter")
        await shows(pilot, "3 of 5")
        shown = screen_text(pilot.app)
        assert "Event" not in shown
        assert "What happened?" not in shown
        assert "\n Expected\n" in shown
        await pilot.press("x", "ctrl+s", "tab")
        await shows(pilot, "1 Today")
    answered = own(kept()[-1]).answers[0]
    assert (answered.wording, answered.level) == ("Event", "silent")


async def test_shift_tab_goes_back_to_the_field_and_the_step_before() -> None:
    async with look_back() as pilot:
        await pilot.press("enter", "a", "enter", "b", "enter", "c")
        await pilot.press("shift+tab", "shift+tab", "x", "enter", "y", "ctrl+s", "tab")
        await left_as_it_is(pilot)
        await shows(pilot, "1 Today")
    assert [given.text for given in own(kept()[0]).answers] == ["ax", "by", "c"]


async def test_from_the_first_field_it_goes_back_to_the_choices_while_nothing_is_written() -> None:
    async with look_back() as pilot:
        await pilot.press("enter", "shift+tab")
        await shows(pilot, "▸ Five minutes")
        await pilot.press("enter", "a", "shift+tab", "b", "ctrl+s")
        await shows(pilot, "kept")
    assert own(kept()[0]).answers[0].text == "ab"


async def test_ctrl_g_says_why_and_by_which_rule() -> None:
    async with look_back() as pilot:
        await pilot.press("enter", "enter", "enter", "ctrl+g")
        await shows(pilot, "New things are learned with what is already there.")
        await shows(pilot, "Asked in full because it is still fairly new.")
        await pilot.press("enter")
        await shows_not(pilot, "New things are learned")


async def test_up_leaves_the_field_and_enter_comes_back_to_it() -> None:
    async with look_back() as pilot:
        await pilot.press("enter", "enter", "enter", "a", "up")
        await shows(pilot, "enter write")
        await pilot.press("enter", "b", "ctrl+s")
        await shows(pilot, "kept")
    assert own(kept()[0]).answers[0].text == "ab"


# --- the end page


async def test_the_end_page_quotes_a_sentence_and_what_will_be_tried() -> None:
    three_notes()
    async with look_back() as pilot:
        await pilot.press(*["enter"] * 4)
        await write(pilot, "It was long. They were about intent.")
        await pilot.press(*["enter"] * 4)
        await write(pilot, "If it drifts, I ask")
        await pilot.press("enter")
        await write(pilot, "Fewer rounds")
        await pilot.press("enter")
        await shows(pilot, 'You wrote: "They were about intent."')
        await shows(pilot, "You will try: If it drifts, I ask")
        await shows(pilot, "You expect: Fewer rounds")
        await shows(pilot, "15:30  + Drew it before writing it")
        await shows(pilot, "Done for today.")


async def test_enough_for_today_keeps_what_is_there() -> None:
    async with look_back() as pilot:
        await pilot.press("enter", "a", "enter", "b", "ctrl+s")
        await shows(pilot, "kept")
        assert [given.text for given in own(kept()[0]).answers] == ["a", "b"]
        await pilot.press("t", "enter")
        await left_as_it_is(pilot)
        await ended(pilot)
    [record] = kept()
    assert (own(record).tomorrow, own(record).left) == ("t", ())


async def test_tab_keeps_it_and_stays() -> None:
    async with look_back() as pilot:
        await pilot.press("enter", "a", "ctrl+s", "t", "tab")
        await left_as_it_is(pilot)
        await shows(pilot, "1 Today")
        assert pilot.app.return_code is None
    assert [own(record).tomorrow for record in kept()] == ["t"]


async def test_going_back_from_the_end_page_changes_the_same_record() -> None:
    async with look_back() as pilot:
        await pilot.press("enter", "a", "ctrl+s")
        await shows(pilot, "kept")
        await pilot.press(*["shift+tab"] * 9, "b", "ctrl+s", "tab")
        await left_as_it_is(pilot)
        await shows(pilot, "1 Today")
    assert [given.text for record in kept() for given in own(record).answers] == ["ab"]


async def test_several_heavy_days_bring_one_quiet_line() -> None:
    for days_ago in (1, 2):
        looked_back(Close(form="heavy"), days_ago)
    async with look_back() as pilot:
        await pilot.press("down", "down", "down", "enter", "enter")
        await shows(pilot, "This journal is no substitute for")


# --- the other forms


async def test_one_minute_is_two_lines() -> None:
    async with look_back() as pilot:
        await pilot.press("down", "enter", "a", "enter", "b", "enter")
        await left_as_it_is(pilot)
        await ended(pilot)
    [record] = kept()
    assert [given.prompt for given in own(record).answers] == ["daily/keep"]
    assert (own(record).form, own(record).tomorrow) == ("minute", "b")


async def test_a_page_asks_nothing() -> None:
    async with look_back() as pilot:
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: len(fields(pilot)) == 1 and fields(pilot)[0].size.height >= 12)
        assert "?" not in screen_text(pilot.app)
        await write(pilot, "one")
        await pilot.press("enter", "ctrl+n")
        await write(pilot, "two")
        await pilot.press("ctrl+s", "enter")
        await left_as_it_is(pilot)
        await ended(pilot)
    [record] = kept()
    assert (own(record).form, record.text) == ("page", "one\n\ntwo")


async def test_a_heavy_day_is_one_kind_question() -> None:
    noted("the alarm", sign=Sign.STUCK)
    async with look_back() as pilot:
        await pilot.press("down", "down", "down", "enter")
        assert len(fields(pilot)) == 1
        await pilot.press("a", "enter")
        await shows(pilot, "Done for today.")
        assert "You wrote" not in screen_text(pilot.app)
        await pilot.press("enter")
        await ended(pilot)
    assert own(kept()[0]).form == "heavy"


# --- interrupted


async def test_esc_keeps_it_for_later_and_it_goes_on_exactly_there() -> None:
    three_notes()
    async with look_back() as pilot:
        await pilot.press("enter", "up", "enter", "a", "enter", "enter", "b", "enter", "escape")
        await shows(pilot, "1 Today")
    [interrupted] = kept()
    asked = own(interrupted).left
    assert asked[:2] == ("daily/expected", "daily/difference")
    async with look_back() as pilot:
        await shows(pilot, "▸ Go on where you stopped")
        await pilot.press("enter")
        await shows(pilot, "3 of 5")
        await shows(pilot, "› b")
        await shows(pilot, "You picked")
        await pilot.press("c", "shift+tab", "shift+tab", "d")
        await pilot.press("enter", "enter", "e", *["enter"] * 6)
        await left_as_it_is(pilot)
        await ended(pilot)
    [record] = kept()
    assert record.id == interrupted.id
    assert own(record).left == ()
    assert [given.text for given in own(record).answers] == ["ad", "b", "ce"]


async def test_kept_for_later_and_left_as_it_was_changes_nothing() -> None:
    async with look_back() as pilot:
        await pilot.press("enter", "a", "enter", "escape")
        await shows(pilot, "1 Today")
    before = kept()
    async with look_back() as pilot:
        await pilot.press("enter", "escape")
        await shows(pilot, "1 Today")
    assert kept() == before


async def test_an_old_interrupted_one_is_not_offered_after_a_newer_one_is_done() -> None:
    looked_back(Close(answers=(answer(EVENT[0]),), left=("daily/tomorrow",)), days_ago=3)
    async with look_back() as pilot:
        await shows(pilot, "Go on where you stopped")
    looked_back(Close(form="minute"), days_ago=2)
    async with look_back() as pilot:
        await shows(pilot, "Not today")
        assert "Go on" not in screen_text(pilot.app)
        await pilot.press("left", "left", "left")
        await shows(pilot, "▸ Go on where you stopped")


async def test_quitting_keeps_it_for_later() -> None:
    async with look_back() as pilot:
        await pilot.press("enter", "a", "enter", "b", "ctrl+q")
        await ended(pilot)
    [record] = kept()
    assert [given.text for given in own(record).answers] == ["a", "b"]
    assert own(record).left[-1] == "daily/tomorrow"


async def test_a_draft_that_another_window_left_is_offered_first() -> None:
    left = opened()
    app = JournalApp(left, Settings())
    async with app.run_test() as pilot:
        await shows(pilot, "1 Today")
        app.push_screen(LookBack(left, Settings()))
        await shows(pilot, "Not today")
        await pilot.press("enter", "a", "enter", "b")
        drafts = places().drafts
        await until(pilot, lambda: any('"b"' in p.read_text() for p in drafts.glob("*.json")))
        left.drafts.close()  # as the system does when a process is killed
        app.exit(0)
    assert kept() == []
    async with look_back() as pilot:
        await pilot.press("down", "down", "enter", "c", "enter", "d", "enter")
        await left_as_it_is(pilot)
        await ended(pilot)
    minute, other = sorted(kept(), key=lambda record: own(record).form, reverse=True)
    assert [given.text for given in own(minute).answers] == ["c"]
    assert own(other).left
    assert [given.text for given in own(other).answers] == ["a", "b"]


async def test_a_save_that_fails_stays_visible_and_keeps_the_text(home: Path) -> None:
    noted("first")
    async with look_back() as pilot:
        lines = home / "journal" / "lines-1"
        away = lines.rename(home / "journal" / "elsewhere")
        lines.write_text("not a folder")
        await pilot.press("enter", "enter", "a", "ctrl+s")
        await until(pilot, lambda: pilot.app.screen.query_one("#said").has_class("-failed"))
        assert "kept" not in str(pilot.app.screen.query_one(".place--day", Static).render())
        await pilot.press("t", "enter")
        await pilot.pause()
        await shows(pilot, "› t")
        assert pilot.app.return_code is None
        lines.unlink()
        away.rename(lines)
        await pilot.press("enter")
        await left_as_it_is(pilot)
        await ended(pilot)
    [record] = kept()
    assert (own(record).answers[0].text, own(record).tomorrow) == ("a", "t")


# --- what is shown


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_every_page_looks_as_drawn(size: tuple[int, int]) -> None:
    looked_back(Close(form="page"))
    three_notes()
    pages = {
        "start": [],
        "notes": ["enter"],
        "progress": ["up", "up", "enter"],
        "event": ["a", "enter", "enter"],
        "question": ["b", "enter", "c", "enter", "enter"],
        "try": ["enter"],
        "end": ["d", "enter", "e", "enter"],
    }
    async with look_back(size=size) as pilot:
        for name, keys in pages.items():
            await pilot.press(*keys)
            if name == "end":
                await shows(pilot, " kept")
            await looks_like(pilot, f"look_back_{name}_{size[0]}")
            shown = screen_text(pilot.app)
            said = set(re.findall(r"\w+", shown.lower()))
            assert said.isdisjoint(NEVER)
            assert not re.search(r"(a|the|this) close\b", shown)


async def test_beside_the_answers_stand_the_notes_where_there_is_room() -> None:
    noted("a note to see")
    async with look_back(size=(120, 36)) as pilot:
        await pilot.press("enter", "enter")
        await shows(pilot, "2 of 5")
        await shows(pilot, "a note to see")
    async with look_back(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        await shows(pilot, "2 of 5")
        await shows_not(pilot, "a note to see")


async def test_the_last_of_many_notes_and_what_is_typed_last_can_be_seen() -> None:
    for number in range(40):
        noted(f"note {number:02}", 20 - number / 4)
    async with look_back() as pilot:
        await pilot.press("enter")
        await shows(pilot, "▸ None in particular")
        await pilot.press("g")
        await shows(pilot, "note 00")
        await pilot.press("enter", "enter", "enter")
        for _ in range(3):
            await pilot.press(*[key for letter in "abcdefghi" for key in (letter, "ctrl+n")])
            await write(pilot, "the end")
            await shows(pilot, "the end")
            await pilot.press("enter")
        await shows(pilot, "4 of 5")


async def test_a_click_chooses_and_picks() -> None:
    note = noted("a note to see")
    async with look_back() as pilot:
        await pilot.click("#rows", offset=(6, 0))
        await shows(pilot, "a note to see")
        await pilot.click("#rows", offset=(6, 0))
        await shows(pilot, "2 of 5")
        await pilot.press("x", "ctrl+s")
        await shows(pilot, "kept")
    assert own(kept()[0]).picked == note.id


async def test_learner_text_is_never_markup() -> None:
    noted("[@click=app.quit()]here[/] [bold]no[/bold] [/]")
    async with look_back() as pilot:
        await pilot.press("enter")
        await shows(pilot, "[@click=app.quit()]here[/] [bold]no[/bold] [/]")
        await pilot.press("up", "enter", "enter", "enter")
        await shows(pilot, "You picked   15:30  [@click=app.quit()]here[/]")
        await write(pilot, "[/]")
        await pilot.press("ctrl+s")
        await shows(pilot, 'You wrote: "[/]"')

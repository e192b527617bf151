"""Days, driven by keys: every day is there, everything is found, and changes stay in place."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from journal.errors import NoSuchRecord
from journal.practice.making import When
from journal.practice.tries.experiments import new_try
from journal.records.close import Answer, Close, own_words
from journal.records.criteria import Criteria
from journal.records.record import Record, Sign
from journal.settings import Settings
from screens.app import JournalApp
from screens.places import PLACES
from tests.support.pilot import opened, shows, until, write
from tests.support.screen_text import screen_text

ANSWERS = (
    Answer("daily/happened", 1, "What happened?", "full", "The hand-over went wrong again."),
    Answer("daily/made", 1, "What do you make of it?", "full", "I hadn't asked first.\nI will."),
)


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a Tuesday evening."""
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-24T17:30:00")


def keep(*records: Record) -> list[Record]:
    return opened().save(*records)


def on(when: str, text: str, **fields: Any) -> Record:
    at = datetime.fromisoformat(when).astimezone()
    return Record("", at, "Etc/UTC", at.date(), text, **fields)


def some() -> list[Record]:
    """Keep a few weeks of notes; return them, oldest first."""
    return keep(
        on("2025-11-27T13:10", "Nobody reads past the first table."),
        on("2026-10-01T10:00", "October began"),
        on("2026-10-13T13:10", "Weighed it twice\nthe needle stuck\nand again"),
        on("2026-11-17T08:55", "Who reads the second count", sign=Sign.QUESTION, tags=("ward",)),
        on("2026-11-17T16:40", "Asked what they needed first", sign=Sign.WORKED),
        on(
            "2026-11-17T17:35",
            own_words(ANSWERS, "Ask before I start"),
            own=Close(answers=ANSWERS, tomorrow="Ask before I start"),
        ),
        on("2026-11-23T09:00", "Two versions of one story"),
        on("2026-11-24T09:12", "Client wanted the reason", sign=Sign.SURPRISE),
    )


@asynccontextmanager
async def days(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    journal = opened()
    app = JournalApp(journal, Settings())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.switch_mode("days")
        await until(pilot, lambda: "/ find:" in screen_text(app))
        yield pilot


async def hides(pilot: Pilot[int], text: str) -> None:
    await until(pilot, lambda: text not in screen_text(pilot.app))


async def find(pilot: Pilot[int], text: str) -> None:
    await pilot.press("slash")
    await write(pilot, text)


def rows(pilot: Pilot[int], first: str, among: Sequence[str]) -> list[str]:
    """Return which of `among` are on the screen, in their order from top to bottom."""
    shown = screen_text(pilot.app)
    assert first in shown
    return sorted((word for word in among if word in shown), key=shown.index)


def get(id_: str) -> Record:
    return opened().get(id_)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_days_stand_in_their_groups_with_the_newest_page_open(size: tuple[int, int]) -> None:
    some()
    async with days(size) as pilot:
        await shows(pilot, "Tuesday 24 November", "09:12  ! Client wanted the reason")
        order = ["This week", "Tue 24", "Mon 23", "Last week", "Tue 17", "Earlier", "October"]
        order += ["November 2025", "A year ago this week", '"Nobody reads past']
        await until(pilot, lambda: rows(pilot, "This week", order) == order)


async def test_left_and_right_go_to_the_day_before_and_after() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted the reason")
        await pilot.press("left", "left")
        await shows(pilot, "Tuesday 17 November", "08:55  ? Who reads the second count  #ward")
        await shows(pilot, "Looked back, 17:35", "What happened?", "I hadn't asked first.")
        await shows(pilot, "One line for tomorrow", "Ask before I start")
        await pilot.press("right", "right", "right")
        await shows(pilot, "09:12  ! Client wanted the reason")


async def test_a_month_opens_by_itself_when_one_goes_into_it() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted the reason")
        assert "Tue 13" not in screen_text(pilot.app)
        await pilot.press("left", "left", "left")
        await shows(pilot, "Tuesday 13 October", "Tue 13", "Thu  1")
        await pilot.press("left", "left", "left")
        await shows(pilot, "Thursday 27 November 2025")


async def test_a_month_opens_and_closes_on_enter() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted the reason")
        await pilot.press("tab", "j", "j", "j", "enter")
        await shows(pilot, "Tue 13  Weighed it twice")
        await pilot.press("enter")
        await hides(pilot, "Tue 13")
        await pilot.press("enter", "j", "enter", "enter")
        await shows(pilot, "Tuesday 13 October, 13:10", "the needle stuck")


async def test_a_year_ago_leads_to_that_day() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "A year ago this week")
        await pilot.press("tab", "G")
        await shows(pilot, "Thursday 27 November 2025")
        await pilot.press("enter")
        await shows(pilot, "Thu 27")


async def test_enter_reads_what_is_highlighted_whole_and_esc_goes_back() -> None:
    long = "\n".join(f"line {number}" for number in range(60))
    keep(on("2026-11-24T09:00", "short"), on("2026-11-24T10:00", long))
    async with days() as pilot:
        await shows(pilot, "line 3", "… enter reads on")
        await pilot.press("j", "enter")
        await shows(pilot, "Tuesday 24 November, 10:00", "line 12")
        await pilot.press("G")
        await shows(pilot, "line 59")
        await pilot.press("g")
        await shows(pilot, "line 0")
        await pilot.press("j")
        await hides(pilot, "line 0\n")
        await pilot.press("escape")
        await shows(pilot, "short")


async def test_a_try_says_what_it_is_on_its_day_and_among_what_was_found() -> None:
    noted = on("2026-11-24T17:10", "Held the line")
    when = When(noted.at, "Etc/UTC", noted.day)
    keep(new_try(when, "a call drifts", "ask for the decision", "fewer"), noted)
    async with days((120, 36)) as pilot:
        await shows(pilot, "Tue 24  Held the line", "Try: If a call drifts, I'll ask for")
        await shows(pilot, "I expected: fewer")
        await find(pilot, "decision")
        await shows(pilot, "Try: ask for the decision")


async def test_words_find_as_they_are_typed_with_the_line_of_the_hit() -> None:
    some()
    async with days() as pilot:
        await find(pilot, "nee")
        await shows(pilot, "/ nee", "Tue 17 Nov  16:40  + Asked what they needed first")
        await shows(pilot, "Tue 13 Oct  13:10    the needle stuck")
        await write(pilot, "dle")
        await hides(pilot, "Asked what they needed")
        await shows(pilot, "the needle stuck")
        await write(pilot, "x")
        await shows(pilot, "Nothing here says that.")


async def test_what_was_found_is_emphasised() -> None:
    some()
    async with days() as pilot:
        await find(pilot, "need")
        await shows(pilot, "Asked what they needed first")
        strips = pilot.app.screen._compositor.render_strips()
        marked = [part.text for s in strips for part in s if part.style and part.style.underline]
        assert "need" in marked


async def test_tab_keeps_what_was_found_and_esc_goes_back_to_the_days() -> None:
    some()
    async with days() as pilot:
        await find(pilot, "tag:ward")
        await shows(pilot, "Tue 17 Nov  08:55  ? Who reads the second count")
        await pilot.press("tab")
        await shows(pilot, "/ tag:ward", "e edit")
        await pilot.press("escape")
        await shows(pilot, "/ find:", "This week", "Client wanted the reason")


async def test_esc_leaves_the_line_before_it_leaves_the_hits() -> None:
    some()
    async with days() as pilot:
        await find(pilot, "count")
        await shows(pilot, "Who reads the second")
        await pilot.press("escape")
        await shows(pilot, "e edit", "/ count")
        await pilot.press("escape")
        await shows(pilot, "This week")


@pytest.mark.parametrize(
    ("typed", "found", "hidden"),
    [
        ("sign:worked", "Asked what they needed first", "Client wanted"),
        ("kind:lookback", "Looked back: The hand-over", "Client wanted"),
        ("from:2w -who", "Two versions of one story", "Who reads"),
        ('"needed first"', "Asked what they needed first", "Client wanted"),
        ("on:2026-10 needle", "the needle stuck", "Asked what"),
    ],
)
async def test_filters_narrow_what_is_found(typed: str, found: str, hidden: str) -> None:
    some()
    async with days() as pilot:
        await find(pilot, typed)
        await shows(pilot, found)
        await hides(pilot, hidden)


@pytest.mark.parametrize("typed", ["tag:", "from:2", "sign:st", "is:", "kind:xyz", "-from:2w"])
async def test_half_a_filter_is_answered_calmly(typed: str) -> None:
    some()
    async with days() as pilot:
        await find(pilot, typed)
        await until(pilot, lambda: len(screen_text(pilot.app).splitlines()[2].strip()) > 20)
        await pilot.press("escape", "escape")
        await shows(pilot, "This week")


async def test_a_date_leads_to_its_day() -> None:
    some()
    async with days() as pilot:
        await find(pilot, "13 oct")
        await shows(pilot, "enter goes to Tuesday 13 October")
        await pilot.press("enter")
        await shows(pilot, "/ find:", "Weighed it twice", "Tue 13")
        assert "nearest" not in screen_text(pilot.app)


async def test_a_date_with_nothing_leads_to_the_nearest_day() -> None:
    some()
    async with days() as pilot:
        await find(pilot, "last friday")
        await shows(pilot, "enter goes to Friday 20 November")
        await pilot.press("enter")
        await shows(pilot, "Nothing was written then. This is the nearest day.")
        await shows(pilot, "Tuesday 17 November")


async def test_enter_in_the_line_goes_to_the_hits_at_once() -> None:
    [*_, note] = some()
    async with days() as pilot:
        await find(pilot, "client")
        await pilot.press("enter")
        await shows(pilot, "e edit", "Client wanted")
        await pilot.press("enter")
        await shows(pilot, "Tuesday 24 November, 09:12")
    assert get(note.id).text == "Client wanted the reason"


async def test_letters_are_text_in_the_line() -> None:
    some()
    async with days() as pilot:
        await find(pilot, "xujq3.*")
        await shows(pilot, "/ xujq3.*")
    assert len(opened().find(Criteria())) == 8


async def test_the_trash_can_be_found_and_things_come_back_from_it() -> None:
    *_, note = some()
    async with days() as pilot:
        await shows(pilot, "Client wanted the reason")
        await pilot.press("x")
        await until(pilot, lambda: get(note.id).trashed)
        await hides(pilot, "Client wanted the reason")
        await shows(pilot, "Monday 23 November")
        await find(pilot, "is:trash")
        await shows(pilot, "Client wanted the reason")
        await pilot.press("tab", "r")
        await until(pilot, lambda: not get(note.id).trashed)
        await shows(pilot, "There is nothing in the trash.")
        await pilot.press("escape")
        await shows(pilot, "Tue 24")


async def test_what_is_done_to_a_record_leaves_the_highlight_on_it() -> None:
    first, second, third = keep(
        on("2026-11-24T09:00", "one"),
        on("2026-11-24T10:00", "two"),
        on("2026-11-24T11:00", "three"),
    )
    async with days() as pilot:
        await shows(pilot, "three")
        await pilot.press("j", "asterisk")
        await shows(pilot, "two  *")
        await pilot.press("t")
        await shows(pilot, "Tags, with spaces between")
        await write(pilot, "pump")
        await pilot.press("enter")
        await shows(pilot, "two  *  #pump")
        await pilot.press("e")
        await shows(pilot, "enter keeps it")
        await write(pilot, " times")
        await pilot.press("enter")
        await shows(pilot, "two times  *  #pump")
        await pilot.press("u")
        await shows(pilot, "two  *  #pump")
        await pilot.press("x")
        await hides(pilot, "two")
        await pilot.press("x")
        await hides(pilot, "three")
    assert [get(each.id).trashed for each in (first, second, third)] == [False, True, True]


async def test_what_is_changed_among_hits_stays_highlighted() -> None:
    made = keep(*(on(f"2026-11-{day}T09:00", f"pump {day}") for day in (18, 19, 20)))
    async with days() as pilot:
        await find(pilot, "pump")
        await shows(pilot, "pump 18")
        await pilot.press("tab", "j", "asterisk")
        await until(pilot, lambda: get(made[1].id).starred)
        await pilot.press("j", "asterisk")
        await until(pilot, lambda: get(made[0].id).starred)
    assert not get(made[2].id).starred


async def test_what_another_window_writes_appears() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted the reason")
        keep(on("2026-11-24T10:00", "from elsewhere"), on("2026-11-20T10:00", "a new day"))
        await shows(pilot, "10:00    from elsewhere", "Fri 20  a new day")
        await shows(pilot, "Tuesday 24 November")


async def test_many_changes_at_once_appear_too() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted the reason")
        keep(*(on(f"2026-11-20T10:{number:02}", f"number {number}") for number in range(60)))
        keep(*(on(f"2026-11-21T10:{number:02}", f"number {number}") for number in range(60)))
        await shows(pilot, "Fri 20  number 0", "Sat 21  number 0")


async def test_history_shows_what_changed_from_version_to_version() -> None:
    note, *_ = keep(on("2026-11-24T09:00", "as it was then"))
    keep(get(note.id)._replace(text="as it is now, and then"))
    keep(get(note.id)._replace(tags=("ward",)))
    async with days() as pilot:
        await shows(pilot, "as it is")
        await pilot.press("h")
        await shows(pilot, "What it said before", "… as it", "- was", "+ is now, and")
        await shows(pilot, "tags: ward", "17:30, written", "as it was then")
        await pilot.press("h")
        await hides(pilot, "as it was then")


async def test_a_command_shows_the_trash_from_any_place_and_r_brings_back_there() -> None:
    *_, note = some()
    opened().remove(get(note.id))
    async with days() as pilot:
        await pilot.press("1", "escape", "colon")
        await write(pilot, "trash")
        await pilot.press("enter")
        await shows(pilot, "In the trash.", "Client wanted the reason", "r bring back", "esc back")
        await pilot.press("enter")
        await shows(pilot, "in the trash", "r bring back")
        await pilot.press("escape", "r")
        await shows(pilot, "There is nothing in the trash.")
        assert "bring back" not in screen_text(pilot.app)
        await pilot.press("escape")
        await shows(pilot, "Tue 24  Client wanted")


async def test_the_trash_is_reached_from_a_record_that_is_read() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted")
        await pilot.press("enter", "colon")
        await write(pilot, "see the trash")
        await pilot.press("enter")
        await shows(pilot, "There is nothing in the trash.", "esc back")


async def test_a_command_goes_a_year_back_where_there_is_something() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted")
        await pilot.press("colon")
        await write(pilot, "year ago")
        await pilot.press("enter")
        await shows(pilot, "Thursday 27 November 2025", "Nobody reads past")


async def test_the_bottom_line_says_only_what_can_be_done() -> None:
    async with days() as pilot:
        await shows(pilot, "Nothing is here yet.")
        assert "edit" not in screen_text(pilot.app)
        assert "esc back" not in screen_text(pilot.app)
        some()
        await shows(pilot, "e edit", "← earlier")
        await find(pilot, "count")
        await pilot.press("tab")
        await shows(pilot, "esc back", "e edit")
        assert "earlier" not in screen_text(pilot.app)


async def test_digits_of_places_that_are_not_there_are_silent() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted")
        before = screen_text(pilot.app)
        await pilot.press(*({"1", "2", "3", "4", "5"} - {where.digit for where in PLACES}))
        await pilot.pause()
        assert screen_text(pilot.app) == before


async def test_a_click_on_the_name_of_a_place_goes_there() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted")
        await pilot.click("PlaceName")
        await shows(pilot, "What did you just notice?")


async def test_a_click_on_a_day_shows_it_and_on_a_record_reads_it() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted")
        await pilot.click("#days", offset=(10, 2))
        await shows(pilot, "09:00    Two versions of one story")
        await pilot.click("#page", offset=(10, 0))
        await shows(pilot, "Monday 23 November, 09:00")


async def test_a_digit_leads_back_from_what_lies_over_its_place() -> None:
    some()
    async with days() as pilot:
        await shows(pilot, "Client wanted")
        await pilot.press("enter")
        await shows(pilot, "Tuesday 24 November, 09:12")
        await pilot.press("3")
        await shows(pilot, "This week")


async def test_links_are_followed_and_esc_comes_back() -> None:
    [goal, other] = keep(on("2026-11-02T09:00", "the goal"), on("2026-11-03T09:00", "the other"))
    keep(on("2026-11-24T09:00", "the start", links=(goal.id, other.id, "zzzzzzzzzz")))
    async with days() as pilot:
        await shows(pilot, "the start")
        await pilot.press("enter")
        await shows(pilot, "Leads to", "Mon 2 Nov  the goal", "no longer in the journal")
        await pilot.press("tab", "enter")
        await shows(pilot, "Tuesday 3 November, 09:00")
        await pilot.press("escape")
        await shows(pilot, "Leads to")
        await pilot.press("shift+tab", "enter")
        await shows(pilot, "Monday 2 November, 09:00")


async def test_a_record_that_is_read_can_be_changed_there() -> None:
    [note] = keep(on("2026-11-24T09:00", "the start"))
    async with days() as pilot:
        await shows(pilot, "the start")
        await pilot.press("enter")
        await shows(pilot, "24 November, 09:00")
        await pilot.press("e")
        await shows(pilot, "enter keeps it")
        await write(pilot, " of it")
        await pilot.press("enter")
        await shows(pilot, "   the start of it")
        await pilot.press("x")
        await shows(pilot, "in the trash")
        await pilot.press("r")
        await hides(pilot, "in the trash")
    assert not get(note.id).trashed


async def test_with_nothing_in_it_it_says_what_it_will_hold_and_offers_to_begin() -> None:
    async with days() as pilot:
        await shows(pilot, "Everything you write comes here", "Bring notes from another journal")
        keep(on("2026-11-24T09:00", "the first"))
        await shows(pilot, "09:00    the first")
        assert "Everything you write comes here" not in screen_text(pilot.app)


async def test_the_empty_place_leads_to_today() -> None:
    async with days() as pilot:
        await shows(pilot, "Write a first line on Today")
        await pilot.press("enter")
        await shows(pilot, "It stays on this computer.")


async def test_learner_text_is_never_markup_nor_acts_on_the_terminal() -> None:
    text = "[@click=app.quit()]here[/] [bold]no[/bold] [/] \x1b[2J\u202e needle"
    keep(on("2026-11-24T09:00", text, tags=("[b]x",)))
    async with days((120, 36)) as pilot:
        await shows(pilot, "[@click=app.quit()]here[/] [bold]no[/bold] [/]", "#[b]x")
        await find(pilot, "needle")
        await shows(pilot, "/ needle", "[@click=app.quit()]here[/]")
        await pilot.press("enter", "enter")
        await shows(pilot, "24 November, 09:00", "[@click=app.quit()]here[/]")
        assert not set(screen_text(pilot.app)) & set("\x1b\u202e")


async def test_bringing_notes_in_from_the_empty_place(tmp_path: Path) -> None:
    source = tmp_path / "vault"
    source.mkdir()
    (source / "2026-11-20.md").write_text("# A day\n\nBrought along\n")
    async with days() as pilot:
        await shows(pilot, "Bring notes from another journal")
        await pilot.press("j", "enter")
        await shows(pilot, "Which kind of journal is it?")
        await write(pilot, "markdown")
        await pilot.press("enter")
        await shows(pilot, "Where is it?")
        pilot.app.screen.query_one("Field").load_text(str(tmp_path / "nowhere"))  # type: ignore[attr-defined]
        await pilot.press("enter")
        await shows(pilot, "There is no file or folder", "enter names another path")
        await pilot.press("enter")
        await shows(pilot, "Where is it?")
        pilot.app.screen.query_one("Field").load_text(str(source))  # type: ignore[attr-defined]
        await pilot.press("enter")
        await shows(pilot, "1 note would come in.")
        assert opened().find(Criteria()) == []
        await pilot.press("enter")
        await shows(pilot, "1 note came in. Undo takes them out again, all at once.")
        await pilot.press("enter")
        await shows(pilot, "Brought along")
        await pilot.press("u")
        await until(pilot, lambda: opened().find(Criteria()) == [])


async def test_bringing_notes_in_can_be_left_at_every_step(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("text")
    for steps in (1, 2, 3):
        async with days() as pilot:
            await shows(pilot, "Bring notes from another journal")
            await pilot.press("j", "enter")
            await shows(pilot, "Which kind of journal is it?")
            if steps > 1:
                await write(pilot, "markdown")
                await pilot.press("enter")
                await shows(pilot, "Where is it?")
            if steps > 2:
                pilot.app.screen.query_one("Field").load_text(str(tmp_path / "a.md"))  # type: ignore[attr-defined]
                await pilot.press("enter")
                await shows(pilot, "would come in")
            await pilot.press("escape")
            await shows(pilot, "Everything you write comes here")
    with pytest.raises(NoSuchRecord):
        opened().get("last")

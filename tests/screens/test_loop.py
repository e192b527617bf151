"""The place Loop: what stands where, by keys and by mouse; and hostile text on the card."""

from datetime import UTC, datetime, timedelta
from itertools import cycle

import pytest
from textual.widgets import OptionList

from journal.practice.loop.questions import describe, new_question
from journal.practice.making import When
from journal.practice.noting import new_note
from journal.practice.tries.experiments import new_try, start
from journal.records.criteria import Criteria
from journal.records.item import Item, State
from screens.reading import Reading
from screens.widgets.card_view import MoveName
from tests.screens.tour import NOW, at_rest, fill, running
from tests.support.pilot import opened, shows, shows_not, until, write
from tests.support.screen_text import screen_text

WIDE = (120, 36)
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
WHEN = When(AT, "UTC", AT.date())

HOSTILE = "[@click=app.quit()]a[/] [/] \x1b]0;title\x07 \x1b[2J \u202egnp.exe \x9b31m"


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the evening on which the sample ends."""
    monkeypatch.setenv("JOURNAL_NOW", NOW)


async def test_a_click_opens_a_card_and_one_on_a_word_below_it_moves_it_on() -> None:
    opened().save(new_question("Who reads it", WHEN))
    async with running(WIDE) as pilot:
        await pilot.click("#place", offset=(11, 0))
        await shows(pilot, "SEEK", "Move on to")
        await until(pilot, lambda: len(pilot.app.screen.query(MoveName)) > 0)
        await at_rest(pilot)
        await pilot.click(MoveName)
        await shows(pilot, "being found out since today")
        await pilot.click("#groups", offset=(6, 1))
        await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
    [question] = opened().find(Criteria(("item",)))
    assert isinstance(question.own, Item)
    assert question.own.state is State.SEEKING


async def test_what_a_learner_or_somebody_else_wrote_only_shows() -> None:
    record = describe(new_question(HOSTILE, WHEN), works_when=HOSTILE, disagree=HOSTILE)
    opened().save(record)
    async with running(WIDE) as pilot:
        for keys in ("tab 2", "m", "escape", "e", "escape", "full_stop", "escape", "enter", "h"):
            await pilot.press(*keys.split())
            await at_rest(pilot)
            shown = screen_text(pilot.app)
            assert "[@click=app.quit()]a[/] [/]" in shown
            assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


@pytest.mark.parametrize("size", [(80, 24), WIDE])
async def test_the_day_to_look_again_is_never_cut_the_title_is(size: tuple[int, int]) -> None:
    made = new_try(WHEN, "it rings", "put three lines on the cabinet door and read them", "less")
    opened().save(start(made, WHEN.day, look=WHEN.day))
    async with running(size) as pilot:
        await pilot.press("tab", "2")
        await shows(pilot, "▸ put three lines on the", "…", "look again today")


async def test_the_mark_stays_on_its_record_when_others_come() -> None:
    opened().save(new_question("The first", WHEN))
    async with running() as pilot:
        await pilot.press("tab", "2")
        await shows(pilot, "▸ The first")
        later = WHEN._replace(at=AT.replace(hour=12))
        opened().save(new_question("The second", later))
        await shows(pilot, "The second")
        await shows(pilot, "▸ The first")
        assert screen_text(pilot.app).index("The second") < screen_text(pilot.app).index(
            "The first"
        )


async def test_every_noun_opens_by_its_word_from_any_place() -> None:
    fill(opened())
    words = ("questions", "lessons", "tries", "around me", "goals", "what I bring", "what people")
    async with running() as pilot:
        await pilot.press("tab")
        for word, place in zip((*words, "long look"), cycle("123"), strict=False):
            await pilot.press(place)
            await at_rest(pilot)
            await pilot.press("colon")
            await write(pilot, word)
            await pilot.press("enter")
            await until(pilot, lambda: bool(pilot.app.screen.query("#shelf")))
            await at_rest(pilot)
            assert pilot.app.screen.query_one("#groups", OptionList).option_count, word
            await pilot.press("escape")
            await until(pilot, lambda: not pilot.app.screen.query("#shelf"))


async def test_put_off_it_waits_no_more() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "j")
        await shows(pilot, "▸ put three lines on")
        await pilot.press("z")
        await shows(pilot, "Not now. It waits again in a week.")
        await shows_not(pilot, "put three lines on")


async def test_a_day_without_a_line_can_be_given_a_reason() -> None:
    note = new_note("the first", AT - timedelta(days=5), "UTC", AT.date() - timedelta(days=5))
    opened().save(note)
    async with running() as pilot:
        await pilot.press("tab", "colon")
        await write(pilot, "days without a line")
        await pilot.press("enter")
        await shows(pilot, "▸ Monday 23 November", "enter say why")
        await pilot.press("j", "enter")
        await shows(pilot, "Why, if you like?")
        await write(pilot, "holiday")
        await pilot.press("enter")
        await shows(pilot, "▸ Friday 20 November", "holiday")
        await pilot.press("u")
        await shows(pilot, "Took back a note")
        await shows_not(pilot, "holiday  ")
    assert [note.text for note in opened().find(Criteria())] == ["the first"]


async def test_a_try_is_gone_through_in_five_questions() -> None:
    made = new_try(WHEN, "it rings", "wait", "less")
    [tried] = opened().save(start(made, WHEN.day, look=WHEN.day))
    async with running() as pilot:
        await pilot.press("tab", "2", "m")
        await write(pilot, "five questions")
        await pilot.press("enter")
        await shows(pilot, "What are you trying to be able to do?")
        await write(pilot, "To wait.")
        await pilot.press(*["enter"] * 5)
        await shows(pilot, "Kept: go through five questions about it.")
    [page] = opened().find(Criteria(("note",)))
    assert page.links == (tried.id,)
    assert page.text.endswith("To wait.")

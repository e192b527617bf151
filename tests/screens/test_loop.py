"""The place Loop: what stands where, by keys and by mouse; and hostile text on the card."""

from datetime import UTC, datetime

import pytest
from textual.widgets import OptionList

from journal.practice.loop.questions import describe, new_question
from journal.practice.making import When
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
        for place in ("1", "2", "3"):
            await pilot.press("tab", place)
            await at_rest(pilot)
            for word in (*words, "long look"):
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

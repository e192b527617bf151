"""Tries in the look back: one that waits is answered, two lines make one; longer look backs."""

import pytest
from textual.pilot import Pilot

from journal.paths import places
from journal.practice.making import When
from journal.practice.tries.experiments import new_try, start
from journal.records.criteria import Criteria
from journal.records.experiment import Difference, Experiment
from journal.records.record import Record
from journal.records.review import Review
from journal.settings import Settings
from screens.app import JournalApp
from screens.reviews.screen import ReviewScreen
from tests.practice.making import running as a_try
from tests.screens.test_loop import AT
from tests.screens.tour import NOW, at_rest, fill, running
from tests.support.pilot import opened, shows, until, write
from tests.support.screen_text import screen_text

TODAY = AT.date()


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the evening on which the sample ends."""
    monkeypatch.setenv("JOURNAL_NOW", NOW)


def tries() -> list[Record]:
    """Return the tries that there are."""
    return opened().find(Criteria(("experiment",)))


def reviews() -> list[Review]:
    """Return the longer look backs that there are."""
    return [r.own for r in opened().find(Criteria(("review",))) if isinstance(r.own, Review)]


async def empty_enters(pilot: Pilot[int], until_shown: str) -> None:
    """Press `enter` until something is shown."""
    for _ in range(20):
        if until_shown in screen_text(pilot.app):
            return
        await pilot.press("enter")
        await at_rest(pilot)
    raise AssertionError(f"{until_shown} was never shown")


async def test_a_try_that_waits_is_answered_in_the_look_back_and_a_new_one_made() -> None:
    when = When(AT.replace(day=20), "UTC", TODAY.replace(day=20))
    drafted = new_try(when, "it rings", "let it ring", "a quiet hour")
    opened().save(start(drafted, when.day))
    async with running() as pilot:
        await pilot.press("tab", "l", "enter")
        await empty_enters(pilot, "let it ring")
        await shows(pilot, "You expected a quiet hour.", "▸ Not now")
        await pilot.press("g", "j", "j", "enter")
        await shows(pilot, "What happened?")
        await write(pilot, "It rang twice.")
        await pilot.press("enter")
        await until(pilot, lambda: bool(getattr(tries()[0].own, "reviewed", None)))
        await shows(pilot, "5 of 5", "›")
        await write(pilot, "If it rings, I'll say when")
        await pilot.press("enter")
        await write(pilot, "fewer calls (7 of 10)")
        await pilot.press("enter")
        await shows(pilot, "You will try:", "You expect:", "Look again tomorrow.")
        await pilot.press("tab")
        await shows(pilot, "About the journal itself")
        await pilot.press("escape")
        await until(pilot, lambda: len(tries()) == 2)
    looked, made = (each.own for each in tries())
    assert isinstance(looked, Experiment)
    assert isinstance(made, Experiment)
    assert (looked.difference, looked.happened) == (Difference.DIFFERENT, "It rang twice.")
    assert (made.cue, made.response, made.sureness) == ("it rings", "say when", 7)


async def test_without_one_that_waits_the_try_step_is_two_lines() -> None:
    opened().save(a_try(0)._replace(trashed=True))
    async with running() as pilot:
        await pilot.press("tab", "l", "enter")
        await empty_enters(pilot, "5 of 5")
        await shows(pilot, "›")
        await empty_enters(pilot, "One line for yourself tomorrow")
    assert tries() == []


async def test_a_look_back_on_a_week_is_kept_and_gone_on_with() -> None:
    fill(opened())
    before = len(reviews())
    async with running() as pilot:
        await pilot.press("tab", "colon")
        await write(pilot, "look back on the week")
        await pilot.press("enter")
        await shows(pilot, "Your week", "1 of", "›")
        await write(pilot, "The nod.")
        await pilot.press("enter", "enter")
        await shows(pilot, "2 of")
        await pilot.press("escape")
        await until(pilot, lambda: len(reviews()) == before + 1)
        assert reviews()[-1].left
        await pilot.press("colon")
        await write(pilot, "look back on the week")
        await pilot.press("enter")
        await shows(pilot, "Look back on the week of 23 November")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not reviews()[-1].left)
    assert [answer.text for answer in reviews()[-1].answers] == ["The nod."]


async def test_what_was_typed_into_a_longer_look_back_outlives_its_window() -> None:
    fill(opened())
    before = len(reviews())
    left = opened()
    app = JournalApp(left, Settings(hints="off"))
    async with app.run_test() as pilot:
        await shows(pilot, "1 Today")
        app.push_screen(ReviewScreen(left, Settings(), "week"))
        await shows(pilot, "Your week", "›")
        await write(pilot, "The nod.")
        drafts = places().drafts
        await until(pilot, lambda: any("The nod." in p.read_text() for p in drafts.glob("*.json")))
        left.drafts.close()  # as the system does when a process is killed
        app.exit(0)
    assert len(reviews()) == before
    async with running() as pilot:
        await pilot.press("tab", "colon")
        await write(pilot, "look back on the week")
        await shows(pilot, "look back on the week  ")
        await pilot.press("enter")
        await shows(pilot, "Your week", "The nod.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(reviews()) > before and not reviews()[-1].left)
        await until(pilot, lambda: not list(drafts.glob("*.json")))
    assert [answer.text for answer in reviews()[-1].answers] == ["The nod."]


async def test_what_is_said_of_a_heading_stands_beside_what_was_said_then() -> None:
    fill(opened())
    before = len(reviews())
    async with running() as pilot:
        await pilot.press("tab", "colon")
        await write(pilot, "twelve weeks")
        await pilot.press("enter")
        await shows(pilot, "1 of 2", "›")
        await pilot.press("enter", "enter")
        await shows(pilot, "2 of 2", "then, ")
        await pilot.press("g", "enter")
        await shows(pilot, "hinders")
        await write(pilot, "hinders")
        await pilot.press("enter")
        await shows(pilot, "What shows it?")
        await write(pilot, "The van is gone.")
        await pilot.press("enter")
        await shows(pilot, "now, hinders: The van is gone.")
        await pilot.press("escape")
        await until(pilot, lambda: len(reviews()) == before + 1)
    [said] = reviews()[-1].snapshot
    assert (said.mark, said.evidence) == ("hinders", "The van is gone.")

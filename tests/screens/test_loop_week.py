"""A week in the life, by keys alone: a note becomes a question, is made sense of, tried, looked at,
a lesson, passed on, answered, and made sense of again."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.records.criteria import Criteria
from journal.records.experiment import Experiment
from journal.records.item import Item, State
from screens.widgets.field import Field
from tests.screens.tour import at_rest, is_writing, running
from tests.support.pilot import opened, shows, until, write

TUESDAY = "2026-11-24T16:45:00"
WEDNESDAY = "2026-11-25T16:45:00"


@pytest.fixture(autouse=True)
def tuesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a Tuesday."""
    monkeypatch.setenv("JOURNAL_NOW", TUESDAY)


def the_question() -> Item:
    """Return the one question that there is."""
    [found] = opened().find(Criteria(("item",)))
    assert isinstance(found.own, Item)
    return found.own


def the_try() -> Experiment:
    """Return the one try that there is."""
    [found] = opened().find(Criteria(("experiment",)))
    assert isinstance(found.own, Experiment)
    return found.own


async def state(pilot: Pilot[int], wanted: State) -> None:
    """Wait until the question is there."""
    await until(pilot, lambda: bool(opened().find(Criteria(("item",)))))
    await until(pilot, lambda: the_question().state is wanted)
    await at_rest(pilot)


async def take(pilot: Pilot[int], step: str) -> None:
    """Press `m` and take what is called so."""
    await until(pilot, lambda: not is_writing(pilot.app))
    await pilot.press("m")
    await until(pilot, lambda: is_writing(pilot.app))
    await write(pilot, step)
    await pilot.press("enter")


async def say(pilot: Pilot[int], asked: str, text: str) -> None:
    """Wait for a question, and answer it."""
    await shows(pilot, asked)
    await write(pilot, text)
    await pilot.press("enter")


async def test_a_whole_week_goes_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as pilot:
        await write(pilot, "? Why do we count twice")
        await pilot.press("enter", "tab")
        await shows(pilot, "Why do we count twice")
        await take(pilot, "a question")
        await shows(pilot, "What do you want to find out?", "Why do we count twice")
        await pilot.press("enter")
        await state(pilot, State.CAPTURED)
        await pilot.press("2")
        await shows(pilot, "SEEK", "▸ Why do we count twice")
        await take(pilot, "make sense")
        await say(pilot, "What did you read or see", "@Ana")
        await state(pilot, State.SENSING)
        await shows(pilot, "needs your own words")
        await take(pilot, "a try")
        await say(pilot, "Which small thing will you try?", "If it is full, I'll count once")
        await say(pilot, "What do you expect?", "no difference (7 of 10)")
        await state(pilot, State.TRYING)
        await shows(pilot, "look again tomorrow")
        assert (the_try().prediction, the_try().sureness) == ("no difference", 7)
    monkeypatch.setenv("JOURNAL_NOW", WEDNESDAY)
    async with running() as pilot:
        await pilot.press("tab", "j")
        await shows(pilot, "▸ count once", "look again today", "z not now")
        await pilot.press("enter")
        await shows(pilot, "as expected")
        await write(pilot, "different")
        await pilot.press("enter")
        await say(pilot, "What happened?", "Two were missing.")
        await until(pilot, lambda: the_try().happened == "Two were missing.")
        await at_rest(pilot)
        await pilot.press("2")
        await shows(pilot, "looked at. What next?")
        await pilot.press("g")
        await shows(pilot, "▸ Why do we count twice")
        await take(pilot, "a lesson")
        await say(pilot, "What do you make of it?", "The second count reads, the first one counts.")
        await state(pilot, State.SETTLED)
        await shows(pilot, "1 lesson kept")
        await pilot.press("G", "enter")
        await shows(pilot, "Lessons kept", "▸ Why do we count twice")
        await take(pilot, "ready to pass")
        await state(pilot, State.READY)
        await pilot.press("escape")
        await shows(pilot, "SHARE", "ready")
        await pilot.press("G")
        await take(pilot, "pass it on")
        await say(pilot, "Who is it for?", "the team")
        await shows(pilot, "This leaves, word for word.", "The second count reads")
        assert the_question().state is State.READY, "nothing has left"
        path = tmp_path / "lesson.txt"
        await write(pilot, str(path))
        await pilot.press("enter")
        await state(pilot, State.SHARED)
        left = "Why do we count twice\n\nThe second count reads, the first one counts.\n"
        assert path.read_text("utf-8") == left
        await shows(pilot, "passed on to the team")
        await take(pilot, "an answer")
        await say(pilot, "What came back?", "Ana: and who reads the second one?")
        await state(pilot, State.ECHOED)
        await take(pilot, "make sense of the answer")
        await state(pilot, State.SENSING)
        await shows(pilot, "in your own words")
    assert [passage.to for passage in the_question().passages] == [
        *(State.SENSING, State.TRYING, State.SETTLED, State.READY, State.SHARED, State.ECHOED),
        State.SENSING,
    ]


async def test_what_a_step_asks_can_be_left_and_nothing_has_changed() -> None:
    async with running() as pilot:
        await pilot.press("tab", "2")
        await shows(pilot, "Nothing is here yet.")
        await pilot.press("enter")
        await say(pilot, "What do you want to find out?", "Who reads it")
        await state(pilot, State.CAPTURED)
        await take(pilot, "make sense")
        await say(pilot, "What did you read or see", "")
        await shows(pilot, "This needs a few words.")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: not is_writing(pilot.app))
        assert the_question().state is State.CAPTURED
        await pilot.press("u")
        await shows(pilot, "Nothing is here yet.")


async def test_what_was_expected_stays_as_it_was() -> None:
    async with running() as pilot:
        await pilot.press("tab", "2", "a")
        await write(pilot, "two lines")
        await pilot.press("enter")
        await say(pilot, "Which small thing will you try?", "If it rings, I'll stop")
        await say(pilot, "What do you expect?", "a quiet hour")
        await shows(pilot, "▸ stop")
        await pilot.press("e")
        await shows(pilot, "# I expect …", "a quiet hour")
        field = pilot.app.screen.query_one(Field)
        text = field.text
        field.load_text(text.replace("a quiet hour", "two hours"))
        await pilot.press("ctrl+s")
        await shows(pilot, "What you expected stays as you wrote it when the try began.")
        field.load_text(text.replace("it rings", "they ring"))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: the_try().cue == "they ring")
        assert the_try().prediction == "a quiet hour"


async def test_a_file_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    path.write_text("mine")
    async with running() as pilot:
        await pilot.press("tab", "2", "a")
        await write(pilot, "two lines")
        await pilot.press("enter")
        await say(pilot, "Which small thing will you try?", "If it rings, I'll stop")
        await say(pilot, "What do you expect?", "a quiet hour")
        await shows(pilot, "▸ stop")
        await take(pilot, "on a card")
        await shows(pilot, '"prediction": "a quiet hour"')
        await write(pilot, str(path))
        await pilot.press("enter")
        await shows(pilot, "is there already. Name another file.")
        await write(pilot, "2")
        await pilot.press("enter")
        await shows(pilot, "Written to")
    assert path.read_text() == "mine"
    card = tmp_path / "card.json2"
    async with running() as pilot:
        await pilot.press("tab", "2", "colon")
        await write(pilot, "read in a card")
        await pilot.press("enter")
        await say(pilot, "Where is the card?", str(tmp_path / "none"))
        await shows(pilot, "The card cannot be read: No such file")
        pilot.app.screen.query_one(Field).load_text(str(card))
        await pilot.press("enter")
        await shows(pilot, "from a colleague")

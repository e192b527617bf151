"""Coach, driven by keys: a journal with something to choose from, and ways through the steps."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot

from journal.practice.making import When, made, own_of
from journal.practice.noting import new_note
from journal.records.coach import Coach
from journal.records.consent import Consented
from journal.records.criteria import Criteria
from journal.records.excerpt import Choice, Chosen, Excerpt, Help
from journal.records.experiment import Difference, Experiment, Stage
from journal.records.record import Record, Sign
from journal.sharing.agreeing import Yes
from journal.sharing.desk import events
from journal.sharing.giving import give, prepare
from tests.screens.tour import at_rest, running
from tests.support.pilot import opened, shows, until, write
from tests.support.screen_text import screen_text

TODAY = date(2026, 11, 24)
NOW = "2026-11-24T17:30:00"
WHEN = When(datetime.fromisoformat(NOW).astimezone(), "Etc/UTC", TODAY)
QUESTION = "How do I get them to say what they need?"
FIRST = "I hadn't asked what they needed first."
YES = Yes("Ana")
SECOND = "Acme rang: ana.lee@acme.example wants three versions."


def some() -> list[Record]:
    """Keep two notes, a look at a third, and a try; return them, oldest first."""
    journal = opened()
    notes = [
        _note(SECOND, 11),
        _note(FIRST, 5, Sign.SURPRISE),
        _note("Why do we count twice?", 0, Sign.QUESTION),
    ]
    tried = Experiment(
        "I take over a patient", "Ask before I start", "fewer call-backs", 7,
        state=Stage.ADOPTED, happened="Fewer.", difference=Difference.PARTLY,
    )  # fmt: skip
    earlier = WHEN._replace(at=WHEN.at - timedelta(hours=2))
    return journal.save(*notes) + journal.save(made(tried, earlier))


def _note(text: str, days: int, sign: Sign | None = None) -> Record:
    ago = timedelta(days=days)
    return new_note(text, WHEN.at - ago, WHEN.zone, WHEN.day - ago, sign=sign)


def card(name: str = "Ana", **more: Any) -> Record:
    """Keep the card of a coach."""
    fields: dict[str, Any] = {
        "contact": "ana@example.org", "purpose": "For this conversation only", "learner": "Sam",
    }  # fmt: skip
    [kept] = opened().save(made(Coach(name, **(fields | more)), WHEN), op="coach")
    return kept


def given(folder: Any, coach: Record, note: Record, yes: Yes = YES) -> Record:
    """Give a page with one note on it; return it."""
    journal = opened()
    choice = Choice(QUESTION, (Chosen(note.id),), help=(Help.ASK,))
    page = prepare(journal, coach, choice, WHEN)
    give(journal, page, yes, folder, WHEN)
    return page


def pages() -> list[Excerpt]:
    """Return what was prepared, oldest first."""
    return [own_of(record, Excerpt) for record in kept("excerpt")]


def kept(kind: str) -> list[Record]:
    """Return the records of a kind, oldest first."""
    return opened().find(Criteria(kinds=(kind,)))


def states() -> list[Consented]:
    """Return what happened to pages, in its order."""
    return [event.own.state for event in events(opened(), kept("coach")[0].id)]


@asynccontextmanager
async def at_coach(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """Run the app in the place Coach."""
    async with running(size) as pilot:
        await pilot.press("tab", "5")
        await shows(pilot, "5 Coach")
        await at_rest(pilot)
        yield pilot


async def press(pilot: Pilot[int], keys: str) -> None:
    """Press keys one by one, each when the one before has been dealt with."""
    for key in keys.split():
        await pilot.press(key)
        await at_rest(pilot)


async def fill_in(pilot: Pilot[int], text: str) -> None:
    """Type an answer into the field that has the cursor, in place of what is there, and `enter`."""
    await pilot.press("ctrl+u")
    await write(pilot, text)
    await press(pilot, "enter")


async def paste(pilot: Pilot[int], text: str) -> None:
    """Paste a text, as a terminal does."""
    pilot.app.post_message(Paste(text))
    await at_rest(pilot)


async def says(pilot: Pilot[int], words: str) -> None:
    """Wait until the screen has these words, on however many lines of a dialog."""
    await until(pilot, lambda: words in " ".join(screen_text(pilot.app).replace("│", " ").split()))


async def marked(pilot: Pilot[int], words: str) -> None:
    """Move the mark down to the row with these words."""
    for _ in range(40):
        if any(words in row for row in screen_text(pilot.app).splitlines() if "▸" in row):
            return
        await press(pilot, "j")
    raise AssertionError(f"no row has {words!r}:\n{screen_text(pilot.app)}")


async def choose_for(pilot: Pilot[int]) -> None:
    """Go through the first step: a question, a note, the try."""
    await press(pilot, "enter")
    await shows(pilot, "1 choose", FIRST)
    await marked(pilot, FIRST)
    await press(pilot, "space")
    await press(pilot, "g")
    await marked(pilot, "Ask before I start")
    await press(pilot, "space tab tab tab")
    await press(pilot, "g enter")
    await fill_in(pilot, QUESTION)


async def to_names(pilot: Pilot[int]) -> None:
    """Go on to the second step."""
    await press(pilot, "tab tab tab enter")
    await shows(pilot, "2 hide names")


async def to_reading(pilot: Pilot[int]) -> None:
    """Go on to the third step."""
    await press(pilot, "G enter")
    await shows(pilot, "3 read it", "These are the bytes")


async def to_agreeing(pilot: Pilot[int]) -> None:
    """Go on to the fourth step."""
    await press(pilot, "enter")
    await shows(pilot, "4 agree", "To agree, type")


async def to_make_anew(pilot: Pilot[int]) -> None:
    """Take the one page back, and see what can be done with it then."""
    await press(pilot, "j w")
    await fill_in(pilot, "take back")
    await press(pilot, "enter")
    await shows(pilot, "Page of 24 November: taken back")
    await press(pilot, "m")
    await shows(pilot, "make it anew")

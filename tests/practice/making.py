"""Records as the tests of the loop need them, kept or moved on some days after the first."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from journal.practice.loop.needs import Given
from journal.practice.loop.questions import new_question
from journal.practice.making import When
from journal.practice.tries.experiments import new_try, start
from journal.records.experiment import Experiment
from journal.records.item import Item, State
from journal.records.record import Record

MONDAY = date(2026, 3, 2)
_NUMBERS = count()

ANSWERED = Given(
    sources=("the manual",), sense="It is about the order.", recipient="the team", looked=True,
    words="because",
)  # fmt: skip
"""What satisfies whatever a move can ask for, but a try."""


def day(number: int) -> date:
    """Return the day so many days after the first Monday."""
    return MONDAY + timedelta(days=number)


def when(number: int, hour: int = 17) -> When:
    """Return an hour of the day that lies `number` days after the first Monday."""
    return When(datetime.combine(day(number), time(hour), UTC), "UTC", day(number))


def kept(record: Record) -> Record:
    """Return a record as it is when it was saved: with an id."""
    return record._replace(id=record.id or f"record{next(_NUMBERS):04}")


def question(words: str = "Why twice?", number: int = 0, **fields: object) -> Record:
    """Return a kept question with these fields besides."""
    record = kept(new_question(words, when(number)))
    assert isinstance(record.own, Item)
    return record._replace(own=record.own._replace(**fields))  # type: ignore[arg-type]


def running(number: int = 0, expected: str = "fewer questions", sureness: int | None = 7) -> Record:
    """Return a kept try that began on a day; it is looked at on the next workday."""
    drafted = new_try(when(number), "a call drifts", "ask for it", expected, sureness=sureness)
    return start(kept(drafted), day(number))


def own_item(record: Record) -> Item:
    """Return the fields of a question."""
    assert isinstance(record.own, Item)
    return record.own


def own_try(record: Record) -> Experiment:
    """Return the fields of a try."""
    assert isinstance(record.own, Experiment)
    return record.own


def state(record: Record) -> State:
    """Return where a question is."""
    return own_item(record).state

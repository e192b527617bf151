"""Records as the tests of Growth need them, by days after a first Monday."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from journal.analysis.growth.figures import Figure, figures
from journal.analysis.growth.material import Material
from journal.practice.making import When
from journal.records.close import Answer, Close
from journal.records.record import Record, Sign, having
from journal.records.review import Review

MONDAY = date(2026, 3, 2)
TODAY = 40
"""The day on which figures are looked at: their four weeks begin on day 13."""

_NUMBERS = count()


def day(number: int) -> date:
    """Return the day so many days after the first Monday."""
    return MONDAY + timedelta(days=number)


def when(number: int) -> When:
    """Return the afternoon of a day."""
    return When(datetime.combine(day(number), time(17), UTC), "UTC", day(number))


def kept(own: Any, number: int = 20, *links: str, **more: Any) -> Record:
    """Return a kept record of a day; its text is what the learner wrote."""
    at, zone, on = when(number)
    id_ = f"record{next(_NUMBERS):04}"
    return having(Record(id_, at, zone, on, "", links=links, version="1", **more), own)


def note(text: str, number: int = 20, sign: Sign | None = None, *links: str, **more: Any) -> Record:
    """Return a kept note."""
    at, zone, on = when(number)
    id_ = f"record{next(_NUMBERS):04}"
    return Record(id_, at, zone, on, text, sign=sign, links=links, version="1", **more)


def close(number: int = 20, picked: str = "", tomorrow: str = "", **answers: str) -> Record:
    """Return a kept look back; answers by the last part of the prompt: happened="…"."""
    given = tuple(
        Answer(f"daily/{name}", 1, f"{name.capitalize()}?", "full", text)
        for name, text in answers.items()
    )
    return kept(Close(answers=given, picked=picked, tomorrow=tomorrow), number)


def first_page(text: str, number: int) -> Record:
    """Return a kept first page."""
    wording = "How do you go about learning something new at work, just now?"
    answer = Answer("first/just-now", 1, wording, "full", text)
    return kept(Review("first", day(number), day(number), (answer,)), number)


def figure(code: str, *records: Record, today: int = TODAY) -> Figure:
    """Return one figure of some records."""
    [found] = figures(Material(records, day(today)), [code])
    return found

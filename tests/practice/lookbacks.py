"""Look backs and notes as the tests of the rules need them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from journal.prompt_files import shipped_packs
from journal.records.close import Answer, Close
from journal.records.record import Record, Sign

PACKS = shipped_packs()
FIRST = date(2026, 3, 2)


def moment(day: int, hour: int = 17, minute: int = 30) -> datetime:
    """Return an hour of the day that lies `day` days after FIRST."""
    return datetime.combine(FIRST + timedelta(days=day), time(hour, minute), UTC)


def look_back(day: int, close: Close, at: datetime | None = None) -> Record:
    """Return a look back on the day that lies `day` days after FIRST."""
    when = at or moment(day)
    return Record(f"close{day}", when, "UTC", FIRST + timedelta(days=day), "", close)


def note(name: str, at: datetime, sign: Sign | None = None, day: date | None = None) -> Record:
    """Return a note; its day is that of `at` unless another is given."""
    return Record(name, at, "UTC", day or at.date(), f"words of {name}", sign=sign)


def answer(prompt: str, level: str = "full", text: str = "words") -> Answer:
    """Return an answer to a prompt of the shipped packs, or to one that is not there."""
    return Answer(prompt, 1, f"the wording of {prompt}", level, text)


def five(day: int, *prompts: str, level: str = "full", left: Sequence[str] = ()) -> Record:
    """Return five minutes on a day, with answers to `prompts`."""
    answers = tuple(answer(prompt, level) for prompt in prompts)
    return look_back(day, Close(answers=answers, left=tuple(left)))

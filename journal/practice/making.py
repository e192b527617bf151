"""What the rules have in common: new records, the fields of a kind, words as they are kept."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from journal.errors import Usage
from journal.practice.called import CALLED
from journal.records.record import Record, having
from journal.visible import storable

if TYPE_CHECKING:
    from journal.records.kinds import Worded

Own = TypeVar("Own")

SURE = range(11)
"""How sure one can be, and how a result can be rated: 0 to 10."""

HELPED = ("yes", "partly", "no", "can't tell")
"""What can be said of whether something helped."""


class When(NamedTuple):
    """The present: the moment (aware), the IANA name of its zone, the logical day."""

    at: datetime
    zone: str
    day: date


def made(own: "Worded", when: When, links: Iterable[str] = ()) -> Record:
    """Return a new record, which has not been saved; its text is what the learner wrote."""
    linked = tuple(dict.fromkeys(filter(None, links)))
    return having(Record("", when.at, when.zone, when.day, "", links=linked), own)


def own_of(record: Record, kind: type[Own]) -> Own:
    """Return the fields of `kind` that a record has. Raises Usage where it is of another kind."""
    if not isinstance(record.own, kind):
        called = CALLED.get(record.kind, "record of a later version")
        raise Usage(f"This is a {called}; what was asked for does not fit it.")
    return record.own


def changed(record: Record, **fields: Any) -> Record:
    """Return `record` with other fields of its kind."""
    own = cast(Any, record.own)
    return having(record, own._replace(**fields))


def line(text: str) -> str:
    """Return `text` as it is kept on one line; "" where there is none."""
    return " ".join(storable(text).split())


def words(text: str) -> str:
    """Return `text` as it is kept, without white space around it."""
    return storable(text).strip()


def needed(text: str, sentence: str, hint: str = "") -> str:
    """Return `text` as it is kept. Raises Usage with `sentence` where nothing was said."""
    if not words(text):
        raise Usage(sentence, hint)
    return words(text)


def one_of(answer: str, answers: Iterable[str]) -> str:
    """Return `answer` if it is one of `answers`. Raises Usage."""
    there = tuple(answers)
    if answer not in there:
        raise Usage(f"“{line(answer)[:40]}” is no answer here.", f"There is: {', '.join(there)}.")
    return answer


def rated(number: int | None, what: str = "How sure you are") -> int | None:
    """Return a number from 0 to 10, or None for unsaid. Raises Usage."""
    if number is not None and number not in SURE:
        raise Usage(f"{what} is a number from 0 to 10.", "Or leave it out.")
    return number

"""What stands on the page of a record, under which heading: one table for all kinds.

A row names a field, and how its text is put: on one line, a line for each of several, a number
from 0 to 10. Where a field holds parts (answers, what speaks for and against), each part has a
heading of its own.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from journal.errors import Usage
from journal.practice.loop.needs import ACTS
from journal.practice.making import line, words
from journal.records.asset import Asset
from journal.records.belief import Belief
from journal.records.close import Close
from journal.records.context import ContextMove
from journal.records.experiment import Experiment
from journal.records.feedback import Feedback
from journal.records.goal import Goal
from journal.records.item import Item
from journal.records.plan import Plan
from journal.records.review import Review

TOMORROW = "One line for tomorrow"
"""The heading under which the line for tomorrow stands."""


class Shape(NamedTuple):
    """How a value is written on a page, and read back. `read` raises Usage."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


TEXT = Shape(str, str)
LINE = Shape(str, line)
LINES = Shape("\n".join, lambda text: tuple(filter(None, map(line, text.splitlines()))))
NUMBER = Shape(lambda number: "" if number is None else str(number), lambda text: _number(text))


def _number(text: str) -> int | None:
    said = words(text)
    if said and not (said.isascii() and said.isdecimal() and int(said) <= 10):
        raise Usage(f"“{line(said)[:40]}” is not a number from 0 to 10.", "Or leave it out.")
    return int(said) if said else None


class Row(NamedTuple):
    """One field of a kind.

    field    its name
    heading  the words above it; for a field of parts, what gives those of each part
    shape    how it is written
    part     for a field of parts, which of their fields holds the words
    shown    whether it is on the page of a record with these fields
    """

    field: str
    heading: str | Callable[[Any], str]
    shape: Shape = TEXT
    part: str = ""
    shown: Callable[[Any], bool] = lambda _own: True


_SURE = "How sure I am, 0 to 10"

_TRY = (
    Row("cue", "If …", LINE),
    Row("response", "I'll …", LINE),
    Row("prediction", "I expect …", LINE),
    Row("sureness", _SURE, NUMBER),
    Row("because", "Because"),
    Row("step", "The smallest step"),
    Row("watch", "A sign to watch"),
    Row("outcome", "A sign of the outcome"),
    Row("aim", "What it is to teach me"),
    Row("happened", "What happened", shown=lambda own: bool(own.reviewed)),
    Row("cause", "What made the difference", shown=lambda own: bool(own.reviewed)),
    Row("teaches", "What it teaches", shown=lambda own: bool(own.reviewed)),
    Row("conditions", "Under which conditions"),
)

ROWS: dict[type, tuple[Row, ...]] = {
    Close: (
        Row("answers", lambda answer: answer.wording, part="text"),
        Row("tomorrow", TOMORROW, LINE),
    ),
    Review: (
        Row("answers", lambda answer: answer.wording, part="text"),
        Row("snapshot", lambda aspect: aspect.heading, part="evidence"),
    ),
    Item: (
        Row("question", "In one sentence"),
        Row("sources", "What I read or saw, one on a line", LINES),
        Row("people", "Whom I asked, one on a line", LINES),
        Row("acts", lambda act: ACTS.get(act.act, act.act).capitalize(), part="text"),
        Row("works_when", "Works when"),
        Row("fails_when", "Fails when"),
        Row("disagree", "Who might disagree"),
        Row("setting", "Where I learned it"),
        Row("sureness", _SURE, NUMBER),
        Row("job_aid", "At hand in the moment, up to seven lines"),
    ),
    Experiment: _TRY,
    Plan: (Row("cue", "If …", LINE), Row("response", "I'll …", LINE)),
    ContextMove: (
        Row("noticed", "What I noticed"),
        Row("changed", "What I changed", shown=lambda own: bool(own.changed)),
        Row("came", "What came of it", shown=lambda own: bool(own.changed)),
    ),
    Goal: (
        Row("aim", "What I want to learn", LINE),
        Row("wider", "What it is good for"),
        Row("leading", "Signs of the way there, up to two, one on a line", LINES),
        Row("lagging", "A sign of the outcome", LINE),
    ),
    Belief: (
        Row("statement", "I think that …", LINE),
        Row("since", "Since when"),
        Row("evidence", lambda each: each.side.capitalize(), part="words"),
        Row("dialogue", lambda each: f"{each.who or 'Somebody'} said", part="words"),
        Row("doubts", lambda _each: "Where it would break first", part="words"),
    ),
    Asset: (Row("name", "What I bring", LINE), Row("how", "How it helped")),
    Feedback: (
        Row("said", "What was said"),
        Row("who", "Who said it", LINE),
        Row("about", "What it was about", LINE),
        Row("why", "Why I decided so", shown=lambda own: bool(own.decision)),
    ),
}  # fmt: skip


class Part(NamedTuple):
    """One heading of a page and what stands below it.

    number  which part of the field, or None where the field is one
    """

    row: Row
    heading: str
    text: str
    number: int | None = None


def parts_of(own: Any) -> list[Part]:
    """Return what stands on the page of a record with these fields, in order."""
    return [part for row in ROWS.get(type(own), ()) if row.shown(own) for part in _of(row, own)]


def _of(row: Row, own: Any) -> list[Part]:
    value = getattr(own, row.field)
    if isinstance(row.heading, str):
        return [Part(row, row.heading, row.shape.write(value))]
    return [
        Part(row, row.heading(each), getattr(each, row.part), number)
        for number, each in enumerate(value)
    ]


def with_texts(own: Any, parts: list[Part], texts: list[str]) -> Any:
    """Return the fields with the `texts` that now stand in `parts`; emptied parts of a field go.

    A text that was not touched leaves its field as it is. Raises Usage for what is no number.
    """
    fields: dict[str, Any] = {}
    gone: dict[str, set[int]] = {}
    for part, text in zip(parts, texts, strict=True):
        field, number = part.row.field, part.number
        if number is None:
            if text != part.text:
                fields[field] = part.row.shape.read(text)
            continue
        values = fields.setdefault(field, list(getattr(own, field)))
        values[number] = values[number]._replace(**{part.row.part: text})
        if not text and (part.text or isinstance(own, Close)):
            gone.setdefault(field, set()).add(number)
    for field, numbers in gone.items():
        fields[field] = [each for n, each in enumerate(fields[field]) if n not in numbers]
    tuples = {name: tuple(v) if isinstance(v, list) else v for name, v in fields.items()}
    return own._replace(**tuples)

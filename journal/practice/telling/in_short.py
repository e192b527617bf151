"""What a record says in short, where records of several kinds stand together: on a day, in a list.

A note says its own words; everything else says in a word what it is, and then what matters of it.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from journal.practice.finding.days import LONGEST, first_words
from journal.practice.loop.ways import LESSONS
from journal.practice.tries.two_lines import i_will
from journal.records.item import State
from journal.records.record import Record
from journal.visible import one_line


class InShort(NamedTuple):
    """A record in short.

    word   what it is, as it stands before a colon: "Try"; "" for a note
    lines  what it says; () where its text is to be read as it is
    """

    word: str
    lines: tuple[str, ...] = ()


def in_short(record: Record) -> InShort:
    """Return what a record is and says; see `InShort`."""
    said = _SAID.get(record.kind)
    if said is None:
        return InShort("")
    word, *lines = said(record.own)
    return InShort(word, tuple(line for line in lines if line))


def words_of(record: Record) -> str:
    """Return a record on one line: "Try: If a call drifts, I'll ask for the decision"."""
    word, lines = in_short(record)
    words = one_line(lines[0][:LONGEST]) if lines else first_words([record])
    return f"{word}: {words}" if word and words else word or words


def words_of_day(records: Iterable[Record]) -> str:
    """Return what a day is known by: the first words noted on it, or else what it has first."""
    there = list(records)
    noted = first_words(record for record in there if record.kind == "note")
    return noted or next((words for record in there if (words := words_of(record))), "")


def _try(own: Any) -> tuple[str, ...]:
    sure = f" ({own.sureness} of 10)" if own.sureness is not None else ""
    expected = own.prediction.rstrip(".")
    return "Try", _if_then(own), f"I expected: {expected}{sure}" if expected else ""


def _if_then(own: Any) -> str:
    if not own.cue:
        return i_will(own.response)
    return f"If {own.cue}, {i_will(own.response)}" if own.response else f"If {own.cue}"


def _question(own: Any) -> tuple[str, ...]:
    is_lesson = own.state in (*LESSONS, State.REVISIT, State.ECHOED)
    return "Lesson" if is_lesson else "Question", own.question


def _someone(own: Any) -> tuple[str, ...]:
    return f"{own.who or 'Someone'} said", own.said


def _long_look(own: Any) -> tuple[str, ...]:
    spans = {"week": "a week", "month": "a month", "quarter": "twelve weeks"}
    return (f"Looked back on {spans[own.span]}" if own.span in spans else "The first page",)


_SAID: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "close": lambda _own: ("Looked back",),
    "review": _long_look,
    "item": _question,
    "experiment": _try,
    "plan": lambda own: ("Try", _if_then(own)),
    "context": lambda own: ("Around me", own.noticed, own.changed and f"Changed: {own.changed}"),
    "goal": lambda own: ("Goal", own.aim),
    "belief": lambda own: ("Lesson", own.statement),
    "asset": lambda own: ("What I bring", own.name, own.how),
    "feedback": _someone,
}
"""By kind: the word, and then the lines."""

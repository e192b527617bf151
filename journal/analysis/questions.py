"""Open questions: the sentences in which the writer holds one."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from journal.analysis.entries import Entry, Read
from journal.analysis.reading import read


class Question(NamedTuple):
    """A sentence that asks something, from `start` to `end` of its record's text.

    cue  the rule by which it was found
    """

    id: str
    day: date
    text: str
    start: int
    end: int
    cue: str


def questions(entries: Iterable[Entry], reads: Read = read) -> list[Question]:
    """Return the questions that `entries` hold open, in their order."""
    return [
        Question(id_, day, text[sentence.start : sentence.end], *sentence[:2], label.cue)
        for id_, day, text in entries
        for sentence in reads(text)
        for label in sentence.labels
        if label.name == "question"
    ]

"""Intentions: what the writer means to do, and until when."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from journal.analysis.due import Due, due
from journal.analysis.entries import Entry, Read
from journal.analysis.reading import read


class Intention(NamedTuple):
    """A sentence that names an own action to come, from `start` to `end` of its record's text.

    cue  the rule by which it was found
    due  the days that it names, with offsets into `text`; None where it names none
    """

    id: str
    day: date
    text: str
    start: int
    end: int
    cue: str
    due: Due | None


def intentions(entries: Iterable[Entry], reads: Read = read, order: str = "") -> list[Intention]:
    """Return what `entries` mean to do, in their order; `order` as in `journal.dates`."""
    found = []
    for id_, day, text in entries:
        for sentence in reads(text):
            words = text[sentence.start : sentence.end]
            found += [
                Intention(id_, day, words, *sentence[:2], label.cue, due(words, day, order))
                for label in sentence.labels
                if label.name == "intention"
            ]
    return found

"""What a figure, a pair or a line rests on: a passage of a record, and why it is there."""

from datetime import date
from typing import NamedTuple

from journal.records.record import Record
from journal.visible import one_line

_LONGEST = 300


class Evidence(NamedTuple):
    """A passage that something rests on.

    id          of the record
    day         the logical day to which it belongs here, for example that of the look at a try
    words       the passage, on one line
    start, end  its characters in the record's text; 0 and 0 where the whole record is meant
    counts      whether it counts towards a figure; None where what is needed to say so is missing
    value       a number that it brings to a figure, or None
    part        which part of a figure it belongs to, or ""
    cue         the rule that found it, or ""; its words are at `cue_start` to `cue_end` of the text
    why         the rule in words, or what is missing
    also        ids of other records that belong to it, for example what followed
    """

    id: str
    day: date
    words: str
    start: int = 0
    end: int = 0
    counts: bool | None = True
    value: float | None = None
    part: str = ""
    cue: str = ""
    cue_start: int = 0
    cue_end: int = 0
    why: str = ""
    also: tuple[str, ...] = ()


def first_words(text: str) -> str:
    """Return the first line of a text that is not empty, on one line."""
    lines = (line.strip() for line in text.splitlines())
    return one_line(next((line for line in lines if line), "")[:_LONGEST])


def whole(record: Record, day: date | None = None, words: str = "") -> Evidence:
    """Return a whole record as evidence; without `words` it is its first line."""
    return Evidence(record.id, day or record.day, words or first_words(record.text))

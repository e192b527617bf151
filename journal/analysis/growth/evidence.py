"""What a figure, a pair or a line rests on: a passage of a record, and why it is there."""

from datetime import date
from typing import NamedTuple

from journal.dates import Span, in_words
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
    due         the first and the last day that it names, where it says what is to come
    perhaps     a later passage by which it may be closed; its `part` says how: "done", "answered"
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
    due: Span | None = None
    perhaps: "Evidence | None" = None


def due_in_words(each: Evidence, today: date) -> str:
    """Return the days that a passage names: "for tomorrow", "for Monday to Friday"; or ""."""
    if not each.due:
        return ""
    first, last = (in_words(day, today) for day in each.due)
    return f"for {first}" if first == last else f"for {first} to {last}"


def perhaps_in_words(each: Evidence) -> str:
    """Return what a later passage may mean, without its words: "perhaps done, 3 days later"."""
    later = each.perhaps
    if later is None:
        return ""
    days = (later.day - each.day).days
    when = {0: "later that day", 1: "a day later"}.get(days, f"{days} days later")
    return f"perhaps {later.part}, {when}"


def first_words(text: str) -> str:
    """Return the first line of a text that is not empty, on one line."""
    lines = (line.strip() for line in text.splitlines())
    return one_line(next((line for line in lines if line), "")[:_LONGEST])


def whole(record: Record, day: date | None = None, words: str = "") -> Evidence:
    """Return a whole record as evidence; without `words` it is its first line."""
    return Evidence(record.id, day or record.day, words or first_words(record.text))

"""Twelve weeks, in your own words: starred lines and kept pairs, a page to print."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from journal.analysis.growth.material import Material
from journal.analysis.growth.then_now import Pair, Said, pairs
from journal.analysis.growth.windows import Window, last_twelve_weeks
from journal.records.close import Close
from journal.records.item import Item
from journal.records.note import Note
from journal.records.record import Record

_KEPT = ("question", "belief", "own")


class TwelveWeeks(NamedTuple):
    """What twelve weeks were, in the learner's words and in nobody else's.

    starred  the lines that the learner starred, the earliest first
    pairs    the first page then and now, changes of mind, and the pairs that they made
    """

    window: Window
    starred: tuple[Said, ...]
    pairs: tuple[Pair, ...]


def twelve_weeks(records: Iterable[Record], today: date) -> TwelveWeeks:
    """Return the last twelve weeks in the learner's own words."""
    material = Material(records, today)
    window = last_twelve_weeks(today)
    starred = [
        Said(record.id, record.day, _line(record))
        for record, _ in material.of(Note, Close, Item)
        if record.starred and window.holds(record.day)
    ]
    first = [pair for pair in pairs(material) if pair.kind in _KEPT and window.holds(pair.now.day)]
    return TwelveWeeks(window, tuple(sorted(starred, key=lambda each: each.day)), tuple(first))


def _line(record: Record) -> str:
    """Return what a star stands at: of a question or lesson its sentence, of all else the text."""
    return record.own.question if isinstance(record.own, Item) else record.text

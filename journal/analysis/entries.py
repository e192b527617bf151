"""A record as the lists are made from it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from journal.analysis.reading import Sentence

Read = Callable[[str], list[Sentence]]
"""What reads a text; a face may pass one that remembers what it has read."""


class Entry(NamedTuple):
    """A record's id, its logical day, and its text."""

    id: str
    day: date
    text: str

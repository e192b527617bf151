"""A record as the lists are made from it."""

from datetime import date
from typing import NamedTuple


class Entry(NamedTuple):
    """A record's id, its logical day, and its text."""

    id: str
    day: date
    text: str

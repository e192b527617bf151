"""The look backs that there have been, in the order of time."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from journal.records.close import Close
from journal.records.record import Record


class Past(NamedTuple):
    """One earlier look back: when it was made (aware), the day it looked at, and what was kept."""

    at: datetime
    day: date
    close: Close


def looked_back(records: Iterable[Record]) -> list[Past]:
    """Return the closes among `records`, oldest first; what lies in the trash is left out."""
    past = [
        Past(record.at, record.day, record.own)
        for record in records
        if isinstance(record.own, Close) and not record.trashed
    ]
    return sorted(past, key=lambda one: one.at)

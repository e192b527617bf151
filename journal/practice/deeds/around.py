"""What may belong to a record: what is in the loop, and notes to choose from."""

from contextlib import suppress
from typing import Protocol

from journal.errors import NoSuchRecord
from journal.records.criteria import Criteria
from journal.records.record import Record

NOTES = 50
"""So many notes, the newest, are offered where one is to be chosen."""

IN_THE_LOOP = (
    *("item", "experiment", "plan", "context", "goal", "belief", "asset", "feedback", "review"),
)


class Kept(Protocol):
    """A journal, as far as it is looked through here."""

    def find(self, criteria: Criteria, newest: int = 0) -> list[Record]:
        """Return what is asked for, oldest first; if `newest` is given, the last so many."""

    def get(self, prefix: str, /) -> Record:
        """Return the record whose id begins so. Raises NoSuchRecord."""


def records_around(journal: Kept) -> list[Record]:
    """Return what may belong to a record: all in the loop, the newest notes, and those linked to.

    Raises JournalError.
    """
    loop = journal.find(Criteria(IN_THE_LOOP))
    notes = journal.find(Criteria(("note",)), newest=NOTES)
    there = {record.id for record in (*loop, *notes)}
    for id_ in dict.fromkeys(link for record in loop for link in record.links):
        if id_ not in there:
            with suppress(NoSuchRecord):
                notes.append(journal.get(id_))
    return [*loop, *notes]

"""Bringing another journal in: first a plan, which changes nothing, then carrying it out.

An entry meets its record again by its id: our own exports carry it; for other formats it is made
of the format and the entry's name there (or of its moment and words where entries have no names).
`extra["source"]` of a record says where it came from and what it said there.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from journal.exchange.formats import format_named
from journal.exchange.moments import Local
from journal.exchange.weighing import Plan, Weighing
from journal.records.codec import to_doc
from journal.records.record import Record
from journal.store.ids import new_id
from journal.store.journal import Journal

RECORDS_A_LINE = 256
BYTES_A_LINE = 256 * 1024


def plan(journal: Journal, format: str, given: Path | bytes, local: Local) -> Plan:  # noqa: A002
    """Return what importing would do; reads only.

    format  a name in FORMATS
    given   the path, or what came through a pipe
    local   the learner's zone, and when the day ends
    Raises Usage (no such format, nothing at the path) and Damaged (the journal cannot be read).
    """
    chosen = format_named(format)
    weighing = Weighing(journal, chosen.name)
    for part in chosen.read(given, local, journal.clock.ns() / 1e9):
        weighing.take(part)
    return weighing.plan()


def carry_out(
    journal: Journal, plan: Plan, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> None:
    """Do what `plan` says: one operation for undo, written in many lines.

    progress  is told how many records are in, and how many there are
    Raises NotWritten or Busy; what was written by then stays, and the same import does the rest.
    """
    run, total, done = new_id(), len(plan.added) + len(plan.changed), 0
    for month, records in _lines(plan, journal):
        journal.bring_in(records, month, run)
        done += len(records)
        progress(done, total)


def _lines(plan: Plan, journal: Journal) -> Iterator[tuple[str, list[Record]]]:
    """Yield the records of each line, and the month of its file ("": the current one)."""
    for portion in _portions(plan.changed):
        yield "", portion
    now = _month(journal.clock.now())

    def month(record: Record) -> str:
        return min(_month(record.at), now)

    ordered = sorted(plan.added, key=lambda record: (month(record), record.at, record.id))
    for name, records in groupby(ordered, key=month):
        for portion in _portions(records):
            yield name, portion


def _month(at: datetime) -> str:
    utc = at.astimezone(UTC)
    return f"{utc.year:04}-{utc.month:02}"


def _portions(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Cut `records` so that each portion fits on a line."""
    portion: list[Record] = []
    size = 0
    for record in records:
        length = len(json.dumps(to_doc(record)))
        if portion and (len(portion) == RECORDS_A_LINE or size + length > BYTES_A_LINE):
            yield portion
            portion, size = [], 0
        portion.append(record)
        size += length
    if portion:
        yield portion

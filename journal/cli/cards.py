"""The card of a record as lines of text: the same that the screens show, heading by heading."""

from collections.abc import Iterator, Sequence
from datetime import date

from journal.practice.longer.parts import Line
from journal.practice.telling.card_parts import Card, Section, card, title
from journal.records.coach import Coach
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.journal import Journal

BELONGING = Criteria(kinds=("note", "item", "experiment", "plan"))
"""What may belong to a record: notes, questions, tries."""


def called(record: Record) -> str:
    """Return what the card of a record is called, on one line; "" where it has none."""
    own = record.own
    words = own.name if isinstance(own, Coach) else title(record)
    return "".join(words.splitlines()[:1])


def card_lines(record: Record, today: date, journal: Journal | None = None) -> list[str] | None:
    """Return the card of a record as it is read on the logical day `today`; None without one.

    journal  where what belongs to the record is looked for, and what is not there yet is then
             said too; None: only what the record itself says
    """
    around = journal.find(BELONGING) if journal else []
    shown = _card(record, around, today)
    if shown is None:
        return None
    sections = [each for each in shown.sections if each.lines or (journal and each.missing)]
    lines = [*shown.title.splitlines(), _begun_large(shown.below)]
    return [*lines, *(line for section in sections for line in _told(section))]


def _card(record: Record, around: Sequence[Record], today: date) -> Card | None:
    if isinstance(record.own, Coach):
        from journal.sharing.told import coach_card  # others need not wait for keys

        return coach_card(record.own)
    return card(record, around, today)


def _told(section: Section) -> Iterator[str]:
    """Return a section: on the line of its heading where it has one line, or indented below it."""
    lines = [part for line in section.lines for part in _parts(line)] or [section.missing]
    if not section.heading:
        yield from lines
    elif len(lines) == 1:
        yield f"{section.heading}: {lines[0].strip()}"
    else:
        yield f"{section.heading}:"
        yield from (f"  {line}" for line in lines)


def _parts(line: Line) -> list[str]:
    said = f"{line.words.rstrip('.')}, {line.beside}" if line.beside else line.words
    return said.splitlines()


def _begun_large(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."

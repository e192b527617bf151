"""The card of a record: what there is to read of it, heading by heading.

What is not there yet is said only where it helps.
"""

from collections.abc import Sequence
from datetime import date

from journal.practice.telling.card_mind import MINDS
from journal.practice.telling.card_question import QUESTION
from journal.practice.telling.card_shapes import Card as Card
from journal.practice.telling.card_shapes import Section as Section
from journal.practice.telling.card_shapes import Seen
from journal.practice.telling.card_try import TRIES
from journal.practice.tries.evidence import tries_of
from journal.records.experiment import Experiment
from journal.records.record import Record

_CARDS = QUESTION | TRIES | MINDS


def card(record: Record, around: Sequence[Record], today: date) -> Card | None:
    """Return the card of a record on the logical day `today`; None for a note or a look back.

    around  records that may belong to it: notes, tries, questions
    """
    if type(record.own) not in _CARDS:
        return None
    title, below, rows = _CARDS[type(record.own)]
    seen = Seen(record, around, today)
    sections = (
        Section(heading, tuple(tell(seen, record.own)), missing, half)
        for heading, tell, missing, half in rows
    )
    return Card(
        title(record.own),
        below(seen, record.own),
        tuple(each for each in sections if each.lines or each.missing),
    )


def title(record: Record) -> str:
    """Return what the card of a record is called; "" where it has none."""
    found = _CARDS.get(type(record.own))
    return found[0](record.own) if found else ""


def belonging(record: Record, around: Sequence[Record]) -> list[Record]:
    """Return what a record comes from and what came of it, each once, oldest first."""
    parents = {record.own.parent} if isinstance(record.own, Experiment) else set()
    wanted = {*record.links, *parents, *(each.id for each in tries_of(record, around))}
    found = [
        each
        for each in around
        if not each.trashed
        and each.id != record.id
        and (each.id in wanted or record.id in each.links)
    ]
    return sorted(found, key=lambda each: (each.at, each.id))

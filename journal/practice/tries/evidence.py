"""Several tries on one question: what each expected and what came, side by side, never added up.

This is inquiry into one's own practice. The tries of colleagues, brought along as cards, stand
beside one's own with their conditions.
"""

from collections.abc import Iterable
from typing import NamedTuple

from journal.records.experiment import Difference, Experiment
from journal.records.plan import Plan
from journal.records.record import Record


class Row(NamedTuple):
    """One try as it bears on the question.

    record      the try
    expected    what was expected, and `sure` how sure of it
    came        what happened
    difference  in one word, or None while it was not looked at
    teaches     what it teaches
    conditions  under which conditions
    whose       "" for the learner's own
    """

    record: Record
    expected: str
    sure: int | None
    came: str
    difference: Difference | None
    teaches: str
    conditions: str
    whose: str


def tries_of(question: Record, records: Iterable[Record]) -> list[Record]:
    """Return the tries that belong to a record: linked either way, or following from such a one.

    If–thens are tries, too. Oldest first; what lies in the trash is left out.
    """
    shapes = (Experiment, Plan)
    tries = [each for each in records if isinstance(each.own, shapes) and not each.trashed]
    tries.sort(key=lambda each: (each.day, each.at, each.id))
    belong = {each.id for each in tries if each.id in question.links or question.id in each.links}
    grown = -1
    while grown != len(belong):
        grown = len(belong)
        belong |= {each.id for each in tries if _parent(each) in belong}
    return [each for each in tries if each.id in belong]


def _parent(record: Record) -> str:
    return record.own.parent if isinstance(record.own, Experiment) else ""


def evidence_table(question: Record, records: Iterable[Record]) -> list[Row]:
    """Return the tries on a question as rows, one's own first."""
    rows = [_row(record, record.own) for record in tries_of(question, records)
            if isinstance(record.own, Experiment)]  # fmt: skip
    return sorted(rows, key=lambda row: bool(row.whose))


def _row(record: Record, own: Experiment) -> Row:
    return Row(
        record=record,
        expected=own.prediction,
        sure=own.sureness,
        came=own.happened,
        difference=own.difference,
        teaches=own.teaches,
        conditions=own.conditions,
        whose=own.whose,
    )


class Pooled(NamedTuple):
    """A try of a colleague's beside one's own: under which conditions each went how."""

    whose: str
    theirs: str
    mine: str
    their_difference: Difference | None
    my_difference: Difference | None


def pooled(record: Record, records: Iterable[Record]) -> list[Pooled]:
    """Return colleagues' tries that belong to a try of one's own and under which conditions."""
    own = record.own
    if not isinstance(own, Experiment):
        return []
    return [
        Pooled(row.whose, row.conditions, own.conditions, row.difference, own.difference)
        for row in evidence_table(record, records)
        if row.whose
    ]

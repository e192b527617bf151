"""What waits on Today, if one likes: never more than a few, and never how many more there are.

Due tries come first, then changes to one's surroundings, then if–thens, lessons, and what people
said. Each can be answered where it stands (`answering.answer`), or put off by a week
(`looking_again.put_off`).
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from journal.dates import ago
from journal.practice.loop import returning
from journal.practice.loop.moves import lesson_since
from journal.practice.making import line
from journal.practice.mind import feedbacks
from journal.practice.today.answering import CAME, CAME_UP, DECISIONS, DID_HELP, STILL, Choice
from journal.practice.tries import contexts, experiments, plans
from journal.practice.tries.two_lines import i_will
from journal.records.context import ContextMove
from journal.records.experiment import Experiment
from journal.records.feedback import Feedback
from journal.records.item import Item
from journal.records.plan import Plan
from journal.records.record import Record

MOST = 3
"""So many wait at one time, at most."""


class Waiting(NamedTuple):
    """One thing that waits to be looked at.

    name     what the learner calls it, short
    words    why it waits: "look again today. You expected fewer questions."
    choices  the answers that can be given in place
    """

    record: Record
    name: str
    words: str
    choices: tuple[Choice, ...] = ()

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id


Rule = Callable[[Iterable[Record], date], list[Waiting]]
"""Says what of the records of one kind waits on a logical day, the most pressing first."""


def waiting(
    records: Iterable[Record],
    today: date,
    rules: dict[str, Rule] | None = None,
    first: Iterable[Waiting] = (),
) -> list[Waiting]:
    """Return what waits on the logical day `today`: at most MOST, by the order of RULES.

    first  what comes before, such as the rows of `two_sides`
    """
    return [*first, *all_waiting(records, today, rules)][:MOST]


def all_waiting(
    records: Iterable[Record], today: date, rules: dict[str, Rule] | None = None
) -> list[Waiting]:
    """Return everything that waits, for scripts; a screen shows `waiting`."""
    rules = RULES if rules is None else rules
    by_kind: dict[str, list[Record]] = {kind: [] for kind in rules}
    for record in records:
        if not record.trashed and record.kind in by_kind:
            by_kind[record.kind].append(record)
    return [row for kind, rule in rules.items() for row in rule(by_kind[kind], today)]


def _tries(records: Iterable[Record], today: date) -> list[Waiting]:
    due = [
        (record.own.look, record, record.own)
        for record in records
        if isinstance(record.own, Experiment) and experiments.is_due(record, today)
    ]
    return [
        Waiting(record, own.response or own.cue, f"look again today.{_expected(own)}", CAME)
        for _, record, own in sorted(due, key=lambda each: (each[0] or today, each[1].id))
    ]


def _expected(own: Experiment) -> str:
    return f" You expected {line(own.prediction).rstrip('.')}." if own.prediction else ""


def _changes(records: Iterable[Record], today: date) -> list[Waiting]:
    return [
        Waiting(record, record.own.changed, "a change around you. Did it help?", DID_HELP)
        for record in _by_look(records)
        if isinstance(record.own, ContextMove) and contexts.is_due(record, today)
    ]


def _if_thens(records: Iterable[Record], today: date) -> list[Waiting]:
    return [
        Waiting(
            record,
            record.own.cue,
            f"→ {i_will(record.own.response.rstrip('.'))}. Did it come up?",
            CAME_UP,
        )
        for record in _by_look(records)
        if isinstance(record.own, Plan) and plans.is_due(record, today)
    ]


def _lessons(records: Iterable[Record], today: date) -> list[Waiting]:
    back = [record for record in records if returning.is_back(record, today)]
    return [
        Waiting(record, record.own.question, f"a lesson{_age(record, today)}. Still true?", STILL)
        for record in sorted(back, key=lambda each: (lesson_since(each), each.id))
        if isinstance(record.own, Item)
    ]


def _age(record: Record, today: date) -> str:
    said = ago(lesson_since(record), today)
    return f", {said.removesuffix(' ago')} old" if said.endswith(" ago") else ""


def _said(records: Iterable[Record], today: date) -> list[Waiting]:
    return [
        Waiting(record, feedbacks.spoken(record), _about(record.own), DECISIONS)
        for record in _by_look(records)
        if isinstance(record.own, Feedback) and feedbacks.waits(record, today)
    ]


def _about(own: Feedback) -> str:
    return "someone said. What do you do with it?" if own.read else "kept to be read. Now?"


def _by_look(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda each: (getattr(each.own, "look", None) or each.day, each.id))


RULES: dict[str, Rule] = {
    "experiment": _tries,
    "context": _changes,
    "plan": _if_thens,
    "item": _lessons,
    "feedback": _said,
}
"""By the kind of record, in their order on the screen."""

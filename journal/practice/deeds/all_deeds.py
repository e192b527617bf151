"""What can be done with any record, by its kind."""

from collections.abc import Callable, Sequence

from journal.practice.deeds.around import NOTES
from journal.practice.deeds.deed import Deed
from journal.practice.deeds.new import of_note
from journal.practice.deeds.of_mind import of_asset, of_belief, of_feedback, of_goal
from journal.practice.deeds.of_question import MOVES_TO, of_question
from journal.practice.deeds.of_try import of_context, of_plan, of_try
from journal.practice.tries.evidence import tries_of
from journal.records.record import Record


def deeds_of(record: Record, around: Sequence[Record] = ()) -> list[Deed]:
    """Return what can be done with a record now; nothing with what lies in the trash.

    around  the records that may belong to it: tries, and notes to choose from
    """
    return _OF[record.kind](record, around) if record.kind in _OF and not record.trashed else []


def moves_of(deeds: Sequence[Deed]) -> list[Deed]:
    """Return those of the deeds that move a question on in the loop."""
    return [deed for deed in deeds if deed.key.startswith(MOVES_TO)]


def notes_among(records: Sequence[Record]) -> list[Record]:
    """Return the newest notes, oldest first, to choose one from."""
    notes = [each for each in records if each.kind == "note" and not each.trashed]
    return sorted(notes, key=lambda note: (note.at, note.id))[-NOTES:]


_OF: dict[str, Callable[[Record, Sequence[Record]], list[Deed]]] = {
    "note": lambda record, _: of_note(record),
    "item": lambda record, around: of_question(record, tries_of(record, around)),
    "experiment": of_try,
    "plan": lambda record, _: of_plan(record),
    "context": lambda record, _: of_context(record),
    "goal": lambda record, _: of_goal(record),
    "belief": lambda record, _: of_belief(record),
    "feedback": lambda record, _: of_feedback(record),
    "asset": lambda record, around: of_asset(record, notes_among(around)),
}

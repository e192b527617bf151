"""What followed where the learner was stuck: another way, or help, or a new try."""

from journal.analysis.growth.evidence import Evidence, first_words, whole
from journal.analysis.growth.material import Material
from journal.records.context import ContextMove
from journal.records.experiment import Experiment
from journal.records.feedback import Feedback
from journal.records.item import Item
from journal.records.note import Note
from journal.records.plan import Plan
from journal.records.record import Record, Sign

WITHIN = 7
"""So many days what follows has time."""


def after_stuck(material: Material) -> list[Evidence]:
    """Return the notes signed as stuck: they count where something linked to them followed.

    Those of the last week are missing: what follows them is still to come.
    """
    found = []
    for record, _ in material.of_late(Note):
        if record.sign is not Sign.STUCK:
            continue
        followed = [each for each in material.behind(record, WITHIN) if way_on(each)]
        young = (material.today - record.day).days < WITHIN
        counts = True if followed else None if young else False
        found.append(
            whole(record)._replace(
                counts=counts,
                why=_why(followed, young=young),
                also=tuple(each.id for each in followed),
            )
        )
    return found


def way_on(record: Record) -> str:
    """Return in a word how a record goes another way than the one that was stuck; "" if not."""
    match record.own:
        case Experiment() | Plan():
            return "a try"
        case ContextMove(changed=changed) if changed:
            return "a change around you"
        case Item(passages=passages, people=people) if passages or people:
            return "a question followed up"
        case Feedback():
            return "what somebody said"
        case Note() if record.sign is Sign.SAID:
            return "what somebody said"
        case Note() if record.sign is Sign.WORKED:
            return "something that worked"
        case _:
            return ""


def _why(followed: list[Record], *, young: bool) -> str:
    if followed:
        first = min(followed, key=lambda each: (each.day, each.at))
        return f"within a week followed {way_on(first)}: {first_words(first.text)}"
    if young:
        return "less than a week ago; what follows is still to come"
    return "nothing linked to it followed within a week"

"""Before, during and after the work: which of them a week has, from what was kept."""

from collections.abc import Iterator
from datetime import date

from journal.analysis.growth.answers import if_thens_tried
from journal.analysis.growth.evidence import Evidence, first_words, whole
from journal.analysis.growth.material import Material
from journal.analysis.growth.tries import called
from journal.dates import week_of
from journal.records.close import Close
from journal.records.context import ContextMove
from journal.records.experiment import Experiment, Stage
from journal.records.goal import Goal
from journal.records.item import Item
from journal.records.note import Note
from journal.records.plan import Plan
from journal.records.record import Sign
from journal.records.review import Review

BEFORE, DURING, AFTER = "before", "during", "after"
PHASES = (BEFORE, DURING, AFTER)
"""The phases of self-regulation (Zimmerman 2000), in the words of the screen."""

LEAST = 4
"""Of fewer weeks it is too few to say what each of them holds."""

_SEEN = (Sign.WORKED, Sign.STUCK, Sign.SURPRISE)


def touched(material: Material) -> list[Evidence]:
    """Return every trace of a phase; `part` says which."""
    traces = (*_before(material), *_during(material), *_after(material))
    return sorted(traces, key=lambda each: (each.day, PHASES.index(each.part)))


def weeks(traces: list[Evidence]) -> dict[date, set[str]]:
    """Return the phases of each week that has one, by its Monday, the earliest first."""
    found: dict[date, set[str]] = {}
    for each in sorted(traces, key=lambda trace: trace.day):
        found.setdefault(week_of(each.day)[0], set()).add(each.part)
    return found


def _before(material: Material) -> Iterator[Evidence]:
    for record, own in material.of(Goal):
        yield _trace(whole(record, words=own.aim), BEFORE, "a goal set")
    for record, plan in material.of(Plan):
        yield _trace(whole(record), BEFORE, f"an if–then made: {plan.cue}")
    for record, each in material.of(Experiment):
        if each.started and not each.whose:
            yield _trace(whole(record, each.started, called(each)), BEFORE, "a try begun")
    for record, close in material.of_late(Close):
        if close.tomorrow:
            yield _trace(whole(record, words=close.tomorrow), BEFORE, "a line for tomorrow")


def _during(material: Material) -> Iterator[Evidence]:
    for record, _ in material.of_late(Note):
        if record.sign in _SEEN:
            yield _trace(whole(record), DURING, f"noted as it happened: {record.sign}")
    for record, own in material.of(Experiment):
        for remark in own.remarks:
            yield _trace(whole(record, remark.on, remark.words), DURING, "a remark on a try")
    for tried in material.once(if_thens_tried):
        if tried.counts:
            yield _trace(tried, DURING, "an if–then tried")
    for record, move in material.of(ContextMove):
        if move.changed and move.on:
            yield _trace(whole(record, move.on, move.changed), DURING, "a change around you")


def _after(material: Material) -> Iterator[Evidence]:
    for record, own in material.of_late(Close):
        if own.answers:
            words = f"Looked back: {first_words(record.text)}"
            yield _trace(whole(record, words=words), AFTER, "a look back")
    for record, review in material.of(Review):
        if review.answers:
            yield _trace(whole(record), AFTER, "a longer look back")
    for record, each in material.of(Experiment):
        if each.reviewed and each.state is not Stage.DROPPED and not each.whose:
            yield _trace(whole(record, each.reviewed, called(each)), AFTER, "a try looked at")
    for record, item in material.of(Item):
        for act in item.acts:
            day = act.at.date()
            yield _trace(whole(record, day, first_words(act.text)), AFTER, "made sense of")


def _trace(evidence: Evidence, phase: str, why: str) -> Evidence:
    return evidence._replace(part=phase, why=why)

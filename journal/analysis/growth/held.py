"""What is meant or asked until the learner closes it: until when, and what may have closed it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journal.analysis.closing import Kind, Later, Told
from journal.analysis.due import due
from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.material import Material
from journal.analysis.growth.windows import last_twelve_weeks
from journal.records.mark import Ending, Mark
from journal.visible import one_line

HELD = {f"{kind}:{kind}": kind for kind in Kind}
"""The labels of which a sentence stays open until it is closed."""

READS_AS = {Kind.INTENTION: "done", Kind.QUESTION: "answered"}
"""What a later passage may say of it."""


class Closed(NamedTuple):
    """An intention or a question that the learner closed.

    evidence  its passage; what is `also` there is the id of the mark that closed it
    ending    how it ended
    why       what they said to it, or ""
    """

    evidence: Evidence
    ending: Ending
    why: str


def held(
    material: Material, label: str, found: Iterable[Evidence]
) -> tuple[list[Evidence], list[Closed]]:
    """Return the passages of a list that are open, and those that are closed, in their order.

    An open one has the days that it names, and a later passage by which it may be closed; nothing
    is closed but by a mark. Of other labels than HELD all are open as they are.
    """
    kind = HELD.get(label)
    open_, closed = [], []
    for each in found:
        record = material.by_id[each.id]
        mark = material.marked.closed(record, label, each.start, each.end) if kind else None
        if mark and isinstance(mark.own, Mark) and mark.own.ending:
            closed.append(_closed(each, mark.id, mark.own))
        else:
            open_.append(_open(material, kind, each) if kind else each)
    return open_, closed


def _closed(each: Evidence, id_: str, own: Mark) -> Closed:
    ending = own.ending or Ending.LET_GO
    said = f"{ending}: {one_line(own.why)}" if own.why else ending.value
    return Closed(each._replace(why=said, also=(id_,)), ending, own.why)


def _open(material: Material, kind: Kind, each: Evidence) -> Evidence:
    record = material.by_id[each.id]
    words = record.text[each.start : each.end]
    told = Told(each.id, each.day, record.at, each.start, each.end, words)
    named = due(words, each.day) if kind is Kind.INTENTION else None
    later = material.once(_later).perhaps(told, kind)
    return each._replace(
        due=(named.first, named.last) if named else None,
        perhaps=_passage(later, READS_AS[kind]) if later else None,
    )


def _passage(told: Told, reads_as: str) -> Evidence:
    return Evidence(
        told.id, told.day, one_line(told.words), told.start, told.end, part=reads_as
    )  # fmt: skip


def _later(material: Material) -> Later:
    return Later(_told(material))


def _told(material: Material) -> Iterator[Told]:
    """Yield what was told in twelve weeks; what itself means or asks something is left out."""
    window = last_twelve_weeks(material.today)
    for record in material.written_late:
        if not window.holds(record.day) or material.readings.is_foreign(record):
            continue
        labelled = {
            sentence.start
            for sentence in material.readings.of(record)
            if any(label.name in READS_AS for label in sentence.labels)
        }
        for start, end in material.spans(record):
            if start not in labelled:
                words = record.text[start:end]
                yield Told(record.id, record.day, record.at, start, end, words)

"""What can be done with the passages of Growth, for every face: the lists meet the deeds."""

from collections.abc import Sequence

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.label_words import LABELS
from journal.analysis.growth.listed import Listed, Moves
from journal.analysis.masking import mask
from journal.analysis.reading import read
from journal.analysis.splitting import sentences
from journal.practice.deeds import of_passage
from journal.practice.deeds.deed import Deed
from journal.practice.deeds.of_passage import Passage
from journal.records.record import Record
from journal.visible import one_line


def spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text begin and end."""
    return list(sentences(mask(text)))


def in_lists(record: Record) -> list[Passage]:
    """Return the sentences of a record that lists have by its rules, once for each list."""
    return [
        Passage(s.start, s.end, one_line(record.text[s.start : s.end]), name, label.cue)
        for s in read(record.text)
        for label in s.labels
        if (name := f"{label.name}:{label.value}") in LABELS
    ]


def against(listed: Listed, each: Evidence) -> list[Deed]:
    """Return what can be said against a passage being in a list; nothing in some lists."""
    if listed.label:
        return [of_passage.not_in_list(_passage(listed.label, each))]
    return [of_passage.not_counted(listed.figure)] if listed.figure else []


def moving_on(listed: Listed, each: Evidence) -> list[Deed]:
    """Return how a passage of a list is moved on: closed, opened again, or a name confirmed.

    What they act on is the record that `moved` names.
    """
    if listed.moves is Moves.CLOSE:
        return of_passage.closing(_passage(listed.label, each))
    if listed.moves is Moves.NAME:
        return of_passage.naming(Passage(each.cue_start, each.cue_end, each.part))
    return [of_passage.opening()] if listed.moves is Moves.REOPEN else []


def moved(listed: Listed, each: Evidence) -> str:
    """Return the id of the record that moving a passage on acts on: its own, or the mark's."""
    return each.also[0] if listed.moves is Moves.REOPEN else each.id


def of_record(record: Record, first: tuple[int, int] = (0, 0)) -> list[Deed]:
    """Return what can be said of the sentences of a record; one is offered `first`."""
    return of_passage.of_sentences(record, spans, LABELS, in_lists(record), first)


def two_passages(records: Sequence[Record]) -> Deed:
    """Return the deed that puts passages of two of `records` side by side, the newest first."""
    return of_passage.to_pair(records, spans)


def _passage(label: str, each: Evidence) -> Passage:
    return Passage(each.start, each.end, each.words, label, each.cue)

"""What the learner can say of passages, as deeds: not this, missed, doesn't count, side by side."""

from collections.abc import Callable, Iterable, Sequence

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.listed import Listed
from journal.analysis.growth.suggested import LABELS
from journal.analysis.masking import mask
from journal.analysis.reading import read
from journal.analysis.splitting import sentences
from journal.errors import Usage
from journal.practice.deeds.deed import Deed, Said, Wanted, one
from journal.practice.finding.days import first_words
from journal.practice.making import When
from journal.practice.marks import does_not_count, missed, not_this, pair
from journal.records.record import Record
from journal.visible import one_line
from screens.widgets.record_text import day_title

OP = "mark"
WHY_NOT = Wanted("Why not? One line, if you like.", must=False)
BECAUSE = Wanted("It doesn't count, because …")
GONE = Usage("These words are not in the text any more.", "Open it, and look again.")
ALL = "all"
"""What stands for a whole record where a passage of it is chosen."""

LONGEST = 90
"""So many characters of a sentence stand in a list."""


def against(listed: Listed, each: Evidence) -> list[Deed]:
    """Return what can be said against a passage being in a list; nothing in some lists."""
    if listed.label:
        return [Deed("not_this", "not this", _not_this(listed.label, each), (WHY_NOT,), OP)]
    if listed.figure:
        return [Deed("doesnt_count", "doesn't count", _no_count(listed.figure), (BECAUSE,), OP)]
    return []


def _not_this(label: str, each: Evidence) -> Callable[[Record, Said, When], tuple[Record, ...]]:
    def do(record: Record, said: Said, when: When) -> tuple[Record, ...]:
        if one_line(record.text[each.start : each.end]) != each.words:
            raise GONE
        return one(not_this(record, when, label, each.start, each.end, each.cue, said[0]))

    return do


def _no_count(figure: str) -> Callable[[Record, Said, When], tuple[Record, ...]]:
    return lambda record, said, when: one(does_not_count(record, when, figure, said[0]))


def of_sentences(record: Record, first: tuple[int, int] = (0, 0)) -> list[Deed]:
    """Return what can be said of the sentences of a record that is being read.

    first  the sentence that is offered first
    """
    spans = sorted(_spans(record.text), key=lambda span: span != first)
    found = [
        (f"{s.start} {s.end} {label.name}:{label.value}", s, label)
        for s in read(record.text)
        for label in s.labels
        if f"{label.name}:{label.value}" in LABELS
    ]
    deeds = []
    if spans:
        wants = (
            Wanted("Which sentence?", choices=_chosen_from(record.text, spans)),
            Wanted("What does it show?", choices=tuple(LABELS.items())),
            Wanted("Anything to say to it? One line, if you like.", must=False),
        )
        deeds.append(Deed("missed", "it shows something that no list has", _missed, wants, OP))
    if found:
        rows = tuple(
            (key, f"{LABELS[key.split(' ')[2]]}: {_short(record.text[s.start : s.end])}")
            for key, s, _ in found
        )
        what = Wanted("What is it not?", choices=rows), WHY_NOT
        cues = {key: label.cue for key, _, label in found}
        deeds.append(Deed("not_this", "not this, that a list has", _not_found(cues), what, OP))
    return deeds


def _missed(record: Record, said: Said, when: When) -> tuple[Record, ...]:
    start, end = map(int, said[0].split())
    return one(missed(record, when, said[1], start, end, said[2]))


def _not_found(cues: dict[str, str]) -> Callable[[Record, Said, When], tuple[Record, ...]]:
    def do(record: Record, said: Said, when: When) -> tuple[Record, ...]:
        start, end, label = said[0].split(" ")
        cue = cues[said[0]]
        return one(not_this(record, when, label, int(start), int(end), cue, said[1]))

    return do


def to_pair(records: Sequence[Record]) -> Deed:
    """Return the deed that puts two passages side by side.

    records  those of which the passages can be, the newest first
    """
    by_id = {record.id: record for record in records}
    choices = tuple(_passages(records))

    def do(_nothing: Record, said: Said, when: When) -> tuple[Record, ...]:
        (then, then_span), (now, now_span) = (_chosen(by_id, key) for key in said[:2])
        return one(pair(then, now, when, then_span, now_span, said[2]))

    wants = (
        Wanted("Then: which passage? Type words of it.", choices=choices),
        Wanted("Now: which passage?", choices=choices),
        Wanted("What changed, or why these two? One line, if you like.", must=False),
    )
    return Deed("pair", "two passages, side by side", do, wants, OP)


def _passages(records: Iterable[Record]) -> Iterable[tuple[str, str]]:
    """Yield each record as a whole, and, where it has several, its sentences."""
    for record in records:
        day = day_title(record.day, record.day)
        yield f"{record.id} {ALL}", f"{day}  {_short(first_words([record]))}"
        spans = _spans(record.text)
        for start, end in spans if len(spans) > 1 else ():
            yield f"{record.id} {start} {end}", f"{day}    {_short(record.text[start:end])}"


def _chosen(by_id: dict[str, Record], key: str) -> tuple[Record, tuple[int, int]]:
    id_, *span = key.split(" ")
    return by_id[id_], (0, 0) if span == [ALL] else (int(span[0]), int(span[1]))


def _chosen_from(text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{start} {end}", _short(text[start:end])) for start, end in spans)


def _spans(text: str) -> list[tuple[int, int]]:
    return list(sentences(mask(text)))


def _short(words: str) -> str:
    said = one_line(words)
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"

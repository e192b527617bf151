"""What the learner can say of passages, as deeds: not this, missed, closed, side by side.

What passages there are, and what lists are called, those say who call this.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from journal.errors import Usage
from journal.practice.deeds.deed import Deed, Do, Said, Wanted, one
from journal.practice.finding.days import first_words
from journal.practice.making import When
from journal.practice.marks import (
    ENDINGS,
    closed,
    does_not_count,
    missed,
    named,
    not_this,
    opened_again,
    pair,
)
from journal.records.mark import Ending, Named
from journal.records.record import Record
from journal.visible import one_line

OP = "mark"
WHY_NOT = Wanted("Why not? One line, if you like.", must=False)
BECAUSE = Wanted("It doesn't count, because …")
A_WORD = Wanted("A word on how? One line, if you like.", must=False)
SAYING = Wanted("Anything to say to it? One line, if you like.", must=False)
GONE = Usage("These words are not in the text any more.", "Open it, and look again.")
WHOLE = "all"
"""What stands for a whole record where a passage of it is chosen."""

LONGEST = 90
"""So many characters of a sentence stand in a list."""

Sentences = Callable[[str], Iterable[tuple[int, int]]]
"""Where the sentences of a text begin and end."""


class Passage(NamedTuple):
    """A sentence of a record, from `start` to `end` of its text, as it was shown.

    words  the sentence on one line
    label  what a list says that it shows, or ""
    cue    the rule that found it, or ""
    """

    start: int
    end: int
    words: str
    label: str = ""
    cue: str = ""


def not_in_list(passage: Passage) -> Deed:
    """Return the deed that takes a sentence off the list that has it."""

    def do(record: Record, said: Said, when: When) -> tuple[Record, ...]:
        start, end = _there(record, passage)
        return one(not_this(record, when, passage.label, start, end, passage.cue, said[0]))

    return Deed("not_this", "not this", do, (WHY_NOT,), OP)


def not_counted(figure: str) -> Deed:
    """Return the deed that leaves a record out of a figure."""

    def do(record: Record, said: Said, when: When) -> tuple[Record, ...]:
        return one(does_not_count(record, when, figure, said[0]))

    return Deed("doesnt_count", "doesn't count", do, (BECAUSE,), OP)


def closing(passage: Passage) -> list[Deed]:
    """Return the ways in which an intention or a question can be closed."""

    def ending(how: Ending) -> Do:
        def do(record: Record, said: Said, when: When) -> tuple[Record, ...]:
            start, end = _there(record, passage)
            return one(closed(record, when, passage.label, start, end, how, said[0]))

        return do

    return [
        Deed(how.name.lower(), how.value, ending(how), (A_WORD,), OP)
        for how in ENDINGS.get(passage.label, ())
    ]


def opening() -> Deed:
    """Return the deed that opens again what a mark closed; its record is that mark."""
    return Deed("open_again", "open again", lambda mark, _s, _w: one(opened_again(mark)), (), OP)


def naming(name: Passage) -> list[Deed]:
    """Return what can be said of a name: `name` is where it stands in the record."""

    def saying(what: Named) -> Do:
        def do(record: Record, _said: Said, when: When) -> tuple[Record, ...]:
            return one(named(record, when, *_there(record, name), what))

        return do

    return [Deed(what.name.lower(), what.value, saying(what), (), OP) for what in Named]


def _there(record: Record, passage: Passage) -> tuple[int, int]:
    """Return where a passage is in its record. Raises Usage where its words are gone."""
    start, end = passage.start, passage.end
    if one_line(record.text[start:end]) != passage.words:
        raise GONE
    return start, end


# --- of a record that is being read


def of_sentences(
    record: Record, sentences: Sentences, labels: Mapping[str, str], shown: Iterable[Passage],
    first: tuple[int, int] = (0, 0),
) -> list[Deed]:  # fmt: skip
    """Return what can be said of the sentences of a record: missed, and not this.

    labels  the labels of the lists, and what each list is called
    shown   its sentences that lists have, once for each list
    first   the sentence that is offered first
    """
    spans = sorted(sentences(record.text), key=lambda span: span != first)
    deeds = [missing(record, spans, labels)] if spans else []
    by_key = {f"{each.start} {each.end} {each.label}": each for each in shown}
    if by_key:
        rows = tuple((key, f"{labels[p.label]}: {_short(p.words)}") for key, p in by_key.items())

        def do(record: Record, said: Said, when: When) -> tuple[Record, ...]:
            return not_in_list(by_key[said[0]]).do(record, said[1:], when)

        wants = Wanted("What is it not?", choices=rows), WHY_NOT
        deeds.append(Deed("not_this", "not this, that a list has", do, wants, OP))
    return deeds


def missing(record: Record, spans: Iterable[tuple[int, int]], labels: Mapping[str, str]) -> Deed:
    """Return the deed that says what a sentence shows though no list has it."""

    def do(record: Record, said: Said, when: When) -> tuple[Record, ...]:
        start, end = map(int, said[0].split())
        return one(missed(record, when, said[1], start, end, said[2]))

    sentences = tuple((f"{start} {end}", _short(record.text[start:end])) for start, end in spans)
    wants = (
        Wanted("Which sentence?", choices=sentences),
        Wanted("What does it show?", choices=tuple(labels.items())),
        SAYING,
    )
    return Deed("missed", "it shows something that no list has", do, wants, OP)


# --- of two records


def to_pair(records: Sequence[Record], sentences: Sentences) -> Deed:
    """Return the deed that puts two passages side by side.

    records  those of which the passages can be, the newest first
    """
    by_id = {record.id: record for record in records}
    choices = tuple(_passages(records, sentences))

    def do(_nothing: Record, said: Said, when: When) -> tuple[Record, ...]:
        (then, then_span), (now, now_span) = (_chosen(by_id, key) for key in said[:2])
        return one(pair(then, now, when, then_span, now_span, said[2]))

    wants = (
        Wanted("Then: which passage? Type words of it.", choices=choices),
        Wanted("Now: which passage?", choices=choices),
        Wanted("What changed, or why these two? One line, if you like.", must=False),
    )
    return Deed("pair", "two passages, side by side", do, wants, OP)


def _passages(records: Iterable[Record], sentences: Sentences) -> Iterable[tuple[str, str]]:
    """Yield each record as a whole, and, where it has several, its sentences."""
    for record in records:
        day = f"{record.day:%A} {record.day.day} {record.day:%B}"
        yield f"{record.id} {WHOLE}", f"{day}  {_short(first_words([record]))}"
        spans = list(sentences(record.text))
        for start, end in spans if len(spans) > 1 else ():
            yield f"{record.id} {start} {end}", f"{day}    {_short(record.text[start:end])}"


def _chosen(by_id: Mapping[str, Record], key: str) -> tuple[Record, tuple[int, int]]:
    id_, *span = key.split(" ")
    return by_id[id_], (0, 0) if span == [WHOLE] else (int(span[0]), int(span[1]))


def _short(words: str) -> str:
    said = one_line(words)
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"

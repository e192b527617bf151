"""What look backs hold: one event, and the moves of thought around it."""

from collections.abc import Iterator

from journal.analysis.growth.evidence import Evidence, first_words, whole
from journal.analysis.growth.material import Material
from journal.analysis.reading import Label, Sentence
from journal.records.close import Close
from journal.records.record import Record

EVENT = "daily/happened"
"""The question that asks what happened."""

TRY = ("daily/if", "daily/expect")
"""The questions that ask what to try."""

MOVES: tuple[tuple[str, frozenset[tuple[str, str]]], ...] = (
    ("why", frozenset({("move", "reason")})),
    (
        "another view",
        frozenset({("move", "alternative"), ("move", "comparison"), ("move", "changed_view")}),
    ),
    ("what next", frozenset({("intention", "intention"), ("regulation", "adaptation")})),
)
"""The three moves, and the labels of sentences that show each."""


_FEW = 8
_RIGHT = 0.7


def found_in(
    material: Material, record: Record, labels: frozenset[tuple[str, str]]
) -> Iterator[tuple[Sentence, Label]]:
    """Yield the sentences of a record that show one of `labels`, but those said to be not it."""
    for sentence in material.readings.of(record):
        for label in sentence.labels:
            name = (label.name, label.value)
            if name in labels and not material.marked.is_not_this(
                record, ":".join(name), sentence.start, sentence.end
            ):
                yield sentence, label


def is_trusted(material: Material) -> bool:
    """Tell whether the learner left standing enough of what the rules found of the moves.

    With fewer than seven of ten, at eight or more, nothing is said of change.
    """
    labels = frozenset(label for _, each in MOVES for label in each)
    standing = sum(
        1 for record in material.written_late for _ in found_in(material, record, labels)
    )
    off = sum(material.marked.rejected(":".join(label)) for label in labels)
    return off + standing < _FEW or standing / (off + standing) >= _RIGHT


def three_moves(material: Material) -> list[Evidence]:
    """Return the look backs that tell an event: they count with why, another view and what next."""
    found = []
    for record, own in material.of_late(Close):
        if _event(material, record, own):
            there = [name for name, labels in MOVES if _shows(material, record, own, name, labels)]
            lacks = [name for name, _ in MOVES if name not in there]
            why = f"has {', '.join(there)}" if there else "has none of the three"
            found.append(_close(record)._replace(counts=not lacks, part=", ".join(there), why=why))
    return found


def about_one_event(material: Material) -> list[Evidence]:
    """Return the look backs: they count where they link to a note or tell an event."""
    return [
        _close(record)._replace(
            counts=bool(why := _event(material, record, own)),
            why=why or "neither a note is picked nor an event told",
        )
        for record, own in material.of_late(Close)
    ]


def _shows(
    material: Material, record: Record, own: Close, name: str, labels: frozenset[tuple[str, str]]
) -> bool:
    if name == "what next" and (own.tomorrow or any(a.prompt in TRY for a in own.answers)):
        return True
    return any(found_in(material, record, labels)) or any(
        place.record.id == record.id
        for label in labels
        for place in material.marked.missed(":".join(label))
    )


def _event(material: Material, record: Record, own: Close) -> str:
    """Return why a look back is about one event, or ""."""
    if own.picked or record.links:
        return "a note is looked at"
    if any(answer.prompt == EVENT for answer in own.answers):
        return "it tells what happened"
    if own.form == "page" and any(found_in(material, record, frozenset({("move", "account")}))):
        return "a page that tells of an event"
    return ""


def _close(record: Record) -> Evidence:
    return whole(record, words=f"Looked back: {first_words(record.text)}")

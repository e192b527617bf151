"""Records that were edited on two computers, neither knowing of the other: one answer decides.

Nothing is lost by it: every side stays in the record's history.
"""

from collections.abc import Iterable, Sequence

from journal.practice.making import line
from journal.practice.today.answering import Choice
from journal.practice.today.waiting import Waiting
from journal.records.note import Note
from journal.records.record import Record

BOTH = "both"
"""The answer that keeps the texts of all sides, one below the other."""

WORDS = "edited on two computers. Which one stays?"
LONGEST = 60
"""So many characters of a side are shown where it is chosen."""


def rows(sided: Iterable[Sequence[Record]]) -> list[Waiting]:
    """Return as what waits the records of which these are the sides, the shown one last."""
    return [
        Waiting(sides[-1], first_words(sides[-1]) or "something", WORDS, choices(sides))
        for sides in sided
        if len(sides) > 1
    ]


def choices(sides: Sequence[Record]) -> tuple[Choice, ...]:
    """Return the answers: each of the sides by its number from 1 on, or all one below the other."""
    each = [
        Choice(str(number), f"{number}: {_said(side)}", becomes=_kept(side))
        for number, side in enumerate(sides, 1)
    ]
    both = together(sides)
    return (*each, Choice(BOTH, "both, one below the other", becomes=both)) if both else tuple(each)


def together(sides: Sequence[Record]) -> Record | None:
    """Return the record with the texts of all sides, where text is all that it has of its own."""
    texts = list(dict.fromkeys(side.text for side in reversed(sides)))
    if not isinstance(sides[-1].own, Note) or len(texts) < 2:
        return None
    tags = tuple(dict.fromkeys(tag for side in reversed(sides) for tag in side.tags))
    return _kept(sides[-1])._replace(text="\n\n".join(texts), tags=tags)


def first_words(side: Record) -> str:
    """Return how a record begins, cut short."""
    said = line(side.text)
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()} …"


def _said(side: Record) -> str:
    return f"{first_words(side)} (in the trash)" if side.trashed else first_words(side)


def _kept(side: Record) -> Record:
    """Return a side as what is to be kept: a version of its own, even of what shows already."""
    return side._replace(version="")

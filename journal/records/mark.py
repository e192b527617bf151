"""A mark: what the learner says of passages that Growth shows; it outlives every new reading.

No word of a passage is kept twice: a mark says where the passage is, and holds a digest of it, by
which it is found again when the text around it was changed.
"""

from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple


class Says(StrEnum):
    """What is said of a passage."""

    NOT_THIS = "not this"
    MISSED = "missed"
    DOES_NOT_COUNT = "doesn't count"
    PAIR = "pair"
    CLOSED = "closed"
    NAMED = "named"


class Ending(StrEnum):
    """How an intention or an open question ended."""

    DONE = "done"
    OTHERWISE = "did something else"
    ANSWERED = "answered"
    LET_GO = "let go"


class Named(StrEnum):
    """What a name stands for."""

    PERSON = "a person"
    RESOURCE = "a resource"
    NEITHER = "neither"


class Spot(NamedTuple):
    """A passage of a record.

    id          of the record
    start, end  characters of its text; 0 and 0 for all of it
    digest      of these characters, see `digest_of`; "" for all of it
    """

    id: str
    start: int = 0
    end: int = 0
    digest: str = ""


class Mark(NamedTuple):
    """What the learner says of one passage, or, for a pair, of two: then and now.

    label   for "not this", "missed" and "closed": the label, such as "frame:mastery"
    cue     for "not this": the rule that had found it
    figure  for "doesn't count": the figure, such as "I4"
    why     for "doesn't count": because …; otherwise anything they say to it, or ""
    ending  for "closed": how it ended
    named   for "named": what the passage, which is a name, stands for, there and everywhere
    """

    says: Says = Says.NOT_THIS
    spots: tuple[Spot, ...] = ()
    label: str = ""
    cue: str = ""
    figure: str = ""
    why: str = ""
    ending: Ending | None = None
    named: Named | None = None

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "mark"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        return (self.why,)


def digest_of(passage: str) -> str:
    """Return a short digest of a passage; white space and capitals make no difference."""
    plain = " ".join(passage.casefold().split())
    return sha256(plain.encode()).hexdigest()[:20]


def spot(id_: str, text: str, start: int = 0, end: int = 0) -> Spot:
    """Return the passage from `start` to `end` of a record's `text`; without them all of it."""
    return Spot(id_, start, end, digest_of(text[start:end])) if end > start else Spot(id_)

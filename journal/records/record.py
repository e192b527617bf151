"""What every record shares, whatever its kind."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from journal.records.note import Note

if TYPE_CHECKING:
    from journal.records.kinds import Known, Worded


class Sign(StrEnum):
    """What a note is a sign of: one word, chosen by the learner."""

    SURPRISE = "surprise"
    QUESTION = "question"
    WORKED = "worked"
    STUCK = "stuck"
    SAID = "said"
    LINK = "link"


SIGNS = {
    "!": Sign.SURPRISE,
    "?": Sign.QUESTION,
    "+": Sign.WORKED,
    "-": Sign.STUCK,
    "@": Sign.SAID,
    ">": Sign.LINK,
}
"""The character with which a sign is typed."""

MARKS = {sign: mark for mark, sign in SIGNS.items()}
"""The character with which a sign is shown."""


class Unknown(NamedTuple):
    """A kind that this version does not know; its fields are kept as they are."""

    kind: str


Own = Union["Known", Unknown]
"""What only one kind of record has."""


class Record(NamedTuple):
    """One thing that the learner keeps.

    id       ten letters that say nothing
    at       the moment it is about, with the offset of the zone it was lived in
    zone     the IANA name of that zone
    day      the logical day as lived; it never moves
    text     the learner's words
    own      the fields of its kind
    extra    what an import brought along and we have no field for
    other    fields from a later version of the journal, kept as they are
    version  which version of the record this is ("" while it has not been saved)
    """

    id: str
    at: datetime
    zone: str
    day: date
    text: str
    own: Own = Note()
    tags: tuple[str, ...] = ()
    sign: Sign | None = None
    starred: bool = False
    links: tuple[str, ...] = ()
    trashed: bool = False
    extra: Mapping[str, Any] = {}
    other: Mapping[str, Any] = {}
    version: str = ""

    @property
    def kind(self) -> str:
        """The record's noun, for example "note"."""
        return self.own.kind


def having(record: Record, own: "Worded") -> Record:
    """Return `record` with other fields of its kind; its text is what the learner wrote in them."""
    return record._replace(own=own, text="\n\n".join(words for words in own.words if words))

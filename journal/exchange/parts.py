"""What an importer says about each thing it came across, and what an exporter gives back."""

from collections.abc import Mapping
from typing import NamedTuple

from journal.records.record import Record
from journal.store.journal import Past


class Found(NamedTuple):
    """One entry of another journal, as a record of ours.

    where      where it stands, for messages
    record     its id is "" unless the source gives one of ours (our own exports)
    digest     what it said there; another digest later means that it was changed there
    key        what names it in its format; "" where the format has no names
    made_from  for our own exports: digests of what the record said before it was changed outside
    lost       names of fields that cannot be kept, once for each thing (three photos: three times)
    guessed    whether nothing but the file's time says when it was
    """

    where: str
    record: Record
    digest: str
    key: str = ""
    made_from: frozenset[str] = frozenset()
    lost: tuple[str, ...] = ()
    guessed: bool = False


class Unread(NamedTuple):
    """Something that could not be read, and why."""

    where: str
    reason: str


class Skipped(NamedTuple):
    """Something that was left where it is on purpose, and why."""

    where: str
    reason: str


Part = Found | Unread | Skipped


class File(NamedTuple):
    """One file as an importer sees it.

    name      its path below the folder that was given, with "/"; or just its name; "" for a pipe
    data      what it holds
    modified  when it was last changed: seconds since 1970 UTC
    alone     whether the learner named this very file, not its folder
    """

    name: str
    data: bytes
    modified: float
    alone: bool

    @property
    def where(self) -> str:
        """What messages call it."""
        return self.name or "the pipe"

    @property
    def base(self) -> str:
        """The name without folders."""
        return self.name.rpartition("/")[2]


class Written(NamedTuple):
    """What an exporter made of records.

    files  by name below the folder; a format of one file has the one name ""
    lost   how many records lose something, by the name of what they lose
    kept   how many records are in
    """

    files: dict[str, bytes]
    lost: Mapping[str, int]
    kept: int


Pasts = Mapping[str, list[Past]]
"""By id, the versions of a record, oldest first."""

"""A change: one save, which is one line of a file and one document of TinyDB."""

from typing import Any, NamedTuple, NotRequired, TypedDict, cast

Doc = dict[str, Any]
"""A record as it stands in a change; "was" names the versions that it replaces by their t."""

LATEST = 253_402_214_400_000_000_000
"""No t is later: a day before the end of the year 9999, where calendars of computers end."""


ADDED_LOCKED = "add-locked"
"""The op of a note that was added while the journal was locked: anybody may have written it."""


class Change(TypedDict):
    """One save of any number of records.

    n       its number in its file, from 1 on
    t       when it was made: nanoseconds since 1970 UTC, as text
    op      what the learner did: "add", "edit", "trash", "import", "undo", …
    by      the window or shell that made it
    set     by id, each record as it is from now on
    run     what joins the lines of one import; taken back together
    undoes  the key (t, or run) of what this takes back
    redoes  the key of what this does again
    purge   ids of records that are never to be shown again, nor kept
    purged  whether a record was purged out of it
    """

    n: int
    t: str
    op: str
    by: str
    set: dict[str, Doc]
    run: NotRequired[str]
    undoes: NotRequired[str]
    redoes: NotRequired[str]
    purge: NotRequired[list[str]]
    purged: NotRequired[bool]


class Damage(NamedTuple):
    """Something in a file that cannot be read. It stays where it is.

    line is counted from 1; 0 means the file as a whole.
    """

    file: str
    line: int
    reason: str


def unsummed(change: Change) -> Change:
    """Return what a change says, without the sum that it may have been written with."""
    return cast(Change, {name: value for name, value in change.items() if name != "sum"})


def key_of(change: Change) -> str:
    """Return what names the whole of which `change` is a part: its run, or itself."""
    return change.get("run") or change["t"]


def replaced(doc: Doc) -> tuple[str, ...]:
    """Return the versions that `doc` says it replaces."""
    was = doc.get("was", ())
    return (was,) if isinstance(was, str) else tuple(was)


def moment_of(name: str) -> int:
    """Return the t that a version is called by; 0 for what is none, whoever wrote it."""
    return int(name) if name.isascii() and name.isdecimal() and len(name) <= len(str(LATEST)) else 0

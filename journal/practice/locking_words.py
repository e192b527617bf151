"""What both faces say about locking a journal with a passphrase, before its first line is kept."""

from typing import NamedTuple


class Answer(NamedTuple):
    """One answer to the question.

    words  what it is called
    means  what it means: how a sentence on it goes on
    """

    id: str
    words: str
    means: str


NOT_NOW, LOCK = "not_now", "lock"

QUESTION = "Lock the journal with a passphrase?"
NOT_YET = "Your line is not on the disk yet; it waits in memory."
CHOICES = (
    Answer(
        NOT_NOW,
        "Not now",
        "who can read this computer's files, or its backups, can read the journal. It can be "
        "locked later; the disk may then still hold traces of what was open.",
    ),
    Answer(
        LOCK,
        "Lock the journal with a passphrase",
        "nobody reads it there without the passphrase. Who forgets it and loses the recovery key "
        "cannot open the journal again, and nobody can help.",
    ),
)

UNDECIDED = "The line is not on the disk yet."
LOCKED_NOW = "The journal is locked with a passphrase now."
AFTER = (
    "The open files are removed; a disk may hold traces of them until it writes over them, and "
    "so may copies elsewhere."
)
OLDER = "Older copies of the journal, such as backups elsewhere, still open with the old one."
WHILE_LOCKED = "A note is sealed as soon as it is kept; it can be read once the journal is opened."


def added(count: int) -> str:
    """Return what is said of notes that were added while the journal was locked."""
    notes = "1 note was" if count == 1 else f"{count} notes were"
    return f"{notes} added while it was locked; the history of each says so."

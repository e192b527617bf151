"""What can go wrong, in the user's words.

An error is raised where it happens, with one sentence on what is the case and, where there is
something to do, one hint. Each face shows it with one function of its own. The class says with
which code the shell ends.
"""

EXIT_CODES = {
    0: "done",
    1: "nothing matched, or nothing to undo",
    2: "the command was not understood",
    3: "no such record, or an id that fits several",
    4: "the journal is locked, or the passphrase is wrong",
    5: "busy for five seconds, or an undo refused because a record has changed since",
    6: "a damaged store, or one from a newer version",
    7: "refused for want of consent",
    8: "an import had parts that could not be read; what could be read is in",
    9: "could not be written; nothing is lost, the text is repeated or kept at the path named",
    70: "a fault of ours",
    130: "interrupted",
}
"""What the shell's exit codes mean; `journal help exit-codes` prints this table."""


class JournalError(Exception):
    """Something that the user should know, and what to do about it.

    `message` is one plain sentence, `hint` one more or empty; `code` is the shell's exit code.
    """

    code = 70

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NothingFound(JournalError):
    """Nothing matched, or there is nothing to undo."""

    code = 1


class Usage(JournalError):
    """What was asked for was not understood."""

    code = 2


class NoSuchRecord(JournalError):
    """No record has this id, or several begin with it."""

    code = 3


class Locked(JournalError):
    """The journal is locked, or what was given does not open it."""

    code = 4


class Busy(JournalError):
    """Somebody else holds the journal, or has changed the record meanwhile."""

    code = 5


class Damaged(JournalError):
    """The store cannot be read, or was written by a newer version."""

    code = 6


class Unreadable(JournalError):
    """Parts of an import could not be read; the rest is in."""

    code = 8


class NotWritten(JournalError):
    """The disk refused. What was to be written is still in the caller's hands."""

    code = 9

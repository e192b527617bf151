"""What becomes of lines that cannot be read, in words without any text of the journal."""

from typing import NamedTuple

PUT_BACK = "put back from the backup"
TAKEN_IN = "its sum did not fit: taken in as it reads"
TAKEN_IN_AS_EDIT = "its sum did not fit: taken in as an edit of what the backup says"
LOST = "lost: it cannot be read, and no backup holds it"
GONE = "lost: it is missing, and no backup holds it"
IN_ORDER = "lines that stood twice or elsewhere stand where they belong"


class Fate(NamedTuple):
    """What became of one line, or of a file.

    line  where it stands in the file as it was, counted from 1; 0 where it was missing
    n     its number; 0 where that is not known
    """

    file: str
    line: int
    n: int
    fate: str
    backup: str = ""

    @property
    def is_lost(self) -> bool:
        """Whether something is not there any more."""
        return self.fate in (LOST, GONE)


def in_words(fate: Fate) -> str:
    """Return what became of a line, in one line without any text of the journal."""
    where = [fate.file]
    where += [f"line {fate.line}"] if fate.line else []
    where += [f"number {fate.n}"] if fate.n else []
    backup = f" {fate.backup}" if fate.backup else ""
    return f"{', '.join(where)}: {fate.fate}{backup}"

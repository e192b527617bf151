"""The card of a colleague's try, as a file that was given."""

from journal.errors import Usage
from journal.paths import typed_path
from journal.practice.tries.cards import LARGEST


def read_card(typed: str) -> bytes:
    """Return what is in a file, no more than shows that it is too large. Raises Usage."""
    try:
        with typed_path(typed.strip()).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        because = getattr(error, "strerror", "") or "this is no name of a file"
        raise Usage(f"The card cannot be read: {because}.", "Name the file of a card.") from error

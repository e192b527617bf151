"""An asset: something the learner brings, shown by their own notes."""

from typing import NamedTuple


class Asset(NamedTuple):
    """What I bring; the record's links are the notes that show it, at least one.

    name  what it is, in the learner's words
    how   how it helped, or ""
    """

    name: str = ""
    how: str = ""

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "asset"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        return (self.name, self.how)

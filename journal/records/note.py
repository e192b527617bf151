"""A note: something captured in real time."""

from typing import NamedTuple


class Note(NamedTuple):
    """A note has no fields of its own: it never asks for anything."""

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "note"

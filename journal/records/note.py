"""A note: something captured in real time."""

from typing import Any, NamedTuple


class Note(NamedTuple):
    """A note has no fields of its own: it never asks for anything."""

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "note"

    def to_fields(self) -> dict[str, Any]:
        """Return the fields of this kind as JSON values: none."""
        return {}

    @classmethod
    def from_fields(cls, _fields: dict[str, Any]) -> "Note":
        """Return a note, and take nothing from the fields."""
        return cls()

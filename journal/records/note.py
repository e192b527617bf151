"""A note: something captured in real time."""

from typing import Any, NamedTuple


class Note(NamedTuple):
    """A note has no fields of its own: it never asks for anything."""

    kind = "note"

    def to_fields(self) -> dict[str, Any]:
        """Return the fields of this kind as JSON values: none."""
        return {}

    @classmethod
    def from_fields(cls, fields: dict[str, Any]) -> "Note":
        """Return a note, and take nothing from `fields`."""
        return cls()

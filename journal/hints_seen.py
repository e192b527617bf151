"""Which hints were shown on this computer, and since when."""

import json
from datetime import date
from pathlib import Path

from journal.store import disk


def read_seen(state: Path) -> dict[str, date]:
    """Return since which day each hint has been shown; what cannot be read counts as none."""
    try:
        found = json.loads((state / "hints.json").read_bytes())
        return {str(name): date.fromisoformat(day) for name, day in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_seen(state: Path, seen: dict[str, date]) -> None:
    """Remember since which day each hint has been shown. Raises NotWritten."""
    path = state / "hints.json"
    with disk.refusing(path):
        disk.make_folder(state)
        data = {name: day.isoformat() for name, day in seen.items()}
        disk.replace(path, json.dumps(data).encode())

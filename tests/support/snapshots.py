"""Screens as plain text, held to files in the repository.

`JOURNAL_SNAPSHOTS=write` in the environment makes the tests write the files instead.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "screens" / "snapshots"


def same_as_file(shown: str, name: str) -> bool:
    """Return whether `shown` is what the snapshot `name` says."""
    path = FOLDER / f"{name}.txt"
    text = f"{shown.rstrip()}\n"
    if os.environ.get("JOURNAL_SNAPSHOTS") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return path.read_text("utf-8") == text

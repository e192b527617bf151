"""The day's backup that could not be made: noted, so that it is said once, calmly, later.

It hinders nobody: the backup is tried again after the next command, and the note goes when it is
made.
"""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from journal.store import disk

NAME = "backup-trouble.json"


class Trouble(NamedTuple):
    """Why there is no backup.

    since  the first day on which it could not be made
    why    the reason, as it was given last: "The disk is full: /media/disk"
    where  "" for the usual folder, or where else: "in the second folder"
    """

    since: date
    why: str
    where: str = ""

    @property
    def words(self) -> str:
        """It in two sentences, for the learner."""
        where = f" {self.where}" if self.where else ""
        return (
            f"No backup could be made{where} since {self.since.isoformat()} ({self.why}). "
            "What you write is kept all the same."
        )


def read_trouble(state: Path) -> Trouble | None:
    """Return what keeps the day's backup from being made, if anything does."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((state / NAME).read_bytes())
        since = date.fromisoformat(said["since"])
        return Trouble(since, str(said["why"]), str(said["where"]))
    return None


def note_trouble(state: Path, now: Trouble) -> bool:
    """Remember what keeps it from being made; tell whether that is news.

    Where not even this can be written, it is none: saving says so itself.
    """
    known = read_trouble(state)
    now = now._replace(since=known.since) if known else now
    if now == known:
        return False
    with suppress(OSError):
        told = {**now._asdict(), "since": now.since.isoformat()}
        disk.replace(state / NAME, json.dumps(told).encode())
        return known is None
    return False


def end_trouble(state: Path) -> None:
    """Forget it: there is a backup again. Raises nothing."""
    with suppress(OSError):
        (state / NAME).unlink(missing_ok=True)

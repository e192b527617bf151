"""One backup: a folder with a journal's files in it, and `backup.json`.

That says how long each file must be, with its SHA-256; and when and why the backup was made.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

SAYS = "backup.json"
"""The file of a backup that says what it holds."""

DAILY, ASKED, REPAIR, RESTORE = "daily", "asked for", "before a repair", "before a restore"
"""Why a backup was made."""


class Backup(NamedTuple):
    """One backup.

    number   grows with each one, whatever the clock says; 0 for a copy that was made by hand
    made     when, ISO 8601 with offset; or ""
    why      DAILY, ASKED, …; or ""
    journal  the id of the journal; "" where journal.json could not be read
    form     of the journal; open ones can be read by anybody
    lines    the name of the folder of lines in it
    opened   whether every line was opened when it was made
    damaged  the names of files in which something could not be read then
    files    by name: how long each is, and its SHA-256
    unread   why the system refuses to read it just now, or ""
    """

    folder: Path
    number: int = 0
    made: str = ""
    why: str = ""
    journal: str = ""
    form: str = ""
    lines: str = ""
    opened: bool = False
    damaged: tuple[str, ...] = ()
    files: Mapping[str, tuple[int, str]] = {}
    unread: str = ""

    @property
    def name(self) -> str:
        """What it is called: the day it was made and its number."""
        return self.folder.name

    @property
    def moment(self) -> datetime | None:
        """When it was made, if that is known."""
        with suppress(ValueError):
            return datetime.fromisoformat(self.made)
        return None

    @property
    def day(self) -> date | None:
        """The day it was made, if that is known."""
        return self.moment.date() if self.moment else None

    @property
    def state(self) -> str:
        """How it was when it was made, in a word or two."""
        if self.unread:
            return "not readable now"
        if self.damaged:
            return "damaged"
        return "good" if self.opened else "not opened" if self.files else "made by hand"


def order(backup: Backup) -> tuple[int, str]:
    """Return by what backups are ordered: the oldest first."""
    return backup.number, backup.name


def read_backup(folder: Path) -> Backup:
    """Return the backup in a folder; one that the system refuses to read says why."""
    try:
        return backup_in(folder)
    except OSError as error:
        return Backup(folder, number_in_name(folder), unread=error.strerror or str(error))


def backup_in(folder: Path) -> Backup:
    """Return the backup in a folder; what it does not say of itself stays unknown.

    Raises OSError.
    """
    root, said = json_object(folder / "journal.json"), json_object(folder / SAYS)
    plain = Backup(
        folder,
        journal=str(root.get("id", "")),
        form=str(root.get("form", "")),
        lines=str(root.get("folder", "")),
    )
    try:
        _hold_inside(said["files"])
        return plain._replace(
            number=int(said["number"]),
            made=str(said["made"]),
            why=str(said["why"]),
            form=str(said["form"]),
            opened=bool(said["opened"]),
            damaged=tuple(map(str, said["damaged"])),
            files={str(name): (int(size), str(sum_)) for name, (size, sum_) in _items(said)},
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        return plain


def _items(said: Mapping[str, Any]) -> Iterable[tuple[str, tuple[Any, Any]]]:
    files: Mapping[str, tuple[Any, Any]] = said["files"]
    return files.items()


def _hold_inside(names: Iterable[str]) -> None:
    """Raise ValueError where a name of a file leads out of the backup."""
    text = "/".join(["", *names, ""])
    roots = ("\\", ":") if os.name == "nt" else ()
    if any(part in text for part in ("//", "/../", *roots)):
        raise ValueError("it leads out of the backup")


def json_object(path: Path) -> dict[str, Any]:
    """Return the object that a file of JSON says; an empty one where it is none, or not there.

    Raises OSError.
    """
    try:
        found = json.loads(path.read_bytes())
        return found if type(found) is dict else {}
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return {}


def number_in_name(folder: Path) -> int:
    """Return the number that a backup's name says, 0 where it says none."""
    number = folder.name.rpartition("-")[2]
    return int(number) if number.isascii() and number.isdecimal() else 0

"""Backups: which there are, which of them the rotation keeps, and removing open ones.

A backup is a folder with a journal's files in it and `backup.json`, which says what they must be.
The usual ones lie in state/backups; a second folder, on another disk perhaps, has one folder for
each journal.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from journal.paths import Places
from journal.store.root import OPEN, Root

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


def usual_folder(places: Places) -> Path:
    """Return where backups are kept on this computer."""
    return places.state / "backups"


def second_folder(places: Places, journal: str) -> Path | None:
    """Return where those of a journal are kept besides; None where no such disk is there now."""
    there = places.second is not None and places.second.is_dir()
    return places.second / f"journal-{journal}" if places.second and there else None


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the oldest first."""
    found = [path.parent for path in folder.glob("*/*") if path.name in (SAYS, "journal.json")]
    there = (path for path in dict.fromkeys(found) if not path.name.startswith("."))
    return sorted(map(read_backup, there), key=order)


def all_backups(places: Places) -> list[Backup]:
    """Return all backups that can be reached, the oldest first; here before elsewhere."""
    found = backups_in(usual_folder(places))
    for folder in sorted(places.second.glob("journal-*")) if places.second else []:
        found += backups_in(folder)
    return sorted(found, key=order)


def order(backup: Backup) -> tuple[int, str]:
    """Return by what backups are ordered: the oldest first."""
    return backup.number, backup.name


def read_backup(folder: Path) -> Backup:
    """Return the backup in a folder; what it does not say of itself stays unknown."""
    try:
        root, said = _json(folder / "journal.json"), _json(folder / SAYS)
    except OSError as error:
        return Backup(folder, _number_in_name(folder), unread=error.strerror or str(error))
    plain = Backup(
        folder,
        journal=str(root.get("id", "")),
        form=str(root.get("form", "")),
        lines=str(root.get("folder", "")),
    )
    try:
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


def _json(path: Path) -> dict[str, Any]:
    """Return the object that a file says; none where it is not there or damaged. Raises OSError."""
    try:
        found = json.loads(path.read_bytes())
        return found if type(found) is dict else {}
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return {}


def is_due(places: Places, root: Root, today: date) -> bool:
    """Tell whether the day has no backup yet, or the journal has got another form since.

    Only the newest is read: this is asked after nearly every command.
    """
    newest = last_of(_newest_first(usual_folder(places)), root.id)
    return newest is None or newest.day != today or newest.lines != root.folder.name


def last_of(backups: Iterable[Backup], journal: str) -> Backup | None:
    """Return the first of `backups`, newest first, that was made of a journal, not by hand."""
    return next((each for each in backups if each.number and each.journal == journal), None)


def _newest_first(folder: Path) -> Iterable[Backup]:
    """Yield backups by the numbers in their names, reading one at a time."""
    try:
        names = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError:
        return ()
    return map(read_backup, sorted(names, key=_number_in_name, reverse=True))


def _number_in_name(folder: Path) -> int:
    number = folder.name.rpartition("-")[2]
    return int(number) if number.isascii() and number.isdecimal() else 0


def newest_backup(places: Places) -> Path | None:
    """Return the newest good backup of the journal, or None where there is none."""
    good = [backup for backup in all_backups(places) if not (backup.damaged or backup.unread)]
    return good[-1].folder if good else None


def backup_hint(places: Places) -> str:
    """Return what to do where the journal is damaged."""
    newest = newest_backup(places)
    if newest is None:
        return "Put it back from a copy, for example from another computer; nothing was changed."
    return f"The newest backup is {newest}; nothing was changed."


def remove_open_backups(places: Places) -> int:
    """Remove the backups that anybody can read; return how many. Raises OSError."""
    found = [backup for backup in all_backups(places) if backup.form == OPEN]
    for backup in found:
        remove(backup.folder)
    return len(found)


def remove(folder: Path) -> None:
    """Remove a backup; killed in the middle, what is left of it is no backup. Raises OSError."""
    import shutil

    gone = folder if folder.name.startswith(".") else folder.with_name(f".{folder.name}.gone")
    if gone != folder:
        folder.rename(gone)
    shutil.rmtree(gone)

"""What backups still hold of records that are gone from the journal."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import JournalError
from journal.store.box import Box
from journal.store.files import listed
from journal.store.kept.backup import Backup
from journal.store.kept.backups import all_backups
from journal.store.kept.restoring import opened_backup

if TYPE_CHECKING:
    from journal.store.journal import Journal

Seen = dict[tuple[int, int], bool]
"""What is known of files that backups share, by device and inode."""


def holding(journal: "Journal", ids: Collection[str]) -> list[Backup]:
    """Return the backups that hold something of the records with these ids, the oldest first.

    One that cannot be opened with the key at hand counts: it may.
    """
    known: Seen = {}
    return [backup for backup in all_backups(journal.places) if _holds(journal, backup, ids, known)]


def _holds(journal: "Journal", backup: Backup, ids: Collection[str], known: Seen) -> bool:
    try:
        _, box, _ = opened_backup(journal, backup)
        folder = backup.folder / backup.lines
        paths = [folder / file.name for file in listed(folder)]
        return any(_file_holds(path, box, ids, known) for path in paths)
    except (JournalError, OSError):
        return True


def _file_holds(path: Path, box: Box, ids: Collection[str], known: Seen) -> bool:
    found = path.stat()
    place = found.st_dev, found.st_ino
    if place not in known:
        text = box.text(path.read_bytes(), path.name)
        known[place] = any(f'"{id_}":{{'.encode() in text for id_ in ids)
    return known[place]

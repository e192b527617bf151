"""What backups hold of the lines of a journal."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.errors import Damaged
from journal.store.box import Box
from journal.store.change import Change, unsummed
from journal.store.files import bytes_of, file_name, listed
from journal.store.kept.backup import Backup
from journal.store.kept.backups import all_backups
from journal.store.kept.restoring import opened_backup
from journal.store.root import Root

if TYPE_CHECKING:
    from journal.store.journal import Journal


class Copied(NamedTuple):
    """A line as a backup holds it."""

    change: Change
    raw: bytes
    backup: str


Copies = Mapping[str, Mapping[int, Copied]]
"""What backups hold, by file and number."""


def copies_of(journal: "Journal", root: Root) -> dict[str, dict[int, Copied]]:
    """Return by file and number the lines that backups hold of the folder in force.

    The newest counts. Lines of another folder are numbered otherwise. A damaged backup is done
    without. Raises Damaged where the system refuses to read one: it may hold what would be lost.
    """
    found: dict[str, dict[int, Copied]] = {}
    for backup in reversed(all_backups(journal.places)):
        if backup.unread:
            raise _unread(backup, backup.unread)
        if (backup.journal, backup.lines, backup.form) != (root.id, root.folder.name, root.form):
            continue
        try:
            _, box, _ = opened_backup(journal, backup)
            copies = copies_in(backup.folder / backup.lines, box, backup.name)
        except Damaged as error:
            if isinstance(error.__cause__, OSError):
                raise _unread(backup, error.message) from error
            continue
        for name, own in copies.items():
            found[name] = {**own, **found.get(name, {})}
    return found


def _unread(backup: Backup, why: str) -> Damaged:
    return Damaged(
        f"The backup {backup.name} cannot be read just now: {why.rstrip('.')}.",
        "Lines that only it holds would be lost. Try again; if it stays so, move its folder away.",
    )


def copies_in(folder: Path, box: Box, backup: str) -> dict[str, dict[int, Copied]]:
    """Return what the lines of a backup's folder are; those that do not open are left out."""
    found: dict[str, dict[int, Copied]] = {}
    for file in listed(folder):
        own = found.setdefault(file_name(file.month, file.computer), {})
        for raw in bytes_of(folder / file.name).split(b"\n"):
            with suppress(ValueError):
                change = unsummed(box.open(raw.rstrip(b"\r"), file.name))
                own.setdefault(change["n"], Copied(change, raw.rstrip(b"\r"), backup))
    return found

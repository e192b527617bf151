"""Backups: which there are, which of them are the journal's, and removing open ones.

The usual ones lie in state/backups; a second folder, on another disk perhaps, has one folder for
each journal.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from journal.paths import Places
from journal.store.files import paths_in, reading
from journal.store.kept.backup import SAYS, Backup, json_object, number_in_name, order, read_backup
from journal.store.root import OPEN, Root


def usual_folder(places: Places) -> Path:
    """Return where backups are kept on this computer."""
    return places.state / "backups"


def second_folder(places: Places, journal: str) -> Path | None:
    """Return where those of a journal are kept besides; None where no such disk is there now."""
    there = places.second is not None and places.second.is_dir()
    return places.second / f"journal-{journal}" if places.second and there else None


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the oldest first. Raises OSError.

    One that cannot be looked into may be one, and is among them.
    """
    there = [path for path in paths_in(folder) if not path.name.startswith(".")]
    return sorted(map(read_backup, filter(_may_be_one, there)), key=order)


def _may_be_one(folder: Path) -> bool:
    try:
        return not {SAYS, "journal.json"}.isdisjoint(path.name for path in paths_in(folder))
    except OSError:
        return True


def reachable(places: Places) -> list[Backup]:
    """Return all backups that can be reached, the oldest first; here before elsewhere.

    A second folder may hold those of other journals, too. Raises OSError.
    """
    return sorted([*backups_in(usual_folder(places)), *_elsewhere(places)], key=order)


def _elsewhere(places: Places) -> Iterator[Backup]:
    for folder in paths_in(places.second) if places.second else []:
        if folder.name.startswith("journal-"):
            yield from backups_in(folder)


def next_number(places: Places) -> int:
    """Return the number of the next backup: greater than that of any, also of a damaged one.

    A second folder that cannot be listed counts as one that is not there. Raises OSError.
    """
    found = backups_in(usual_folder(places))
    with suppress(OSError):
        found += _elsewhere(places)
    return 1 + max((max(each.number, number_in_name(each.folder)) for each in found), default=0)


def all_backups(places: Places) -> list[Backup]:
    """Return the journal's backups that can be reached, the oldest first; here before elsewhere.

    Only where nothing is known here, neither a journal nor a backup (on a new computer), those of
    other journals in the second folder are among them. Raises Damaged where nobody can tell.
    """
    with reading(usual_folder(places)):
        return _own(places)


def _own(places: Places) -> list[Backup]:
    found, usual = reachable(places), usual_folder(places)
    here = [backup for backup in found if backup.folder.parent == usual]
    ids = {_id_now(places), *(backup.journal for backup in here)} - {""}
    if not (ids or here):
        return found
    own = {usual, *(folder for id_ in ids if (folder := second_folder(places, id_)))}
    copied = {_sums(backup) for backup in here if backup.files}
    return [b for b in found if b.folder.parent in own or b.journal in ids or _sums(b) in copied]


def _id_now(places: Places) -> str:
    """Return the id of the journal that is there, "" where that cannot be known."""
    with suppress(OSError):
        return str(json_object(places.journal / "journal.json").get("id", ""))
    return ""


def _sums(backup: Backup) -> frozenset[tuple[str, str]]:
    """Return what a backup has in common with its copy in the second folder."""
    return frozenset((name, sum_) for name, (_, sum_) in backup.files.items())


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
    return map(read_backup, sorted(names, key=number_in_name, reverse=True))


def newest_backup(places: Places) -> Path | None:
    """Return the newest good backup of the journal, or None where none is known."""
    with suppress(OSError):
        good = [backup for backup in _own(places) if not (backup.damaged or backup.unread)]
        return good[-1].folder if good else None
    return None


def backup_hint(places: Places) -> str:
    """Return what to do where the journal is damaged."""
    newest = newest_backup(places)
    if newest is None:
        return "Put it back from a copy, for example from another computer; nothing was changed."
    return f"The newest backup is {newest}; nothing was changed."


def remove_open_backups(places: Places) -> int:
    """Remove the backups that anybody can read; return how many.

    Raises OSError, also where one cannot be read just now: it may be one of them.
    """
    there = _own(places)
    found = [backup for backup in there if backup.form == OPEN]
    for backup in found:
        remove(backup.folder)
    if unread := next((backup.unread for backup in there if backup.unread), ""):
        raise OSError(unread)
    return len(found)


def remove(folder: Path) -> None:
    """Remove a backup; killed in the middle, what is left of it is no backup. Raises OSError."""
    import shutil

    gone = folder if folder.name.startswith(".") else folder.with_name(f".{folder.name}.gone")
    if gone != folder:
        folder.rename(gone)
    shutil.rmtree(gone)

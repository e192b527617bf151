"""Making backups: copied aside, read back, and only then counted.

A file that is as it was in the backup before is hard-linked to that one, never to the live file:
whatever happens to the journal happens to no backup.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.errors import Damaged, JournalError, NothingFound, NotWritten
from journal.paths import Places
from journal.store import disk
from journal.store.box import Box
from journal.store.files import parse_name
from journal.store.kept.backups import (
    ASKED,
    DAILY,
    SAYS,
    Backup,
    all_backups,
    backups_in,
    is_due,
    last_of,
    read_backup,
    remove,
    remove_open_backups,
    second_folder,
    to_remove,
    usual_folder,
)
from journal.store.lines import read_lines
from journal.store.root import OPEN, SEALED, Root, folder_number
from journal.store.sealed.keyring import OPEN_BOX

if TYPE_CHECKING:
    from journal.store.session import Session

OURS = ("prompts", "keys")
"""Folders of the journal that are kept besides its lines."""


class Made(NamedTuple):
    """A backup that was made.

    elsewhere  the same in the second folder, or None where there is none
    trouble    why it could not be put there, or None
    """

    backup: Backup
    elsewhere: Backup | None = None
    trouble: JournalError | None = None


def back_up(journal: "Session", why: str = ASKED) -> Made:
    """Make a backup of the journal, hold it to what it should be, and let old ones go.

    Without the key of a sealed journal its lines are copied and compared, and not opened.
    Raises NothingFound where there is no journal yet, Damaged, NotWritten, Busy.
    """
    with journal.alone():
        root = journal.keyring.root()
        if root is None:
            raise NothingFound("There is no journal yet.", "The first note makes it.")
        return back_up_alone(journal, root, why)


def back_up_if_due(journal: "Session") -> Backup | None:
    """Make the day's backup where there is none yet; return it if it was made.

    A journal that has got another form since counts as a day of its own. What keeps it from being
    made is not said here: `journal doctor` says how old the newest is.
    """
    with suppress(JournalError, OSError):
        root = journal.keyring.root()
        if root is not None and is_due(journal.places, root, journal.clock.now().date()):
            return back_up(journal, DAILY).backup
    return None


def back_up_alone(journal: "Session", root: Root | None, why: str) -> Made:
    """Do so, for who holds the lock.

    root  None where journal.json cannot be read: then all folders of lines are copied
    """
    places = journal.places
    sources = dict(_sources(places.journal, root))
    id_ = root.id if root else "unknown"
    here = usual_folder(places)
    now = journal.clock.now()
    number = 1 + max((backup.number for backup in all_backups(places)), default=0)
    said = Backup(
        here / f"{now.date().isoformat()}-{number}",
        number,
        now.isoformat(timespec="seconds"),
        why,
        journal=id_,
        form=root.form if root else _form_of(sources),
    )
    with disk.refusing(here):
        backup = _make(said, sources, _box_at_hand(journal, root))
        _let_go(here, id_)
    if root is not None and root.is_sealed:
        with suppress(OSError):
            remove_open_backups(places)  # those of a disk that was away when it was sealed
    return _put_elsewhere(places, backup)


def _put_elsewhere(places: Places, backup: Backup) -> Made:
    try:
        folder = second_folder(places, backup.journal)
        if folder is None:
            return Made(backup)
        with disk.refusing(folder):
            sources = {name: backup.folder / name for name in backup.files}
            copied = _make(backup._replace(folder=folder / backup.name), sources, None)
            _let_go(folder, backup.journal)
        return Made(backup, copied)
    except JournalError as error:
        return Made(backup, None, error)


# --- what is copied


def _sources(journal: Path, root: Root | None) -> Iterator[tuple[str, Path]]:
    """Yield the files of a journal, by their names in it."""
    if (journal / "journal.json").is_file():
        yield "journal.json", journal / "journal.json"
    lines = [root.folder] if root else [p for p in journal.glob("lines-*") if folder_number(p.name)]
    for folder in (*sorted(lines), *(journal / name for name in OURS)):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                yield path.relative_to(journal).as_posix(), path


def _form_of(sources: Mapping[str, Path]) -> str:
    """Return the form of lines of which no journal.json tells: open if any of them is."""
    lines = (path for path in sources.values() if parse_name(path.name))
    return OPEN if any(_begins_open(path) for path in lines) else SEALED


def _begins_open(path: Path) -> bool:
    with open(path, "rb") as file:
        return file.read(1) == b"{"


def _box_at_hand(journal: "Session", root: Root | None) -> Box | None:
    """Return what opens the lines without asking anybody, or None."""
    if root is None:
        return None
    if not root.is_sealed:
        return OPEN_BOX
    with suppress(Damaged):
        if (key := journal.keyring.at_hand(root)) is not None:
            from journal.store.sealed.box import SealedBox

            return SealedBox(root.id, key)
    return None


# --- making one


def _make(said: Backup, sources: Mapping[str, Path], box: Box | None) -> Backup:
    """Copy `sources` into a folder beside, hold them to what was read, and give it its name."""
    disk.make_folder(said.folder.parent)
    for left in said.folder.parent.glob(".*"):
        shutil.rmtree(left, ignore_errors=True)  # what was interrupted; we hold the lock
    before = last_of(reversed(backups_in(said.folder.parent)), said.journal)
    aside = said.folder.with_name(f".{said.name}.new")
    try:
        files, linked = _copied(sources, aside, before)
        _hold_to(aside, files)
        said = _opened(said._replace(files=files), aside, linked, before, box)
        disk.replace(aside / SAYS, _written(said))
        for folder in {aside, *(path for path in aside.rglob("*") if path.is_dir())}:
            disk.sync_folder(folder)
        aside.rename(said.folder)
        disk.sync_folder(said.folder.parent)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return read_backup(said.folder)


def _opened(
    said: Backup, aside: Path, linked: set[str], before: Backup | None, box: Box | None
) -> Backup:
    """Return what is said of a backup after its lines were opened.

    Those in files that are linked to the one before were opened then.
    """
    known = linked if before and before.opened else set[str]()
    fresh = [name for name in said.files if name not in known and parse_name(Path(name).name)]
    damaged = {name for name in (before.damaged if before else ()) if name in known}
    damaged |= {name for name in fresh if box and not _opens(aside / name, box)}
    return said._replace(opened=not fresh or box is not None, damaged=tuple(sorted(damaged)))


def _copied(
    sources: Mapping[str, Path], to: Path, before: Backup | None
) -> tuple[dict[str, tuple[int, str]], set[str]]:
    """Copy files; return how long each is with its sum, and which were linked to the one before."""
    disk.make_folder(to)
    files, linked = dict[str, tuple[int, str]](), set[str]()
    for name, path in sources.items():
        data = path.read_bytes()
        disk.make_folder((to / name).parent)
        if before is not None and _link(before.folder / name, to / name, data):
            linked.add(name)
        else:
            disk.write_new(to / name, data)
        files[name] = len(data), sha256(data).hexdigest()
    return files, linked


def _link(old: Path, new: Path, data: bytes) -> bool:
    """Make `new` the same file as `old` where that holds just `data`, and the disk can do that."""
    with suppress(OSError):
        if old.is_file() and old.read_bytes() == data:
            os.link(old, new)
            return True
    return False


def _hold_to(folder: Path, files: Mapping[str, tuple[int, str]]) -> None:
    """Read back what was copied. Raises NotWritten where it is not what it should be."""
    for name, (size, sum_) in files.items():
        data = (folder / name).read_bytes()
        if (len(data), sha256(data).hexdigest()) != (size, sum_):
            raise NotWritten(
                f"{name} is not in the backup as it was written; the disk is not to be trusted.",
                "Nothing was changed. `journal doctor` helps.",
            )


def _opens(path: Path, box: Box) -> bool:
    """Tell whether every line of a file opens; what is no file of lines has none."""
    if parse_name(path.name) is None:
        return True
    reading = read_lines(path.read_bytes(), path.name, box)
    return not reading.damage and not reading.unfinished


def _written(said: Backup) -> bytes:
    told = {
        name: value for name, value in said._asdict().items() if name not in ("folder", "lines")
    }
    return json.dumps({"format": 1, **told}, indent=1).encode() + b"\n"


def _let_go(folder: Path, journal: str) -> None:
    """Remove what the rotation does without. Raises OSError."""
    for backup in to_remove([each for each in backups_in(folder) if each.journal == journal]):
        remove(backup.folder)


# --- holding them to what they should be


def problems(backup: Backup, box: Box | None) -> list[str]:
    """Return what is wrong with a backup now, each in a few words; nothing where it is sound.

    box  opens its lines; None: only its bytes are compared
    """
    found = list[str]()
    for name, (size, sum_) in backup.files.items():
        try:
            data = (backup.folder / name).read_bytes()
        except OSError as error:
            found.append(f"{name}: {error.strerror or 'it cannot be read'}")
            continue
        if (len(data), sha256(data).hexdigest()) != (size, sum_):
            found.append(f"{name}: it is not as it was when the backup was made")
    if box is None:
        return found
    for path in sorted((backup.folder / backup.lines).glob("*")) if backup.lines else []:
        if not _opens(path, box):
            found.append(f"{backup.lines}/{path.name}: it has lines that cannot be read")
    return found


def moment_of(backup: Backup) -> datetime | None:
    """Return when a backup was made, if it says so."""
    with suppress(ValueError):
        return datetime.fromisoformat(backup.made)
    return None

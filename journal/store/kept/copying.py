"""Making one backup: copied aside, read back, and only then counted.

A file that is as it was in the backup before is hard-linked to that one, never to the live file:
whatever happens to the journal happens to no backup.
"""

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from journal.errors import NotWritten
from journal.store import disk
from journal.store.box import Box
from journal.store.files import parse_name, paths_in
from journal.store.kept.backup import SAYS, Backup, backup_in
from journal.store.kept.backups import backups_in, last_of
from journal.store.lines import read_lines

_NOT_WRITTEN = ("folder", "lines", "unread")
"""What a backup does not say of itself: it is seen where it lies."""


def make(said: Backup, sources: Mapping[str, Path], box: Box | None) -> Backup:
    """Copy `sources` into a folder beside, hold them to what was read, and give it its name."""
    disk.make_folder(said.folder.parent)
    for left in paths_in(said.folder.parent):
        if left.name.startswith("."):
            shutil.rmtree(left, ignore_errors=True)  # what was interrupted; we hold the lock
    before = last_of(reversed(backups_in(said.folder.parent)), said.journal)
    aside = said.folder.with_name(f".{said.name}.new")
    try:
        files, linked = _copied(sources, aside, before)
        _hold_to(aside, files)
        said = _opened(said._replace(files=files), aside, linked, before, box)
        disk.replace(aside / SAYS, _written(said))
        for folder in {aside, *(aside / up for name in files for up in Path(name).parents)}:
            disk.sync_folder(folder)
        made = backup_in(aside)._replace(folder=said.folder)
        aside.rename(said.folder)
        disk.sync_folder(said.folder.parent)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return made


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
    told = {name: value for name, value in said._asdict().items() if name not in _NOT_WRITTEN}
    return json.dumps({"format": 1, **told}, indent=1).encode() + b"\n"


# --- holding it to that later


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
    try:
        paths = paths_in(backup.folder / backup.lines) if backup.lines else []
        unread = [path.name for path in paths if not _opens(path, box)]
    except OSError as error:
        return [*found, f"{backup.lines}: {error.strerror or 'it cannot be read'}"]
    said = "it has lines that cannot be read"
    return [*found, *(f"{backup.lines}/{name}: {said}" for name in unread)]

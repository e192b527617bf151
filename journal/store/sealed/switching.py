"""Putting a journal into another form: built beside, compared, and only then put in force.

journal.json names the folder of lines in force, and is replaced in one step. Interrupted before
that, the journal is as it was, and what was built is removed at the next start; interrupted after
it, the old folder is.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from journal.errors import Damaged
from journal.store import disk
from journal.store.box import Box
from journal.store.change import Change, unsummed
from journal.store.files import file_name, listed
from journal.store.fold import Fold
from journal.store.lines import read_lines
from journal.store.root import canonical, folder_number, read_root, write_root

BUILDING = "building.json"
"""The file in state/ that names a folder which is being built."""


class Line(NamedTuple):
    """A change, and the computer and the file that it is of."""

    computer: str
    file: str
    change: Change


class Lines(NamedTuple):
    """All lines of a folder, in the order of their files and numbers; copies' count once.

    damaged  the name of a file that has something that cannot be read; "" if all is well
    """

    lines: list[Line]
    damaged: str


def lines_of(folder: Path, box: Box) -> Lines:
    """Return all lines in a folder. Raises OSError."""
    found: dict[tuple[str, int, bytes], Line] = {}
    damaged = ""
    for file in listed(folder):
        name = file_name(file.month, file.computer)
        reading = read_lines((folder / file.name).read_bytes(), file.name, box)
        if reading.damage or reading.unfinished:
            damaged = file.name
        for change in reading.changes:
            said = unsummed(change)
            found[name, said["n"], canonical(said)] = Line(file.computer, name, said)
    return Lines([found[key] for key in sorted(found)], damaged)


def next_folder(journal: Path) -> str:
    """Return the name of a folder of lines that was not used yet."""
    names = [path.name for path in journal.glob("lines-*")]
    return f"lines-{max(map(folder_number, names), default=0) + 1}"


def begin_building(state: Path, folder: Path, replaces: Path | None = None) -> None:
    """Remember what is being built, so that it is removed if it is never finished.

    replaces  the folder that goes, whatever it holds, once the new one is in force
    """
    said = {"folder": str(folder), "replaces": str(replaces) if replaces else ""}
    disk.make_folder(state)
    disk.replace(state / BUILDING, json.dumps(said).encode())
    disk.make_folder(folder)


def building(state: Path) -> Path | None:
    """Return the folder that was being built, if that was not finished."""
    return _said_of_building(state, "folder")


def replaced_by_built(state: Path) -> Path | None:
    """Return the folder that goes once the one that was being built is in force, if any does."""
    return _said_of_building(state, "replaces")


def _said_of_building(state: Path, name: str) -> Path | None:
    try:
        said = str(json.loads((state / BUILDING).read_bytes())[name])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Path(said) if said else None


def end_building(state: Path) -> None:
    """Forget it: all is in its place."""
    (state / BUILDING).unlink(missing_ok=True)


def build(folder: Path, box: Box, lines: Iterable[Line]) -> None:
    """Write `lines` into an empty folder and wait until they are on the disk."""
    texts: dict[str, list[bytes]] = {}
    for line in lines:
        texts.setdefault(line.file, []).append(box.close(line.change, line.file) + b"\n")
    for name, own in texts.items():
        disk.replace(folder / name, b"".join(own))


def hold_to(lines: list[Line], folder: Path, box: Box) -> None:
    """Compare what was built, line by line and record by record. Raises Damaged."""
    built, damaged = lines_of(folder, box)
    if damaged or built != lines or _records(built) != _records(lines):
        raise Damaged(
            "What was built is not what was there; the disk or the memory is not to be trusted.",
            "The journal is as it was. `journal doctor` helps.",
        )


def switch(
    journal: Path,
    state: Path,
    old: tuple[Path, Box],
    new: tuple[Mapping[str, Any], Box],
    before: Callable[[], None] = lambda: None,
) -> None:
    """Put the lines of `old` into a new folder, as the fields and the box of `new` say, in force.

    The fields' folder is the one to build. To be called by who holds the lock.
    before  what else must be done before it is in force
    Raises Damaged, NotWritten; the journal is then as it was.
    """
    with disk.refusing(journal):
        lines, damaged = lines_of(*old)
    if damaged:
        raise _unreadable(damaged)
    put_in_force(journal, state, lines, new, before)


def put_in_force(
    journal: Path,
    state: Path,
    lines: list[Line],
    new: tuple[Mapping[str, Any], Box],
    before: Callable[[], None] = lambda: None,
    replaces: Path | None = None,
) -> None:
    """Put `lines` (in the order of `lines_of`) into a new folder, and that in force; see `switch`.

    replaces  a folder of lines that goes then, although it may hold what the new one lacks
    """
    fields, box = new
    folder = journal / fields["folder"]
    with disk.refusing(journal):
        begin_building(state, folder, replaces)
        try:
            build(folder, box, lines)
            hold_to(lines, folder, box)
            before()
            write_root(journal, fields)
        except BaseException:
            if (now := read_root(journal)) is None or now.folder != folder:
                remove_folder(folder)
            raise


def remove_folder(folder: Path) -> None:
    """Remove a folder of lines: its files first, so that it is never in the way half empty."""
    if folder_number(folder.name) and folder.is_dir() and not folder.is_symlink():
        import shutil

        shutil.rmtree(folder)
        disk.sync_folder(folder.parent)


def _records(lines: list[Line]) -> dict[str, Any]:
    fold = Fold()
    for line in lines:
        fold.add([line.change], line.computer)
    return {id_: fold.versions(id_) for id_ in fold.shown}


def _unreadable(file: str) -> Damaged:
    return Damaged(
        f"{file} has lines that cannot be read; they would be lost.",
        "`journal check` names them. Repair the journal first; nothing was changed.",
    )

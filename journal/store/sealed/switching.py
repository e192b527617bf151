"""Putting a journal into another form: built beside, compared, and only then put in force.

journal.json names the folder of lines in force, and is replaced in one step. Interrupted before
that, the journal is as it was, and what was built is removed at the next start; interrupted after
it, the old folder is.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from journal.errors import Damaged
from journal.store import disk
from journal.store.box import Box
from journal.store.change import Change, unsummed
from journal.store.files import file_name, listed, paths_in, reading
from journal.store.fold import Fold
from journal.store.lines import read_lines
from journal.store.root import canonical, folder_number, read_root, write_root
from journal.store.sealed.building import Building, begin_building, sum_of


class Line(NamedTuple):
    """A change, and the computer and the file that it is of."""

    computer: str
    file: str
    change: Change


class Lines(NamedTuple):
    """All lines of a folder, in the order of their files and numbers; copies' count once.

    damaged  the name of a file that has something that cannot be read; "" if all is well
    sums     what tells of each file whether it still is what was read
    """

    lines: list[Line]
    damaged: str
    sums: dict[str, str]


def lines_of(folder: Path, box: Box) -> Lines:
    """Return all lines in a folder. Raises OSError."""
    found: dict[tuple[str, int, bytes], Line] = {}
    damaged, sums = "", dict[str, str]()
    for file in listed(folder):
        name = file_name(file.month, file.computer)
        data = (folder / file.name).read_bytes()
        sums[file.name] = sum_of(data)
        reading = read_lines(data, file.name, box)
        if reading.damage or reading.unfinished:
            damaged = file.name
        for change in reading.changes:
            said = unsummed(change)
            found[name, said["n"], canonical(said)] = Line(file.computer, name, said)
    return Lines([found[key] for key in sorted(found)], damaged, sums)


def next_folder(journal: Path) -> str:
    """Return the name of a folder of lines that was not used yet. Raises Damaged."""
    with reading(journal):
        numbers = [folder_number(path.name) for path in paths_in(journal)]
    return f"lines-{max(numbers, default=0) + 1}"


def build(folder: Path, box: Box, lines: Iterable[Line]) -> None:
    """Write `lines` into an empty folder and wait until they are on the disk."""
    texts: dict[str, list[bytes]] = {}
    for line in lines:
        texts.setdefault(line.file, []).append(box.close(line.change, line.file) + b"\n")
    for name, own in texts.items():
        disk.replace(folder / name, b"".join(own))


def hold_to(lines: list[Line], folder: Path, box: Box) -> None:
    """Compare what was built, line by line and record by record. Raises Damaged."""
    built, damaged, _ = lines_of(folder, box)
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
) -> Building:
    """Put the lines of `old` into a new folder, as the fields and the box of `new` say, in force.

    The fields' folder is the one to build. To be called by who holds the lock. Returns what was
    built, and so what goes now.
    before  what else must be done before it is in force
    Raises Damaged, NotWritten; the journal is then as it was.
    """
    with disk.refusing(journal):
        lines, damaged, sums = lines_of(*old)
    if damaged:
        raise _unreadable(damaged)
    what = Building(journal / new[0]["folder"], old[0], sums)
    put_in_force(journal, state, lines, new, what, before)
    return what


def put_in_force(
    journal: Path,
    state: Path,
    lines: list[Line],
    new: tuple[Mapping[str, Any], Box],
    what: Building,
    before: Callable[[], None] = lambda: None,
) -> None:
    """Put `lines` (in the order of `lines_of`) into a new folder, and that in force; see `switch`.

    what  names the fields' folder, and the one that goes then
    """
    fields, box = new
    folder = what.folder
    with disk.refusing(journal):
        begin_building(state, what)
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

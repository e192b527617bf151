"""Finishing what was interrupted, and lines that came late into a folder no longer in force.

Another computer may have kept notes before it came to know that the journal was locked or opened.
They are never taken in silently: with an open folder beside a sealed journal, anybody may have
written them. They are offered.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from journal.store import disk
from journal.store.box import Box
from journal.store.change import Damage
from journal.store.files import listed, reading
from journal.store.kept.backups import remove_open_backups, usual_folder
from journal.store.root import Root, canonical, folder_number, line_folders
from journal.store.sealed.building import Building, building, end_building
from journal.store.sealed.keyring import OPEN_BOX
from journal.store.sealed.secrets import write_secrets_anew
from journal.store.sealed.switching import Line, lines_of, remove_folder

if TYPE_CHECKING:
    from journal.store.journal import Journal


def old_folders(journal: Path, root: Root) -> list[Path]:
    """Return the folders of lines that were in force before. Raises OSError."""
    return [path for path in line_folders(journal) if folder_number(path.name) < root.number]


def late_damage(journal: Path, root: Root) -> Iterator[Damage]:
    """Yield what to tell about folders that are no longer in force and not empty.

    Raises Damaged where nobody can tell.
    """
    with reading(journal):
        folders = old_folders(journal, root)
    for folder in folders:
        if listed(folder):
            reason = "lines came late; `journal repair` offers them"
            yield Damage(folder.name, 0, reason)


def settle(journal: "Journal") -> None:
    """Finish what was interrupted, and remove old folders of which everything is in force.

    Raises NotWritten, Busy.
    """
    places, root = journal.places, journal.keyring.root()
    if root is None:
        return
    with disk.refusing(places.state):
        built = building(places.state)
    with disk.refusing(places.journal):
        if built is None and not old_folders(places.journal, root):
            return
    with journal.alone(), disk.refusing(places.journal):
        clear(journal, root, built)


def clear(journal: "Journal", root: Root, built: Building | None) -> None:
    """Do so; to be called by who holds the lock. Raises OSError, NotWritten."""
    places = journal.places
    if built is not None and built.folder.parent == places.journal:
        gone = built.done_with(root.folder)
        if gone is not None and gone.parent == places.journal:
            remove_folder(gone)
        write_secrets_anew(journal, root)
    force = _in_force(journal, root)
    for folder in old_folders(places.journal, root):
        box = box_for(journal, root, folder)
        if box is not None and not any(_late(folder, box, force)):
            remove_folder(folder)
    if root.is_sealed:
        journal.drafts.write_anew(sealed=True)
        with disk.refusing(usual_folder(places)):
            remove_open_backups(places)
    end_building(places.state)


def late_lines(journal: "Journal") -> list[Line]:
    """Return the lines in old folders that the journal lacks, the oldest first. Raises Damaged."""
    root = journal.keyring.root()
    if root is None:
        return []
    force, found = _in_force(journal, root), list[Line]()
    with reading(journal.places.journal):
        folders = old_folders(journal.places.journal, root)
    for folder in folders:
        box = box_for(journal, root, folder)
        found += _late(folder, box, force)[0] if box is not None else []
    return sorted(found, key=lambda line: int(line.change["t"]))


def take_in(journal: "Journal", lines: list[Line]) -> None:
    """Keep late lines as they were made, but by this computer; raises as saving does."""
    for line in lines:
        marks: dict[str, Any] = {
            name: value
            for name, value in line.change.items()
            if name in ("t", "run", "undoes", "redoes", "purge")
        }
        journal.write(line.change["op"], line.change["set"], **marks)


def drop(journal: "Journal") -> None:
    """Remove the old folders, with the lines in them that were not taken in. Raises NotWritten."""
    root = journal.keyring.root()
    with journal.alone(), disk.refusing(journal.places.journal):
        for folder in old_folders(journal.places.journal, root) if root else []:
            remove_folder(folder)


def box_for(journal: "Journal", root: Root, folder: Path) -> Box | None:
    """Return what opens the lines of an old folder; None where its key is not at hand."""
    first = next((file for file in listed(folder)), None)
    if first is None or (folder / first.name).read_bytes()[:1] in (b"{", b""):
        return OPEN_BOX
    key = journal.keyring.at_hand(root) if root.is_sealed else journal.keyring.former(root)
    if key is None:
        return None
    from journal.store.sealed.box import SealedBox

    return SealedBox(root.id, key)


class _Force(NamedTuple):
    """What is in force: what its lines say, and the ids that were purged."""

    known: set[tuple[str, str, bytes]]
    purged: set[str]


def _in_force(journal: "Journal", root: Root) -> _Force:
    lines = lines_of(root.folder, journal.keyring.reading(root)).lines
    purged = {id_ for line in lines for id_ in line.change.get("purge", ())}
    return _Force({_identity(line, purged) for line in lines}, purged)


def _identity(line: Line, purged: set[str]) -> tuple[str, str, bytes]:
    """Return what makes two lines the same, whichever file they stand in."""
    left = {id_: doc for id_, doc in line.change["set"].items() if id_ not in purged}
    return line.change["t"], line.change["by"], canonical(left)


def _late(folder: Path, box: Box, force: _Force) -> tuple[list[Line], str]:
    """Return the lines of a folder that are not in force, and a file that is damaged, or ""."""
    lines, damaged, _ = lines_of(folder, box)
    return [line for line in lines if _identity(line, force.purged) not in force.known], damaged

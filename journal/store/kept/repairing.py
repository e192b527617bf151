"""Repairing: first a backup of everything as it is, then what can be had, beside; then switched.

Nothing is ever deleted by it: what the journal was lies in a backup that the rotation leaves alone,
with a report in which is no text of the journal.
"""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.errors import Damaged
from journal.store import disk
from journal.store.change import Change
from journal.store.files import file_name, listed, reading
from journal.store.kept.backing_up import Made, back_up_alone
from journal.store.kept.backup import REPAIR, Backup
from journal.store.kept.backups import reachable, usual_folder
from journal.store.kept.copies import copies_of
from journal.store.kept.fates import Fate, in_words
from journal.store.kept.in_force import form_like, sorted_lines, switch_to, without
from journal.store.kept.salvaging import Salvaged, salvage
from journal.store.root import (
    FOLDER,
    FORMAT,
    OPEN,
    Newer,
    Root,
    line_folders,
    read_root,
    write_root,
)
from journal.store.sealed.keyring import Unsealed
from journal.store.sealed.seen import read_seen
from journal.store.sealed.switching import Line

if TYPE_CHECKING:
    from journal.store.journal import Journal

ROOT_BACK = "put back from the backup"
ROOT_ANEW = "written anew: no backup had it"


class Repaired(NamedTuple):
    """What a repair did.

    before  the backup of what the journal was
    fates   what became of each line that could not be read, and of each that was missing
    """

    before: Backup
    fates: list[Fate]

    @property
    def lost(self) -> int:
        """How many lines could not be had."""
        return sum(fate.is_lost for fate in self.fates)


class Wrong(NamedTuple):
    """What a repair would put right.

    root   whether journal.json cannot be read, or is not as it was written
    fates  what would become of lines; known only where journal.json is sound
    """

    root: bool
    fates: list[Fate]


def wrong_with(journal: "Journal") -> Wrong:
    """Return what a repair would put right; nothing is changed. Raises as `repair` does."""
    root = _sound_root(journal)
    return Wrong(root is None, _salvaged(journal, root).fates if root else [])


def repair(journal: "Journal") -> Repaired | None:
    """Repair a journal; return None where nothing is wrong with its lines or its root.

    Raises Damaged where nothing can be had (also for a journal from a newer version), Locked,
    NotWritten, Busy; the journal is then as it was.
    """
    with journal.alone():
        made, fates = None, list[Fate]()
        root = _sound_root(journal)
        if root is None:
            made = back_up_alone(journal, None, REPAIR)
            root, fate = _root_again(journal, made.backup)
            fates.append(fate)
        salvaged = _salvaged(journal, root)
        if not salvaged.fates and made is None:
            return None
        made = made or back_up_alone(journal, root, REPAIR)
        if salvaged.fates:
            _put_in_force(journal, root, salvaged, made.backup)
        return _reported(made, [*fates, *salvaged.fates])


# --- journal.json


def _sound_root(journal: "Journal") -> Root | None:
    """Return the root if it can be read and is as it was written; None where it is not.

    Raises Locked, and Damaged where there is nothing to repair.
    """
    try:
        root = journal.keyring.root()
        if root is None:
            raise Newer("There is no journal yet.", "The first note makes it.")
        journal.keyring.reading(root)
    except (Newer, Unsealed):
        raise
    except Damaged:
        return None
    return root


def _root_again(journal: "Journal", made: Backup) -> tuple[Root, Fate]:
    """Put journal.json back from a backup, or write that of an open journal anew."""
    places = journal.places
    with reading(places.journal):
        folders = {path.name for path in line_folders(places.journal)}
    with reading(usual_folder(places)):
        there = reachable(places)
    for backup in reversed(there):
        if backup.folder == made.folder or backup.lines not in folders:
            continue
        if not _share_files(backup.folder / backup.lines, places.journal / backup.lines):
            continue  # of another journal
        try:
            root = read_root(backup.folder)
        except Damaged:
            continue
        if root is not None:
            return _write(journal, root), Fate("journal.json", 0, 0, ROOT_BACK, backup.name)
    if made.form != OPEN:
        raise Damaged(
            "journal.json cannot be read, and no backup holds the keys that were in it.",
            "Put it back from another computer that shares the journal; nothing was changed.",
        )
    newest = max(folders, default=FOLDER, key=lambda name: (len(name), name))
    fields = {"format": FORMAT, "id": journal.session, "form": OPEN, "folder": newest}
    root = Root(journal.session, OPEN, places.journal / newest, fields)
    return _write(journal, root), Fate("journal.json", 0, 0, ROOT_ANEW)


def _share_files(one: Path, other: Path) -> bool:
    """Tell whether two folders have a file of lines in common: other journals' have other names."""
    return not {file.name for file in listed(one)}.isdisjoint(file.name for file in listed(other))


def _write(journal: "Journal", root: Root) -> Root:
    with disk.refusing(journal.places.journal):
        written = write_root(journal.places.journal, root.fields)
    journal.forget()
    return journal.keyring.root() or written


# --- lines


def _salvaged(journal: "Journal", root: Root) -> Salvaged:
    box = journal.keyring.reading(root)
    return salvage(root.folder, box, copies_of(journal, root), _seen(journal, root))


def _seen(journal: "Journal", root: Root) -> dict[str, int]:
    """Return by file the last number that this computer has seen in a sealed journal."""
    said = read_seen(journal.places.state).get(root.id, {}) if root.is_sealed else {}
    if said.get("folder") != root.number:
        return {}
    return {str(name): int(known[0]) for name, known in said.get("files", {}).items()}


def _put_in_force(journal: "Journal", root: Root, salvaged: Salvaged, before: Backup) -> None:
    lines = salvaged.lines
    purged = {id_ for line in lines for id_ in line.change.get("purge", ())}
    name = journal.take_new_name({line.computer for line in lines})
    file = file_name(f"{journal.clock.now():%Y-%m}", name)
    edits = [
        Line(name, file, Change(**{**edit, "n": n})) for n, edit in enumerate(salvaged.edits, 1)
    ]
    key = journal.keyring.key(root) if root.is_sealed else None
    form = form_like(journal, root, key)
    mended = sorted_lines(without([*lines, *edits], purged))
    switch_to(journal, form, mended, root, before)


def _reported(made: Made, fates: list[Fate]) -> Repaired:
    repaired = Repaired(made.backup, fates)
    text = "".join(f"{in_words(fate)}\n" for fate in fates)
    path = made.backup.folder / "repair.txt"
    with disk.refusing(path):
        disk.replace(path, text.encode())
    return repaired

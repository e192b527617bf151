"""Going back to a backup: built beside, compared, and only then put in force.

What the journal is before that becomes a backup itself, which the rotation leaves alone: so this
can be taken back by going back to that one. What was purged since stays away.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from journal.errors import Damaged, NoSuchRecord
from journal.paths import typed_path
from journal.store import disk
from journal.store.box import Box
from journal.store.change import Change
from journal.store.files import file_name, paths_in, reading
from journal.store.fold import Fold
from journal.store.kept.backing_up import back_up_alone
from journal.store.kept.backup import RESTORE, Backup, read_backup
from journal.store.kept.backups import all_backups
from journal.store.kept.copying import problems
from journal.store.kept.in_force import (
    Form,
    form_like,
    sealed_box,
    sorted_lines,
    switch_to,
    without,
)
from journal.store.root import Newer, Root, line_folders, read_root
from journal.store.sealed.keyring import OPEN_BOX, Keyring, Unsealed
from journal.store.sealed.switching import Line, lines_of

if TYPE_CHECKING:
    from journal.store.journal import Journal
    from journal.store.sealed.keys import Key

Ask = Callable[[Keyring], None]
"""Asks for what opens a backup under another key than the journal's, and unlocks its keyring."""


class Restored(NamedTuple):
    """A backup that is the journal now.

    records  how many records it shows, those in the trash among them
    before   the backup of what the journal was until now; None where there was none
    """

    records: int
    before: Backup | None


def named_backup(journal: "Journal", name: str) -> Backup:
    """Return the backup called `name`, numbered so, or in that folder; "" is the newest.

    Raises NoSuchRecord.
    """
    folder = typed_path(name)
    if name and (folder / "journal.json").is_file():
        return read_backup(folder.absolute())
    there = all_backups(journal.places)
    wanted = [b for b in there if not name or name in (b.name, str(b.number))]
    if not wanted:
        which = f"No backup is called {name!r}." if name else "There is no backup yet."
        raise NoSuchRecord(which, "`journal backup list` names them.")
    return wanted[-1] if not name else wanted[0]


def opened_backup(
    journal: "Journal", backup: Backup, ask: Ask | None = None
) -> "tuple[Root, Box, Key | None]":
    """Return the root of a backup, and what opens its lines. Raises Locked, Damaged."""
    root = read_root(backup.folder)
    if root is None:
        raise Damaged(f"There is no journal in {backup.folder}.", "Take another backup.")
    if not root.is_sealed:
        return root, OPEN_BOX, None
    key = journal.keyring.at_hand(root)
    if key is None:
        ring = Keyring(journal.places._replace(journal=backup.folder), journal.clock)
        ring.ask = (lambda: ask(ring)) if ask else None
        key = ring.key(root)
    return root, sealed_box(root.id, key), key


def restore(journal: "Journal", backup: Backup, ask: Ask | None = None) -> Restored:
    """Make the journal what it was when `backup` was made; its form and its keys stay as they are.

    Raises Damaged where the backup is not sound, Locked, NotWritten, Busy; the journal is then as
    it was.
    """
    there, box, key = opened_backup(journal, backup, ask)
    wrong = problems(backup, None)
    with journal.alone():
        lines, damaged, _ = lines_of(there.folder, box)
        if wrong or damaged:
            raise Damaged(
                f"The backup {backup.name} is damaged itself ({wrong[0] if wrong else damaged}).",
                "Nothing was changed; take another one.",
            )
        now = root_now(journal)
        form = _form(journal, now, there, key)
        lines = _with_order(journal, now, lines)
        before = _before(journal, now)
        switch_to(journal, form, lines, now, before)
        _bring_back_the_rest(journal, backup)
    return Restored(_count(lines), before)


def root_now(journal: "Journal") -> Root | None:
    """Return what journal.json says, or None where it cannot be read or is gone.

    Raises Damaged for a journal from a newer version, or an open one where a sealed one was known.
    """
    try:
        return journal.keyring.root()
    except (Unsealed, Newer):
        raise
    except Damaged:
        return None


def _form(journal: "Journal", now: Root | None, there: Root, key: "Key | None") -> Form:
    """Return the form of the journal now; where it has none, that of the backup."""
    if now is None:
        return form_like(journal, there, key)
    return form_like(journal, now, journal.keyring.key(now) if now.is_sealed else None)


def _with_order(journal: "Journal", now: Root | None, lines: list[Line]) -> list[Line]:
    """Return the lines without what was purged since, and with the order to do so.

    This computer takes a new name: nobody adds to a file that is another one than before.
    """
    current = lines_of(now.folder, _box_now(journal, now)).lines if now else []
    computers = {line.computer for line in (*lines, *current)}
    name = journal.take_new_name(computers)
    purged = {id_ for line in current for id_ in line.change.get("purge", ())}
    if not purged:
        return lines
    at = journal.clock.now()
    order = Change(
        n=1, t=str(journal.clock.ns()), op="purge", by=journal.session, purge=sorted(purged), set={}
    )
    file = file_name(f"{at:%Y-%m}", name)
    return sorted_lines([*without(lines, purged), Line(name, file, order)])


def _box_now(journal: "Journal", now: Root) -> Box:
    return journal.keyring.reading(now)


def _before(journal: "Journal", now: Root | None) -> Backup | None:
    """Return the backup of what is there before, or None where nothing is."""
    folder = journal.places.journal
    with reading(folder):
        is_empty = now is None and not any(map(paths_in, line_folders(folder)))
    if is_empty:
        return None
    return back_up_alone(journal, now, RESTORE).backup


def _bring_back_the_rest(journal: "Journal", backup: Backup) -> None:
    """Put back prompts and keys that are not there now; those that are stay as they are."""
    for name in backup.files:
        path = journal.places.journal / name
        if name.startswith(("prompts/", "keys/")) and not path.exists():
            with disk.refusing(path):
                disk.make_folder(path.parent)
                disk.replace(path, (backup.folder / name).read_bytes())


def _count(lines: list[Line]) -> int:
    fold = Fold()
    for line in lines:
        fold.add([line.change], line.computer)
    return len(fold.shown)

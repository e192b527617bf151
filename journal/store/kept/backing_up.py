"""Backing up: what of a journal is copied, when, and to where; how is in `copying`."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.errors import Busy, Damaged, JournalError, NothingFound
from journal.paths import Places
from journal.store import disk
from journal.store.box import Box
from journal.store.files import files_under, parse_name, reading
from journal.store.kept.backup import ASKED, DAILY, Backup
from journal.store.kept.backups import (
    backups_in,
    is_due,
    next_number,
    remove,
    remove_open_backups,
    second_folder,
    usual_folder,
)
from journal.store.kept.copying import make
from journal.store.kept.rotating import to_remove
from journal.store.kept.trouble import Trouble, end_trouble, note_trouble
from journal.store.root import OPEN, SEALED, Root, line_folders
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
        made = back_up_alone(journal, root, why)
        if made.trouble is None:
            end_trouble(journal.places.state)
        return made


class Tried(NamedTuple):
    """What came of the day's backup.

    made  the backup, where there was none yet and it could be made
    news  whether it could not be made, and could the last time
    """

    made: Backup | None = None
    news: bool = False


def back_up_if_due(journal: "Session") -> Tried:
    """Make the day's backup where there is none yet.

    A journal that has got another form since counts as a day of its own. What keeps it from being
    made, here or in the second folder, is noted (see `trouble`); it hinders nobody.
    """
    places, today = journal.places, journal.clock.now().date()
    try:
        root = journal.keyring.root()
        if root is None or not is_due(places, root, today):
            return Tried()
        made = back_up(journal, DAILY)
    except Busy:
        return Tried()  # another one is at it
    except (JournalError, OSError) as error:
        if isinstance(error, Damaged) and not isinstance(error.__cause__, OSError):
            return Tried()  # damage says so itself
        return Tried(news=note_trouble(places.state, _trouble(error, today)))
    if made.trouble is None:
        return Tried(made.backup)
    trouble = _trouble(made.trouble, today)._replace(where="in the second folder")
    return Tried(made.backup, note_trouble(places.state, trouble))


def _trouble(error: Exception, today: date) -> Trouble:
    return Trouble(today, str(error).rstrip("."))


def back_up_alone(journal: "Session", root: Root | None, why: str) -> Made:
    """Do so, for who holds the lock.

    root  None where journal.json cannot be read: then all folders of lines are copied
    """
    places = journal.places
    with reading(places.journal):
        sources = dict(_sources(places.journal, root))
    id_ = root.id if root else "unknown"
    here = usual_folder(places)
    now = journal.clock.now()
    with disk.refusing(here):
        number = next_number(places)
    said = Backup(
        here / f"{now.date().isoformat()}-{number}",
        number,
        now.isoformat(timespec="seconds"),
        why,
        journal=id_,
        form=root.form if root else _form_of(sources),
    )
    with disk.refusing(here):
        backup = make(said, sources, _box_at_hand(journal, root))
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
            copied = make(backup._replace(folder=folder / backup.name), sources, None)
            _let_go(folder, backup.journal)
        return Made(backup, copied)
    except JournalError as error:
        return Made(backup, None, error)


# --- what is copied


def _sources(journal: Path, root: Root | None) -> Iterator[tuple[str, Path]]:
    """Yield the files of a journal, by their names in it. Raises OSError."""
    if (journal / "journal.json").is_file():
        yield "journal.json", journal / "journal.json"
    lines = [root.folder] if root else line_folders(journal)
    for folder in (*lines, *(journal / name for name in OURS)):
        for path in files_under(folder):
            if not path.name.startswith("."):
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


def _let_go(folder: Path, journal: str) -> None:
    """Remove what the rotation does without. Raises OSError."""
    for backup in to_remove([each for each in backups_in(folder) if each.journal == journal]):
        remove(backup.folder)

"""journal.json, the root of a journal: its format, its identity, the folder in force."""

import json
import os
from pathlib import Path
from typing import NamedTuple

from journal.errors import Damaged, NotWritten
from journal.store import disk, ids
from journal.store.files import parse_name

FORMAT = 1
"""The newest format that this version reads and the one that it writes."""

FOLDER = "lines-1"


class Root(NamedTuple):
    """What journal.json says.

    id      the journal's own id, random
    form    "open": lines that anybody can read
    folder  the folder of line files in force, beside journal.json
    """

    id: str
    form: str
    folder: Path


def stamp(journal: Path) -> tuple[int, int, int] | None:
    """Return what changes whenever journal.json does; None when it cannot be seen."""
    try:
        found = os.stat(journal / "journal.json")  # noqa: PTH116 - much quicker
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def read_root(journal: Path) -> Root | None:
    """Return the root of the journal kept in the folder `journal`, or None if there is none yet.

    Raises Damaged when it cannot be read, is missing beside files of lines, or belongs to a
    newer version. Nothing is changed in any of these cases.
    """
    path = journal / "journal.json"
    try:
        fields = json.loads(path.read_bytes())
        found = int(fields["format"]), str(fields["id"]), str(fields["form"]), str(fields["folder"])
    except FileNotFoundError:
        _refuse_orphans(journal)
        return None
    except PermissionError as error:
        raise Damaged(f"No permission to read {path}", "Make it readable for you.") from error
    except (OSError, ValueError, ArithmeticError, LookupError, TypeError, RecursionError) as error:
        raise Damaged(
            f"{path} cannot be read.",
            "Put it back from a copy (a backup, the other computer); the notes are beside it.",
        ) from error
    return _supported(journal, *found)


def _supported(journal: Path, format_: int, id_: str, form: str, folder: str) -> Root:
    if format_ > FORMAT:
        raise Damaged(
            f"A newer version wrote this journal (format {format_}; known here: {FORMAT}).",
            "Install the newest version; nothing was changed.",
        )
    if format_ < 1 or form != "open" or not _is_lines(folder):
        raise Damaged(
            f"{journal / 'journal.json'} says something that this version does not know.",
            "Install the newest version; nothing was changed.",
        )
    return Root(id_, form, journal / folder)


def _is_lines(folder: str) -> bool:
    """Tell whether `folder` is the name of a folder of lines: "lines-" and a number."""
    number = folder.removeprefix("lines-")
    return number != folder and number.isdecimal() and number.isascii() and len(number) < 10


def _refuse_orphans(journal: Path) -> None:
    orphan = next((path for path in sorted(journal.glob("lines-*")) if _has_lines(path)), None)
    if orphan is not None:
        raise Damaged(
            f"{journal / 'journal.json'} is missing, but there are notes in {orphan.name}.",
            "Put it back from a copy (a backup, the other computer). If there is none, write it "
            f'anew: {{"format": {FORMAT}, "id": "{ids.new_id()}", "form": "open", '
            f'"folder": "{orphan.name}"}}',
        )


def _has_lines(folder: Path) -> bool:
    """Tell whether there are files of lines in `folder`, or may be where nobody can look."""
    try:
        return any(parse_name(path.name) for path in folder.iterdir())
    except NotADirectoryError:
        return False
    except OSError:
        return True


def make_root(journal: Path) -> Root:
    """Begin a journal in the folder `journal` and return its root. Raises NotWritten."""
    root = Root(ids.new_id(), "open", journal / FOLDER)
    fields = {"format": FORMAT, "id": root.id, "form": root.form, "folder": FOLDER}
    with disk.refusing(journal):
        if journal.exists() and not journal.is_dir():
            raise NotWritten(f"{journal} is a file, not a folder.", "Move it out of the way.")
        disk.make_folder(root.folder)
        disk.replace(journal / "journal.json", json.dumps(fields, indent=2).encode() + b"\n")
    return root

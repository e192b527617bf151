"""journal.json, the root of a journal: its format, its identity, the folder in force."""

import json
import os
from binascii import a2b_base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from journal.errors import Damaged, NotWritten
from journal.store import disk, ids
from journal.store.files import parse_name, paths_in, reading

FORMAT = 1
"""The newest format that this version reads and the one that it writes."""

FOLDER = "lines-1"


OPEN, SEALED = "open", "sealed"


class Newer(Damaged):
    """A newer version wrote the journal."""


class Root(NamedTuple):
    """What journal.json says.

    id      the journal's own id, random
    form    "open": lines that anybody can read; "sealed": lines that a key opens
    folder  the folder of line files in force, beside journal.json
    fields  all of it
    """

    id: str
    form: str
    folder: Path
    fields: Mapping[str, Any] = {}

    @property
    def is_sealed(self) -> bool:
        """Whether its lines need a key."""
        return self.form == SEALED

    @property
    def public(self) -> bytes:
        """The public key of a sealed journal, or of the last sealed form of an open one."""
        fields = self.fields if self.is_sealed else self.fields.get("before", {})
        return a2b_base64(str(fields.get("public", "")))

    @property
    def slots(self) -> list[dict[str, Any]]:
        """What opens a sealed journal, or the last sealed form of an open one; else nothing."""
        fields = self.fields if self.is_sealed else self.fields.get("before", {})
        found: list[dict[str, Any]] = fields.get("slots", [])
        return found

    @property
    def number(self) -> int:
        """The number of the folder in force: it grows."""
        return folder_number(self.folder.name)


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
        return _supported(journal, fields)
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


def _supported(journal: Path, fields: Mapping[str, Any]) -> Root:
    format_, form, folder = int(fields["format"]), str(fields["form"]), str(fields["folder"])
    if format_ > FORMAT:
        raise Newer(
            f"A newer version wrote this journal (format {format_}; known here: {FORMAT}).",
            "Install the newest version; nothing was changed.",
        )
    if format_ < 1 or form not in (OPEN, SEALED) or not folder_number(folder):
        raise Damaged(
            f"{journal / 'journal.json'} says something that this version does not know.",
            "Install the newest version; nothing was changed.",
        )
    sealed = fields if form == SEALED else fields.get("before")
    if form == SEALED and fields.get("sum") != sum_of(fields):
        raise Damaged(
            f"The keys in {journal / 'journal.json'} are damaged; no passphrase opens them so.",
            "Put the file back from a copy (a backup, the other computer).",
        )
    if sealed is not None:
        _hold_to_shape(str(fields["id"]), sealed)
    return Root(str(fields["id"]), form, journal / folder, fields)


def _hold_to_shape(id_: str, sealed: Mapping[str, Any]) -> None:
    """Raise ValueError or TypeError where what is said of a sealed form cannot be so."""
    slots, public = sealed["slots"], a2b_base64(sealed["public"], strict_mode=True)
    if not ids.is_plain(id_) or len(public) != 32 or type(slots) is not list:
        raise ValueError("what opens it is not said")
    if not all(type(slot) is dict and type(slot.get("kind")) is str for slot in slots):
        raise ValueError("what opens it is not said")


def canonical(value: object) -> bytes:
    """Return the one spelling of a JSON value that sums and seals are made of."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def sum_of(fields: Mapping[str, Any]) -> str:
    """Return the CRC-32 of all that a sealed journal's root says: damage is no wrong passphrase."""
    rest = {name: value for name, value in fields.items() if name != "sum"}
    return f"{crc32(canonical(rest)):08x}"


def folder_number(name: str) -> int:
    """Return the number in the name of a folder of lines, such as "lines-1"; 0 if it is none."""
    number = name.removeprefix("lines-")
    is_one = number != name and number.isdecimal() and number.isascii() and len(number) < 10
    return int(number) if is_one else 0


def line_folders(journal: Path) -> list[Path]:
    """Return all folders of lines of a journal, the oldest first. Raises OSError."""
    found = [path for path in paths_in(journal) if folder_number(path.name) and path.is_dir()]
    return sorted(found, key=lambda path: folder_number(path.name))


def _refuse_orphans(journal: Path) -> None:
    with reading(journal):
        there = [path for path in paths_in(journal) if path.name.startswith("lines-")]
    orphan = next((path for path in there if _has_lines(path)), None)
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
    """Begin an open journal in the folder `journal` and return its root. Raises NotWritten."""
    fields = {"format": FORMAT, "id": ids.new_id(), "form": OPEN, "folder": FOLDER}
    with disk.refusing(journal):
        if journal.exists() and not journal.is_dir():
            raise NotWritten(f"{journal} is a file, not a folder.", "Move it out of the way.")
        disk.make_folder(journal / FOLDER)
        return write_root(journal, fields)


def write_root(journal: Path, fields: Mapping[str, Any]) -> Root:
    """Put `fields` in the place of what journal.json says, and return that. Raises OSError."""
    if fields["form"] == SEALED:
        fields = {**fields, "sum": sum_of(fields)}
    disk.replace(journal / "journal.json", json.dumps(fields, indent=2).encode() + b"\n")
    return _supported(journal, fields)

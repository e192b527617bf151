"""state/building.json: which folder of lines is being built, and which one goes after it.

It is there from before the first file is built until all is cleared away, so that whoever starts
next can finish what was interrupted, without a key.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from journal.store import disk
from journal.store.files import listed

NAME = "building.json"


class Building(NamedTuple):
    """What is being built.

    folder    the folder of lines that is
    replaces  the one that goes once the new one is in force, if any does
    sums      the files that one held, by name, with the SHA-256 of what was read: it goes by itself
              only if it holds no more
    """

    folder: Path
    replaces: Path | None = None
    sums: Mapping[str, str] = {}

    def done_with(self, force: Path) -> Path | None:
        """Return the folder that may go without a look at its lines, if any.

        force  the folder in force now
        Raises OSError.
        """
        if force != self.folder:
            return self.folder  # it was never finished
        if self.replaces is None or self.replaces == force:
            return None
        return self.replaces if _holds_no_more(self.replaces, self.sums) else None


def sum_of(data: bytes) -> str:
    """Return what tells whether a file is still what was read."""
    return sha256(data).hexdigest()


def _holds_no_more(folder: Path, sums: Mapping[str, str]) -> bool:
    """Tell whether each file of lines that is there (some may be gone) is as `sums` say."""
    names = [file.name for file in listed(folder)]
    return all(sums.get(name) == sum_of((folder / name).read_bytes()) for name in names)


def begin_building(state: Path, what: Building) -> None:
    """Remember what is being built, and make its folder. Raises OSError."""
    said = {
        "folder": str(what.folder),
        "replaces": str(what.replaces) if what.replaces else "",
        "sums": what.sums,
    }
    disk.make_folder(state)
    disk.replace(state / NAME, json.dumps(said).encode())
    disk.make_folder(what.folder)


def building(state: Path) -> Building | None:
    """Return what was being built, if that was not finished. Raises OSError if nobody can tell."""
    with suppress(FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        said = json.loads((state / NAME).read_bytes())
        folder, replaces = said["folder"], said["replaces"]
        sums = {str(name): str(each) for name, each in (said.get("sums") or {}).items()}
        return Building(Path(folder), Path(replaces) if replaces else None, sums)
    return None


def end_building(state: Path) -> None:
    """Forget it: all is in its place."""
    (state / NAME).unlink(missing_ok=True)

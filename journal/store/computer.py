"""The name of this computer in the journal: whose files it may write.

Each computer writes only its own files. In doubt it takes a new name, hence a new file, so that
nothing is ever appended to a file that somebody else may have changed.
"""

import json
import os
from collections.abc import Callable, Collection
from pathlib import Path

from journal.store import disk, ids


class Computer:
    """The names that this computer has had, newest last, kept in the folder `state`.

    Other processes may take a new name at any time: what is written down is looked at again
    whenever it has changed.
    """

    def __init__(self, state: Path) -> None:
        self._path = state / f"computer-{_host()}.json"
        self._names: list[str] = []
        self._unwritten: list[str] = []
        self._stamp: tuple[int, int] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names so far; the last one is in use. None before the first save."""
        try:
            found = os.stat(self._path)  # noqa: PTH116 - much quicker
        except OSError:
            return (*self._names, *self._unwritten)
        stamp = found.st_ino, found.st_mtime_ns
        if stamp != self._stamp:
            self._names, self._stamp = self._read(), stamp
        return (*self._names, *self._unwritten)

    def name(self, taken: Callable[[], Collection[str]]) -> str:
        """Return the name in use; the first time a new one that is not `taken`."""
        names = self.names
        return names[-1] if names else self.rename(taken())

    def rename(self, taken: Collection[str]) -> str:
        """Take a new name, which holds from now on even if it cannot be written down.

        Only to be called by who holds the journal's lock. Raises NotWritten.
        """
        names = self.names
        name = ids.new_name({*taken, *names})
        self._unwritten.append(name)
        text = json.dumps({"names": [*names, name]})
        with disk.refusing(self._path):
            disk.make_folder(self._path.parent)
            disk.replace(self._path, text.encode())
        self._names = [*names, name]
        self._unwritten.clear()
        return name

    def _read(self) -> list[str]:
        """Return the names written down; what is not understood counts as none (hence a new one).

        Where the system refuses to read them, they are still those that were known.
        """
        try:
            names = json.loads(self._path.read_bytes())["names"]
            return [name for name in names if ids.is_name(name)]
        except OSError:
            return self._names
        except (ValueError, KeyError, TypeError, RecursionError):
            return []


def _host() -> str:
    """Return the host's name as part of a file's name."""
    host = os.environ.get("COMPUTERNAME", "") if os.name == "nt" else os.uname().nodename
    return "".join(letter if letter.isalnum() else "-" for letter in host) or "unnamed"

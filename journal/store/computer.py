"""The name of this computer in the journal: whose files it may write.

Each computer writes only its own files. In doubt it takes a new name, hence a new file, so that
nothing is ever appended to a file that somebody else may have changed.
"""

import json
import os
from collections.abc import Collection
from pathlib import Path

from journal.store import disk, ids


class Computer:
    """The names that this computer has had, newest last, kept in the folder `state`."""

    def __init__(self, state: Path) -> None:
        self._path = state / f"computer-{_host()}.json"
        self._names: list[str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names so far; the last one is in use. None before the first save."""
        if self._names is None:
            self._names = self._read()
        return tuple(self._names)

    def name(self, taken: Collection[str]) -> str:
        """Return the name in use; the first time a new one that is not among `taken`."""
        return self.names[-1] if self.names else self.rename(taken)

    def rename(self, taken: Collection[str]) -> str:
        """Take a new name, which holds from now on even if it cannot be written down."""
        name = ids.new_name({*taken, *self.names})
        self._names = [*self.names, name]
        text = json.dumps({"names": self._names})
        with disk.refusing(self._path):
            disk.make_folder(self._path.parent)
            disk.replace(self._path, text.encode())
        return name

    def _read(self) -> list[str]:
        """Return the names written down; what cannot be read counts as none (hence a new one)."""
        try:
            names = json.loads(self._path.read_bytes())["names"]
        except (OSError, ValueError, KeyError, TypeError):
            return []
        return [name for name in names if isinstance(name, str)]


def _host() -> str:
    """Return the host's name as part of a file's name."""
    host = os.environ.get("COMPUTERNAME", "") if os.name == "nt" else os.uname().nodename
    return "".join(letter if letter.isalnum() else "-" for letter in host) or "unnamed"

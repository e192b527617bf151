"""Drafts: what was being written, so that nothing typed is lost with its window.

Each session has one file, atomically replaced, and a lock file beside it that it holds as long as
it lives. A draft whose lock nobody holds was left behind, and is offered at the next start.
"""

import contextlib
import json
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from journal.store import disk
from journal.store.lock import Lock


class Draft(NamedTuple):
    """Text that was not kept yet.

    session  the window or shell that it was written in
    place    where it was being written, for example "today"
    text     the text
    more     what else belongs to it (a sign, a record's id), as JSON values
    """

    session: str
    place: str
    text: str
    more: dict[str, Any]


class Drafts:
    """The drafts of one session, and those that others left behind."""

    def __init__(self, folder: Path, session: str) -> None:
        self._folder = folder
        self._session = session
        self._held = contextlib.ExitStack()
        self._holding = False
        self._one_at_a_time = threading.Lock()
        self._places: dict[str, Draft] = {}

    def keep(self, place: str, text: str, **more: Any) -> None:
        """Write down the text at `place` instead of what it was; empty text: forget it.

        Raises NotWritten.
        """
        with self._one_at_a_time:
            if text:
                self._places[place] = Draft(self._session, place, text, more)
            else:
                self._places.pop(place, None)
            self._write()

    def left_behind(self) -> list[Draft]:
        """Return the drafts of sessions that no longer live; those that can be read."""
        drafts = []
        for path in sorted(self._folder.glob("*.json")):
            if path.stem != self._session and Lock(path.with_suffix(".lock")).is_free():
                drafts.extend(_read(path))
        return drafts

    def drop(self, session: str, place: str = "") -> None:
        """Forget what a session left behind, once its text is kept or refused by the learner.

        place  only what was written there; what was written elsewhere is still offered
        Raises NotWritten.
        """
        path = self._folder / f"{session}.json"
        rest = [draft for draft in _read(path) if place and draft.place != place]
        with disk.refusing(path):
            if rest:
                disk.replace(path, _encoded(rest))
                return
            path.unlink(missing_ok=True)
            path.with_suffix(".lock").unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the lock; what was not forgotten is then left behind."""
        self._held.close()
        held, self._holding = self._holding, False
        if held and not self._places:
            self.drop(self._session)

    def _write(self) -> None:
        path = self._folder / f"{self._session}.json"
        with disk.refusing(path):
            if not self._places:
                path.unlink(missing_ok=True)
                return
            disk.make_folder(self._folder)
            self._hold()
            disk.replace(path, _encoded(self._places.values()))

    def _hold(self) -> None:
        if not self._holding:
            lock = self._folder / f"{self._session}.lock"
            self._held.enter_context(Lock(lock).held())
            self._holding = True


def _encoded(drafts: Iterable[Draft]) -> bytes:
    text = json.dumps([draft._asdict() for draft in drafts], ensure_ascii=False)
    return text.encode(errors="backslashreplace")


def _read(path: Path) -> list[Draft]:
    """Return the drafts in a file; one that cannot be read stays where it is and offers none."""
    try:
        return [
            Draft(path.stem, str(d["place"]), str(d["text"]), dict(d["more"]))
            for d in json.loads(path.read_bytes())
        ]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []

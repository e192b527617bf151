"""Drafts: what was being written, so that nothing typed is lost with its window.

Each session has one file, atomically replaced, and a lock file beside it that it holds as long as
it lives. A draft whose lock nobody holds was left behind, and is offered at the next start.

Where the journal is sealed, drafts are sealed too, to its public key: so they can be written down
while it is locked, and read when it is not. Where it is not decided yet whether the journal gets a
passphrase, they are kept in memory only.
"""

import contextlib
import json
import threading
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from journal.store import disk
from journal.store.files import paths_in
from journal.store.ids import new_id
from journal.store.lock import Lock
from journal.store.sealed.keyring import Keyring, locked


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

    def __init__(
        self,
        folder: Path,
        session: str,
        keyring: Keyring | None = None,
        waits: Callable[[], bool] = lambda: False,
    ) -> None:
        self._folder = folder
        self._session = session
        self._keyring = keyring
        self._waits = waits
        self._held = contextlib.ExitStack()
        self._holding = False
        self._one_at_a_time = threading.Lock()
        self._places: dict[str, Draft] = {}
        self._is_forgotten = False

    def beside(self) -> "Drafts":
        """Return those of a session of its own, as of another window: for while it is locked."""
        return Drafts(self._folder, new_id(), self._keyring, self._waits)

    def keep(self, place: str, text: str, **more: Any) -> None:
        """Write down the text at `place` instead of what it was; empty text: forget it.

        Raises NotWritten, or Locked where others were written down before the journal was locked.
        """
        with self._one_at_a_time:
            self._remember()
            if text:
                self._places[place] = Draft(self._session, place, text, more)
            else:
                self._places.pop(place, None)
            self._write()

    def mine(self, place: str) -> Draft | None:
        """Return what this session has written down at `place`, if anything. Raises Locked."""
        with self._one_at_a_time:
            self._remember()
            return self._places.get(place)

    def left_behind(self) -> list[Draft]:
        """Return the drafts of sessions that no longer live; those that can be read."""
        with contextlib.suppress(OSError):
            self._clear_half_written()
        drafts = []
        for path in sorted(self._folder.glob("*.json")):
            if self._is_left(path.stem):
                drafts.extend(self._read(path))
        return drafts

    def drop(self, session: str, place: str = "") -> None:
        """Forget what a session left behind, once its text is kept or refused by the learner.

        place  only what was written there; what was written elsewhere is still offered
        Raises NotWritten, or Locked where it cannot be seen what else was written.
        """
        path = self._folder / f"{session}.json"
        found = self._read(path)
        if place and not found and _is_sealed(path):
            raise locked()
        rest = [draft for draft in found if place and draft.place != place]
        with disk.refusing(path):
            if rest:
                disk.replace(path, self._encoded(rest, session))
                return
            path.unlink(missing_ok=True)
            path.with_suffix(".lock").unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the lock; what was not forgotten is then left behind."""
        self._held.close()
        held, self._holding = self._holding, False
        if held and not self._places and not self._is_forgotten:
            self.drop(self._session)

    def lock(self) -> None:
        """Forget the texts, which are on the disk; they come back when they are needed."""
        with self._one_at_a_time:
            self._is_forgotten = self._is_forgotten or bool(self._places)
            self._places.clear()

    def write_anew(self, *, sealed: bool) -> None:
        """Write all drafts as the journal's form wants them. Raises NotWritten.

        sealed  what it wants: those that are open are sealed, or the other way round
        """
        with disk.refusing(self._folder):
            self._clear_half_written()
            there = [path for path in paths_in(self._folder) if path.suffix == ".json"]
        for path in there:
            if _is_sealed(path) != sealed and (drafts := self._read(path)):
                with disk.refusing(path):
                    disk.replace(path, self._encoded(drafts, path.stem, sealed=sealed))

    def _is_left(self, session: str) -> bool:
        """Tell whether another session no longer lives."""
        return session != self._session and Lock(self._folder / f"{session}.lock").is_free()

    def _clear_half_written(self) -> None:
        """Remove what sessions that were killed while they wrote have left. Raises OSError."""
        for path in disk.half_written(self._folder):
            session = path.name.removeprefix(".").partition(".")[0]
            if self._is_left(session):
                path.unlink(missing_ok=True)
                if not (self._folder / f"{session}.json").exists():
                    (self._folder / f"{session}.lock").unlink(missing_ok=True)

    def _remember(self) -> None:
        if self._is_forgotten:
            path = self._folder / f"{self._session}.json"
            found = self._read(path)
            if not found and path.exists():
                raise locked()
            self._places.update({draft.place: draft for draft in found})
            self._is_forgotten = False

    def _write(self) -> None:
        if self._waits():
            return
        path = self._folder / f"{self._session}.json"
        with disk.refusing(path):
            if not self._places:
                path.unlink(missing_ok=True)
                return
            disk.make_folder(self._folder)
            self._hold()
            disk.replace(path, self._encoded(self._places.values(), self._session))

    def _hold(self) -> None:
        if not self._holding:
            lock = self._folder / f"{self._session}.lock"
            self._held.enter_context(Lock(lock).held())
            self._holding = True

    def _encoded(
        self, drafts: Iterable[Draft], session: str, *, sealed: bool | None = None
    ) -> bytes:
        """Return what a file says: the drafts, or a letter to the journal's key that says them."""
        root = self._keyring.root() if self._keyring else None
        said = [draft._asdict() for draft in drafts]
        if root is None or not (root.is_sealed if sealed is None else sealed):
            return _json(said)
        from journal.store.sealed.keys import letter

        told = {"journal": root.id, "session": session, "drafts": said}
        sealed_up = letter(_json(told), root.public)
        return _json({"sealed": b2a_base64(sealed_up, newline=False).decode()})

    def _read(self, path: Path) -> list[Draft]:
        """Return the drafts in a file; one that cannot be read stays as it is and offers none."""
        try:
            said = json.loads(path.read_bytes())
            found = self._unsealed(said["sealed"], path.stem) if type(said) is dict else said
            return [
                Draft(path.stem, str(d["place"]), str(d["text"]), dict(d["more"])) for d in found
            ]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return []

    def _unsealed(self, sealed: str, session: str) -> Any:
        """Return the drafts in a letter; none while the journal is locked. Raises ValueError."""
        root = self._keyring.root() if self._keyring else None
        if self._keyring is None or root is None or not root.is_sealed:
            return []
        if (key := self._keyring.at_hand(root)) is None:
            return []
        told = json.loads(key.open_letter(a2b_base64(sealed)))
        is_ours = told["journal"] == root.id and told["session"] == session
        return told["drafts"] if is_ours else []


def _is_sealed(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.read_bytes().startswith(b'{"sealed":')
    return False


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace")

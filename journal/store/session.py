"""What one window, or one command of the shell, holds of a journal: its key, what was read."""

import contextlib
import threading
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.clock import Clock
from journal.errors import Busy, JournalError, Locked, NotWritten
from journal.paths import Places
from journal.store import ids
from journal.store.change import Doc
from journal.store.drafts import Drafts
from journal.store.sealed.keyring import Keyring
from journal.store.writer import Saved, Writer

if TYPE_CHECKING:  # loaded when something is read, or for sealed journals; see below
    from journal.store.looking import Looking
    from journal.store.reader import Reader
    from journal.store.root import Root
    from journal.store.sealed.keys import Key


class Session:
    """The part of an open journal that is not about records: locking, writing, watching.

    places   where the journal is
    session  what marks the changes that are made here
    keyring  the key of a sealed journal; `keyring.ask` is how somebody is asked for it
    drafts   what is being written here
    before_first  is called before the first line of a new journal reaches the disk; it may wait
             for an answer, lock the journal with a passphrase, or raise a JournalError
    """

    def __init__(self, places: Places, clock: Clock) -> None:
        self.places = places
        self.clock = clock
        self.session = ids.new_id()
        self.keyring = Keyring(places, clock)
        self.before_first: Callable[[], None] | None = None
        self.drafts = Drafts(
            places.drafts, self.session, self.keyring, waits=lambda: self.is_undecided
        )
        self._guard = threading.RLock()
        self._writer = Writer(places, self.keyring, clock, self.session)
        self._read: Looking | None = None
        self._subscribers: list[Callable[[set[str]], None]] = []

    # --- locking

    @property
    def is_sealed(self) -> bool:
        """Whether the journal needs a key; it may be at hand."""
        root = self.keyring.root()
        return root is not None and root.is_sealed

    @property
    def is_undecided(self) -> bool:
        """Whether the journal is new, and `before_first` is to be called: nothing is written yet.

        Drafts are in memory only as long as that is so. Raises Damaged.
        """
        return self.before_first is not None and self.keyring.root() is None

    @property
    def locked(self) -> bool:
        """Whether the journal needs a key that is not at hand."""
        root = self.keyring.root()
        return root is not None and root.is_sealed and self.keyring.at_hand(root) is None

    def unlock(self, typed: str) -> None:
        """Open a sealed journal with its passphrase or its recovery key.

        This takes about half a second and 256 MiB. Raises Locked where it does not open, Damaged.
        """
        self.keyring.unlock(typed)
        self._writer.forget()

    def unlock_with(self, key_file: Path) -> None:
        """Open a sealed journal with its key file. Raises Locked, Damaged."""
        self.keyring.unlock_with(key_file)
        self._writer.forget()

    def lock(self) -> bool:
        """Remember what was seen, then forget the key and all that was read, drafts included.

        What is being written should be kept as a draft before. Returns whether the key was at
        hand; an open journal stays as it is.
        """
        if not self.is_sealed:
            return False
        with contextlib.suppress(NotWritten, Busy):
            self.remember()
        with self._guard:
            was_at_hand = self.keyring.forget()
            touched = self.forget()
            self.drafts.lock()
        self._tell(touched)
        return was_at_hand

    def remember(self) -> None:
        """Remember what was seen of a sealed journal, to notice what is taken away from it.

        Raises NotWritten.
        """
        sealed = self._sealed_reading()
        if sealed is not None:
            from journal.store.sealed.seen import remember

            with self._guard:
                remember(self.places, *sealed)

    # --- files

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other writers of this computer out while files are rewritten.

        Raises Busy, NotWritten.
        """
        with self._guard, self._writer.alone():
            yield

    def take_new_name(self, taken: Collection[str]) -> str:
        """Have this computer write under a new name, none of `taken`; for who holds the lock."""
        return self._writer.computer.rename(taken)

    @property
    def has_looked(self) -> bool:
        """Whether anything was read here."""
        return self._read is not None

    def forget(self) -> set[str]:
        """Forget all that was read, and how the files are; return the ids of the records."""
        with self._guard:
            self._writer.forget()
            return self._read.forget() if self._read else set()

    def write(self, op: str, docs: dict[str, Doc], month: str = "", **marks: Any) -> Saved:
        """Save a change as it stands in a line, and tell the subscribers; see `Writer.save`."""
        saved, touched = self._write(op, docs, month, **marks)
        self._tell(touched)
        return saved

    # --- watching

    def subscribe(self, hear: Callable[[set[str]], None]) -> None:
        """Have `hear` called with the ids of records that changed, in the thread that noticed."""
        self._subscribers.append(hear)

    def close(self) -> None:
        """Let go of what the session holds, and remember what was seen of a sealed journal."""
        with contextlib.suppress(JournalError):  # the next session will see it, too
            self.remember()
        self.drafts.close()

    # --- for those who read and save records

    def _write(
        self, op: str, docs: dict[str, Doc], month: str = "", **marks: Any
    ) -> tuple[Saved, set[str]]:
        """Save a change; return it and the ids of all records that have changed meanwhile."""
        if self.before_first is not None and self.is_undecided:
            self.before_first()  # not under the guard: it waits for a person
        with self._guard:
            try:
                saved = self._writer.save(op, docs, month, **marks)
            except Locked:
                self._open_up()
                saved = self._writer.save(op, docs, month, **marks)
            others = self._read.take(saved) if self._read else ()
        return saved, {*docs, *others}

    def _open_up(self) -> None:
        """See to it that the key is at hand for saving. Raises Locked."""
        root = self.keyring.root()
        if root is not None and root.is_sealed:
            self.keyring.key(root)
        self._writer.forget()

    def _looking(self) -> "Looking":
        """Return the reading side; `journal add` never needs it, nor pays for loading it."""
        with self._guard:
            if self._read is None:
                from journal.store.looking import Looking

                self._read = Looking(self.places.journal, self.keyring, self._guard)
            return self._read

    def _sealed_reading(self) -> "tuple[Root, Reader | None, Key] | None":
        """Return the root of a sealed journal, what was read of it, and its key if at hand."""
        root = self.keyring.root()
        key = self.keyring.at_hand(root) if root is not None and root.is_sealed else None
        if root is None or key is None:
            return None
        reader = self._read.reader if self._read else None
        is_of_now = reader is not None and reader.folder == root.folder
        return root, reader if is_of_now else None, key

    def _tell(self, touched: set[str]) -> None:
        for hear in self._subscribers if touched else ():
            hear(touched)

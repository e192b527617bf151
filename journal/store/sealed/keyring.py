"""The keyring: what the journal is just now, and which box opens its lines.

For an open journal that is all it does. For a sealed one it looks for the key: in this process,
then where `journal unlock` keeps one, then it asks whoever can be asked.
"""

from binascii import a2b_base64
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.clock import Clock
from journal.errors import Damaged, Locked
from journal.paths import Places
from journal.store.box import Box, OpenBox
from journal.store.root import Newer, Root, canonical, read_root, stamp

if TYPE_CHECKING:  # loaded for sealed journals only
    from journal.store.sealed.keys import Key

OPEN_BOX = OpenBox()


class Unsealed(Damaged):
    """The journal is open, or gone, where this computer knew a sealed one."""


class Keyring:
    """The key of the journal at `places`, if it has one and it is at hand.

    ask  asks for what opens the journal and calls `unlock`; None where nobody can be asked
    """

    def __init__(self, places: Places, clock: Clock) -> None:
        self.ask: Callable[[], None] | None = None
        self._places = places
        self._clock = clock
        self._key: Key | None = None
        self._root: Root | None = None
        self._stamp: tuple[int, int, int] | None = None

    # --- the root

    def root(self) -> Root | None:
        """Return what journal.json says now, or None while there is no journal.

        Raises Damaged; also for an open or missing journal where this computer knew a sealed one.
        """
        found = stamp(self._places.journal)
        if found is None or found != self._stamp:
            root = self._read()
            if root is None or not root.is_sealed:
                self._refuse_unsealed(root)
            self._root, self._stamp = root, found
        return self._root

    @property
    def stamp(self) -> tuple[int, int, int] | None:
        """What journal.json looked like when `root` read it."""
        return self._stamp

    def _read(self) -> Root | None:
        try:
            return read_root(self._places.journal)
        except Damaged as error:
            from journal.store.kept.backups import newest_backup

            newest = newest_backup(self._places)
            if newest is None or isinstance(error, Newer):
                raise
            raise Damaged(error.message, f"{error.hint} The newest backup is {newest}.") from error

    def _refuse_unsealed(self, root: Root | None) -> None:
        if not (self._places.state / "seen.json").exists():
            return
        from journal.store.sealed.seen import knew_sealed

        if knew_sealed(self._places, root):
            found = "it is open" if root else "there is none"
            raise Unsealed(
                "The journal was locked with a passphrase when this computer saw it last; "
                f"now {found}.",
                "If you did that on another computer, `journal decrypt` here says so. If not, "
                "somebody has put it there: nothing was read or written.",
            )

    # --- boxes

    def reading(self, root: Root) -> Box:
        """Return what opens the lines. Raises Locked, and Damaged where the root was altered."""
        return self._sealed_box(root, self.key(root)) if root.is_sealed else OPEN_BOX

    def saving(self, root: Root) -> Box:
        """Return what makes lines: while locked, one that can only add. Raises Damaged."""
        if not root.is_sealed:
            return OPEN_BOX
        key = self.at_hand(root)
        if key is not None:
            return self._sealed_box(root, key)
        from journal.store.sealed.box import LockedBox
        from journal.store.sealed.seen import knew_sealed

        known = knew_sealed(self._places, root)
        if known and known.get("public") != str(root.fields["public"]):
            raise self._altered()
        return LockedBox(root.id, root.public)

    def _sealed_box(self, root: Root, key: "Key") -> Box:
        from journal.store.sealed.box import SealedBox

        return SealedBox(root.id, key)

    # --- the key

    def key(self, root: Root) -> "Key":
        """Return the key of a sealed journal; ask for it if it is not at hand. Raises Locked."""
        key = self.at_hand(root)
        if key is None and self.ask is not None:
            self.ask()
            key = self.at_hand(root)
        if key is None:
            raise locked()
        return key

    def at_hand(self, root: Root) -> "Key | None":
        """Return the key of a sealed journal if it is in this process, or was kept for a while."""
        if self._key is None:
            from journal.store.sealed import runtime_key

            packed = runtime_key.find(root.id, self._clock.ns())
            if packed is None:
                return None
            from journal.store.sealed.keys import Key

            self._key = Key(packed)
        return self._key if self._fits(root, self._key) else None

    def former(self, root: Root) -> "Key | None":
        """Return the key that an open journal had before it was opened, if it is at hand."""
        return self._key if self._key is not None and self._key.public == root.public else None

    def hold(self, key: "Key | None") -> None:
        """Have `key` at hand in this process from now on, or none."""
        self._key = key

    def unlock(self, typed: str) -> None:
        """Open with a passphrase or a recovery key. Raises Locked, Damaged.

        Where the journal is open by now, that opens what is left of its sealed form.
        """
        self._unlock(lambda slots, id_, fields: slots.opened_by_text(id_, fields, typed))

    def unlock_with(self, key_file: Path) -> None:
        """Open with a key file. Raises Locked, Damaged."""
        self._unlock(lambda slots, id_, fields: slots.opened_by_file(id_, fields, key_file))

    def keep(self, seconds: float) -> bool:
        """Keep the key at hand for later commands; return False where there is no place for it."""
        root = self.root()
        if root is None or not root.is_sealed:
            return False
        from journal.store.sealed import runtime_key

        until = self._clock.ns() + int(seconds * 1e9)
        return runtime_key.keep(root.id, self.key(root).packed(), until, seconds)

    def forget(self) -> bool:
        """Forget the key, here and where it was kept; return whether it was at hand."""
        root, held, self._key = self.root(), self._key, None
        if root is None:
            return False
        from journal.store.sealed import runtime_key

        return runtime_key.forget(root.id) or held is not None

    def _unlock(self, opened: "Callable[..., Key]") -> None:
        root = self.root()
        if root is None or not root.slots:
            return
        from journal.store.sealed import slots

        try:
            key = opened(slots, root.id, root.slots)
        except MemoryError as error:
            raise Locked(
                "There is not enough free memory.", "Close something, then try."
            ) from error
        except (TypeError, LookupError) as error:
            raise self._altered() from error
        if root.is_sealed and not self._fits(root, key):
            raise self._altered()
        self._key = key

    def _fits(self, root: Root, key: "Key") -> bool:
        """Tell whether `key` is this journal's. Raises Damaged where others altered the root."""
        if key.public != root.public:
            return False
        try:
            key.open(a2b_base64(root.fields["seal"]), root_about(root.fields))
        except (ValueError, TypeError, KeyError) as error:
            raise self._altered() from error
        return True

    def _altered(self) -> Damaged:
        from journal.store.kept.backups import backup_hint

        return Damaged(
            "journal.json was altered by something that does not have the key.",
            backup_hint(self._places),
        )


def root_about(fields: Mapping[str, Any]) -> bytes:
    """Return what the seal of a sealed journal's root is bound to: all else that it says."""
    rest = {name: value for name, value in fields.items() if name not in ("seal", "sum")}
    return b"journal 1 root " + canonical(rest)


def locked() -> Locked:
    """Return what is said where something needs the key and nobody can be asked."""
    return Locked(
        "The journal is locked.",
        "`journal unlock` keeps it open for a while; scripts give --passphrase-fd.",
    )

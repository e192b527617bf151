"""Locking a journal with a passphrase, opening it for good, and changing what opens it."""

import os
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.errors import Busy, NothingFound, NotWritten
from journal.store import disk, ids
from journal.store.box import Box
from journal.store.root import FORMAT, OPEN, SEALED, Root, read_root, write_root
from journal.store.sealed import slots
from journal.store.sealed.box import SealedBox
from journal.store.sealed.keyring import OPEN_BOX, root_about
from journal.store.sealed.keys import Key, new_key
from journal.store.sealed.secrets import unseal_secrets
from journal.store.sealed.seen import forget_sealed
from journal.store.sealed.settling import clear
from journal.store.sealed.slots import USUAL, Cost
from journal.store.sealed.switching import next_folder, switch

if TYPE_CHECKING:
    from journal.store.journal import Journal


def encrypt(
    journal: "Journal",
    passphrase: str,
    recovery: str,
    key_file: Path | None = None,
    cost: Cost = USUAL,
) -> None:
    """Seal a journal: afterwards `passphrase`, `recovery` and `key_file` open it, nothing else.

    recovery  as `slots.new_recovery` makes it; the learner should have typed some of it back
    key_file  where to write a new key file, if one is wanted
    The key stays at hand in this process. Raises Busy where the journal is sealed already, Damaged
    where parts cannot be read, NotWritten; the journal is then as it was.
    """
    with journal.alone():
        root = journal.keyring.root()
        if root is not None and root.is_sealed:
            raise Busy("The journal is locked with a passphrase already.")
        id_, key = root.id if root else ids.new_id(), new_key()
        secret = _write_key_file(key_file) if key_file else None
        ways = [
            slots.passphrase_slot(id_, key, passphrase, cost),
            slots.recovery_slot(id_, key, recovery),
            *([slots.file_slot(id_, key, secret)] if secret else []),
        ]
        said = {"format": FORMAT, "id": id_, "form": SEALED, "folder": _new_folder(journal)}
        fields = _sealed_fields({**said, "public": _base64(key.public)}, ways, key)
        _put_in_force(journal, root, OPEN_BOX, fields, key)


def decrypt(journal: "Journal") -> None:
    """Open a sealed journal for good: from then on anybody who has its files can read it.

    Its key must be at hand. Raises NothingFound where it is open, Locked, Damaged, NotWritten.
    """
    with journal.alone():
        root = _sealed_root(journal)
        key = journal.keyring.key(root)
        fields = {
            "format": FORMAT,
            "id": root.id,
            "form": OPEN,
            "folder": _new_folder(journal),
            "before": {name: root.fields[name] for name in ("folder", "public", "slots")},
        }
        _put_in_force(journal, root, SealedBox(root.id, key), fields, key)
        journal.keyring.forget()


def accept_unsealed(journal: "Journal") -> None:
    """Take an open journal where a sealed one was known for what is meant. Raises NotWritten."""
    forget_sealed(journal.places, read_root(journal.places.journal))


def change_passphrase(journal: "Journal", passphrase: str, cost: Cost = USUAL) -> None:
    """Have another passphrase open the journal: only journal.json is written anew.

    The key must be at hand. Raises NothingFound where it is open, Locked, NotWritten.
    """
    with journal.alone():
        root = _sealed_root(journal)
        key = journal.keyring.key(root)
        _change_slot(journal, root, key, slots.passphrase_slot(root.id, key, passphrase, cost))


def change_recovery(journal: "Journal", recovery: str) -> None:
    """Have another recovery key open the journal, in the place of the one before; likewise."""
    with journal.alone():
        root = _sealed_root(journal)
        key = journal.keyring.key(root)
        _change_slot(journal, root, key, slots.recovery_slot(root.id, key, recovery))


def _sealed_root(journal: "Journal") -> Root:
    root = journal.keyring.root()
    if root is None or not root.is_sealed:
        raise NothingFound("The journal is open: it has no passphrase.", "`journal encrypt` does.")
    return root


def _change_slot(journal: "Journal", root: Root, key: Key, slot: slots.Slot) -> None:
    others = [each for each in root.fields["slots"] if each["kind"] != slot["kind"]]
    with disk.refusing(journal.places.journal):
        write_root(journal.places.journal, _sealed_fields(root.fields, [slot, *others], key))


def moved(root: Root, folder: str, key: Key | None) -> dict[str, Any]:
    """Return what a root says when another folder is in force; sealed anew where it is sealed."""
    fields = {**root.fields, "folder": folder}
    return _sealed_fields(fields, root.slots, key) if root.is_sealed and key else fields


def _sealed_fields(fields: Mapping[str, Any], ways: list[slots.Slot], key: Key) -> dict[str, Any]:
    """Return what a sealed journal's root says, with a seal that only the key can make."""
    said = {name: value for name, value in fields.items() if name not in ("seal", "sum")}
    said["slots"] = ways
    return {**said, "seal": _base64(key.seal(b"", root_about(said)))}


def _put_in_force(
    journal: "Journal", root: Root | None, old: Box, fields: dict[str, Any], key: Key
) -> None:
    """Build the journal anew in another form, put that in force, and clear the old form away."""
    places, is_sealed = journal.places, fields["form"] == SEALED
    new: Box = SealedBox(fields["id"], key) if is_sealed else OPEN_BOX

    def unseal() -> None:
        if not is_sealed:  # the drafts' key is about to go, and open is what is meant from now on
            journal.drafts.write_anew(sealed=False)
            unseal_secrets(places.journal, fields["id"], key)
            forget_sealed(places, root)

    folder = root.folder if root else places.journal / "lines-0"
    built = switch(places.journal, places.state, (folder, old), (fields, new), unseal)
    journal.keyring.hold(key)
    journal.forget()
    if (now := journal.keyring.root()) is not None:
        with disk.refusing(places.journal):
            clear(journal, now, built)
    journal.remember()


def _new_folder(journal: "Journal") -> str:
    return next_folder(journal.places.journal)


def _write_key_file(path: Path) -> bytes:
    """Write a new key file where there is none, and return its secret. Raises NotWritten."""
    secret, text = slots.new_key_file()
    with disk.refusing(path):
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            raise NotWritten(f"{path} is there already.", "Name a file that is not.") from error
        with open(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(handle)
    return secret


def _base64(data: bytes) -> str:
    return b64encode(data).decode()

"""Slots: the journal's key, locked up once for each way of opening it.

Each slot holds the same key, sealed with what a passphrase, a recovery key or a key file comes to.
So a new passphrase changes one slot, and no line.
"""

import os
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

from nacl.bindings import crypto_pwhash_alg
from nacl.bindings import crypto_pwhash_ALG_ARGON2ID13 as _ARGON2ID

from journal.errors import Damaged, Locked
from journal.store.root import canonical
from journal.store.sealed import spelling
from journal.store.sealed.keys import LENGTH, Key, open_, seal

PASSPHRASE, RECOVERY, FILE = "passphrase", "recovery", "file"

RECOVERY_BYTES = 20
FILE_BYTES = 32
SALT = 16

Slot = dict[str, Any]


class Cost(NamedTuple):
    """What one guess at a passphrase costs: Argon2id v1.3 (RFC 9106), one lane.

    memory  in KiB
    passes  over the memory
    """

    memory: int
    passes: int


USUAL = Cost(262_144, 3)
"""libsodium's "moderate": about 0.4 s."""

SHORT = Cost(65_536, 3)
"""Where there is not so much memory."""

LIMIT = Cost(2 << 20, 16)
"""More than this is not worked out, whatever a journal.json asks for."""


def new_recovery() -> str:
    """Return a random recovery key: 160 bits as nine groups of four letters."""
    return spelling.spelled(os.urandom(RECOVERY_BYTES))


def passphrase_slot(journal: str, key: Key, passphrase: str, cost: Cost = USUAL) -> Slot:
    """Return the slot that `passphrase` opens; with less memory where there is not enough."""
    slot = {"kind": PASSPHRASE, **cost._asdict(), "salt": _text(os.urandom(SALT))}
    try:
        return _locked_up(journal, key, slot, _stretched(passphrase, slot))
    except MemoryError:
        if cost.memory <= SHORT.memory:
            raise
        return passphrase_slot(journal, key, passphrase, SHORT)


def recovery_slot(journal: str, key: Key, recovery: str) -> Slot:
    """Return the slot that the recovery key opens, spelled as `new_recovery` does."""
    return _random_slot(journal, key, RECOVERY, spelling.read(recovery, RECOVERY_BYTES))


def file_slot(journal: str, key: Key, secret: bytes) -> Slot:
    """Return the slot that a key file with these bytes opens."""
    return _random_slot(journal, key, FILE, secret)


def new_key_file() -> tuple[bytes, str]:
    """Return the secret of a new key file, and what to write into the file."""
    secret = os.urandom(FILE_BYTES)
    return secret, f"This opens a learning journal. Keep it secret.\n{spelling.spelled(secret)}\n"


def read_key_file(path: Path) -> bytes:
    """Return the secret in a key file. Raises Damaged where it is none, or not as it was."""
    try:
        *_, last = path.read_text("ascii").split("\n")[:2]
        return spelling.read(last, FILE_BYTES)
    except OSError as error:
        raise Locked(
            f"The key file {path} cannot be read: {error.strerror or error}.", "Is it plugged in?"
        ) from error
    except ValueError as error:
        raise Damaged(
            f"{path} is damaged, or no key file.",
            "Take a copy of it, or the passphrase, or the recovery key. The journal is untouched.",
        ) from error


def opened_by_text(journal: str, slots: Iterable[Slot], typed: str) -> Key:
    """Return the key that a passphrase or a recovery key opens. Raises Locked, Damaged."""
    looks_like_recovery = spelling.could_be_spelled(typed, RECOVERY_BYTES)
    if looks_like_recovery and (key := _opened_by_recovery(journal, slots, typed)):
        return key
    for slot in _of(slots, PASSPHRASE):
        if key := _opened(journal, slot, _stretched(typed, slot)):
            return key
    if looks_like_recovery:
        raise Locked(
            "That recovery key does not open this journal.", "Compare it letter by letter."
        )
    raise Locked("That passphrase does not open this journal.", "Nothing was changed.")


def opened_by_file(journal: str, slots: Iterable[Slot], path: Path) -> Key:
    """Return the key that a key file opens. Raises Locked, Damaged."""
    if key := _opened_by_secret(journal, _of(slots, FILE), read_key_file(path)):
        return key
    raise Locked("That key file does not open this journal.", "The passphrase does.")


def _opened_by_recovery(journal: str, slots: Iterable[Slot], typed: str) -> Key | None:
    try:
        secret = spelling.read(typed, RECOVERY_BYTES)
    except ValueError:
        return None  # a slip; or a passphrase that just looks like one
    return _opened_by_secret(journal, _of(slots, RECOVERY), secret)


def _opened_by_secret(journal: str, slots: Iterable[Slot], secret: bytes) -> Key | None:
    opened = (_opened(journal, slot, _mixed(secret, slot)) for slot in slots)
    return next((key for key in opened if key), None)


def _random_slot(journal: str, key: Key, kind: str, secret: bytes) -> Slot:
    slot = {"kind": kind, "salt": _text(os.urandom(SALT))}
    return _locked_up(journal, key, slot, _mixed(secret, slot))


def _locked_up(journal: str, key: Key, slot: Slot, by: bytes) -> Slot:
    return {**slot, "key": _text(seal(key.packed(), _about(journal, slot), by))}


def _opened(journal: str, slot: Slot, by: bytes) -> Key | None:
    try:
        return Key(open_(_bytes(slot, "key"), _about(journal, slot), by))
    except ValueError:
        return None


def _about(journal: str, slot: Mapping[str, Any]) -> bytes:
    """Return what a slot's key is bound to: the journal, and all else that the slot says."""
    said = {name: value for name, value in slot.items() if name != "key"}
    return b"journal 1 slot " + canonical({"journal": journal, "slot": said})


def _of(slots: Iterable[Slot], kind: str) -> list[Slot]:
    return [slot for slot in slots if slot.get("kind") == kind]


def _stretched(passphrase: str, slot: Slot) -> bytes:
    """Return 32 bytes for a passphrase. Raises MemoryError; Damaged where a slot asks for oddities.

    What it asks for is looked at first: it may come from anybody.
    """
    cost = Cost(slot.get("memory", 0), slot.get("passes", 0))
    asked = zip(cost, LIMIT, strict=True)
    if not all(type(each) is int and 0 < each <= most for each, most in asked):
        raise _odd_slot()
    text, salt = normalize("NFC", passphrase).encode(errors="surrogateescape"), _bytes(slot, "salt")
    try:
        return crypto_pwhash_alg(LENGTH, text, salt, cost.passes, cost.memory << 10, _ARGON2ID)
    except ValueError as error:
        raise _odd_slot() from error
    except RuntimeError as error:
        raise MemoryError("not enough memory to open the journal") from error


def _mixed(secret: bytes, slot: Slot) -> bytes:
    try:
        mixed = blake2b(
            secret, digest_size=LENGTH, salt=_bytes(slot, "salt"), person=b"journal-slot"
        )
    except ValueError as error:
        raise _odd_slot() from error
    return mixed.digest()


def _bytes(slot: Slot, name: str) -> bytes:
    try:
        return b64decode(slot[name], validate=True)
    except (KeyError, TypeError, ValueError, Error) as error:
        raise _odd_slot() from error


def _odd_slot() -> Damaged:
    return Damaged("A slot in journal.json says what no slot can say.", "A backup has it whole.")


def _text(data: bytes) -> str:
    return b64encode(data).decode()

"""Small secrets that belong to a journal, each in a file of its folder `keys`.

Anybody could read them there; so where the journal is sealed, they are sealed with its key.
"""

import contextlib
from binascii import a2b_base64, b2a_base64
from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import Damaged
from journal.store import disk
from journal.store.files import paths_in
from journal.store.root import Root

if TYPE_CHECKING:
    from journal.store.sealed.keys import Key
    from journal.store.session import Session

SEALED = b"sealed "


def read_secret(journal: "Session", name: str) -> bytes | None:
    """Return the secret called `name`, or None where there is none yet.

    Raises Damaged where it cannot be read (in a sealed journal also where it lies there open:
    somebody else may have put it there), Locked.
    """
    path, root = _path(journal.places.journal, name), journal.keyring.root()
    if not path.exists():
        return None
    key = journal.keyring.key(root) if root is not None and root.is_sealed else None
    try:
        data = path.read_bytes()
        if key is None or root is None:
            return _bytes(data)
        return _unsealed(data, root.id, name, key)
    except (OSError, ValueError) as error:
        raise Damaged(f"The key {path} cannot be read.", "Put it back from a backup.") from error


def keep_secret(journal: "Session", name: str, secret: bytes) -> None:
    """Keep a secret, sealed where the journal is. Raises NotWritten, Locked."""
    path, root = _path(journal.places.journal, name), journal.keyring.root()
    key = journal.keyring.key(root) if root is not None and root.is_sealed else None
    with disk.refusing(path):
        disk.make_folder(path.parent)
        if key is None or root is None:
            disk.replace(path, b2a_base64(secret))
        else:
            disk.replace(path, _sealed(secret, root.id, name, key))


def write_secrets_anew(journal: "Session", root: Root) -> None:
    """Seal what lies there open, where the journal was sealed just now. Raises OSError."""
    key = journal.keyring.at_hand(root) if root.is_sealed else None
    for path in disk.half_written(_folder(journal.places.journal)) if root.is_sealed else ():
        path.unlink(missing_ok=True)
    for path in _all(journal.places.journal) if key else ():
        data = path.read_bytes()
        if key and not data.startswith(SEALED):
            with contextlib.suppress(ValueError):
                secret = _bytes(data)
                disk.replace(path, _sealed(secret, root.id, path.stem, key))


def unseal_secrets(journal: Path, id_: str, key: "Key") -> None:
    """Have them lie there open: the journal's key is about to go. Raises OSError."""
    for path in _all(journal):
        with contextlib.suppress(ValueError):
            secret = _unsealed(path.read_bytes(), id_, path.stem, key)
            disk.replace(path, b2a_base64(secret))


def _all(journal: Path) -> list[Path]:
    return [path for path in paths_in(_folder(journal)) if path.suffix == ".key"]


def _folder(journal: Path) -> Path:
    return journal / "keys"


def _path(journal: Path, name: str) -> Path:
    return _folder(journal) / f"{name}.key"


def _sealed(secret: bytes, id_: str, name: str, key: "Key") -> bytes:
    return SEALED + b2a_base64(key.seal(secret, _about(id_, name)))


def _unsealed(data: bytes, id_: str, name: str, key: "Key") -> bytes:
    """Return what was sealed; raises ValueError where it is not, or not as it was."""
    if not data.startswith(SEALED):
        raise ValueError("it is not sealed")
    return key.open(_bytes(data[len(SEALED) :]), _about(id_, name))


def _bytes(text: bytes) -> bytes:
    """Return what base64 spells; raises ValueError where it is none."""
    return a2b_base64(text.strip(), strict_mode=True)


def _about(id_: str, name: str) -> bytes:
    return f"journal 1 secret {id_} {name}".encode()

"""Sealing a page for a coach's key, so that stock `age` opens it and nobody else can."""

import re
from pathlib import Path

from journal.errors import Usage
from journal.paths import typed_path

_SSH = re.compile(r"(ssh-ed25519 [A-Za-z0-9+/=]{68})(?:\s.*)?", re.DOTALL)
_AGE = re.compile(r"age1[02-9ac-hj-np-z]{58}")

_KEY_FILE = 10_000
"""No file with a public key is larger."""

BLOCK = 4096
"""Sealed pages are filled up to a multiple of so many bytes: their size tells less."""


def public_key(typed: str) -> str:
    """Return an age or ssh-ed25519 public key without its comment. Raises Usage."""
    words = typed.strip()
    ssh = _SSH.fullmatch(words)
    key = ssh.group(1) if ssh else words
    if "PRIVATE KEY" in words or words.startswith("AGE-SECRET-KEY"):
        raise Usage(
            "That is a private key; it belongs to your coach alone.",
            "Ask for the public one: it begins with age1 or ssh-ed25519.",
        )
    if not ssh and not _AGE.fullmatch(key):
        raise _no_key()
    _recipient(key)
    return key


def key_typed(typed: str) -> str:
    """Return the public key that was typed, or that is in the file that was named.

    Raises Usage.
    """
    path = typed_path(typed.strip())
    if typed.strip().startswith(("age1", "ssh-")) or not _is_file(path):
        return public_key(typed)
    try:
        with open(path, "rb") as file:
            data = file.read(_KEY_FILE + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Usage(f"{path} cannot be read: {reason}.", "Paste the key itself.") from error
    if len(data) > _KEY_FILE:
        raise Usage(f"{path} is no public key: it is too large.")
    return public_key(data.decode("utf-8", "replace"))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # what was typed is no path
        return False


def sealed(page: bytes, key: str) -> bytes:
    """Return `page` as only the holder of the private key to `key` can read it."""
    import pyrage  # only who seals pays for it

    return bytes(pyrage.encrypt(page, [_recipient(key)]))


def outside(file: str, key: str) -> bytes:
    """Return a file as it leaves: filled up and sealed where there is a `key`."""
    data = file.encode()
    return sealed(data + b"\n" * padding(len(data)), key) if key else data


def padding(size: int) -> int:
    """Return how many bytes fill a page of `size` bytes up."""
    return -size % BLOCK


def _recipient(key: str) -> object:
    import pyrage

    kind = pyrage.ssh if key.startswith("ssh-") else pyrage.x25519
    try:
        return kind.Recipient.from_str(key)
    except pyrage.RecipientError as error:
        raise _no_key() from error


def _no_key() -> Usage:
    return Usage(
        "That is no age or ssh-ed25519 public key.",
        "It is one line that begins with age1 or with ssh-ed25519.",
    )

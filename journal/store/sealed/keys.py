"""The key of a sealed journal: what it seals, and what it opens again.

Only sealed journals need this module; loading it loads PyNaCl.
"""

import os

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as _open,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as _seal,
)
from nacl.bindings import crypto_box_seal, crypto_box_seal_open, crypto_scalarmult_base
from nacl.exceptions import CryptoError

NONCE = 24
LENGTH = 32


class Key:
    """A journal's key: 32 bytes that seal its lines, and 32 that open what was put in while locked.

    It is never shown: not by `repr`, hence not in an error either.
    """

    __slots__ = ("_private", "_secret", "public")

    def __init__(self, packed: bytes) -> None:
        if len(packed) != 2 * LENGTH:
            raise ValueError("not the length of a key")
        self._secret, self._private = packed[:LENGTH], packed[LENGTH:]
        self.public = crypto_scalarmult_base(self._private)

    def __repr__(self) -> str:
        return "<key>"

    def packed(self) -> bytes:
        """Return the key as 64 bytes."""
        return self._secret + self._private

    def seal(self, text: bytes, about: bytes) -> bytes:
        """Return `text` sealed, bound to what it is `about`, which stays readable elsewhere."""
        return seal(text, about, self._secret)

    def open(self, sealed: bytes, about: bytes) -> bytes:
        """Return what was sealed; raises ValueError where it is not as it was, or about another."""
        return open_(sealed, about, self._secret)

    def open_letter(self, sealed: bytes) -> bytes:
        """Return what `letter` sealed; raises ValueError where it is not as it was."""
        try:
            return crypto_box_seal_open(sealed, self.public, self._private)
        except (CryptoError, TypeError) as error:
            raise ValueError("it does not open") from error

    def mark(self, text: bytes) -> str:
        """Return 16 figures by which whoever has this key knows `text` again, and nobody else."""
        from hashlib import blake2b  # slow to load, and rarely needed

        return blake2b(text, key=self._secret, digest_size=8, person=b"journal-seen").hexdigest()


def new_key() -> Key:
    """Return a random key."""
    return Key(os.urandom(2 * LENGTH))


def letter(text: bytes, public: bytes) -> bytes:
    """Return `text` sealed so that only the key to which `public` belongs opens it."""
    return crypto_box_seal(text, public)


def seal(text: bytes, about: bytes, secret: bytes) -> bytes:
    """Return a random nonce and what XChaCha20-Poly1305 makes of `text` with it."""
    nonce = os.urandom(NONCE)
    return nonce + _seal(text, about, nonce, secret)


def open_(sealed: bytes, about: bytes, secret: bytes) -> bytes:
    """Return what `seal` was given; raises ValueError where anything is not as it was."""
    try:
        return _open(sealed[NONCE:], about, sealed[:NONCE], secret)
    except (CryptoError, TypeError, ValueError) as error:
        raise ValueError("it does not open: it was altered or is damaged") from error

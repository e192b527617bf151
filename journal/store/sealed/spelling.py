"""Random bytes as letters that can be written on paper and typed: with a check, in groups of four.

Base 32 (RFC 4648), small letters; the last group is the beginning of the SHA-256 of the bytes.
"""

from base64 import b32decode, b32encode
from binascii import Error
from hashlib import sha256

GROUP = 4
_MEANT = str.maketrans("018", "olb", " -\t\r\n")
"""Figures that are no letters of base 32 are read as what they look like."""


def spelled(data: bytes) -> str:
    """Return `data` as letters in groups; its length is a multiple of five bytes, or 32."""
    letters = _letters(data) + _check(data)
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def could_be_spelled(text: str, length: int) -> bool:
    """Tell whether `text` looks like so many bytes spelled, with or without a slip in it."""
    letters = _plain(text)
    return len(letters) == len(_letters(bytes(length))) + GROUP and letters.isalnum()


def read(text: str, length: int) -> bytes:
    """Return the bytes that `text` spells; raises ValueError where a letter is not right."""
    letters = _plain(text)
    data, check = letters[:-GROUP], letters[-GROUP:]
    try:
        found = b32decode(data.upper() + "=" * (-len(data) % 8))
    except (Error, ValueError) as error:
        raise ValueError("a letter is not right") from error
    if len(found) != length or _check(found) != check or _letters(found) != data:
        raise ValueError("a letter is not right")
    return found


def _plain(text: str) -> str:
    return text.translate(_MEANT).lower()


def _letters(data: bytes) -> str:
    return b32encode(data).decode().rstrip("=").lower()


def _check(data: bytes) -> str:
    return _letters(sha256(data).digest())[:GROUP]

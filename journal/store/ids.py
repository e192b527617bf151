"""Ids: ten letters that say nothing."""

import os
from collections.abc import Container
from hashlib import sha256

from journal.store.files import ALPHABET

LENGTH = 10


def new_id() -> str:
    """Return a random id."""
    return _letters(int.from_bytes(os.urandom(16)), LENGTH)


def source_id(format_: str, key: str) -> str:
    """Return the id of what `key` names in a journal of another format: always the same one."""
    return _letters(int.from_bytes(sha256(f"{format_}\0{key}".encode()).digest()), LENGTH)


def new_name(taken: Container[str]) -> str:
    """Return a random name of four letters for a computer or a session, none of `taken`."""
    while (name := _letters(int.from_bytes(os.urandom(8)), 4)) in taken:
        pass
    return name


def could_be_id(text: str) -> bool:
    """Tell whether `text` could be an id or the beginning of one."""
    return 0 < len(text) <= LENGTH and set(text) <= set(ALPHABET)


def _letters(number: int, length: int) -> str:
    letters = []
    for _ in range(length):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)

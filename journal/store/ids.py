"""Ids: ten letters that say nothing."""

import os
from collections.abc import Collection, Container

from journal.records.ids import ALPHABET, letters, named_id
from journal.records.ids import LENGTH as LENGTH

LONGEST = 64
"""No id is longer than this, whoever made it."""


def new_id() -> str:
    """Return a random id."""
    return letters(int.from_bytes(os.urandom(16)), LENGTH)


def source_id(format_: str, key: str) -> str:
    """Return the id of what `key` names in a journal of another format: always the same one."""
    return named_id(format_, key)


def new_name(taken: Container[str]) -> str:
    """Return a random name of four letters for a computer, none of `taken`."""
    while (name := letters(int.from_bytes(os.urandom(8)), 4)) in taken:
        pass
    return name


def is_name(name: object) -> bool:
    """Tell whether `name` could be the name of a computer."""
    return isinstance(name, str) and len(name) == 4 and set(name) <= set(ALPHABET)


def could_be_id(text: str) -> bool:
    """Tell whether `text` could be an id of ours or the beginning of one."""
    return 0 < len(text) <= LENGTH and set(text) <= set(ALPHABET)


def is_plain(text: str) -> bool:
    """Tell whether `text` is what an id may be, whoever made it: ASCII letters and digits."""
    return are_plain([text])


def are_plain(texts: Collection[str]) -> bool:
    """Tell whether all `texts` are, which is quicker than to ask of each."""
    joined, lengths = "".join(texts), set(map(len, texts))
    if not joined.isascii() or not all(0 < length <= LONGEST for length in lengths):
        return False
    return joined.isalnum() or not texts

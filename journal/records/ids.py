"""How ids are written, and the one id of what follows from something."""

ALPHABET = "bcdfghjklmnpqrstvwxyz23456789"
"""Letters of ids and computers' names: no vowels, so no words; nothing that looks like another."""

LENGTH = 10


def letters(number: int, length: int) -> str:
    """Return the last `length` letters of a number, written in ALPHABET."""
    found = []
    for _ in range(length):
        number, rest = divmod(number, len(ALPHABET))
        found.append(ALPHABET[rest])
    return "".join(found)


def named_id(space: str, key: str) -> str:
    """Return the id of what `key` names in `space`: always the same one."""
    from hashlib import sha256  # seldom needed, and slow to load

    named = f"{space}\0{key}".encode(errors="backslashreplace")
    return letters(int.from_bytes(sha256(named).digest()), LENGTH)

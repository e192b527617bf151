"""Sealed lines: only who has the key reads them, and none can be altered or moved unseen.

    17 <base64 of a nonce and of what XChaCha20-Poly1305 makes of the change>
    17 ~<base64 of a note that was sealed to the public key while the journal was locked>

Each is bound to its journal, to the name of its file and to its number in it.
"""

import json
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NoReturn

from journal.store import shape
from journal.store.change import ADDED_LOCKED, Change, Doc, replaced
from journal.store.files import file_name, parse_name
from journal.store.sealed.keyring import locked
from journal.store.sealed.keys import Key, letter

LETTER = b"~"
"""Stands before what was sealed without the key; no letter of base64."""

ALTERED = "it does not open: it was altered or is damaged"


class SealedBox:
    """Lines of the journal `journal` that `key` seals and opens."""

    keeps_order = True

    def __init__(self, journal: str, key: Key) -> None:
        self._journal = journal
        self._key = key

    def op_for(self, op: str, docs: Mapping[str, Doc]) -> str:  # noqa: ARG002 - the key is here
        """Return what the operation is called."""
        return op

    def close(self, change: Change, file: str) -> bytes:
        """Return the line for `change`; raises ValueError when JSON cannot hold what it says."""
        n = b"%d" % change["n"]
        text = _padded(shape.written(change), over=40)
        return n + b" " + _base64(self._key.seal(text, _about(self._journal, file) + n))

    def ends(self, lines: list[bytes], file: str) -> tuple[list[int], int]:
        """Return the n of lines, and when the last was made; raises ValueError.

        Only the last one is held to its seal: damage before it costs no more than itself.
        """
        return [_number(line) for line in lines], int(self.open(lines[-1], file)["t"])

    def open(self, line: bytes, file: str) -> Change:
        """Return the change in a line; raises ValueError when it is not as it was written."""
        return self.open_all([line], file)[0]

    def open_all(self, lines: list[bytes], file: str) -> list[Change]:
        """Return the changes in many lines at once; raises ValueError if any of them fails."""
        changes = shape.parsed([self._text(line, file) for line in lines])
        if [change["n"] for change in changes] != [_number(line) for line in lines]:
            raise ValueError("its number is another one")
        return changes

    def text(self, data: bytes, file: str) -> bytes:
        """Return what the lines in `data` say; those that do not open say nothing."""
        return b"\n".join(self._texts(data, file))

    def read(self, line: bytes, file: str) -> Change:  # noqa: ARG002 - it was held to its seal
        """Return the change in a line of `text`; raises ValueError where it cannot be read."""
        return shape.parsed([line])[0]

    def _texts(self, data: bytes, file: str) -> Iterator[bytes]:
        for line in data.split(b"\n"):
            try:
                yield self._text(line.rstrip(b"\r"), file)
            except ValueError:
                continue

    def _text(self, line: bytes, file: str) -> bytes:
        """Return the JSON of the change in a line; raises ValueError."""
        n, _, sealed = line.partition(b" ")
        if sealed[:1] == LETTER:
            return self._letter(_number(line), sealed[1:], file)
        return self._key.open(_unbase64(sealed), _about(self._journal, file) + n)

    def _letter(self, n: int, sealed: bytes, file: str) -> bytes:
        """Return the JSON of a note that was added while locked.

        Whoever has the public key can write one. So it can add, and change nothing.
        """
        try:
            told: Any = json.loads(self._key.open_letter(_unbase64(sealed)))
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if type(told) is not dict or told.get("about") != _about_letter(self._journal, file, n):
            raise ValueError("it belongs to another place")
        [change] = shape.parsed([json.dumps(told.get("change")).encode()])
        if change["n"] != n:
            raise ValueError("its number is another one")
        if change["op"] != ADDED_LOCKED or any(map(replaced, change["set"].values())):
            raise ValueError("it does more than add")
        return shape.written(change)


class LockedBox:
    """Lines of a journal of which only the public key is at hand: notes can be put in, no more."""

    keeps_order = True

    def __init__(self, journal: str, public: bytes) -> None:
        self._journal = journal
        self._public = public

    def op_for(self, op: str, docs: Mapping[str, Doc]) -> str:
        """Return what adding is called while locked; raises Locked for anything else."""
        if op != "add" or any(map(replaced, docs.values())):
            raise locked()
        return ADDED_LOCKED

    def close(self, change: Change, file: str) -> bytes:
        """Return the line for `change`; raises ValueError when JSON cannot hold what it says."""
        n = b"%d" % change["n"]
        told = {"about": _about_letter(self._journal, file, change["n"]), "change": change}
        shape.written(change)
        text = _padded(json.dumps(told).encode(), over=48)
        return n + b" " + LETTER + _base64(letter(text, self._public))

    def ends(self, lines: list[bytes], file: str) -> tuple[list[int], int]:  # noqa: ARG002
        """Return the n of lines; raises ValueError where there is none. When is not known."""
        return [_number(line) for line in lines], 0

    def open(self, line: bytes, file: str) -> NoReturn:  # noqa: ARG002 - as a box
        """Raise Locked."""
        raise locked()

    def open_all(self, lines: list[bytes], file: str) -> NoReturn:  # noqa: ARG002 - as a box
        """Raise Locked."""
        raise locked()

    def text(self, data: bytes, file: str) -> NoReturn:  # noqa: ARG002 - as a box
        """Raise Locked."""
        raise locked()

    def read(self, line: bytes, file: str) -> NoReturn:  # noqa: ARG002 - as a box
        """Raise Locked."""
        raise locked()


@lru_cache(maxsize=4)
def _about(journal: str, file: str) -> bytes:
    """Return what the lines of a file are bound to, before their number.

    A copy that a synchronising tool made counts as the file itself.
    """
    return f"journal 1 line {journal} {_proper(file)} ".encode()


def _about_letter(journal: str, file: str, n: int) -> dict[str, Any]:
    return {"journal": journal, "file": _proper(file), "n": n}


def _proper(file: str) -> str:
    parts = parse_name(file)
    return file_name(parts.month, parts.computer) if parts else file


def _number(line: bytes) -> int:
    n = line[: line.find(b" ")]
    if not n.isdigit() or n[:1] == b"0":
        raise ValueError("its number is none")
    return int(n)


def _padded(text: bytes, over: int) -> bytes:
    """Return `text` with spaces, so that base64 has just one spelling for it and `over` bytes."""
    return text + b" " * (-(len(text) + over) % 3)


def _base64(data: bytes) -> bytes:
    return b2a_base64(data, newline=False)


def _unbase64(text: bytes) -> bytes:
    """Return the bytes that `text` spells; raises ValueError for anything but that one spelling."""
    if b"=" in text:
        raise ValueError(ALTERED)
    try:
        return a2b_base64(text, strict_mode=True)
    except ValueError as error:
        raise ValueError(ALTERED) from error

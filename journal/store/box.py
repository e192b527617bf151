"""The box: turns a change into a line of a file and back.

This is the one seam at which lines can be sealed; everything else sees changes.
"""

import json
from collections.abc import Collection
from typing import NoReturn, Protocol
from zlib import crc32

from journal.store.change import LATEST, Change, Doc
from journal.store.ids import are_plain

HEAD = b'{"n":'
SUM = b',"sum":"%08x"}'
TAIL = len(SUM % 0)
USUAL = 6
"""How many fields a change has that says no more than it must, its sum among them."""


class Box(Protocol):
    """What the store needs of a form of line. `file` is the name of the file it stands in."""

    def close(self, change: Change, file: str) -> bytes:
        """Return the line for `change`, without its line feed.

        Raises ValueError when it says something that JSON cannot hold.
        """

    def numbers(self, lines: list[bytes]) -> list[int]:
        """Return the n of lines without opening them; raises ValueError if one is damaged."""

    def open(self, line: bytes, file: str) -> Change:
        """Return the change in a line; raises ValueError when it is not as it was written."""

    def open_all(self, lines: list[bytes], file: str) -> list[Change]:
        """Return the changes in many lines at once; raises ValueError if any of them fails."""


class OpenBox:
    """Lines that anybody can read: JSON with the CRC-32 of what stands before its sum."""

    def close(self, change: Change, file: str) -> bytes:  # noqa: ARG002 - for sealed lines
        """Return the line for `change`, without its line feed.

        Raises ValueError when it says something that JSON cannot hold.
        """
        _hold_to_shape([change])  # what is written can be read
        try:
            text = _WRITE(change)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        body = text.encode(errors="backslashreplace")[:-1]  # lone surrogates become \udxxx
        return body + SUM % crc32(body)

    def numbers(self, lines: list[bytes]) -> list[int]:
        """Return the n of lines without opening them; raises ValueError if one is damaged."""
        _check(lines)
        if any(line[:5] != HEAD for line in lines):
            raise ValueError("not a line of a journal")
        return [int(line[5 : line.index(b",", 5)]) for line in lines]

    def open(self, line: bytes, file: str) -> Change:
        """Return the change in a line; raises ValueError when it is not as it was written."""
        return self.open_all([line], file)[0]

    def open_all(self, lines: list[bytes], file: str) -> list[Change]:  # noqa: ARG002 - for sealed lines
        """Return the changes in many lines at once; raises ValueError if any of them fails."""
        _check(lines)
        try:
            changes: list[Change] = _READ(f"[{b','.join(lines).decode()}]")
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if len(changes) != len(lines):
            raise ValueError("a line holds more than one change")
        _hold_to_shape(changes)
        return changes


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


_READ = json.JSONDecoder(parse_constant=_refuse).decode
_WRITE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def _check(lines: list[bytes]) -> None:
    """Compare the lines' sums with what they say, all at once; raises ValueError on a difference.

    All sums are written in one row, without a step of Python for each line.
    """
    sums = tuple(map(crc32, [line[:-TAIL] for line in lines]))
    if b"".join([line[-TAIL:] for line in lines]) != SUM * len(lines) % sums:
        raise ValueError("its sum does not fit")


def _hold_to_shape(changes: list[Change]) -> None:
    """Raise ValueError if what lines say does not have the shape of changes.

    Each question is put to all lines at once: there may be fifty thousand.
    """
    try:
        numbers = [change["n"] for change in changes]
        if not _are(int, numbers) or min(numbers, default=1) < 1 or max(numbers, default=1) >> 53:
            raise ValueError("its number is none")
        if not all(_are(str, [change[name] for change in changes]) for name in ("op", "by")):
            raise ValueError("a field says something that it cannot say")
        _hold_times([change["t"] for change in changes])
        _hold_docs([change["set"] for change in changes])
        for change in changes:
            if len(change) > USUAL:  # a run, an undo, or something from a later version
                _hold_marks(change)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a field is missing or has another type than it should") from error


def _are(kind: type, values: Collection[object]) -> bool:
    return {kind}.issuperset(map(type, values))


def _hold_times(times: list[str]) -> None:
    digits = "".join(times)
    if not (all(times) and (digits.isdigit() or not times) and digits.isascii()):
        raise ValueError("its time is none")
    if max(map(len, times), default=0) >= 20 and max(map(int, times)) > LATEST:
        raise ValueError("its time is beyond the year 9999")


def _hold_docs(sets: list[dict[str, Doc]]) -> None:
    if not _are(dict, sets):
        raise ValueError("it holds no records")
    docs = [doc for each in sets for doc in each.values()]
    if not (_are(dict, docs) and are_plain([id_ for each in sets for id_ in each])):
        raise ValueError("it holds something that is no record")
    for was in [doc["was"] for doc in docs if "was" in doc]:
        if type(was) is not str and not all(type(name) is str for name in was):
            raise ValueError("it replaces something that has no name")


def _hold_marks(change: Change) -> None:
    for mark in ("run", "undoes", "redoes"):
        if type(change.get(mark, "")) is not str:
            raise ValueError(f"its {mark} is no text")

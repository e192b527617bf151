"""The box: turns a change into a line of a file and back.

This is the one seam at which lines can be sealed; everything else sees changes.
"""

import json
from typing import Any, Protocol
from zlib import crc32

from journal.store.change import Change

SUM = b',"sum":"'
TAIL = len(SUM) + 8 + 2  # the name, eight hexadecimal digits, and `"}`


class Box(Protocol):
    """What the store needs of a form of line. `file` is the name of the file it stands in."""

    def close(self, change: Change, file: str) -> bytes:
        """Return the line for `change`, without its line feed."""

    def number(self, line: bytes) -> int:
        """Return a line's n without opening it; raises ValueError when it has none."""

    def open(self, line: bytes, file: str) -> Change:
        """Return the change in a line; raises ValueError when it is not as it was written."""

    def open_all(self, lines: list[bytes], file: str) -> list[Change]:
        """Return the changes in many lines at once; raises ValueError if any of them fails."""


class OpenBox:
    """Lines that anybody can read: JSON with the CRC-32 of what stands before its sum."""

    def close(self, change: Change, file: str) -> bytes:  # noqa: ARG002 - for sealed lines
        """Return the line for `change`, without its line feed."""
        text = json.dumps(change, ensure_ascii=False, separators=(",", ":"))
        body = text.encode()[:-1]
        return b'%b%b%08x"}' % (body, SUM, crc32(body))

    def number(self, line: bytes) -> int:
        """Return a line's n without opening it; raises ValueError when it has none."""
        if not line.startswith(b'{"n":'):
            raise ValueError("not a line of a journal")
        return int(line[5 : line.index(b",", 5)])

    def open(self, line: bytes, file: str) -> Change:  # noqa: ARG002 - for sealed lines
        """Return the change in a line; raises ValueError when it is not as it was written."""
        _check(line)
        try:
            return _change(json.loads(line))
        except RecursionError as error:
            raise ValueError("nested too deeply") from error

    def open_all(self, lines: list[bytes], file: str) -> list[Change]:  # noqa: ARG002 - for sealed lines
        """Return the changes in many lines at once; raises ValueError if any of them fails."""
        for line in lines:
            _check(line)
        try:
            parsed = json.loads(b"[" + b",".join(lines) + b"]")
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if len(parsed) != len(lines):
            raise ValueError("a line holds more than one change")
        return [_change(fields) for fields in parsed]


def _check(line: bytes) -> None:
    """Compare a line's sum with what it says; raises ValueError when they differ."""
    if line[-TAIL:-10] != SUM or b"%08x" % crc32(line[:-TAIL]) != line[-10:-2]:
        raise ValueError("its sum does not fit")


def _change(fields: Any) -> Change:
    """Hold what a line says to the shape of a change; raises ValueError when it has another."""
    try:
        if (
            type(fields["n"]) is int
            and int(fields["t"]) >= 0
            and type(fields["op"]) is str
            and type(fields["by"]) is str
            and all(type(doc) is dict for doc in fields["set"].values())
        ):
            change: Change = fields
            return change
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a field is missing") from error
    raise ValueError("a field has another type than it should")

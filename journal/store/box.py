"""The box: turns a change into a line of a file and back.

This is the one seam at which lines are sealed (see `sealed_box`); everything else sees changes.
"""

from collections.abc import Mapping
from typing import Protocol
from zlib import crc32

from journal.store import shape
from journal.store.change import Change, Doc

HEAD = b'{"n":'
SUM = b',"sum":"%08x"}'
TAIL = len(SUM % 0)


class Box(Protocol):
    """What the store needs of a form of line. `file` is the name of the file it stands in.

    keeps_order  whether lines stand in the order of their numbers, and each once
    """

    @property
    def keeps_order(self) -> bool: ...  # noqa: D102 - see above

    def op_for(self, op: str, docs: Mapping[str, Doc]) -> str:
        """Return what the operation is called here; raises Locked where it needs a key."""

    def close(self, change: Change, file: str) -> bytes:
        """Return the line for `change`, without its line feed.

        Raises ValueError when it says something that JSON cannot hold.
        """

    def ends(self, lines: list[bytes], file: str) -> tuple[list[int], int]:
        """Return the n of lines, and when the last was made (0 where that cannot be known).

        Raises ValueError if one of them is damaged.
        """

    def open(self, line: bytes, file: str) -> Change:
        """Return the change in a line; raises ValueError when it is not as it was written."""

    def open_all(self, lines: list[bytes], file: str) -> list[Change]:
        """Return the changes in many lines at once; raises ValueError if any of them fails."""

    def text(self, data: bytes, file: str) -> bytes:
        """Return the lines in `data` as they can be looked through; `read` opens one of them."""

    def read(self, line: bytes, file: str) -> Change:
        """Return the change in a line of `text`; raises ValueError where it cannot be read."""


class OpenBox:
    """Lines that anybody can read: JSON with the CRC-32 of what stands before its sum."""

    keeps_order = False  # git may have put two sides behind one another

    def op_for(self, op: str, docs: Mapping[str, Doc]) -> str:  # noqa: ARG002 - nothing needs a key
        """Return what the operation is called."""
        return op

    def close(self, change: Change, file: str) -> bytes:  # noqa: ARG002 - for sealed lines
        """Return the line for `change`, without its line feed.

        Raises ValueError when it says something that JSON cannot hold.
        """
        body = shape.written(change)[:-1]
        return body + SUM % crc32(body)

    def ends(self, lines: list[bytes], file: str) -> tuple[list[int], int]:
        """Return the n of lines, and when the last was made; only that one is opened.

        Raises ValueError if one of them is damaged.
        """
        _check(lines)
        if any(line[:5] != HEAD for line in lines):
            raise ValueError("not a line of a journal")
        numbers = [int(line[5 : line.index(b",", 5)]) for line in lines]
        return numbers, int(self.open(lines[-1], file)["t"])

    def open(self, line: bytes, file: str) -> Change:
        """Return the change in a line; raises ValueError when it is not as it was written."""
        return self.open_all([line], file)[0]

    def open_all(self, lines: list[bytes], file: str) -> list[Change]:  # noqa: ARG002 - for sealed lines
        """Return the changes in many lines at once; raises ValueError if any of them fails."""
        _check(lines)
        return shape.parsed(lines)

    def text(self, data: bytes, file: str) -> bytes:  # noqa: ARG002 - for sealed lines
        """Return `data`, which can be looked through as it is."""
        return data

    def read(self, line: bytes, file: str) -> Change:
        """Return the change in a line; raises ValueError when it is not as it was written."""
        return self.open(line, file)


def _check(lines: list[bytes]) -> None:
    """Compare the lines' sums with what they say, all at once; raises ValueError on a difference.

    All sums are written in one row, without a step of Python for each line.
    """
    sums = tuple(map(crc32, [line[:-TAIL] for line in lines]))
    if b"".join([line[-TAIL:] for line in lines]) != SUM * len(lines) % sums:
        raise ValueError("its sum does not fit")

"""Reading lines: many at once, or one by one where that fails."""

from typing import NamedTuple

from journal.store.box import Box
from journal.store.change import Change, Damage

MARKERS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
"""How git marks two sides that it could not merge; what stands between them are lines."""

UNFINISHED = "the last line is not finished"


class Reading(NamedTuple):
    """What some bytes of a file say.

    used counts the bytes that need not be read again: an unfinished last line is left for later.
    """

    changes: list[Change]
    damage: list[Damage]
    unfinished: Damage | None
    used: int


def read_lines(data: bytes, file: str, box: Box, first: int = 1) -> Reading:
    """Return the changes in `data`, the end of `file`, which begins with line number `first`."""
    end = data.rfind(b"\n") + 1
    changes, damage = read_whole_lines(data[:end], file, box, first)
    last = data[end:].rstrip(b"\r")
    if not last.strip():
        return Reading(changes, damage, None, end)
    try:
        change = box.open(last, file)
    except ValueError:
        number = first + data.count(b"\n")
        return Reading(changes, damage, Damage(file, number, UNFINISHED), end)
    return Reading([*changes, change], damage, None, len(data))


def read_whole_lines(
    data: bytes, file: str, box: Box, first: int
) -> tuple[list[Change], list[Damage]]:
    """Return the changes and the damage in lines of which the last has its line feed."""
    lines = [line for line in data.split(b"\n") if line]
    try:
        return box.open_all(lines, file), []
    except ValueError:
        return _one_by_one(data, file, box, first)


def _one_by_one(data: bytes, file: str, box: Box, first: int) -> tuple[list[Change], list[Damage]]:
    changes, damage = list[Change](), list[Damage]()
    for number, line in enumerate(data.split(b"\n"), first):
        if not line.strip() or line.startswith(MARKERS):
            continue
        try:
            changes.append(box.open(line.rstrip(b"\r"), file))
        except ValueError as error:
            damage.append(Damage(file, number, _reason(error)))
    return changes, damage


def _reason(error: ValueError) -> str:
    """Return what is wrong in our words; Python's own would quote the line."""
    return str(error) if type(error) is ValueError and len(str(error)) < 60 else "it is no JSON"

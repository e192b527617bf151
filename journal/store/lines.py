"""Reading lines: whole files at once, or what was added to them since."""

from typing import NamedTuple

from journal.store.box import Box
from journal.store.change import Change, Damage

MARKERS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
"""How git marks two sides that it could not merge; what stands between them are lines."""


class Reading(NamedTuple):
    """What some bytes of a file say.

    used counts the bytes that need not be read again: an unfinished last line is left for later.
    """

    changes: list[Change]
    damage: list[Damage]
    used: int


def read_lines(data: bytes, file: str, box: Box, first: int = 1) -> Reading:
    """Return the changes in `data`, which begins with line number `first` of `file`."""
    end = data.rfind(b"\n") + 1
    lines = [line for line in data[:end].split(b"\n") if _says_something(line)]
    try:
        changes, damage = box.open_all(lines, file), list[Damage]()
    except ValueError:
        changes, damage = _one_by_one(data[:end], file, box, first)
    return _with_last(Reading(changes, damage, end), data[end:], file, box, data.count(b"\n"))


def _says_something(line: bytes) -> bool:
    return bool(line.strip()) and not line.startswith(MARKERS)


def _one_by_one(data: bytes, file: str, box: Box, first: int) -> tuple[list[Change], list[Damage]]:
    changes, damage = list[Change](), list[Damage]()
    for number, line in enumerate(data.split(b"\n"), first):
        if not _says_something(line):
            continue
        try:
            changes.append(box.open(line.rstrip(b"\r"), file))
        except ValueError as error:
            damage.append(Damage(file, number, str(error)))
    return changes, damage


def _with_last(reading: Reading, last: bytes, file: str, box: Box, above: int) -> Reading:
    """Add a last line that has no line feed: it counts if it is whole."""
    if not last.strip():
        return reading
    try:
        change = box.open(last, file)
    except ValueError:
        unfinished = Damage(file, above + 1, "the last line is not finished")
        return reading._replace(damage=[*reading.damage, unfinished])
    changes = [*reading.changes, change]
    return Reading(changes, reading.damage, reading.used + len(last))

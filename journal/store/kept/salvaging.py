"""Salvaging: what can be had of each line of a damaged journal, and what cannot.

Line by line: what opens is kept. What does not, or is missing, is put back from a backup where one
holds it. An open line that reads well but whose sum does not fit was edited by hand, or damaged
inside its text: it is taken in as it reads, and what a backup says it was stays in its history.
Only what is left after that is lost.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from journal.errors import Damaged
from journal.records.codec import from_doc
from journal.store import shape
from journal.store.box import Box
from journal.store.change import Change, Doc, unsummed
from journal.store.files import bytes_of, file_name, listed, parse_name
from journal.store.kept.copies import Copied, Copies
from journal.store.kept.fates import (
    GONE,
    IN_ORDER,
    LOST,
    PUT_BACK,
    TAKEN_IN,
    TAKEN_IN_AS_EDIT,
    Fate,
)
from journal.store.lines import MARKERS, read_lines
from journal.store.root import canonical
from journal.store.sealed.switching import Line

_NUMBER = re.compile(rb'(?:\{"n":)?([0-9]{1,15})[, ]')


class Salvaged(NamedTuple):
    """What was had.

    lines  in the order of their files and numbers, numbered without gaps
    edits  what was edited by hand, as changes of records to be written besides
    """

    lines: list[Line]
    edits: list[Change]
    fates: list[Fate]


class _Broken(NamedTuple):
    file: str
    line: int
    n: int
    raw: bytes


class _File:
    """One computer's file of one month, with its copies, while it is salvaged."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.there: dict[int, dict[bytes, Change]] = {}
        self.broken: list[_Broken] = []
        self.is_in_order = True

    def keep(self, change: Change) -> None:
        """Have a change in the file; one that is there already counts once."""
        said = unsummed(change)
        self.there.setdefault(said["n"], {})[canonical(said)] = said

    def read(self, path: Path, box: Box) -> None:
        """Take in what opens of a file, and note what does not."""
        data, before = bytes_of(path), 0
        reading = read_lines(data, path.name, box)
        numbers = [change["n"] for change in reading.changes]
        if not (reading.damage or reading.unfinished):
            for change in reading.changes:
                self.keep(change)
            self.is_in_order &= not box.keeps_order or numbers == sorted(set(numbers))
            return
        readable = set(numbers)
        for line, ended in enumerate(data.split(b"\n"), 1):
            raw = ended.rstrip(b"\r")
            if not raw.strip() or raw.startswith(MARKERS):
                continue
            try:
                change = box.open(raw, path.name)
            except ValueError:
                before = _number_of(raw, before, readable)
                self.broken.append(_Broken(path.name, line, before, raw))
            else:
                before = change["n"]
                self.keep(change)


def salvage(folder: Path, box: Box, copies: Copies, seen: Mapping[str, int]) -> Salvaged:
    """Return what can be had of the lines in a folder.

    seen  by file, the last number that this computer has seen there
    Raises Damaged where a file cannot be read at all.
    """
    files = dict[str, _File]()
    for name in (*copies, *seen):
        if parse_name(name):
            files.setdefault(name, _File(name))
    for file in listed(folder):
        name = file_name(file.month, file.computer)
        files.setdefault(name, _File(name)).read(folder / file.name, box)
    lines, edits, fates = list[Line](), list[Change](), list[Fate]()
    for name in sorted(files):
        own = files[name]
        fates += _mend(own, copies.get(name, {}), edits, reads_open=not box.keeps_order)
        fates += _fill(own, copies.get(name, {}), seen.get(name, 0))
        lines += _numbered(own)
    return Salvaged(lines, edits, fates)


def _number_of(raw: bytes, before: int, readable: set[int]) -> int:
    """Return the number that a broken line had: what it says, or what follows the one before."""
    said = _NUMBER.match(raw)
    numbers = (int(said[1]) if said else 0, before + 1)
    return next((n for n in numbers if before < n <= before + 1000 and n not in readable), 0)


def _mend(
    own: _File, copies: Mapping[int, Copied], edits: list[Change], *, reads_open: bool
) -> Iterator[Fate]:
    """Mend what is broken in a file; yield what became of each line."""
    if not own.is_in_order:
        yield Fate(own.name, 0, 0, IN_ORDER)
    for broken in own.broken:
        copy = copies.get(broken.n) if broken.n not in own.there else None
        read = _as_it_reads(broken.raw) if reads_open else None
        yield _mended(own, broken, copy, read, edits)


def _mended(
    own: _File, broken: _Broken, copy: Copied | None, read: Change | None, edits: list[Change]
) -> Fate:
    fate = Fate(broken.file, broken.line, broken.n, LOST)
    if copy is not None:
        own.keep(copy.change)
        if read is None or _one_bit_apart(copy.raw, broken.raw):
            return fate._replace(fate=PUT_BACK, backup=copy.backup)
        edit = _edit(copy.change, read)
        edits += [edit] if edit["set"] else []
        became = TAKEN_IN_AS_EDIT if edit["set"] else PUT_BACK
        return fate._replace(fate=became, backup=copy.backup)
    if read is not None:
        own.keep(read)
        return fate._replace(fate=TAKEN_IN)
    return fate


def _as_it_reads(raw: bytes) -> Change | None:
    """Return the change that an open line says, whatever its sum is; None where it says none.

    One with a record that cannot be read is none: it would only be damage of another kind.
    """
    try:
        change = unsummed(shape.parsed([raw])[0])
        for id_, doc in change["set"].items():
            from_doc(id_, doc, change["t"])
    except (ValueError, Damaged):
        return None
    return change


def _one_bit_apart(one: bytes, other: bytes) -> bool:
    """Tell whether two lines differ as disks and memories make them differ, not people."""
    if len(one) != len(other):
        return False
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count() == 1


def _edit(was: Change, now: Change) -> Change:
    """Return what was edited by hand, as an edit right after the version that it was made of."""
    changed: dict[str, Doc] = {
        id_: {**doc, "was": was["t"]} if id_ in was["set"] else doc
        for id_, doc in now["set"].items()
        if doc != was["set"].get(id_)
    }
    return Change(n=0, t=str(int(was["t"]) + 1), op="edit", by=was["by"], set=changed)


def _fill(own: _File, copies: Mapping[int, Copied], seen: int) -> Iterator[Fate]:
    """Put back what is missing in a file; yield what became of each number."""
    known = {*own.there, *(broken.n for broken in own.broken)}
    for n in _missing(known, max(known | {*copies, seen}, default=0)):
        if n in copies:
            own.keep(copies[n].change)
            yield Fate(own.name, 0, n, PUT_BACK, copies[n].backup)
        elif not any(broken.n == 0 for broken in own.broken):
            yield Fate(own.name, 0, n, GONE)


def _missing(known: set[int], last: int) -> Iterable[int]:
    if last > 10 * len(known) + 100_000:
        return ()  # a number that nobody wrote: there is no end of what would be missing
    return (n for n in range(1, last + 1) if n not in known)


def _numbered(own: _File) -> list[Line]:
    """Return a file's lines, numbered anew without gaps."""
    changes = [own.there[n][text] for n in sorted(own.there) for text in sorted(own.there[n])]
    computer = own.name[8:12]
    return [
        Line(computer, own.name, Change(**{**change, "n": n}))
        for n, change in enumerate(changes, 1)
    ]

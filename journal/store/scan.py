"""Looking without reading everything: for single commands of the shell.

A line's bytes are looked at before it is parsed, and only the records that matter are folded. A
property test holds the result equal to that of the full fold. It rests on three promises of the
format: ids and ASCII letters stand in a line as they are; a version that hides another says "was",
and what hides a record altogether "purge"; and a file of one month holds no record that is later
than the month's end and a day. Sealed lines are looked at as what they say.
"""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.box import Box
from journal.store.change import Change
from journal.store.files import LineFile, listed
from journal.store.fold import Fold, Version
from journal.store.query import query
from journal.store.reader import Reader
from journal.store.table import newest_first

FEW = 8
"""With more records to follow than this, reading everything is quicker."""

MUCH = 1 << 20
"""With more bytes than this to parse line by line, likewise."""

STRIDE = 29_000
"""Python finds something in fewer than 30,000 bytes a third quicker than in more."""

_ODD_CASES = {"i": ("ı", "İ"), "s": ("ſ",), "k": ("\u212a",)}
"""What a search whatever the case takes for an ASCII letter, too."""


class Scan:
    """Looks through a folder of line files."""

    def __init__(self, folder: Path, box: Box) -> None:
        self._folder = folder
        self._box = box

    def ids(self, prefix: str) -> set[str]:
        """Return the ids that begin with `prefix`, of records kept or in the trash."""
        wanted = re.compile(rb'"' + prefix.encode() + rb'[0-9A-Za-z]*"\s*:')
        found = set[str]()
        for file, data in self._data():
            for match in wanted.finditer(data):
                change = self._open(_line_at(data, match.start()), file)
                found.update(id_ for id_ in change["set"] if id_.startswith(prefix))
        return found

    def only(self, ids: Collection[str]) -> Fold:
        """Return the fold of just the records with these ids."""
        fold, needles = Fold(), _quoted(ids)
        for file, data in self._data():
            for line in _unique(line for needle in needles for line in _lines_with(data, needle)):
                _add(fold, self._open(line, file), file, ids)
        return fold

    def looking_for(self, criteria: Criteria, newest: int) -> dict[str, Version] | None:
        """Return what shows of all that `criteria` asks for, or None if reading all is as quick.

        There may be others among it; if `newest` is given, just the last so many may be there.
        """
        words = _plain_words(criteria.phrases)
        if words and (part := self._mentioning(criteria, words)) is not None:
            return part.shown
        return self._back_to(criteria, newest) if newest or criteria.first else None

    def _back_to(self, criteria: Criteria, newest: int) -> dict[str, Version]:
        """Read the newest files, as far back as something that is asked for may stand."""
        wanted, reader = query(criteria), Reader(self._folder, self._box)
        earliest = _month(criteria.first) if criteria.first else ""
        shown, found, last = reader.fold.shown, set[str](), list[Record]()

        def enough(month: str) -> bool:
            if month < earliest or not 0 < newest <= len(found):
                return month < earliest
            last[:] = islice(newest_first(found, shown), newest)
            return len(last) == newest and month < _reach(last[-1].at)

        for touched in reader.piece_by_piece(enough):
            last.clear()
            for id_ in touched:
                is_wanted = id_ in shown and wanted(shown[id_].doc)
                (found.add if is_wanted else found.discard)(id_)
        if newest:
            found = {each.id for each in last or islice(newest_first(found, shown), newest)}
        return {id_: shown[id_] for id_ in found}

    def _mentioning(self, criteria: Criteria, words: list[bytes]) -> Fold | None:
        """Return the fold of the records of which some version says the phrases.

        words  all of these (lower-case ASCII) stand in its line, whatever their case
        Returns None when there is too much for this way to be quick.
        """
        says, parsed = query(Criteria(phrases=criteria.phrases)), 0
        fold, others = Fold(), list[tuple[LineFile, bytes]]()
        for file, data in self._data():
            for hides in (b'"was":', b'"purge":'):
                others += [(file, line) for line in _lines_with(data, hides)]
            for line in _lines_with_all(data, words):
                parsed += len(line)
                change = self._open(line, file)
                docs = change["set"].items()
                ids = {id_ for id_, doc in docs if says({**doc, "trashed": False})}
                _add(fold, change, file, ids)
                if len(fold.shown) > FEW or parsed > MUCH:
                    return None
        self._add_others(fold, others)
        return fold

    def _add_others(self, fold: Fold, others: list[tuple[LineFile, bytes]]) -> None:
        """Take in what may hide something in `fold`, from lines in which something says "was"."""
        ids = set(fold.shown)
        needles = _quoted(ids)
        for file, line in others:
            if any(needle in line for needle in needles):
                _add(fold, self._open(line, file), file, ids)

    def _data(self) -> Iterator[tuple[LineFile, bytes]]:
        """Yield each file and what it holds: one at a time, so that memory is used again."""
        for file in listed(self._folder):
            data = _bytes(f"{self._folder}{os.sep}{file.name}")
            yield file, self._box.text(data, file.name)

    def _open(self, line: bytes, file: LineFile) -> Change:
        """Return the change in a line; one that cannot be read holds no records."""
        try:
            return self._box.read(line.rstrip(b"\r"), file.name)
        except ValueError:
            return Change(n=0, t="0", op="", by="", set={})


def _bytes(path: str) -> bytes:
    """Return what a file holds; one that cannot be read counts as empty (`check` names it)."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def _add(fold: Fold, change: Change, file: LineFile, ids: Collection[str]) -> None:
    """Take in what a change of `file` says of the records with these ids."""
    wanted = {id_: doc for id_, doc in change["set"].items() if id_ in ids}
    fold.add([Change(**{**change, "set": wanted})], file.computer)


def _quoted(ids: Iterable[str]) -> list[bytes]:
    return [f'"{id_}"'.encode() for id_ in ids]


def _plain_words(phrases: Iterable[str]) -> list[bytes]:
    """Return parts of `phrases` that stand in a line's bytes as they are, the longest first."""
    words = (re.findall("[0-9A-Za-z]+", normalize("NFC", phrase)) for phrase in phrases)
    return sorted((word.lower().encode() for found in words for word in found), key=len)[::-1]


def _month(first: date) -> str:
    """Return the oldest month in whose file a record of the day `first` can stand.

    A logical day and a UTC month can be two days apart, and a file's month one more.
    """
    return (first - timedelta(days=3)).isoformat()[:7] if first > date(1, 1, 4) else ""


def _reach(at: datetime) -> str:
    """Return the oldest month in whose file something later than `at` can stand."""
    try:
        return (at.astimezone(UTC) - timedelta(days=1)).isoformat()[:7]
    except OverflowError:  # the year 1 or 9999
        return ""


def _line_at(data: bytes, at: int) -> bytes:
    """Return the line of `data` in which the byte number `at` stands."""
    end = data.find(b"\n", at)
    return data[data.rfind(b"\n", 0, at) + 1 : end if end >= 0 else len(data)]


def _lines_with(data: bytes, needle: bytes, spelled: bytes = b"") -> Iterator[bytes]:
    """Yield the lines of `data` that contain `needle`.

    spelled  the same in another spelling of the same length, to be looked through instead
    """
    searched, end = spelled or data, 0
    while end >= 0 and (at := _find(searched, needle, end)) >= 0:
        yield _line_at(data, at)
        end = data.find(b"\n", at)


def _find(data: bytes, needle: bytes, start: int) -> int:
    """Return where the next `needle` stands in `data`, from `start` on; -1 if there is none."""
    more = STRIDE + len(needle) - 1
    for at in range(start, len(data), STRIDE):
        if (found := data.find(needle, at, at + more)) >= 0:
            return found
    return -1


def _lines_with_all(data: bytes, words: list[bytes]) -> Iterator[bytes]:
    """Yield the lines that may contain all `words` (lower case, longest first) in any case."""
    for needle in _odd_spellings(words):
        if needle[:1] in data and needle[-1:] in data:  # single bytes are found much faster
            yield from _lines_with(data, needle)
    for line in _lines_with(data, words[0], data.lower()):
        if all(word in line.lower() for word in words[1:]):
            yield line


def _odd_spellings(words: list[bytes]) -> set[bytes]:
    letters = {letter for word in words for letter in word.decode()}
    return {odd.encode() for letter in letters for odd in _ODD_CASES.get(letter, ())}


def _unique(lines: Iterator[bytes]) -> Iterator[bytes]:
    return iter(dict.fromkeys(lines))

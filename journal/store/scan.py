"""Looking without reading everything: for single commands of the shell.

A line's bytes are looked at before it is parsed, and only the records that matter are folded. A
property test holds the result equal to that of the full fold. It rests on two promises of the
format: ids and ASCII letters stand in a line as they are, and a file of one month holds no record
that is later than the month's end and a day.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unicodedata import normalize

from journal.records.criteria import Criteria
from journal.store.box import Box
from journal.store.change import Change
from journal.store.files import LineFile, look
from journal.store.fold import Fold
from journal.store.query import query
from journal.store.reader import Reader
from journal.store.table import readable

FEW = 8
"""With more records to follow than this, reading everything is quicker."""

MUCH = 1 << 20
"""With more bytes than this to parse line by line, likewise."""

_ODD_CASES = {"i": ("ı", "İ"), "s": ("ſ",), "k": ("\u212a",)}
"""What a search whatever the case takes for an ASCII letter, too."""


class Scan:
    """One look through a folder of line files, whose bytes are read once."""

    def __init__(self, folder: Path, box: Box) -> None:
        self._folder = folder
        self._box = box
        self._files: list[tuple[LineFile, bytes]] | None = None

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
        fold = Fold()
        needles = [f'"{id_}"'.encode() for id_ in ids]
        for file, data in self._data():
            for line in _unique(line for needle in needles for line in _lines_with(data, needle)):
                change = self._open(line, file)
                wanted = {id_: doc for id_, doc in change["set"].items() if id_ in ids}
                fold.add([Change(**{**change, "set": wanted})], file.computer)
        return fold

    def looking_for(self, criteria: Criteria, newest: int) -> Fold | None:
        """Return a fold with all that `criteria` asks for, or None if reading all is as quick.

        Of other records it may hold some versions and lack others, but none that would match.
        """
        words = _plain_words(criteria.phrases)
        part = self._mentioning(criteria, words) if words else None
        if part is None and (newest or criteria.first):
            return self._back_to(criteria, newest)
        return part

    def _back_to(self, criteria: Criteria, newest: int) -> Fold:
        """Read the newest files, as far back as something that is asked for may stand."""
        wanted, reader = query(criteria), Reader(self._folder, self._box)
        earliest = _month(criteria.first) if criteria.first else ""
        found: dict[str, datetime] = {}

        def enough(month: str) -> bool:
            return month < earliest or (0 < newest <= len(found) and month < _nth(found, newest))

        for touched in reader.piece_by_piece(enough):
            for id_ in touched:
                version = reader.fold.shown[id_]
                record = readable(id_, version) if wanted(version.doc) else None
                if record:
                    found[id_] = record.at
                else:
                    found.pop(id_, None)
        return reader.fold

    def _mentioning(self, criteria: Criteria, words: list[bytes]) -> Fold | None:
        """Return the fold of the records of which some version says the phrases.

        words  all of these (lower-case ASCII) stand in its line, whatever their case
        Returns None when there is too much for this way to be quick.
        """
        says, parsed, ids = query(Criteria(phrases=criteria.phrases)), 0, set[str]()
        for file, data in self._data():
            for line in _lines_with_all(data, words):
                parsed += len(line)
                docs = self._open(line, file)["set"]
                ids.update(id_ for id_, doc in docs.items() if says({**doc, "trashed": False}))
                if len(ids) > FEW or parsed > MUCH:
                    return None
        return self.only(ids)

    def _data(self) -> list[tuple[LineFile, bytes]]:
        if self._files is None:
            files = [seen.file for seen in look(self._folder)]
            self._files = [(file, _bytes(self._folder / file.name)) for file in files]
        return self._files

    def _open(self, line: bytes, file: LineFile) -> Change:
        """Return the change in a line; one that cannot be read holds no records."""
        try:
            return self._box.open(line.rstrip(b"\r"), file.name)
        except ValueError:
            return Change(n=0, t="0", op="", by="", set={})


def _bytes(path: Path) -> bytes:
    """Return what a file holds; one that cannot be read counts as empty (`check` names it)."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _plain_words(phrases: Iterable[str]) -> list[bytes]:
    """Return parts of `phrases` that stand in a line's bytes as they are, the longest first."""
    words = (re.findall("[0-9A-Za-z]+", normalize("NFC", phrase)) for phrase in phrases)
    return sorted((word.lower().encode() for found in words for word in found), key=len)[::-1]


def _month(first: date) -> str:
    """Return the oldest month in whose file a record of the day `first` can stand.

    A logical day and a UTC month can be two days apart, and a file's month one more.
    """
    return (first - timedelta(days=3)).isoformat()[:7] if first > date(1, 1, 4) else ""


def _nth(found: dict[str, datetime], newest: int) -> str:
    """Return the month before which nothing can be among the `newest` of what was found."""
    at = sorted(found.values())[-newest]
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
    searched = spelled or data
    at = searched.find(needle)
    while at >= 0:
        line = _line_at(data, at)
        yield line
        end = data.find(b"\n", at)
        at = searched.find(needle, end) if end >= 0 else -1


def _lines_with_all(data: bytes, words: list[bytes]) -> Iterator[bytes]:
    """Yield the lines that may contain all `words` (lower case, longest first) in any case."""
    letters = {letter for word in words for letter in word.decode()}
    for odd in [odd for letter in letters for odd in _ODD_CASES.get(letter, ())]:
        needle = odd.encode()
        if needle[:1] in data and needle[-1:] in data:  # single bytes are found much faster
            yield from _lines_with(data, needle)
    for line in _lines_with(data, words[0], data.lower()):
        if all(word in line.lower() for word in words[1:]):
            yield line


def _unique(lines: Iterator[bytes]) -> Iterator[bytes]:
    return iter(dict.fromkeys(lines))

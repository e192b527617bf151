"""Looking without reading everything: for single commands of the shell.

A line's bytes are looked at before it is parsed. The result is the same as that of the full fold
(a property test holds it to that) because every version but a record's first says `"was":`, and a
later version always outranks a first one: the lines that could matter are those that mention what
is looked for, and those that replace something.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tinydb.queries import QueryInstance

from journal.records.criteria import Criteria
from journal.store.box import Box
from journal.store.change import Change, Doc
from journal.store.files import LineFile, look
from journal.store.fold import Fold
from journal.store.query import query
from journal.store.reader import Reader

_LATER = b'"was":'
MANY = 200
"""With more candidates than this, reading everything is quicker."""


class Scan:
    """One look through a folder of line files, whose bytes are read once."""

    def __init__(self, folder: Path, box: Box) -> None:
        self._folder = folder
        self._box = box
        self._files: list[tuple[LineFile, bytes]] | None = None

    def ids(self, prefix: str) -> set[str]:
        """Return the ids that begin with `prefix`, of records kept or in the trash."""
        needle = b'"' + prefix.encode()
        found = set[str]()
        for file, data in self._data():
            for line in _lines_with(data, needle):
                change = self._open(line, file)
                found.update(id_ for id_ in change["set"] if id_.startswith(prefix))
        return found

    def fold(self, ids: Collection[str]) -> Fold:
        """Return the fold of just the records with these ids."""
        fold = Fold()
        needles = [f'"{id_}":{{'.encode() for id_ in ids]
        for file, data in self._data():
            for line in _unique(line for needle in needles for line in _lines_with(data, needle)):
                self._add(fold, self._open(line, file), file, ids)
        return fold

    def looking_for(self, criteria: Criteria, newest: int) -> Fold | None:
        """Return a fold with all that `criteria` asks for, or None if reading all is as quick.

        Of other records it may hold some versions and lack others, but none that would match.
        """
        words = _plain_words(criteria.phrases)
        if words:
            return self._mentioning(words)
        if newest or criteria.first:
            return self._back_to(criteria, newest)
        return None

    def _back_to(self, criteria: Criteria, newest: int) -> Fold:
        """Read the newest files, as far back as something that is asked for may stand."""
        wanted, reader = query(criteria), Reader(self._folder, self._box)
        earliest = _month(criteria.first) if criteria.first else ""

        def enough(month: str) -> bool:
            return month < earliest or (
                newest > 0 and month < _nth_newest(reader.fold, wanted, newest)
            )

        reader.read(enough)
        return reader.fold

    def _mentioning(self, words: Collection[bytes]) -> Fold | None:
        """Return the fold of the records of which some version mentions `words`.

        words  lower-case ASCII; a line counts if it has them all, whatever their case
        Returns None when there are too many for this way to be quick.
        """
        candidates, firsts = set[str](), list[tuple[LineFile, Change]]()
        for file, data in self._data():
            for line in _lines_with_all(data, words):
                change = self._open(line, file)
                firsts.append((file, change))
                candidates.update(id_ for id_, doc in change["set"].items() if _has(doc, words))
                if len(candidates) > MANY:
                    return None
        return self._with_later_versions(candidates, firsts)

    def _with_later_versions(
        self, ids: Collection[str], firsts: list[tuple[LineFile, Change]]
    ) -> Fold:
        fold = Fold()
        for file, change in firsts:
            self._add(fold, change, file, ids)
        needles = [f'"{id_}":{{'.encode() for id_ in ids]
        for file, data in self._data() if ids else ():
            for line in _lines_with(data, _LATER):
                if any(needle in line for needle in needles):
                    self._add(fold, self._open(line, file), file, ids)
        return fold

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

    @staticmethod
    def _add(fold: Fold, change: Change, file: LineFile, ids: Collection[str]) -> None:
        """Take the records named out of a change; the change itself stays whole."""
        wanted = {id_: doc for id_, doc in change["set"].items() if id_ in ids}
        fold.add([Change(**{**change, "set": wanted})], file.computer)


def _bytes(path: Path) -> bytes:
    """Return what a file holds; one that cannot be read counts as empty (`check` names it)."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _plain_words(phrases: Iterable[str]) -> list[bytes]:
    """Return the words in `phrases` that stand in a line's bytes just as they are written."""
    words = [word for phrase in phrases for word in phrase.split()]
    return [word.lower().encode() for word in words if word.isascii() and word.isalnum()]


def _has(doc: Doc, words: Collection[bytes]) -> bool:
    text = str(doc.get("text")).encode(errors="replace").lower()
    return all(word in text for word in words)


def _month(first: date) -> str:
    """Return the oldest month in whose file a record of the day `first` can stand.

    A logical day and a UTC month can be two days apart, and a file's month one more.
    """
    return f"{first - timedelta(days=3):%Y-%m}" if first > date(1, 1, 4) else ""


def _nth_newest(fold: Fold, wanted: QueryInstance, count: int) -> str:
    """Return the month below which nothing can be among the `count` newest; "" if unknown.

    No file of a month holds a record that is later than its end and a day.
    """
    moments = sorted(
        datetime.fromisoformat(version.doc["at"]).astimezone(UTC)
        for version in fold.shown.values()
        if wanted(version.doc)
    )
    return f"{moments[-count] - timedelta(days=1):%Y-%m}" if len(moments) >= count else ""


def _lines_with(data: bytes, needle: bytes) -> Iterator[bytes]:
    """Yield the lines of `data` that contain `needle`."""
    at = data.find(needle)
    while at >= 0:
        start = data.rfind(b"\n", 0, at) + 1
        end = data.find(b"\n", at)
        end = end if end >= 0 else len(data)
        yield data[start:end]
        at = data.find(needle, end)


def _lines_with_all(data: bytes, words: Collection[bytes]) -> Iterator[bytes]:
    """Yield the lines that contain all `words` (lower case) in any case."""
    lowered = data.lower()
    if not all(word in lowered for word in words):
        return
    rarest = min(words, key=lowered.count)
    at = lowered.find(rarest)
    while at >= 0:
        start = data.rfind(b"\n", 0, at) + 1
        end = data.find(b"\n", at)
        end = end if end >= 0 else len(data)
        line = lowered[start:end]
        if all(word in line for word in words):
            yield data[start:end]
        at = lowered.find(rarest, end)


def _unique(lines: Iterator[bytes]) -> Iterator[bytes]:
    return iter(dict.fromkeys(lines))

"""What the learner said of passages, found again in the texts as they are now."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from journal.records.mark import Mark, Named, Says, Spot, digest_of
from journal.records.record import Record


class Place(NamedTuple):
    """A passage of a record as it is now: characters `start` to `end` of its text."""

    record: Record
    start: int
    end: int


class Marked:
    """The marks among some records, and what they are about."""

    def __init__(self, records: Iterable[Record]) -> None:
        by_id = {}
        self._not_this: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._missed: dict[str, list[Spot]] = defaultdict(list)
        self._not_counted: dict[str, dict[str, str]] = defaultdict(dict)
        self._pairs: list[tuple[Record, Mark]] = []
        self._closed: dict[tuple[str, str, str], Record] = {}
        self._named: dict[str, Named] = {}
        for record in records:
            by_id[record.id] = record
            if isinstance(record.own, Mark) and record.own.spots:
                self._take(record, record.own)
        self._by_id = by_id
        self._places: dict[Spot, Place | None] = {}

    def _take(self, record: Record, mark: Mark) -> None:
        [spot, *more] = mark.spots
        match mark.says:
            case Says.NOT_THIS:
                self._not_this[spot.id, mark.label].add(spot.digest)
            case Says.MISSED:
                self._missed[mark.label].append(spot)
            case Says.DOES_NOT_COUNT:
                self._not_counted[mark.figure][spot.id] = mark.why
            case Says.PAIR if more:
                self._pairs.append((record, mark))
            case Says.CLOSED:
                self._closed[spot.id, mark.label, spot.digest] = record
            case Says.NAMED if mark.named:
                self._named[spot.digest] = mark.named

    def is_not_this(self, record: Record, label: str, start: int, end: int) -> bool:
        """Tell whether the learner said of a sentence that it does not show `label`."""
        digests = self._not_this.get((record.id, label), set())
        return bool(digests) and digest_of(record.text[start:end]) in digests

    def rejected(self, label: str) -> int:
        """Return of how many sentences the learner said that they do not show `label`."""
        return sum(len(found) for (id_, of), found in self._not_this.items()
                   if of == label and id_ in self._by_id)  # fmt: skip

    def missed(self, label: str) -> list[Place]:
        """Return the sentences of which the learner said that they show `label`."""
        found = (self.place(spot) for spot in self._missed.get(label, ()))
        return [place for place in found if place]

    def not_counted(self, figure: str) -> dict[str, str]:
        """Return the ids of records that do not count for a figure, and why not."""
        return self._not_counted.get(figure, {})

    def pairs(self) -> list[tuple[Record, Place, Place]]:
        """Return the pairs that the learner made, each with its mark; the oldest mark first."""
        found = []
        for record, mark in self._pairs:
            then, now = (self.place(spot) for spot in mark.spots[:2])
            if then and now:
                found.append((record, then, now))
        return found

    def closed(self, record: Record, label: str, start: int, end: int) -> Record | None:
        """Return the mark by which the learner closed a sentence; None while it is open."""
        if not self._closed:
            return None
        return self._closed.get((record.id, label, digest_of(record.text[start:end])))

    def named(self, name: str) -> Named | None:
        """Return what the learner last said that a name stands for; None if they never did."""
        return self._named.get(digest_of(name)) if self._named else None

    def place(self, spot: Spot) -> Place | None:
        """Return where a passage is now; None where its record or its words are gone.

        Where words before it have changed, it is found by its digest: sought once, as that is slow.
        """
        if spot not in self._places:
            self._places[spot] = self._sought(spot)
        return self._places[spot]

    def _sought(self, spot: Spot) -> Place | None:
        record = self._by_id.get(spot.id)
        if record is None:
            return None
        if not spot.digest:
            return Place(record, 0, len(record.text))
        if digest_of(record.text[spot.start : spot.end]) == spot.digest:
            return Place(record, spot.start, spot.end)
        return _moved(record, spot)


def _moved(record: Record, spot: Spot) -> Place | None:
    length = spot.end - spot.start
    for start in range(len(record.text) - length + 1):
        if digest_of(record.text[start : start + length]) == spot.digest:
            return Place(record, start, start + length)
    return None

"""A journal as the figures see it: by kind, by what links to what, with what the learner marked."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar, cast

from journal.analysis.growth.marked import Marked
from journal.analysis.growth.readings import KINDS, Readings
from journal.analysis.masking import mask
from journal.analysis.splitting import sentences
from journal.records.close import Close
from journal.records.record import Record

Own = TypeVar("Own")
Made = TypeVar("Made")

HORIZON = 210
"""Days: twice twelve weeks, and the weeks for which a look at them holds."""


class Material:
    """The records without the trash, oldest first, and what is known of them.

    today     the logical day that it is
    readings  what was read in their texts
    marked    what the learner said of passages
    """

    def __init__(
        self, records: Iterable[Record], today: date, readings: Readings | None = None
    ) -> None:
        kept = [record for record in records if not record.trashed and record.day <= today]
        kept.sort(key=lambda record: (record.day, record.at, record.id))
        self.today = today
        self.readings = readings or Readings()
        self.marked = Marked(kept)
        self.by_id = {record.id: record for record in kept}
        self._by_type: dict[type, list[Record]] = defaultdict(list)
        self._behind: dict[str, list[Record]] = defaultdict(list)
        self._made: dict[object, object] = {}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for record in kept:
            self._by_type[type(record.own)].append(record)
            for link in _links(record):
                self._behind[link].append(record)

    def of(self, *types: type[Own]) -> Iterator[tuple[Record, Own]]:
        """Yield each record whose fields are of one of `types` together with them, oldest first."""
        for type_ in types:
            for record in self._by_type[type_]:
                if isinstance(record.own, type_):
                    yield record, record.own

    def of_late(self, type_: type[Own]) -> Iterator[tuple[Record, Own]]:
        """Yield what `of` does of the last HORIZON days: no figure looks further back.

        For kinds of which there are many, and which belong to the day on which they were kept.
        """
        kept = self._by_type[type_]
        for record in kept[_late(kept, self.today) :]:
            if isinstance(record.own, type_):
                yield record, record.own

    def once(self, make: "Callable[[Material], Made]") -> Made:
        """Return what `make` makes of this; it is made once, however often it is asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    def behind(self, record: Record, days: int) -> list[Record]:
        """Return what links to a record, or to what links to it, within so many days of it."""
        last = record.day + timedelta(days=days)
        found: dict[str, Record] = {}
        open_ = [record]
        while open_:
            for each in self._behind[open_.pop().id]:
                if each.id not in found and record.day <= each.day <= last:
                    found[each.id] = each
                    open_.append(each)
        return list(found.values())

    def spans(self, record: Record) -> Sequence[tuple[int, int]]:
        """Return where the sentences of a record begin and end; its text is split once."""
        found = self._spans.get(record.id)
        if found is None:
            self._spans[record.id] = found = list(sentences(mask(record.text)))
        return found

    def sentence_at(self, record: Record, at: int) -> tuple[int, int]:
        """Return the sentence that character `at` of a record belongs to, or else all of it."""
        found = (span for span in self.spans(record) if span[0] <= at < span[1])
        return next(found, (0, len(record.text)))

    @cached_property
    def written(self) -> Sequence[Record]:
        """The records that hold the learner's own running words, oldest first."""
        kinds = set(KINDS)
        return [record for record in self.by_id.values() if record.kind in kinds]

    @cached_property
    def written_late(self) -> Sequence[Record]:
        """Those of the last HORIZON days."""
        return self.written[_late(self.written, self.today) :]

    @property
    def first_day(self) -> date:
        """The learner's first day here: that of their first look back or try; today without one.

        Imported notes have neither, and figures begin with the learner's own.
        """
        own = (r.day for t, rs in self._by_type.items() for r in rs[:1] if t.__name__ in _BEGINS)
        return min(own, default=self.today)


_BEGINS = {"Close", "Experiment", "Plan", "ContextMove", "Goal", "Belief", "Item", "Review"}


def _late(records: Sequence[Record], today: date) -> int:
    """Return the place in `records`, the oldest first, from which on they are of late."""
    return bisect_left(records, today - timedelta(days=HORIZON), key=lambda each: each.day)


def _links(record: Record) -> set[str]:
    picked = record.own.picked if isinstance(record.own, Close) else ""
    return {*record.links, picked} - {"", record.id}

"""All records by their days: what a page shows, and search as one types.

Months are made once and never change; a change puts a new month in the place of the old one. So
one thread may make them while another reads. An index of each month says which of its texts have
the words that are sought, newest first; only those are compared in earnest.
"""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate, groupby
from typing import Any

from journal.errors import Damaged
from journal.practice.finding.folding import folded, needle
from journal.practice.finding.index import Index
from journal.practice.finding.query import Sought
from journal.records.codec import from_doc
from journal.records.criteria import same_tag
from journal.records.record import Record

APART = ("coach", "excerpt", "consent", "mark")
"""Kinds that were not written on a day: they are found where their kind is asked for."""

PIECE = 32
"""So many records are taken at a time: few enough that another thread never waits for long."""

_KIND, _SIGN, _TAG, _STAR, _TRASH = "\x01\x02\x03\x04\x05"  # these occur in no folded text

MonthName = str
"""A month as "2026-11", so that names are in the order of time."""


def newest_first(record: Record) -> tuple[date, Any, str]:
    """Return by what records are ordered, to be reversed: day as lived, moment, id."""
    return record.day, record.at, record.id


class Month:
    """The records of one month of days, the trash included; it never changes.

    records  newest first
    days     what was kept on each day that has something, oldest first; the newest day first
    """

    def __init__(self, records: Iterable[Record], fold: Callable[[Record], str]) -> None:
        self.records = sorted(records, key=newest_first, reverse=True)
        kept = [r for r in self.records if not (r.trashed or r.kind in APART)]
        self.days: dict[date, tuple[Record, ...]] = {
            day: tuple(of_day)[::-1] for day, of_day in groupby(kept, key=lambda record: record.day)
        }
        parts = [fold(record) for record in self.records]
        self._text = "".join(parts)
        self._index = Index(map(_terms, self.records, parts))
        self._starts = list(accumulate(map(len, parts), initial=0))

    def folds(self) -> dict[str, str]:
        """Return the folded text of each record, by id."""
        starts = zip(self.records, self._starts, self._starts[1:], strict=False)
        return {record.id: self._text[start:end] for record, start, end in starts}

    def candidates(self, needles: list[str]) -> Iterator[Record]:
        """Yield, newest first, the records whose folded text has all needles."""
        find, starts = self._text.find, self._starts
        for number in self._index.having(needles):
            start, end = starts[number], starts[number + 1]
            if all(find(needle, start, end) >= 0 for needle in needles):
                yield self.records[number]


class Library:
    """All records by months, days and words."""

    def __init__(self) -> None:
        self._months: Mapping[MonthName, Month] = {}
        self._where: dict[str, MonthName] = {}
        self._changing = threading.Lock()

    # --- reading, at any time

    def days(self) -> list[date]:
        """Return the days that have something on them, newest first."""
        months = self._months
        return [day for name in sorted(months, reverse=True) for day in months[name].days]

    def on(self, day: date) -> tuple[Record, ...]:
        """Return what was kept on a day, oldest first."""
        month = self._months.get(_name(day))
        return month.days.get(day, ()) if month else ()

    def search(self, sought: Sought) -> Iterator[Record | None]:
        """Yield what is sought, newest first, and None now and then while there is nothing."""
        is_wanted, needles = _matcher(sought), _needles(sought)
        for month in self._between(sought.criteria.first, sought.criteria.last):
            for number, record in enumerate(month.candidates(needles)):
                if is_wanted(record):
                    yield record
                elif number % PIECE == PIECE - 1:
                    yield None
            yield None

    def _between(self, first: date | None, last: date | None) -> Iterator[Month]:
        months = self._months
        earliest, latest = _name(first or date.min), _name(last or date.max)
        for name in sorted(months, reverse=True):
            if earliest <= name <= latest:
                yield months[name]

    # --- growing, in one thread at a time

    def fill(self, docs: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[bool]:
        """Take all records from documents, newest months first, in place of what was there.

        Yields True when there is another month, and False after each small piece of work. What
        cannot be read is left out.
        """
        with self._changing:
            by_month: dict[MonthName, list[tuple[str, Mapping[str, Any]]]] = {}
            for number, (id_, doc) in enumerate(docs):
                by_month.setdefault(str(doc.get("day"))[:7], []).append((id_, doc))
                if number % (PIECE * 16) == 0:
                    yield False
            gone = self._months.keys() - by_month.keys()
            for name in sorted(by_month, reverse=True):
                yield from self._fill_month(by_month[name])
            if gone:
                self._months = {name: m for name, m in self._months.items() if name not in gone}
                yield True

    def _fill_month(self, docs: list[tuple[str, Mapping[str, Any]]]) -> Iterator[bool]:
        records: list[Record] = []
        folds: dict[str, str] = {}
        for number, (id_, doc) in enumerate(docs):
            record = _readable(id_, doc)
            if record is not None:
                records.append(record)
                folds[id_] = _folded(record)
            if number % PIECE == PIECE - 1:
                yield False
        if records:
            self._put(_name(records[0].day), records, folds)
            yield True

    def change(self, ids: Collection[str], records: Iterable[Record]) -> None:
        """Take the records with these ids as they are now; those not among `records` are gone."""
        with self._changing:
            by_month: dict[MonthName, list[Record]] = {
                self._where[id_]: [] for id_ in ids if id_ in self._where
            }
            for record in records:
                by_month.setdefault(_name(record.day), []).append(record)
            for name, new in by_month.items():
                old = self._months.get(name)
                folds = old.folds() if old else {}
                folds.update({record.id: _folded(record) for record in new})
                stay = [record for record in old.records if record.id not in ids] if old else []
                self._put(name, stay + new, folds)

    def _put(self, name: MonthName, records: list[Record], folds: Mapping[str, str]) -> None:
        month = Month(records, lambda record: folds[record.id])
        self._months = {**self._months, name: month}
        self._where.update((record.id, name) for record in records)


def _name(day: date) -> MonthName:
    return f"{day.year:04}-{day.month:02}"


def _readable(id_: str, doc: Mapping[str, Any]) -> Record | None:
    try:
        return from_doc(id_, dict(doc))
    except Damaged:
        return None


def _folded(record: Record) -> str:
    """Return a record as it is searched: its marks, and its text folded."""
    return "".join(_marks(record)) + folded(record.text)


def _terms(record: Record, fold: str) -> list[str]:
    """Return by what a record is found: its marks, and the words of its fold."""
    marks = _marks(record)
    return [*marks, *fold[sum(map(len, marks)) :].split()]


def _marks(record: Record) -> list[str]:
    """Return what a record is marked as, each in a form that occurs in no folded text."""
    marks = [f"{_KIND}{record.kind}{_KIND}"]
    marks += [f"{_TAG}{same_tag(tag)}{_TAG}" for tag in record.tags]
    marks += [f"{_SIGN}{record.sign}{_SIGN}"] if record.sign else []
    marks += [_STAR] if record.starred else []
    return [*marks, _TRASH] if record.trashed else marks


def _matcher(sought: Sought) -> Callable[[Record], bool]:
    """Return what says whether a record is sought; kinds apart only where a kind is said."""
    is_wanted = sought.matcher()
    if sought.criteria.kinds:
        return is_wanted
    return lambda record: record.kind not in APART and is_wanted(record)


def _needles(sought: Sought) -> list[str]:
    """Return what the folded records that are sought must contain, the most telling first."""
    criteria = sought.criteria
    words = [needle(phrase) for phrase in criteria.phrases if phrase.strip()]
    if sought.begun:
        words.append(needle(sought.begun, begun=True))
    marks = [f"{_TAG}{same_tag(tag)}{_TAG}" for tag in criteria.tags]
    marks += [f"{_SIGN}{criteria.sign}{_SIGN}"] if criteria.sign else []
    marks += [_TRASH] if criteria.trashed else []
    marks += [_STAR] if criteria.starred else []
    marks += [f"{_KIND}{kind}{_KIND}" for kind in criteria.kinds if len(criteria.kinds) == 1]
    return sorted(words, key=len, reverse=True) + marks

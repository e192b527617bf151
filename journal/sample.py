"""The shipped sample: twelve weeks of an invented learner, moved so that they end today.

`data/sample/week-NN.toml` says what it holds by week, workday (1 to 5) and time of day, never by
date. Of the same day all records are always the same, their ids too.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from journal.clock import Clock
from journal.records.close import Close, own_words
from journal.records.codec import from_doc
from journal.records.record import Record
from journal.resources import shipped
from journal.store.ids import source_id

WEEKS = 12
WORKDAYS = 5

ENDS_AT = time(16, 45)
"""The time of day at which the sample is opened: its last day has not been looked back on."""

_REFERENCES = ("links", "aside", "picked")
"""Fields that point to other records: in the files by their names, in a record by their ids."""


def last_workday(today: date) -> date:
    """Return `today`, or on a weekend the Friday before it: the day on which the sample ends."""
    return today - timedelta(days=max(today.weekday() - 4, 0))


def sample_clock(clock: Clock, today: date) -> Clock:
    """Return a clock that starts at the end of the sample and goes on as fast as `clock`."""
    ahead = _local(last_workday(today), ENDS_AT) - clock.now()
    nanoseconds = ahead // timedelta(microseconds=1) * 1000
    return Clock(lambda: clock.ns() + nanoseconds, clock.zone)


def sample_records(today: date, zone: str) -> list[Record]:
    """Return the records of the sample as they are when it ends on, or just before, `today`.

    zone  the IANA name of the local zone, in which its times are

    Weeks are counted in workdays from the last one, so that none falls on a weekend; its Monday
    may be any weekday. Oldest first.
    """
    entries = list(_entries())
    ids = {entry.fields["name"]: entry.id for entry in entries if "name" in entry.fields}
    last = last_workday(today)
    return [_record(entry, ids, _day(last, entry), zone) for entry in entries]


class _Entry(NamedTuple):
    """One record as a file says it."""

    week: int
    workday: int
    kind: str
    fields: dict[str, Any]

    @property
    def id(self) -> str:
        return source_id("sample", f"{self.week} {self.workday} {self.kind} {self.fields['at']}")


def _entries() -> Iterator[_Entry]:
    """Yield what the files hold, oldest first: by day, and there by time."""
    files = (shipped("data") / "sample").iterdir()
    for file in sorted(files, key=lambda file: file.name):
        week = tomllib.loads(file.read_text(encoding="utf-8"))
        for day in week.get("day", []):
            workday = day.pop("workday")
            entries = [
                _Entry(week["week"], workday, kind, fields)
                for kind, records in day.items()
                for fields in records
            ]
            yield from sorted(entries, key=lambda entry: entry.fields["at"])


def _day(last: date, entry: _Entry) -> date:
    """Return the date of an entry, counted back in workdays from the `last` one."""
    back = (WEEKS - entry.week) * WORKDAYS + WORKDAYS - entry.workday
    weeks, days = divmod(back, WORKDAYS)
    weekend = 2 if days > last.weekday() else 0
    return last - timedelta(weeks=weeks, days=days + weekend)


def _record(entry: _Entry, ids: dict[str, str], day: date, zone: str) -> Record:
    said = {name: value for name, value in entry.fields.items() if name not in ("at", "name")}
    for name in said.keys() & set(_REFERENCES):
        value = said[name]
        said[name] = ids[value] if isinstance(value, str) else [ids[each] for each in value]
    at = _local(day, entry.fields["at"]).isoformat()
    common = {"kind": entry.kind, "at": at, "zone": zone, "day": day.isoformat(), "text": ""}
    record = from_doc(entry.id, common | said)
    if isinstance(record.own, Close):
        return record._replace(text=own_words(record.own.answers, record.own.tomorrow))
    return record


def _local(day: date, at: time) -> datetime:
    return datetime.combine(day, at).astimezone()

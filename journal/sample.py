"""The shipped sample: twelve weeks of an invented learner, moved so that they end today.

`data/sample/*.toml` say what it holds by week, workday (1 to 5) and time of day, never by date.
Of the same day all records are always the same, their ids too.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, NamedTuple

from journal.clock import Clock
from journal.dates.calendar import last_workday
from journal.records.codec import from_doc
from journal.records.note import Note
from journal.records.record import Record, Unknown, having
from journal.resources import shipped
from journal.store.ids import source_id

WEEKS = 12
WORKDAYS = 5

ENDS_AT = time(16, 45)
"""The time of day at which the sample is opened: its last day has not been looked back on."""

_REFERENCES = (
    *("links", "aside", "picked", "goal", "parent", "experiment", "note", "coach", "id"),
)
"""Fields that point to other records: by readable ids in the files, by the store's in a record."""

_DAY = re.compile(r"W(?P<week>\d\d)-(?P<workday>[1-5])(?:T(?P<at>\d\d:\d\d))?")
"""A day of the sample, or a moment on it: W09-3, W09-3T07:50."""


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
    entries = sorted(_entries(), key=lambda entry: entry.at)
    last = last_workday(today)
    ids = {entry.fields["id"]: entry.id for entry in entries if "id" in entry.fields}
    return [_record(entry, ids, last, zone) for entry in entries]


def resolved(said: Any, today: date) -> Any:
    """Return what else is told of the sample, with the store's ids and real days in it.

    said   fields, or lists of them, as the files of the sample have them: "W09-3T07:50"
    today  as in `sample_records`
    """
    ids = {entry.fields["id"]: entry.id for entry in _entries() if "id" in entry.fields}
    return _resolved(said, ids, last_workday(today))


class _Moment(NamedTuple):
    """A day of the sample, and the time of day where one is said."""

    week: int
    workday: int
    at: time | None

    def day(self, last: date) -> date:
        """Return its date, counted in workdays from the `last` one; later ones are to come."""
        back = (WEEKS - self.week) * WORKDAYS + WORKDAYS - self.workday
        weeks, days = divmod(back, WORKDAYS)
        weekend = 2 if days > last.weekday() else 0
        return last - timedelta(weeks=weeks, days=days + weekend)

    def said(self, last: date) -> str:
        """Return it as ISO 8601 has it: a date, or a moment."""
        day = self.day(last)
        return (_local(day, self.at) if self.at else day).isoformat()


class _Entry(NamedTuple):
    """One record as a file says it."""

    at: _Moment
    kind: str
    fields: dict[str, Any]

    @property
    def id(self) -> str:
        week, workday, at = self.at
        return source_id("sample", f"{week} {workday} {self.kind} {at}")


def _entries() -> Iterator[_Entry]:
    """Yield what the files hold: those of a week by its days, the others by kind alone."""
    for file in (shipped("data") / "sample").iterdir():
        said = tomllib.loads(file.read_text(encoding="utf-8"))
        week = said.pop("week", 0)
        for day in said.pop("day", []):
            workday = day.pop("workday")
            yield from _of(day, partial(_Moment, week, workday))
        yield from _of(said, _moment)


def _of(records: dict[str, Any], moment: Callable[[Any], _Moment]) -> Iterator[_Entry]:
    """Yield the `records`, by their kind; `moment` reads when one was made."""
    for kind, each in records.items():
        yield from (_Entry(moment(fields.pop("at")), kind, fields) for fields in each)


def _moment(said: str) -> _Moment:
    match = _DAY.fullmatch(said)
    if match is None:
        raise ValueError(f"no day of the sample: {said}")
    at = time.fromisoformat(match["at"]) if match["at"] else None
    return _Moment(int(match["week"]), int(match["workday"]), at)


def _record(entry: _Entry, ids: dict[str, str], last: date, zone: str) -> Record:
    at, day = entry.at.said(last), entry.at.day(last).isoformat()
    common = {"kind": entry.kind, "at": at, "zone": zone, "day": day, "text": ""}
    record = from_doc(entry.id, common | _resolved(entry.fields, ids, last))
    if isinstance(record.own, Note | Unknown):
        return record
    return having(record, record.own)


def _resolved(value: Any, ids: dict[str, str], last: date, name: str = "") -> Any:
    """Return `value` of the field `name` with ids for names and dates for days, however deep."""
    if isinstance(value, dict):
        return {name: _resolved(each, ids, last, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_resolved(each, ids, last, name) for each in value]
    if name in _REFERENCES:
        return ids[value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        return _moment(value).said(last)
    return value


def _local(day: date, at: time) -> datetime:
    return datetime.combine(day, at).astimezone()

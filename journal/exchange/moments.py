"""When an imported entry was: the moment, the zone's name, the day.

Sources say it in four ways: a wall clock time, a date alone, a time with an offset, a time in a
named zone. The offset is kept as written. A date alone is that day, at noon.
"""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from datetime import time as wall_time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from journal.clock import DAY_ENDS, logical_day

NOON = wall_time(12, 0)
YEARS = range(2, 9999)
"""Years whose moments exist in every zone."""


class Local(NamedTuple):
    """What the learner's computer and settings say about time.

    zone      the IANA name of the local zone
    day_ends  when the logical day ends, by the wall clock
    """

    zone: str
    day_ends: wall_time = DAY_ENDS


class Moment(NamedTuple):
    """The three things a record says about time."""

    at: datetime
    zone: str
    day: date


def at_wall(wall: datetime, local: Local) -> Moment:
    """Return the moment at which the learner's clock showed `wall` (without a zone)."""
    return _moment(wall.replace(tzinfo=_zone(local.zone)), local.zone, local)


def on_day(day: date, local: Local) -> Moment:
    """Return noon of `day` on the learner's clock; the day stays what it is."""
    return at_wall(datetime.combine(day, NOON), local)._replace(day=day)


def with_offset(at: datetime, local: Local) -> Moment:
    """Return the moment `at`, which has an offset but no zone name.

    The name is the learner's zone where it had that offset then; otherwise Etc/GMT±n for whole
    hours; otherwise UTC.
    """
    checked(at)
    if at.astimezone(_zone(local.zone)).utcoffset() == at.utcoffset():
        return _moment(at, local.zone, local)
    return _moment(at, _name_of(at.utcoffset() or timedelta()), local)


def in_zone(at: datetime, zone: str, local: Local) -> Moment:
    """Return the moment `at` (with any offset) in the zone of that IANA name.

    Raises ValueError when there is no such zone.
    """
    try:
        there = ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no zone is called {zone!r}") from error
    return _moment(checked(at).astimezone(there), zone, local)


def from_iso(text: str, local: Local) -> Moment:
    """Return the moment that `text` says in ISO 8601: a date, or a time with or without offset.

    Raises ValueError.
    """
    try:
        return on_day(date.fromisoformat(text), local)
    except ValueError:
        at = datetime.fromisoformat(text)
    return at_wall(at, local) if at.tzinfo is None else with_offset(at, local)


def from_file_time(seconds: float, local: Local) -> Moment:
    """Return the moment of a file's time, to the second. Raises ValueError if out of reach."""
    at = checked(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds)))
    return _moment(at.astimezone(_zone(local.zone)), local.zone, local)


def checked(at: datetime) -> datetime:
    """Return `at`; raises ValueError when other zones could not express it."""
    if at.year not in YEARS:
        raise ValueError(f"the year {at.year} is out of reach")
    return at


def _moment(at: datetime, zone: str, local: Local) -> Moment:
    fixed = checked(at).replace(tzinfo=timezone(at.utcoffset() or timedelta()), fold=0)
    return Moment(fixed, zone, logical_day(fixed, local.day_ends))


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


def _name_of(offset: timedelta) -> str:
    hours, rest = divmod(int(offset.total_seconds()), 3600)
    if rest or not -12 <= hours <= 14 or not hours:
        return "UTC"
    return f"Etc/GMT{-hours:+d}"

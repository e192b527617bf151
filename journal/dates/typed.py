"""Dates and times as people type them.

Everything here is pure: the present moment, or today's logical day, is passed in. Only months and
years need dateutil, which is imported where it is used, because `journal add --at` must stay fast.
dateutil's own parser is not used: it guesses (a lone "10", two-digit years, unknown time zones).
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, NoReturn

from journal.clock import logical_day
from journal.dates.calendar import AROUND, DAYS, Span, full, index_of, single, week_of
from journal.dates.written import short, written
from journal.errors import Usage

EXAMPLES = "yesterday, fri, last friday, 3d, 2w, 24 Nov, 2026-11-24, 17:30, yesterday 17:30"
_DAYS_IN = {"d": 1, "w": 7}
_MONTHS_IN = {"m": 1, "q": 3, "y": 12}
_CLOCK = r"(?:at )?(\d\d?)(?::(\d\d)(?::(\d\d))?(?: ?([ap])m)?| ?([ap])m)"
_NOON = time(12, 0)
_NOT_DATES = (ValueError, OverflowError, OSError)  # OSError: Windows, before 1970


class Moment(NamedTuple):
    """A moment that was understood.

    at          with the local offset in force then, or the one that was written
    day         the logical day it belongs to
    understood  both in words, to be echoed: "Friday 20 November 2026, 17:30"
    """

    at: datetime
    day: date
    understood: str


def parse_when(text: str, now: datetime, day_ends: time, order: str = "") -> Moment:
    """Return the moment that `text` names, seen from `now` (aware); `day_ends` as in the clock.

    - A time alone is the latest such time that is not in the future.
    - A day alone is `now` if it is today's logical day, otherwise noon of that logical day.
    - A day in words is a logical day, so "yesterday 01:30" with a day that ends at 04:00 is half
      past one in the night after yesterday; if that is still to come, the wall clock's day counts.
    - A day in figures or with a month's name, together with a time, is what the wall clock showed.
    - An offset that is written is kept; "Z" names no place and becomes local time.

    `order` is "dmy", "mdy" or "" (03/04 is refused). Raises Usage, and nothing else.
    """
    words = _folded(text)
    try:
        return _moment(words, now, day_ends, order)
    except _NOT_DATES:
        _refuse(text)


def parse_day(text: str, today: date, order: str = "") -> date:
    """Return the day that `text` names, seen from the logical day `today`.

    A week or a month is its first day; more than a month is refused. Raises Usage.
    """
    first, last = parse_range(text, today, order)
    _one_day(text, first, last)
    return first


def parse_range(text: str, today: date, order: str = "") -> Span:
    """Return the first and last day of the day, week, month, quarter or year that `text` names.

    `today` is the logical day. The past is preferred: a weekday is its latest, today included, and
    a date without a year is never in the future. Raises Usage.
    """
    words = _folded(text)
    try:
        if _split_time(words)[1]:
            raise Usage(f"“{short(text)}” has a time in it.", "Only a day is asked for here.")
        return _spoken(words, today) or written(words, today, order)
    except _NOT_DATES:
        _refuse(text)


# Moments


def _moment(words: str, now: datetime, day_ends: time, order: str) -> Moment:
    today = logical_day(now, day_ends)
    at = now if words == "now" else _iso_moment(words) or _hours_back(words, now)
    if at:
        return _told(at, logical_day(at, day_ends))
    rest, clock = _split_time(words)
    if clock and not rest:
        at = _latest(clock, now)
        return _told(at, logical_day(at, day_ends))
    spoken = _spoken(rest, today)
    first, last = spoken or written(rest, today, order)
    if not clock:
        _one_day(words, first, last)
        return _told(now if first == today else _in_day(first, _NOON, day_ends), first)
    if first != last:
        raise Usage(f"“{short(rest)}” is more than one day.", "A time needs a single day.")
    at = _in_past(first, clock, day_ends, now) if spoken else _local(first, clock)
    return _told(at, logical_day(at, day_ends))


def _told(at: datetime, day: date) -> Moment:
    at.astimezone(UTC)  # so that whoever keeps it in UTC need not fear the ends of time
    understood = f"{full(at.date())}, {at:%H:%M:%S}".removesuffix(":00")
    if at.utcoffset() != at.astimezone().utcoffset():
        understood += f" ({at.tzinfo})"
    if at.date() != day:
        understood += f", in the day of {full(day)}"
    return Moment(at, day, understood)


def _iso_moment(words: str) -> datetime | None:
    if not re.match(r"\d{4}-\d\d-\d\d[t ]\d\d", words, re.ASCII):
        return None
    joined = re.sub(r" (?=[+-]\d\d:?\d\d$)", "", words)  # as git and date write offsets
    try:
        at = datetime.fromisoformat(joined.upper())
    except ValueError:
        return None
    return at.astimezone() if at.tzinfo is None or joined.endswith("z") else at


def _hours_back(words: str, now: datetime) -> datetime | None:
    match = re.fullmatch(r"(\d{1,5}) ?(m|min|mins|minutes?|h|hours?)(?: ago)?", words, re.ASCII)
    if not match:
        return None
    count, unit = int(match[1]), match[2]
    if unit == "m":
        raise Usage(
            f"“{short(words)}” could be {count} minutes or {count} months ago.",
            f"Write {count}min or {count}mo.",
        )
    minutes = count if unit.startswith("m") else count * 60
    return (now - timedelta(minutes=minutes)).astimezone()


def _split_time(words: str) -> tuple[str, time | None]:
    """Return what `words` say besides a time of day, and that time."""
    behind = re.fullmatch(rf"(?:(?!at )(.*?)[ ,]+)?{_CLOCK}", words, re.ASCII)
    before = re.fullmatch(rf"{_CLOCK}[ ,]+(?:on )?(.*)", words, re.ASCII)
    if behind:
        rest, *clock = behind.groups()
    elif before:
        *clock, rest = before.groups()
    else:
        return words, None
    hour, minute, second, half, other_half = clock
    return rest or "", _time(int(hour), int(minute or 0), int(second or 0), half or other_half)


def _time(hour: int, minute: int, second: int, half: str | None) -> time:
    if half and not 1 <= hour <= 12:
        raise ValueError
    return time(hour % 12 + 12 * (half == "p") if half else hour, minute, second)


def _local(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock).astimezone()


def _latest(clock: time, now: datetime) -> datetime:
    at = _local(now.date(), clock)
    return at if at <= now else _local(now.date() - timedelta(days=1), clock)


def _in_day(day: date, clock: time, day_ends: time) -> datetime:
    """Return the moment of the logical day `day` at which the wall clock shows `clock`."""
    return _local(day + timedelta(days=1) if clock < day_ends else day, clock)


def _in_past(day: date, clock: time, day_ends: time, now: datetime) -> datetime:
    """Return the same, or what the wall clock showed on `day` where that alone is not to come."""
    at, on_the_wall = _in_day(day, clock, day_ends), _local(day, clock)
    return on_the_wall if on_the_wall <= now < at else at


# Days in words, seen from today


def _spoken(words: str, today: date) -> Span | None:
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(words)
    if shift is not None:
        return single(_moved(today, shift, "d"))
    if edge := re.fullmatch(r"([se])o([wmqy])", words):
        return single(AROUND[edge[2]](today)[edge[1] == "e"])
    if named := re.fullmatch(r"(?:(this|last|next) )?([a-z]+)", words):
        return _this_last_next(named[1], named[2], today)
    return _far(words, today)


def _this_last_next(which: str | None, noun: str, today: date) -> Span | None:
    if which and noun in ("week", "month", "quarter", "year"):
        unit, count = noun[0], {"last": -1, "this": 0, "next": 1}[which]
        return AROUND[unit](_moved(today, count, unit))
    weekday = index_of(noun, DAYS)
    if weekday is None:
        return None
    if which == "this":
        return single(week_of(today)[0] + timedelta(days=weekday))
    back = (today.weekday() - weekday) % 7
    shift = {None: -back, "last": -(back or 7), "next": 7 - back}[which]
    return single(_moved(today, shift, "d"))


def _far(words: str, today: date) -> Span | None:
    """Read "3d", "3 days ago", "+2w" and "in 2 weeks"."""
    match = re.fullmatch(
        r"(\+|in )?(\d{1,5}|a) ?(?:(d|w|m|y)|mo|(day|week|month|year)s?)( ago)?", words, re.ASCII
    )
    if not match or (match[1] and match[5]):
        return None
    count = 1 if match[2] == "a" else int(match[2])
    unit = (match[3] or match[4] or "m")[0]
    return single(_moved(today, count if match[1] else -count, unit))


def _moved(day: date, count: int, unit: str) -> date:
    if unit in _DAYS_IN:
        return day + timedelta(days=count * _DAYS_IN[unit])
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=count * _MONTHS_IN[unit])


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _one_day(text: str, first: date, last: date) -> None:
    if (last - first).days > 30:
        raise Usage(f"“{short(text)}” is more than a month.", "A day is asked for here.")


def _refuse(text: str) -> NoReturn:
    raise Usage(
        f"“{short(text)}” is not a date that we can read.", f"Write for example {EXAMPLES}."
    ) from None

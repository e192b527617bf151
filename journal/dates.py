"""Dates and times as people write them, and back in words.

Everything here is pure: the present moment, or today's logical day, is passed in. Only months and
years need dateutil, which is imported where it is used, because `journal add --at` must stay fast.
dateutil's own parser is not used: it guesses (a lone "10", two-digit years, unknown time zones).
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, NoReturn

from journal.clock import logical_day
from journal.errors import Usage
from journal.visible import one_line

Span = tuple[date, date]
"""The first and the last of some days, both included."""

EXAMPLES = "yesterday, fri, last friday, 3d, 2w, 24 Nov, 2026-11-24, 17:30, yesterday 17:30"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
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
            raise Usage(f"“{_short(text)}” has a time in it.", "Only a day is asked for here.")
        return _spoken(words, today) or _written(words, today, order)
    except _NOT_DATES:
        _refuse(text)


def in_words(day: date, today: date) -> str:
    """Return `day` as it is said: "today", "Tuesday" (of the last six days), "Tuesday 3 March".

    The year is said where it is not today's.
    """
    distance = (today - day).days
    if near := {0: "today", 1: "yesterday", -1: "tomorrow"}.get(distance):
        return near
    name = _DAYS[day.weekday()]
    if 0 < distance < 7:
        return name
    year = f" {day.year}" if day.year != today.year else ""
    return f"{name} {day.day} {_MONTHS[day.month - 1]}{year}"


def ago(day: date, today: date) -> str:
    """Return how far `day` is from `today`: "yesterday", "3 weeks ago", "in 10 days".

    Up to 13 days are days, up to 8 weeks weeks, up to 23 months months.
    """
    if near := {0: "today", 1: "yesterday", -1: "tomorrow"}.get((today - day).days):
        return near
    distance = _distance(min(day, today), max(day, today))
    return f"{distance} ago" if day < today else f"in {distance}"


def iso_week(day: date) -> str:
    """Return the ISO week of `day`, such as "2026-W24"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def week_of(day: date) -> Span:
    """Return the Monday and the Sunday around `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def month_of(day: date) -> Span:
    """Return the first and last day of the month of `day`."""
    return _months_of(day, 1)


def quarter_of(day: date) -> Span:
    """Return the first and last day of the quarter of `day`."""
    return _months_of(day, 3)


def year_of(day: date) -> Span:
    """Return the first and last day of the year of `day`."""
    return _months_of(day, 12)


def _months_of(day: date, count: int) -> Span:
    first = date(day.year, (day.month - 1) // count * count + 1, 1)
    last_month = first.month + count - 1
    if last_month == 12:
        return first, date(day.year, 12, 31)
    return first, date(day.year, last_month + 1, 1) - timedelta(days=1)


_AROUND = {"w": week_of, "m": month_of, "q": quarter_of, "y": year_of}


def _distance(early: date, late: date) -> str:
    days = (late - early).days
    months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
    if days < 14:
        return f"{days} days"
    if days < 63:
        return f"{days // 7} weeks"
    if months == 12:
        return "a year"
    return f"{months} months" if months < 24 else f"{months // 12} years"


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
    first, last = spoken or _written(rest, today, order)
    if not clock:
        _one_day(words, first, last)
        return _told(now if first == today else _in_day(first, _NOON, day_ends), first)
    if first != last:
        raise Usage(f"“{_short(rest)}” is more than one day.", "A time needs a single day.")
    at = _in_past(first, clock, day_ends, now) if spoken else _local(first, clock)
    return _told(at, logical_day(at, day_ends))


def _told(at: datetime, day: date) -> Moment:
    at.astimezone(UTC)  # so that whoever keeps it in UTC need not fear the ends of time
    understood = f"{_full(at.date())}, {at:%H:%M:%S}".removesuffix(":00")
    if at.utcoffset() != at.astimezone().utcoffset():
        understood += f" ({at.tzinfo})"
    if at.date() != day:
        understood += f", in the day of {_full(day)}"
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
            f"“{_short(words)}” could be {count} minutes or {count} months ago.",
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
        return _single(_moved(today, shift, "d"))
    if edge := re.fullmatch(r"([se])o([wmqy])", words):
        return _single(_AROUND[edge[2]](today)[edge[1] == "e"])
    if named := re.fullmatch(r"(?:(this|last|next) )?([a-z]+)", words):
        return _this_last_next(named[1], named[2], today)
    return _far(words, today)


def _this_last_next(which: str | None, noun: str, today: date) -> Span | None:
    if which and noun in ("week", "month", "quarter", "year"):
        unit, count = noun[0], {"last": -1, "this": 0, "next": 1}[which]
        return _AROUND[unit](_moved(today, count, unit))
    weekday = _index(noun, _DAYS)
    if weekday is None:
        return None
    if which == "this":
        return _single(week_of(today)[0] + timedelta(days=weekday))
    back = (today.weekday() - weekday) % 7
    shift = {None: -back, "last": -(back or 7), "next": 7 - back}[which]
    return _single(_moved(today, shift, "d"))


def _far(words: str, today: date) -> Span | None:
    """Read "3d", "3 days ago", "+2w" and "in 2 weeks"."""
    match = re.fullmatch(
        r"(\+|in )?(\d{1,5}|a) ?(?:(d|w|m|y)|mo|(day|week|month|year)s?)( ago)?", words, re.ASCII
    )
    if not match or (match[1] and match[5]):
        return None
    count = 1 if match[2] == "a" else int(match[2])
    unit = (match[3] or match[4] or "m")[0]
    return _single(_moved(today, count if match[1] else -count, unit))


def _moved(day: date, count: int, unit: str) -> date:
    if unit in _DAYS_IN:
        return day + timedelta(days=count * _DAYS_IN[unit])
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=count * _MONTHS_IN[unit])


# Days in figures and months by name


def _written(words: str, today: date, order: str) -> Span:
    if re.fullmatch(r"\d{4}-\d\d-\d\d|\d{8}", words, re.ASCII):
        return _single(date.fromisoformat(words))
    if week := re.fullmatch(r"(\d{4})-?w(\d\d?)(?:-([1-7]))?", words, re.ASCII):
        day = date.fromisocalendar(int(week[1]), int(week[2]), int(week[3] or 1))
        return _single(day) if week[3] else week_of(day)
    if quarter := re.fullmatch(r"(\d{4})-?q([1-4])", words, re.ASCII):
        return quarter_of(date(int(quarter[1]), int(quarter[2]) * 3, 1))
    if re.fullmatch(r"\d{4}", words, re.ASCII):
        return year_of(date(int(words), 1, 1))
    return _parts(words).span(words, today, order)


class _Parts(NamedTuple):
    """The parts of a written date. `numbers` are those that may be a day or a month."""

    weekday: int | None
    month: int | None
    year: int | None
    numbers: list[int]

    def span(self, words: str, today: date, order: str) -> Span:
        """Return the days that are meant; raises ValueError for none, Usage for too many."""
        if self.month and len(self.numbers) == 1:
            day = _placed(self.year, self.month, self.numbers[0], today)
        elif len(self.numbers) == 2 and not self.month:
            day = self._in_figures(words, today, order)
        else:
            return self._whole_month(today)
        if self.weekday not in (None, day.weekday()):
            weekday, rest = _full(day).split(maxsplit=1)
            raise Usage(
                f"“{_short(words)}” does not fit: {rest} is a {weekday}.",
                f"Write {day}, or the date that is meant.",
            )
        return _single(day)

    def _whole_month(self, today: date) -> Span:
        months = self.numbers if self.year and not self.month else [self.month, *self.numbers]
        if self.weekday is not None or len(months) != 1 or not months[0]:
            raise ValueError
        return month_of(_placed(self.year, months[0], 1, today))

    def _in_figures(self, words: str, today: date, order: str) -> date:
        one, two = self.numbers
        if not re.search(r"\d[/.-]", words):
            raise ValueError
        month_first = _placed_or_none(self.year, one, two, today)
        day_first = _placed_or_none(self.year, two, one, today)
        if re.match(r"\d{4}", words):  # nobody writes year, day, month
            day_first = month_first
        if "." in words and not day_first:  # 9.15 is more likely a quarter past nine
            raise ValueError
        return _chosen(words, day_first, month_first, order)


def _chosen(words: str, day_first: date | None, month_first: date | None, order: str) -> date:
    if day_first and month_first and day_first != month_first and order not in ("dmy", "mdy"):
        raise Usage(
            f"“{_short(words)}” could be {_full(day_first)} or {_full(month_first)}.",
            f"Write it as {day_first} or {month_first}.",
        )
    first, second = (month_first, day_first) if order == "mdy" else (day_first, month_first)
    if chosen := first or second:
        return chosen
    raise ValueError


def _parts(words: str) -> _Parts:
    """Sort the parts of a written date; raises ValueError where one is none or one too many."""
    found: dict[str, list[int]] = {"weekday": [], "month": [], "year": [], "number": [], "": []}
    for part in re.findall(r"[^\s,./-]+", words):
        kind, value = _sorted_part(part)
        found[kind].append(value)
    if max(len(found[kind]) for kind in ("weekday", "month", "year")) > 1:
        raise ValueError
    weekday, month, year = (next(iter(found[kind]), None) for kind in ("weekday", "month", "year"))
    return _Parts(weekday, month, year, found["number"])


def _sorted_part(part: str) -> tuple[str, int]:
    if number := re.fullmatch(r"(\d\d?)(?:st|nd|rd|th)?", part, re.ASCII):
        return "number", int(number[1])
    if re.fullmatch(r"\d{4}", part, re.ASCII):
        return "year", int(part)
    if (month := _index(part, _MONTHS)) is not None:
        return "month", month + 1
    if (weekday := _index(part, _DAYS)) is not None:
        return "weekday", weekday
    if part in ("of", "the"):
        return "", 0
    raise ValueError


def _placed(year: int | None, month: int, day: int, today: date) -> date:
    """Return that day, without a year the latest that is not in the future; or ValueError."""
    if year is not None:
        return date(year, month, day)
    for past in range(today.year, today.year - 9, -1):  # leap days are up to eight years apart
        found = _date_or_none(past, month, day)
        if found and found <= today:
            return found
    raise ValueError


def _placed_or_none(year: int | None, month: int, day: int, today: date) -> date | None:
    try:
        return _placed(year, month, day, today)
    except ValueError:
        return None


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# Small things


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _single(day: date) -> Span:
    return day, day


def _index(word: str, names: tuple[str, ...]) -> int | None:
    """Return which of `names` begins with `word`, of which at least three letters are needed."""
    if len(word) < 3:
        return None
    return next((i for i, name in enumerate(names) if name.casefold().startswith(word)), None)


def _full(day: date) -> str:
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _short(text: str) -> str:
    shown = one_line(text)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


def _one_day(text: str, first: date, last: date) -> None:
    if (last - first).days > 30:
        raise Usage(f"“{_short(text)}” is more than a month.", "A day is asked for here.")


def _refuse(text: str) -> NoReturn:
    raise Usage(
        f"“{_short(text)}” is not a date that we can read.", f"Write for example {EXAMPLES}."
    ) from None

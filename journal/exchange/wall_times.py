"""Dates and times as journals write them in plain text, without a zone.

Known: 2024-01-15, 2024/1/15, 15.01.2024, 15/01/2024 (or the other way round), 15 January 2024,
January 15, 2024, Mon 15 Jan 2024, 2024-01; each with or without 14:30, 14:30:05 or 2:30 PM.
"""

import re
from datetime import date, datetime

from journal.errors import Unreadable

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_LONGEST = 80  # characters of the longest way to write a moment, with room to spare
_TIME = re.compile(
    r"(?:,? at |[T ,]+)(\d{1,2}):(\d\d)(?::(\d\d))? ?(?:([ap])\.?m\.?)?"
    r"(?-i: [A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?)?",  # a zone's letters, which are ambiguous
    re.IGNORECASE,
)
_SHAPES = (
    re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)"),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
    re.compile(r"(?P<a>\d{1,2})([-/])(?P<b>\d{1,2})\2(?P<y>\d{4})"),
    re.compile(r"(?:[A-Za-z]+,? )?(?P<d>\d{1,2})\.? (?P<name>[A-Za-z]{3,9})\.?,? (?P<y>\d{4})"),
    re.compile(r"(?:[A-Za-z]+,? )?(?P<name>[A-Za-z]{3,9})\.? (?P<d>\d{1,2}),? (?P<y>\d{4})"),
)


def parse(text: str, order: str = "") -> datetime | date | None:
    """Return the moment (wall clock, without a zone) or date that `text` is; None if it is none.

    order  "dmy" or "mdy": how to read 03/04/2024; "" reads it only where one reading is possible
    Raises Unreadable where both readings are possible.
    """
    if len(text) > _LONGEST:
        return None
    words = " ".join(text.split())
    time = _TIME.search(words)
    if time and time.end() != len(words):
        return None
    day = _day(words[: time.start()] if time else words, order)
    if day is None or time is None:
        return day
    return _at(day, time)


def order_in(texts: list[str]) -> str:
    """Return "dmy" or "mdy" if one of the dates in `texts` shows which it is, otherwise ""."""
    for text in texts:
        match = _SHAPES[3].match(text)
        if match and int(match["a"]) > 12:
            return "dmy"
        if match and int(match["b"]) > 12:
            return "mdy"
    return ""


def _at(day: date, time: re.Match[str]) -> datetime | None:
    hour, minute, second = int(time[1]), int(time[2]), int(time[3] or 0)
    if time[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if time[4].lower() == "p" else 0)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001
    except ValueError:
        return None


def _day(text: str, order: str) -> date | None:
    for shape in _SHAPES:
        match = shape.fullmatch(text)
        if match:
            return _calendar(match.groupdict(), order)
    return None


def _calendar(parts: dict[str, str | None], order: str) -> date | None:
    if "a" in parts:
        parts = {**parts, **_sides(int(parts["a"] or 0), int(parts["b"] or 0), order)}
    month = _month(parts["name"]) if parts.get("name") else int(parts.get("m") or 0)
    try:
        return date(int(parts["y"] or 0), month, int(parts.get("d") or 1))
    except ValueError:
        return None


def _sides(first: int, second: int, order: str) -> dict[str, str | None]:
    """Return day and month of 03/04/2024, where the two can be told apart."""
    if not order and first <= 12 and second <= 12 and first != second:
        raise Unreadable(f"{first}/{second}: which is the day and which the month?")
    day_first = order == "dmy" or (not order and second <= 12)
    day, month = (first, second) if day_first else (second, first)
    return {"d": str(day), "m": str(month)}


def _month(name: str | None) -> int:
    """Return the number of a month by its English name or its first three letters, 0 if none."""
    word = (name or "").lower()
    found = (n for n, month in enumerate(_MONTHS, 1) if word in (month, month[:3]))
    return next(found, 0)

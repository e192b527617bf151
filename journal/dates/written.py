"""Days in figures and months by name: "2026-11-24", "24 Nov", "03/04/2026", "2026-W24"."""

import re
from datetime import date
from typing import NamedTuple

from journal.dates.calendar import (
    DAYS,
    MONTHS,
    Span,
    full,
    index_of,
    month_of,
    quarter_of,
    single,
    week_of,
    year_of,
)
from journal.errors import Usage
from journal.visible import one_line


def written(words: str, today: date, order: str) -> Span:
    """Return the days that written figures and names mean; ValueError for none, Usage for many."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d|\d{8}", words, re.ASCII):
        return single(date.fromisoformat(words))
    if week := re.fullmatch(r"(\d{4})-?w(\d\d?)(?:-([1-7]))?", words, re.ASCII):
        day = date.fromisocalendar(int(week[1]), int(week[2]), int(week[3] or 1))
        return single(day) if week[3] else week_of(day)
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
            weekday, rest = full(day).split(maxsplit=1)
            raise Usage(
                f"“{short(words)}” does not fit: {rest} is a {weekday}.",
                f"Write {day}, or the date that is meant.",
            )
        return single(day)

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
            f"“{short(words)}” could be {full(day_first)} or {full(month_first)}.",
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
    if (month := index_of(part, MONTHS)) is not None:
        return "month", month + 1
    if (weekday := index_of(part, DAYS)) is not None:
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


def short(text: str) -> str:
    """Return what was typed, as it is quoted in a message."""
    shown = one_line(text)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"

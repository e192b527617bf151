"""Until when: the time that a sentence about what is to come names, seen from its day."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from journal.dates import Span, month_of, parse_range, week_of
from journal.dates.calendar import DAYS, MONTHS
from journal.errors import Usage

_NUMBERS = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_DAY_NAMES = "|".join(day[:3] + f"(?:{day[3:]})?" for day in DAYS).lower()
_LONG_MONTHS = "|".join(MONTHS).lower()
_MONTH_NAMES = f"{_LONG_MONTHS}|" + "|".join(month[:3] for month in MONTHS).lower()
_WHEN = re.compile(
    rf"""(?<![\w-])(?:
    (?P<iso>\d{{4}}-\d\d-\d\d)
    | (?P<date>\d\d?(?:st|nd|rd|th)?\ (?:of\ )?(?:{_MONTH_NAMES})(?:\ \d{{4}})?
        |(?:{_MONTH_NAMES})\ \d\d?(?:st|nd|rd|th)?(?!\d)(?:,?\ \d{{4}})?)
    | (?P<today>today|tonight|this\ (?:morning|afternoon|evening)|later)
    | (?P<tomorrow>tomorrow|tmrw|tmw)
    | (?P<weekend>(?:the|this|at\ the)\ weekend)
    | (?P<end>(?:the\ )?end\ of\ (?:the|this)\ (?:week|month))
    | (?P<spoken>(?:this|next)\ (?:week|month|quarter|year))
    | (?P<ahead>in\ (?:\d{{1,3}}|{"|".join(_NUMBERS)})\ (?:day|week|month)s?)
    | (?:(?:on|by|before|until|till|next|this)\ )?(?P<weekday>{_DAY_NAMES})
    | (?:by|in|until|before|next)\ (?P<month>{_LONG_MONTHS})
    )(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)


class Due(NamedTuple):
    """The first and last day that are named, and where in the text they are."""

    first: date
    last: date
    start: int
    end: int


def due(text: str, day: date, order: str = "") -> Due | None:
    """Return the first time to come that `text`, written on `day`, names; None for none.

    Unlike `parse_range`, which reads it, the future is preferred: a weekday is the next one, and a
    date without a year is never before `day`. `order` as there.
    """
    for found in _WHEN.finditer(text):
        try:
            first, last = _span(found, day, order)
        except (Usage, ValueError, OverflowError):
            continue
        if last >= day:
            return Due(first, last, *found.span())
    return None


def _span(found: re.Match[str], day: date, order: str) -> Span:
    kind = found.lastgroup or ""
    words = found[kind].lower()
    near = {"today": day, "tomorrow": day + timedelta(days=1)}.get(kind)
    if near:
        return near, near
    if kind == "weekend":
        sunday = week_of(day)[1]
        return max(day, sunday - timedelta(days=1)), sunday
    if kind == "end":
        last = (week_of if words.endswith("week") else month_of)(day)[1]
        return last, last
    if kind == "weekday":
        return parse_range(f"next {words}", day, order)
    if kind == "ahead":
        return parse_range(_in_figures(words), day, order)
    return _not_before(words.replace(",", ""), day, order)


def _in_figures(words: str) -> str:
    before, number, unit = words.split()
    figure = _NUMBERS.index(number) + 1 if number in _NUMBERS else number
    return f"{before} {figure} {unit}"


def _not_before(words: str, day: date, order: str) -> Span:
    """Return the days that `words` name, a year later where without a year they would be past."""
    first, last = parse_range(words, day, order)
    if last < day and not re.search(r"\d{4}", words):
        return parse_range(f"{words} {last.year + 1}", day, order)
    return first, last

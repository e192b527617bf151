"""Days of the calendar: their names, and the weeks, months, quarters and years around them."""

from datetime import date, timedelta

Span = tuple[date, date]
"""The first and the last of some days, both included."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FRIDAY = DAYS.index("Friday")
"""The last workday of a week, as `date.weekday` counts."""

MONTHS = (
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


def in_words(day: date, today: date) -> str:
    """Return `day` as it is said: "today", "Tuesday" (of the last six days), "Tuesday 3 March".

    The year is said where it is not today's.
    """
    distance = (today - day).days
    if near := {0: "today", 1: "yesterday", -1: "tomorrow"}.get(distance):
        return near
    name = DAYS[day.weekday()]
    if 0 < distance < 7:
        return name
    year = f" {day.year}" if day.year != today.year else ""
    return f"{name} {day.day} {MONTHS[day.month - 1]}{year}"


def ago(day: date, today: date) -> str:
    """Return how far `day` is from `today`: "yesterday", "3 weeks ago", "in 10 days".

    Up to 13 days are days, up to 8 weeks weeks, up to 23 months months.
    """
    if near := {0: "today", 1: "yesterday", -1: "tomorrow"}.get((today - day).days):
        return near
    distance = _distance(min(day, today), max(day, today))
    return f"{distance} ago" if day < today else f"in {distance}"


def week_of(day: date) -> Span:
    """Return the Monday and the Sunday around `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def last_workday(day: date) -> date:
    """Return `day`, or on a weekend the Friday before it."""
    return day - timedelta(days=max(day.weekday() - FRIDAY, 0))


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


AROUND = {"w": week_of, "m": month_of, "q": quarter_of, "y": year_of}


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


def full(day: date) -> str:
    """Return `day` as it is said in full: "Tuesday 3 March 2026"."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def single(day: date) -> Span:
    """Return `day` alone as a span."""
    return day, day


def index_of(word: str, names: tuple[str, ...]) -> int | None:
    """Return which of `names` begins with `word`, of which at least three letters are needed."""
    if len(word) < 3:
        return None
    return next((i for i, name in enumerate(names) if name.casefold().startswith(word)), None)

"""Dates and times as people write them, and back in words.

Everything here is pure: the present moment, or today's logical day, is passed in.
"""

from journal.dates.calendar import (
    Span,
    ago,
    in_words,
    month_of,
    quarter_of,
    week_of,
    year_of,
)
from journal.dates.typed import EXAMPLES, Moment, parse_day, parse_range, parse_when

__all__ = [
    "EXAMPLES",
    "Moment",
    "Span",
    "ago",
    "in_words",
    "month_of",
    "parse_day",
    "parse_range",
    "parse_when",
    "quarter_of",
    "week_of",
    "year_of",
]

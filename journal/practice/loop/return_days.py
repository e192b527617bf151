"""After how many weeks a lesson comes back."""

from collections.abc import Iterable
from datetime import date, timedelta

WEEKS = (1, 4, 12)
"""Counted from the day on which it became a lesson; a choice of this journal, not a finding."""


def next_return(lesson_since: date, day: date, weeks: Iterable[int] = WEEKS) -> date | None:
    """Return the first return after the logical `day`, or None when all are over.

    Those that have passed meanwhile are left out: nothing piles up.
    """
    days = (lesson_since + timedelta(weeks=number) for number in sorted(weeks))
    return next((each for each in days if each > day), None)

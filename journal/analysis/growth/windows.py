"""The days that a figure is about: the last four weeks, the four before, and the days of looks."""

from datetime import date, timedelta
from typing import NamedTuple

from journal.dates import week_of

FOUR_WEEKS = 28
TWELVE_WEEKS = 84


class Window(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Tell whether `day` is one of them."""
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days these are."""
        return (self.last - self.first).days + 1


def ending(last: date, days: int) -> Window:
    """Return the window of so many `days` up to and with `last`."""
    return Window(last - timedelta(days=days - 1), last)


def before(window: Window) -> Window:
    """Return the window of as many days just before another."""
    return ending(window.first - timedelta(days=1), window.days)


def whole_weeks(today: date) -> Window:
    """Return the last twelve weeks from a Monday to a Sunday, the present one included."""
    return ending(week_of(today)[1], TWELVE_WEEKS)


def last_twelve_weeks(today: date) -> Window:
    """Return the last 84 days."""
    return ending(today, TWELVE_WEEKS)

"""One line of the learner's own from the week that was 52 weeks before this one."""

from collections.abc import Iterable
from datetime import date, timedelta

from journal.dates import week_of
from journal.practice.finding.days import WEEKS_AGO, a_year_ago, first_words
from journal.records.record import Record


def that_week(today: date) -> tuple[date, date]:
    """Return the Monday and the Sunday of the week 52 weeks before the one of `today`."""
    monday, sunday = week_of(today)
    return monday - timedelta(weeks=WEEKS_AGO), sunday - timedelta(weeks=WEEKS_AGO)


def line_of_a_year_ago(notes: Iterable[Record], today: date) -> str:
    """Return the line to quote, or "": of that week's newest day a starred note, or the first."""
    kept = [note for note in notes if note.kind == "note" and not note.trashed]
    day = a_year_ago((note.day for note in kept), today)
    of_day = [note for note in kept if note.day == day]
    return first_words(sorted(of_day, key=lambda note: (not note.starred, note.at, note.id)))

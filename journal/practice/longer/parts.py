"""What longer look backs are made of: sections as data, the same for every face."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from journal.dates import Span, month_of, week_of
from journal.practice.finding.days import first_words
from journal.practice.loop.stage_rows import placed
from journal.records.record import Record
from journal.records.review import Review

TWELVE_WEEKS = timedelta(weeks=12)


class Line(NamedTuple):
    """One line of a section.

    record  what it opens, or None
    words   what it says
    beside  a short line on the right, or ""
    """

    record: Record | None
    words: str
    beside: str = ""


class Section(NamedTuple):
    """One part of a longer look back.

    id       its name in code and JSON
    heading  what it shows, in the learner's words
    lines    what there is; a section without lines that asks nothing is left out
    step     the step of the prompts that are asked here, or ""
    asks     a question of the section's own, answered line by line, or ""
    """

    id: str
    heading: str
    lines: tuple[Line, ...] = ()
    step: str = ""
    asks: str = ""


def span_of(span: str, day: date) -> Span:
    """Return the first and last day of the "week", "month" or "quarter" that `day` ends or is in.

    A quarter is the twelve weeks up to the end of the week of `day`. "first" is the day alone.
    """
    if span == "first":
        return day, day
    if span == "month":
        return month_of(day)
    monday, sunday = week_of(day)
    return (sunday - TWELVE_WEEKS + timedelta(days=1) if span == "quarter" else monday), sunday


def shown(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections that show or ask something."""
    return tuple(each for each in sections if each.lines or each.step)


def of_kind(records: Iterable[Record], *kinds: str) -> list[Record]:
    """Return the records of these kinds without the trash, oldest first."""
    found = [record for record in records if record.kind in kinds and not record.trashed]
    return sorted(found, key=lambda record: (record.day, record.at, record.id))


def finished(records: Iterable[Record], *spans: str) -> list[Record]:
    """Return the finished longer look backs of these kinds, oldest first."""
    return [
        record
        for record in of_kind(records, "review")
        if isinstance(record.own, Review) and record.own.span in spans and not record.own.left
    ]


def row(record: Record, today: date) -> Line:
    """Return a record as a line: as in the loop where it is there, otherwise its first words."""
    place = placed(record, today)
    return Line(record, place.title, place.beside) if place else Line(record, first_words([record]))

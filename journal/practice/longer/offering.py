"""When a longer look back is offered: on the days that end a week, a month, twelve weeks."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from journal.dates import month_of
from journal.dates.calendar import FRIDAY, last_workday
from journal.practice.longer.parts import TWELVE_WEEKS, finished, of_kind, span_of
from journal.practice.look_back.offering import Offer
from journal.records.record import Record
from journal.records.review import Review

_WORDS = {
    "week": ("the week", "read it again, choose one thing"),
    "month": ("the month", "goals, changed minds, six sentences"),
    "quarter": ("twelve weeks", "then and now, side by side"),
}

_WRITTEN_SINCE = {
    "week": timedelta(days=3),
    "month": timedelta(weeks=2),
    "quarter": TWELVE_WEEKS - timedelta(days=6),
}
"""So long ago something must have been written, or there is little to look back on."""

Since = Callable[[date], bool]
"""Tells whether something was written on a day or before it."""


def longer_offer(
    reviews: Iterable[Record], today: date, since: Since, look_backs: str = ""
) -> Offer:
    """Return the longer look back that fits the logical day `today`, the longest one first.

    look_backs  the setting of that name: "none" offers nothing, except to go on
    """
    reviews = list(reviews)
    for span in ("quarter", "month", "week"):
        name, beside = _WORDS[span]
        if _is_begun(reviews, span, today):
            return Offer(f"Go on looking back on {name}", "it waits where you stopped", opens=span)
        if look_backs == "none" or _is_done(reviews, span, today) or not _fits(span, today):
            continue
        if since(today - _WRITTEN_SINCE[span]):
            return Offer(f"Look back on {name}", beside, opens=span)
    return Offer()


def _fits(span: str, today: date) -> bool:
    """Tell whether a week, a month, twelve weeks end about `today`; weeks do from Friday on."""
    if span == "month":
        return today >= last_workday(month_of(today)[1])
    return today.weekday() >= FRIDAY


def _is_done(reviews: Sequence[Record], span: str, today: date) -> bool:
    done = finished(reviews, span)
    if span == "quarter":  # twelve weeks go on sliding, and are looked back on once in them
        return any(record.day > today - TWELVE_WEEKS + timedelta(days=6) for record in done)
    return any(_days(record) == span_of(span, today) for record in done)


def _is_begun(reviews: Sequence[Record], span: str, today: date) -> bool:
    return any(
        isinstance(record.own, Review)
        and record.own.left
        and record.own.span == span
        and _days(record) == span_of(span, today)
        for record in of_kind(reviews, "review")
    )


def _days(record: Record) -> tuple[date, date] | None:
    own = record.own
    return (own.first, own.last) if isinstance(own, Review) else None

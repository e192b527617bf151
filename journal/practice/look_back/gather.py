"""What a look back begins with: the notes since the last one, and the rules around it."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from journal.clock import DAY_ENDS, logical_day
from journal.practice.look_back.history import Past, looked_back
from journal.records.close import Close
from journal.records.record import Record

WELCOME = "Welcome back. Start from today."
"""What somebody reads who has been away; how long is not said."""


QUIET = (
    "You have called several days heavy lately. This journal is no substitute for somebody who "
    "listens; is there one you could talk to?"
)
"""What somebody reads who called several of the last days heavy, once."""


def gather(
    notes: Iterable[Record],
    closes: Iterable[Record],
    day: date,
    now: datetime,
    hours: int = 36,
    day_ends: time = DAY_ENDS,
) -> list[Record]:
    """Return the notes that a look back on the logical `day` gathers, oldest first.

    For the present day: those since the last finished look back, at most `hours` back, so that a
    night shift is one day. For another day: all of that day. `now` is aware; `day_ends` is when
    the learner's day ends (local wall clock).
    """
    kept = [note for note in notes if note.kind == "note" and not note.trashed]
    if day == logical_day(now, day_ends):
        since = gathered_since(closes, now, hours, day_ends)
        kept = [note for note in kept if note.at > since and note.day <= day]
    else:
        kept = [note for note in kept if note.day == day]
    return sorted(kept, key=lambda note: (note.at, note.id))


def returning(records: Iterable[Record], now: datetime, days: int = 14) -> bool:
    """Return whether the newest of `records` is at least `days` old: time for WELCOME."""
    newest = max((record.at for record in records), default=now)
    return now - newest >= timedelta(days=days)


def line_for_today(
    closes: Iterable[Record], now: datetime, days: int = 14, day_ends: time = DAY_ENDS
) -> str:
    """Return the line that the newest finished look back left, or "".

    It is for tomorrow: on the logical day of the look back itself it is not shown. The next look
    back takes it away, with a line of its own or none, and so do `days`.
    """
    past = _finished(closes)
    if not past or now - past[-1].at > timedelta(days=days):
        return ""
    written = logical_day(past[-1].at, day_ends)
    return past[-1].close.tomorrow if written < logical_day(now, day_ends) else ""


def recent(line_days: int = 14) -> timedelta:
    """Return how far back a look back still says something of today; see `line_for_today`.

    It is offered once a week at the most seldom, and its line heads Today for `line_days`.
    """
    return timedelta(days=max(line_days, 7) + 1)


def minute_first(closes: Iterable[Record], times: int = 2, few: int = 2) -> bool:
    """Return whether to offer the one-minute form first: the last `times` were that short.

    That short is: of the one-minute form, or of five minutes with questions left or with no more
    than `few` answers, the line for tomorrow counted as one.
    """
    last = looked_back(closes)[-times:]
    return len(last) == times and all(_was_short(one.close, few) for one in last)


def quiet_line(closes: Iterable[Record], day: date, times: int = 3, days: int = 10) -> bool:
    """Return whether to show the one quiet line that this journal is not care.

    It is shown when the learner called at least `times` of the `days` up to `day` heavy.
    """
    start = day - timedelta(days=days)
    past = [one for one in looked_back(closes) if start < one.day <= day]
    return len({one.day for one in past if one.close.form == "heavy"}) >= times


def gathered_since(
    closes: Iterable[Record], now: datetime, hours: int = 36, day_ends: time = DAY_ENDS
) -> datetime:
    """Return the moment of the last finished look back, at most `hours` back.

    One that caught up on another day is not it.
    """
    past = [one for one in _finished(closes) if one.at <= now]
    timely = [one.at for one in past if logical_day(one.at, day_ends) == one.day]
    return max([*timely, now - timedelta(hours=hours)])


def _finished(closes: Iterable[Record]) -> list[Past]:
    return [one for one in looked_back(closes) if not one.close.left]


def _was_short(close: Close, few: int) -> bool:
    if close.form != "five":
        return close.form == "minute"
    return bool(close.left) or len(close.answers) + bool(close.tomorrow) <= few

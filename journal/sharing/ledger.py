"""The ledger: what happened to pages, one chain of events for each coach, only ever added to.

Each event holds the digest of the one before. That shows what was changed, moved or taken out of
the middle; who keeps a digest, as the coach does with each page, can also tell whether the end was
cut off. It cannot keep the learner from writing it all anew: it is their record.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from journal.records.consent import Consent, Consented
from journal.records.record import Record
from journal.records.shape import to_fields

HOLDING = (Consented.GIVEN, Consented.RENEWED)
"""After these the coach may keep the page, until its day is over."""

OVER = (Consented.WITHDRAWN, Consented.REFUSED, Consented.SUPERSEDED)
"""After these nothing can follow."""


class Event(NamedTuple):
    """One event with its record."""

    record: Record
    own: Consent


def events_of(records: Iterable[Record], coach: str) -> list[Event]:
    """Return the events of a coach in the order of their numbers; whatever lies in the trash too.

    records  all of kind "consent", in the trash or not: who moves one there changes nothing
    """
    events = [Event(record, record.own) for record in records if isinstance(record.own, Consent)]
    return sorted(
        (event for event in events if event.own.coach == coach),
        key=lambda event: (event.own.number, event.record.at, event.record.id),
    )


def head(events: Sequence[Event]) -> str:
    """Return the digest of the last event, "" where there is none."""
    return events[-1].own.digest if events else ""


def next_event(events: Sequence[Event], event: Record) -> Record:
    """Return an event, whose record is filled but for its chain, as the next one of `events`."""
    own = event.own
    assert isinstance(own, Consent)  # noqa: S101 - the ledger holds nothing else
    linked = own._replace(number=len(events) + 1, previous=head(events))
    return event._replace(own=linked._replace(digest=digest(event._replace(own=linked))))


def digest(event: Record) -> str:
    """Return the SHA-256 of all that an event says, its moment included."""
    own = event.own
    assert isinstance(own, Consent)  # noqa: S101 - the ledger holds nothing else
    body = {**to_fields(own._replace(digest="")), "at": event.at.isoformat()}
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def wrong(events: Sequence[Event]) -> list[str]:
    """Return what does not hold together in the chain of one coach, one sentence each."""
    found: list[str] = []
    previous = ""
    for place, (record, own) in enumerate(events, 1):
        if digest(record) != own.digest:
            found.append(f"Event {own.number} has been changed since it was written.")
        if own.number != place or own.previous != previous:
            found.append(
                f"Event {own.number} does not follow the one before it: one is missing, or two "
                "were written at the same time on two computers."
            )
        previous = own.digest
    return list(dict.fromkeys(found))


def state_of(events: Iterable[Event], excerpt: str, today: date) -> Consented | None:
    """Return how it stands with a page on a day; None where nobody knows of it.

    What was withdrawn, refused or replaced stays so, whatever another computer wrote meanwhile.
    """
    about = [event.own for event in events if event.own.excerpt == excerpt]
    if not about:
        return None
    for own in about:
        if own.state in OVER:
            return own.state
    last = about[-1]
    is_past = last.until is not None and today > last.until
    return Consented.EXPIRED if is_past else last.state


def is_about(events: Iterable[Event], excerpt: str, digest: str) -> bool:
    """Tell whether all that happened to a page is about the same bytes.

    digest  SHA-256 of the page as it leaves, hexadecimal
    """
    return all(event.own.page == digest for event in events if event.own.excerpt == excerpt)


def until_of(events: Iterable[Event], excerpt: str) -> date | None:
    """Return the day up to which a page may be kept, or None."""
    days = [event.own.until for event in events if event.own.excerpt == excerpt and event.own.until]
    return days[-1] if days else None


def was_given(events: Iterable[Event], excerpt: str) -> bool:
    """Tell whether a page has ever left."""
    return any(e.own.state in HOLDING for e in events if e.own.excerpt == excerpt)


def run_out(events: Sequence[Event], today: date) -> list[str]:
    """Return the ids of pages whose day is over and of which the ledger does not say so yet."""
    ids = dict.fromkeys(event.own.excerpt for event in events)
    return [
        id_
        for id_ in ids
        if state_of(events, id_, today) is Consented.EXPIRED
        and [event.own.state for event in events if event.own.excerpt == id_][-1]
        is not Consented.EXPIRED
    ]

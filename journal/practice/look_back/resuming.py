"""Which interrupted look back can be gone on with: one that was kept for later, or a draft."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from journal.errors import JournalError
from journal.practice.look_back.history import looked_back
from journal.records.close import Close
from journal.records.codec import from_doc
from journal.records.record import Record

PLACE = "look back"
"""What drafts call a look back, in every face."""

LONG = "long look back"
"""What they call one on a week, a month or twelve weeks."""


def to_go_on_with(closes: Iterable[Record], day: date) -> Record | None:
    """Return the look back to go on with, seen from the logical `day`, or None.

    It is the newest that was kept for later. It is offered until a newer one is finished, and
    after that still on its own day.
    """
    closes = list(closes)
    finished = [one.at for one in looked_back(closes) if not one.close.left]
    left = [
        record
        for record in closes
        if isinstance(record.own, Close)
        and record.own.left
        and not record.trashed
        and (record.day == day or all(record.at > at for at in finished))
    ]
    return max(left, key=lambda record: record.at, default=None)


def drafted(more: Mapping[str, Any]) -> Record | None:
    """Return the look back that a draft holds beside its text; None if it cannot be read."""
    try:
        return from_doc(str(more["id"]), more["record"], str(more["version"]))
    except (JournalError, KeyError, TypeError, AttributeError):
        return None


def not_kept_yet(draft: Record, closes: Iterable[Record]) -> Record | None:
    """Return a draft as the next version of what was kept of it, if anything was.

    None: all of it was kept, and only its window died before it forgot the draft.
    """
    kept = next((close for close in closes if close.at == draft.at), None)
    if kept is None:
        return draft
    if kept.text == draft.text:
        return None
    return draft._replace(id=kept.id, version=kept.version)

"""What is written into the ledger: each event in one save with what it is about."""

import secrets
from datetime import date

from journal.practice.making import When, own_of
from journal.records.consent import Consent, Consented
from journal.records.excerpt import Excerpt
from journal.records.record import Record, having
from journal.sharing import desk, ledger
from journal.store.journal import Journal


def event_of(page: Record, state: Consented, when: When, until: date | None = None) -> Record:
    """Return what happened to a page, to be appended.

    until  the last day for which it is agreed from now on, where that is agreed
    """
    excerpt = own_of(page, Excerpt)
    own = Consent(
        coach=excerpt.coach,
        excerpt=page.id,
        state=state,
        salt=secrets.token_hex(16),
        page=excerpt.digest,
        until=until,
    )
    return having(blank(when), own)


def append(
    journal: Journal, coach: str, new: list[Record], when: When, op: str, *also: Record
) -> list[Record]:
    """Save `also` and then events, in one change: first of pages whose day is over, then `new`.

    coach  id of the card of the coach to whose chain they are added
    Return what was saved. Raises NotWritten or Locked.
    """
    events = desk.events(journal, coach)
    run_out = ledger.run_out(events, when.day)
    there = [page for page in desk.pages(journal, coach) if page.id in run_out] if run_out else []
    over = [event_of(page, Consented.EXPIRED, when) for page in there]
    chained: list[Record] = []
    for event in [*over, *new]:
        linked = ledger.next_event([*events, *ledger.events_of(chained, coach)], event)
        chained.append(linked)
    return journal.save(*also, *chained, op=op)


def blank(when: When) -> Record:
    """Return a record of this moment that says nothing yet."""
    return Record("", when.at, when.zone, when.day, "")

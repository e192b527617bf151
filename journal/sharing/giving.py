"""Preparing a page, giving it, and taking it back: each writes the ledger in the same save."""

import json
from datetime import date, timedelta
from pathlib import Path

from journal.dates.calendar import full
from journal.errors import Usage
from journal.practice.making import When, own_of
from journal.records.coach import Coach
from journal.records.consent import Consent, Consented
from journal.records.excerpt import Choice, Excerpt, Form
from journal.records.record import Record, having
from journal.sharing import desk, ledger, preview
from journal.sharing.agreeing import NotFree, Yes, may_be_given, must_agree, must_hold
from journal.sharing.consent import (
    LONGEST,
    TYPED,
    NoConsent,
    last_day,
    learners_receipt,
    notice_text,
)
from journal.sharing.entries import append, blank, event_of
from journal.sharing.files import destination, leaving
from journal.sharing.keys import signer_for
from journal.sharing.render import signed
from journal.sharing.seal import outside
from journal.store.ids import new_id
from journal.store.journal import Journal

CANNOT_BE_RECALLED = "Copies already received cannot be recalled."


def prepare(
    journal: Journal,
    card: Record,
    choice: Choice,
    when: When,
    *,
    form: Form = Form.HTML,
    until: date | None = None,
    replaces: str = "",
) -> Record:
    """Build a page once, keep it with its bytes, and write in the ledger that it is proposed.

    until     the day up to which the coach may keep it; None is as long as their card says
    replaces  the code of a given page whose place it takes once it is given itself, or ""

    Nothing leaves. Raises Usage, NoSuchRecord or NoConsent where no page can be made of it.
    """
    signer = signer_for(journal, card.id)
    coach = desk.coach_now(journal, card)
    there = desk.chosen_records(journal, choice)
    code = preview.new_code({_code(page) for page in desk.pages(journal)})
    previous = ledger.head(desk.events(journal, card.id))
    setting = preview.Setting(card.id, coach, when.day, signer, previous, replaces)
    until = until or last_day(coach, when.day)
    excerpt = preview.frozen(choice, there, setting, code=code, form=form, until=until)
    page = having(blank(when)._replace(id=new_id()), excerpt)
    proposed = event_of(page, Consented.PROPOSED, when, excerpt.until)
    return append(journal, card.id, [proposed], when, "propose", page)[0]


def give(journal: Journal, page: Record, yes: Yes, to: Path, when: When) -> Path:
    """Write the page's file, as it was shown, and that consent was given; return where it is.

    A page whose place it takes is over with that.
    to  a folder, or the name of the file
    Raises NoConsent where there is no consent, Usage or NotWritten where it cannot be written;
    then there is no file.
    """
    looked_at = desk.ready(journal, page, when.day)
    may_be_given(looked_at)
    excerpt = looked_at.excerpt
    _must_agree(journal, looked_at, yes, when)
    given = event_of(page, Consented.GIVEN, when, excerpt.until)
    before = ledger.head(desk.events(journal, excerpt.coach))
    record = learners_receipt(looked_at.terms, excerpt, excerpt.signer, before, when.at)
    own = own_of(given, Consent)._replace(method=TYPED, free=yes.free, receipt=json.dumps(record))
    path = destination(to, preview.file_name(excerpt))
    with leaving(path, outside(excerpt.payload, excerpt.sealed), page.day):
        over = _replaced(journal, excerpt, when)
        append(journal, excerpt.coach, [having(given, own), *over], when, "share")
    return path


def renew(journal: Journal, page: Record, yes: Yes, until: date, to: Path, when: When) -> Path:
    """Let the coach keep a page for longer; write a signed notice that says so, return its path.

    Raises as `give`.
    """
    looked_at = desk.ready(journal, page, when.day)
    must_hold(looked_at)
    if not when.day <= until <= when.day + timedelta(days=LONGEST):
        raise NoConsent(
            f"A page is renewed for at most {LONGEST} days, not until {full(until)}.",
            "Choose an earlier day.",
        )
    must_agree(yes, looked_at.coach)
    renewed = event_of(page, Consented.RENEWED, when, until)
    own = own_of(renewed, Consent)._replace(method=TYPED, free=yes.free)
    return _noticed(journal, page, looked_at.coach, having(renewed, own), to, when)


def withdraw(journal: Journal, page: Record, to: Path, when: When) -> Path | None:
    """Take a page back: nothing of it leaves any more; write a signed notice, return its path.

    Where it has not left, it is refused instead, and there is nothing to notice: None.
    Raises Usage where it was taken back already.
    """
    coach = own_of(desk.coach_of(journal, page), Coach)
    events = desk.events(journal, own_of(page, Excerpt).coach)
    state = ledger.state_of(events, page.id, when.day)
    if state is Consented.SUPERSEDED:
        raise Usage("A newer page has taken the place of this one.", "Take that one back.")
    if state in ledger.OVER:
        raise Usage("This page was taken back already.", CANNOT_BE_RECALLED)
    if not ledger.was_given(events, page.id):
        refuse(journal, page, when)
        return None
    withdrawn = event_of(page, Consented.WITHDRAWN, when)
    return _noticed(journal, page, coach, withdrawn, to, when)


def refuse(journal: Journal, page: Record, when: When, *, free: bool | None = None) -> None:
    """Write that a prepared page is not given: it never will be."""
    refused = event_of(page, Consented.REFUSED, when)
    own = own_of(refused, Consent)._replace(free=free)
    append(journal, own.coach, [having(refused, own)], when, "withdraw")


# --- how it is written


def _must_agree(journal: Journal, page: desk.Ready, yes: Yes, when: When) -> None:
    """Raise NoConsent unless it was agreed; what waits and could not be refused is refused."""
    try:
        must_agree(yes, page.coach)
    except NotFree:
        if page.state is Consented.PROPOSED:
            refuse(journal, page.record, when, free=False)
        raise


def _replaced(journal: Journal, excerpt: Excerpt, when: When) -> list[Record]:
    """Return the event of a page whose place is taken, where the coach may still keep it."""
    old = [page for page in desk.pages(journal, excerpt.coach) if _code(page) == excerpt.replaces]
    events = desk.events(journal, excerpt.coach)
    held = [page for page in old if ledger.state_of(events, page.id, when.day) in ledger.HOLDING]
    return [event_of(page, Consented.SUPERSEDED, when) for page in held]


def _code(page: Record) -> str:
    return own_of(page, Excerpt).code


def _noticed(
    journal: Journal, page: Record, coach: Coach, event: Record, to: Path, when: When
) -> Path:
    """Save an event and write the notice of it."""
    excerpt, own = own_of(page, Excerpt), own_of(event, Consent)
    text = notice_text(own.state.value, coach, excerpt.code, when.day, own.until or when.day)
    signer = signer_for(journal, excerpt.coach)
    until = f"-{own.until}" if own.until else ""
    name = f"notice-{excerpt.code}-{own.state.value}{until}.md{'.age' if coach.key else ''}"
    path = destination(to, name)
    with leaving(path, outside(signed(text, signer.sign), coach.key), when.day):
        op = "withdraw" if own.state is Consented.WITHDRAWN else "share"
        append(journal, excerpt.coach, [event], when, op)
    return path

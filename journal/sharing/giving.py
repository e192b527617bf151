"""Preparing a page, giving it, and taking it back: each writes the ledger in the same save."""

import json
import secrets
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from journal.dates.calendar import full
from journal.errors import Usage
from journal.practice.making import When, own_of
from journal.records.coach import Coach
from journal.records.consent import Consent, Consented
from journal.records.excerpt import Choice, Excerpt, Form
from journal.records.record import Record, having
from journal.sharing import desk, ledger, preview
from journal.sharing.consent import (
    LONGEST,
    TYPED,
    NoConsent,
    asks_whether_free,
    last_day,
    learners_receipt,
    notice_text,
)
from journal.sharing.files import destination, leaving
from journal.sharing.keys import signer_for
from journal.sharing.render import signed
from journal.sharing.seal import padding, sealed
from journal.store.ids import new_id
from journal.store.journal import Journal
from journal.visible import one_line

CANNOT_BE_RECALLED = "Copies already received cannot be recalled."


class Yes(NamedTuple):
    """What the learner says to give a page: the coach's name, typed by them.

    free  whether they could freely have said no; None where they were not asked
    """

    name: str
    free: bool | None = None


def prepare(
    journal: Journal,
    card: Record,
    choice: Choice,
    when: When,
    *,
    form: Form = Form.HTML,
    until: date | None = None,
) -> Record:
    """Build a page once, keep it with its bytes, and write in the ledger that it is proposed.

    until  the day up to which the coach may keep it; None is as long as their card says

    Nothing leaves. Raises Usage, NoSuchRecord or NoConsent where no page can be made of it.
    """
    signer = signer_for(journal, card.id)
    coach = desk.coach_now(journal, card)
    there = desk.chosen_records(journal, choice)
    code = preview.new_code({own_of(page, Excerpt).code for page in desk.pages(journal)})
    previous = ledger.head(desk.events(journal, card.id))
    setting = preview.Setting(card.id, coach, when.day, signer, previous)
    until = until or last_day(coach, when.day)
    excerpt = preview.frozen(choice, there, setting, code=code, form=form, until=until)
    page = having(_blank(when)._replace(id=new_id()), excerpt)
    proposed = _event(page, Consented.PROPOSED, when, excerpt.until)
    return _append(journal, card.id, [proposed], when, "propose", page)[0]


def give(journal: Journal, page: Record, yes: Yes, to: Path, when: When) -> Path:
    """Write the page's file, as it was shown, and that consent was given; return where it is.

    to  a folder, or the name of the file
    Raises NoConsent where there is no consent, Usage or NotWritten where it cannot be written;
    then there is no file.
    """
    looked_at = desk.ready(journal, page, when.day)
    may_be_given(looked_at)
    excerpt = looked_at.excerpt
    _said_yes(journal, page, yes, looked_at.coach, when)
    given = _event(page, Consented.GIVEN, when, excerpt.until)
    before = ledger.head(desk.events(journal, excerpt.coach))
    record = learners_receipt(looked_at.terms, excerpt, excerpt.signer, before, when.at)
    own = own_of(given, Consent)._replace(method=TYPED, free=yes.free, receipt=json.dumps(record))
    path = destination(to, preview.file_name(excerpt))
    with leaving(path, _outer(excerpt.payload, excerpt.sealed), page.day):
        _append(journal, excerpt.coach, [having(given, own)], when, "share")
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
    _said_yes(journal, page, yes, looked_at.coach, when)
    renewed = _event(page, Consented.RENEWED, when, until)
    own = own_of(renewed, Consent)._replace(method=TYPED, free=yes.free)
    return _noticed(journal, page, looked_at.coach, having(renewed, own), to, when)


def withdraw(journal: Journal, page: Record, to: Path, when: When) -> Path | None:
    """Take a page back: nothing of it leaves any more; write a signed notice, return its path.

    Where it has not left, it is refused instead, and there is nothing to notice: None.
    Raises Usage where it was taken back already.
    """
    coach = own_of(desk.coach_of(journal, page), Coach)
    events = desk.events(journal, own_of(page, Excerpt).coach)
    if ledger.state_of(events, page.id, when.day) in ledger.OVER:
        raise Usage("This page was taken back already.", CANNOT_BE_RECALLED)
    if not ledger.was_given(events, page.id):
        refuse(journal, page, when)
        return None
    withdrawn = _event(page, Consented.WITHDRAWN, when, None)
    return _noticed(journal, page, coach, withdrawn, to, when)


def refuse(journal: Journal, page: Record, when: When, *, free: bool | None = None) -> None:
    """Write that a prepared page is not given: it never will be."""
    refused = _event(page, Consented.REFUSED, when, None)
    own = own_of(refused, Consent)._replace(free=free)
    _append(journal, own.coach, [having(refused, own)], when, "withdraw")


# --- what consent needs


def may_be_given(page: desk.Ready) -> None:
    """Raise NoConsent where a page cannot be given, whoever wants it."""
    if page.state in (Consented.PROPOSED, Consented.GIVEN, Consented.RENEWED):
        if page.stale:
            raise NoConsent(
                f"What {page.excerpt.code} was made of has changed since you read it.",
                "Prepare it anew: what leaves is what you agreed to, and nothing else.",
            )
        if preview.digest(page.excerpt.payload) != page.excerpt.digest:
            raise NoConsent("The page is not as you read it.", "Prepare it anew.")
        return
    must_hold(page)


def must_hold(page: desk.Ready) -> None:
    """Raise NoConsent unless the coach may keep a page today."""
    if page.state in ledger.HOLDING:
        return
    why = {
        Consented.WITHDRAWN: "You have taken this page back.",
        Consented.REFUSED: "You decided not to give this page.",
        Consented.EXPIRED: "The time for which you agreed to this page is over.",
        Consented.PROPOSED: "This page has not been given yet.",
    }
    said = (
        why.get(page.state, "")
        if page.state
        else "Nothing is known of what was agreed about this page."
    )
    raise NoConsent(said, "A page prepared anew is agreed to anew.")


def _said_yes(journal: Journal, page: Record, yes: Yes, coach: Coach, when: When) -> None:
    if one_line(yes.name).casefold() != one_line(coach.name).casefold() or not yes.name.strip():
        raise NoConsent(
            "Nothing has left: the coach's name was not typed.",
            f"To agree, type the name as it stands on the card: {one_line(coach.name)}",
        )
    if not asks_whether_free(coach) or yes.free:
        return
    if yes.free is None:
        raise NoConsent(
            f"{one_line(coach.name)} is your {coach.role.value}: could you freely say no?",
            "Say so with --free yes or --free no. Nothing has left.",
        )
    refuse(journal, page, when, free=False)
    raise NoConsent(
        "Then it is no consent, and the page is not given. Nothing has left.",
        "You could show it to somebody to whom you can say no.",
    )


# --- how it is written


def _event(page: Record, state: Consented, when: When, until: date | None) -> Record:
    excerpt = own_of(page, Excerpt)
    own = Consent(
        coach=excerpt.coach,
        excerpt=page.id,
        state=state,
        salt=secrets.token_hex(16),
        page=excerpt.digest,
        until=until,
    )
    return having(_blank(when), own)


def _append(
    journal: Journal, coach: str, new: list[Record], when: When, op: str, *also: Record
) -> list[Record]:
    """Save `also` and then events, in one change: first of pages whose day is over, then `new`."""
    events = desk.events(journal, coach)
    over = [
        _event(journal.get(id_), Consented.EXPIRED, when, None)
        for id_ in ledger.run_out(events, when.day)
    ]
    chained: list[Record] = []
    for event in [*over, *new]:
        linked = ledger.next_event([*events, *ledger.events_of(chained, coach)], event)
        chained.append(linked)
    return journal.save(*also, *chained, op=op)


def _noticed(
    journal: Journal, page: Record, coach: Coach, event: Record, to: Path, when: When
) -> Path:
    """Save an event and write the notice of it."""
    excerpt, own = own_of(page, Excerpt), own_of(event, Consent)
    text = notice_text(own.state.value, coach, excerpt.code, when.day, own.until or when.day)
    signer = signer_for(journal, excerpt.coach)
    name = f"notice-{excerpt.code}-{own.state.value}.md{'.age' if coach.key else ''}"
    path = destination(to, name)
    with leaving(path, _outer(signed(text, signer.sign), coach.key), when.day):
        op = "withdraw" if own.state is Consented.WITHDRAWN else "share"
        _append(journal, excerpt.coach, [event], when, op)
    return path


def _outer(file: str, key: str) -> bytes:
    """Return a file as it leaves: sealed where there is a key."""
    data = file.encode()
    return sealed(data + b"\n" * padding(len(data)), key) if key else data


def _blank(when: When) -> Record:
    return Record("", when.at, when.zone, when.day, "")

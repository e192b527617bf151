"""Cards of coaches and pages in words: what there is to read of each, in either face."""

from collections.abc import Iterable
from datetime import date

from journal.dates.calendar import full
from journal.practice.longer.parts import Line
from journal.practice.telling.card_shapes import Card, Section, told
from journal.records.coach import Coach
from journal.records.consent import Consented
from journal.sharing import layout
from journal.sharing.consent import Terms, terms_for_coach
from journal.sharing.desk import Ready
from journal.sharing.ledger import HOLDING, Event, until_of
from journal.sharing.project import Page, day_in_words
from journal.sharing.signing import fingerprint

NO_QUESTION = "not asked yet"
NOTHING_ON_IT = "nothing is chosen yet"

HAPPENED = {
    Consented.PROPOSED: "prepared, and shown to you",
    Consented.GIVEN: "given",
    Consented.RENEWED: "given for longer",
    Consented.WITHDRAWN: "taken back",
    Consented.EXPIRED: "its time was over",
    Consented.REFUSED: "not given",
    Consented.SUPERSEDED: "replaced by a newer page",
}
"""What each event is called where a learner reads it."""


def standing(state: Consented | None, until: date | None, today: date, *, stale: bool) -> str:
    """Return in a few words how it stands with a page on a day.

    until  the last day for which it was agreed
    stale  whether it would be another page by now
    """
    if state is Consented.PROPOSED:
        return "changed since, prepare it anew" if stale else "waiting for your yes"
    if state in HOLDING:
        day = f" until {day_in_words(until, today)}" if until else ""
        return f"{'needs a new yes, ' if stale else ''}given{day}"
    if state is Consented.EXPIRED:
        return f"over since {day_in_words(until, today)}" if until else "over"
    return HAPPENED[state] if state else "nothing is known of it"


def standing_of(page: Ready, events: Iterable[Event], today: date) -> str:
    """Return in a few words how it stands with a page; `events` are its coach's."""
    until = until_of(events, page.record.id) or page.excerpt.until
    return standing(page.state, until, today, stale=page.stale)


# --- cards


def sheet(page: Page, terms: Terms) -> Card:
    """Return the page as the coach will read it."""
    said, take_back = terms_for_coach(terms)
    return Card(
        f"From {terms.coach.learner or '…'}, for {terms.coach.name}",
        _day(terms.prepared),
        (
            Section("My question", tuple(told(page.question)), NO_QUESTION),
            Section("", tuple(told(layout.asked_for(page)))),
            Section("Since last time", _rows(layout.since_rows(page))),
            Section("What I chose", _rows(layout.rows(page)), NOTHING_ON_IT),
            Section("", tuple(told(said, take_back))),
        ),
    )


def page_card(page: Ready, events: Iterable[Event], today: date) -> Card:
    """Return what there is to read of a page: how it stands with it, what is on it, what happened.

    events  its coach's, in order
    """
    events = list(events)
    shown = sheet(page.page, page.terms).sections[:-1] if not page.stale else ()
    what = tuple(told(*happened(events, page.record.id)))
    question = () if shown else (Section("My question", tuple(told(page.excerpt.choice.question))),)
    return Card(
        f"A page for {page.coach.name}, {day_in_words(page.record.day, today)}",
        f"{page.excerpt.code}: {standing_of(page, events, today)}",
        (*question, *shown, Section("What happened", what)),
    )


def coach_card(coach: Coach) -> Card:
    """Return a coach's card."""
    hidden = tuple(told(*(f"{each.term} → {each.shown}" for each in coach.hidden)))
    return Card(
        coach.name,
        coach.role.value,
        (
            *(Section(label, tuple(told(words))) for label, words in told_of(coach)),
            Section("Names hidden from them", hidden),
        ),
    )


def told_of(coach: Coach) -> list[tuple[str, str]]:
    """Return what a coach's card says, as pairs of words; the name and hidden names are not in."""
    rows = (
        ("Contact", coach.contact),
        ("How you know that it is them", coach.verified),
        ("Pages are sealed for", f"{coach.key}\n  {fingerprint(coach.key)}" if coach.key else ""),
        ("What for", coach.purpose),
        ("They may keep a page", f"{coach.days} days"),
        ("They keep it", coach.storage),
        ("They know you as", ", ".join(filter(None, (coach.learner, coach.reach)))),
    )
    return [(label, words) for label, words in rows if words]


def happened(events: Iterable[Event], page: str = "") -> list[str]:
    """Return what happened, a line each, oldest first: to the page with this id, or to all."""
    return [
        f"{_day(event.record.day)}, {event.record.at:%H:%M}: {_what(event)}"
        for event in events
        if page in ("", event.own.excerpt)
    ]


def _what(event: Event) -> str:
    own = event.own
    agreed = own.until if own.state in HOLDING else None
    until = f" until {_day(agreed)}" if agreed else ""
    unfree = ", because no could not be said freely" if own.free is False else ""
    return f"{HAPPENED[own.state]}{until}{unfree}"


def _day(day: date) -> str:
    """Return a day without its weekday."""
    return full(day).partition(" ")[2]


def _rows(rows: list[layout.Row]) -> tuple[Line, ...]:
    """Return passages and tries: what stands before, the words below it, and what else of them."""
    lines: list[Line] = []
    for lead, words, more in rows:
        lines += [Line(None, "")] if lines else []
        when = " ".join(lead.split("\n"))
        lines.append(Line(None, f"{when}: {words}" if when else words))
        lines += [Line(None, f"  {each}") for each in more]
    return tuple(lines)

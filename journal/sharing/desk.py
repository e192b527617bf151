"""The coach's desk: which coaches and pages there are, and how it stands with each.

What reads the journal for this part is here; what writes is in `giving` and `answers`; what decides
is pure and beside them. A card, page or event is a record as `Journal` returns it.
"""

import contextlib
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import NamedTuple

from journal.errors import NoSuchRecord, Usage
from journal.practice.making import own_of
from journal.records.coach import Coach
from journal.records.consent import Consented
from journal.records.criteria import Criteria
from journal.records.excerpt import Choice, Excerpt
from journal.records.record import Record
from journal.sharing import ledger, preview
from journal.sharing.consent import Terms, agreement, asks_whether_free, terms_of
from journal.sharing.glossary import with_names_of
from journal.sharing.ledger import Event
from journal.sharing.leftovers import leftovers
from journal.sharing.project import Page, project
from journal.sharing.redact import counts
from journal.sharing.reply import came_back
from journal.store.journal import Journal
from journal.visible import one_line


class Ready(NamedTuple):
    """A prepared page as it is read and agreed to.

    record, excerpt  the page
    coach            the card of whom it is for
    page             what is on it; names hidden
    terms            what it is given for
    agree            the sentences that are agreed to; the last says who could read it
    facts            all that leaves besides the learner's words, as pairs of words
    hidden           how much was hidden, by the name of the rule; {} where it is stale
    left             what is still written like a name: questions, never answers
    length           about how long it is
    state            how it stands with it today
    stale            whether it would be another page by now: then it cannot be given
    asks_free        whether the learner is asked if they could freely say no
    """

    record: Record
    excerpt: Excerpt
    coach: Coach
    page: Page
    terms: Terms
    agree: tuple[str, ...]
    facts: list[tuple[str, str]]
    hidden: dict[str, int]
    left: list[str]
    length: str
    state: Consented | None
    stale: bool
    asks_free: bool


def coaches(journal: Journal) -> list[Record]:
    """Return the cards of coaches, oldest first."""
    return journal.find(Criteria(kinds=("coach",)))


def coaches_called(journal: Journal, name: str) -> list[Record]:
    """Return the cards with this name, whatever its case."""
    wanted = name.strip().casefold()
    return [r for r in coaches(journal) if own_of(r, Coach).name.casefold() == wanted]


def coach_named(journal: Journal, typed: str) -> Record:
    """Return the card with this name, or whose id begins so. Raises NoSuchRecord."""
    wanted = typed.strip().casefold()
    named = coaches_called(journal, typed)
    found = named or [r for r in coaches(journal) if len(wanted) > 2 and r.id.startswith(wanted)]
    if len(found) != 1:
        raise NoSuchRecord(
            f"{'Several coaches are' if found else 'No coach is'} called {one_line(typed)}.",
            "`journal coach list` names them; the beginning of an id will do.",
        )
    return found[0]


def coach_of(journal: Journal, page: Record) -> Record:
    """Return the card of whom a page is for."""
    return journal.get(own_of(page, Excerpt).coach)


def coach_now(journal: Journal, card: Record) -> Coach:
    """Return a coach as pages are made for them now: with every name that is hidden from them.

    These are the names on their card, those hidden on the page before, in the same words, and those
    on the cards of other coaches (also those in the trash), in words of their own.
    """
    coach = own_of(card, Coach)
    before = [own_of(page, Excerpt).hidden for page in pages(journal, card.id)][-1:]
    cards = everything(journal, "coach")
    others = [own_of(other, Coach).hidden for other in cards if other.id != card.id]
    known = with_names_of(coach.hidden, chain(*before), keep=True)
    return coach._replace(hidden=with_names_of(known, chain(*others)))


def pages(journal: Journal, coach: str = "") -> list[Record]:
    """Return the pages for the coach with this id, or for all, oldest first.

    Those that lie in the trash are there too: what left does not come back by it.
    """
    found = everything(journal, "excerpt")
    return [record for record in found if coach in ("", own_of(record, Excerpt).coach)]


def page_named(journal: Journal, typed: str) -> Record:
    """Return the page with this code, or whose id begins so. Raises NoSuchRecord."""
    wanted = "-".join(typed.lower().replace("-", " ").split())
    for record in pages(journal):
        is_id = len(wanted) > 2 and record.id.startswith(wanted)
        if own_of(record, Excerpt).code == wanted or is_id:
            return record
    raise NoSuchRecord(f"No page is called {one_line(typed)}.", "`journal share list` names them.")


def events(journal: Journal, coach: str) -> list[Event]:
    """Return the ledger of the coach with this id, in order."""
    return ledger.events_of(everything(journal, "consent"), coach)


def given_pages(journal: Journal) -> list[Record]:
    """Return the pages that have left, oldest first."""
    by_coach: dict[str, list[Event]] = {}
    found = []
    for record in pages(journal):
        coach = own_of(record, Excerpt).coach
        if coach not in by_coach:
            by_coach[coach] = events(journal, coach)
        if ledger.was_given(by_coach[coach], record.id):
            found.append(record)
    return found


def held_pages(journal: Journal, coach: str, today: date) -> list[Record]:
    """Return the pages that the coach with this id may keep on a day, oldest first."""
    known = events(journal, coach)
    return [
        record
        for record in pages(journal, coach)
        if ledger.state_of(known, record.id, today) in ledger.HOLDING
    ]


def must_not_be_needed(journal: Journal, records: Iterable[Record], today: date) -> None:
    """Hold that of these no card is of a coach who may keep a page: taking it back needs the card.

    Raises Usage.
    """
    for record in records:
        own = record.own
        if isinstance(own, Coach) and (held := held_pages(journal, record.id, today)):
            code = own_of(held[0], Excerpt).code
            raise Usage(
                f"{one_line(own.name)} may keep the page {code}; without the card it stays so.",
                f"Bring the card back, then: journal share withdraw {code}",
            )


def since_last_time(journal: Journal, coach: str) -> list[Record]:
    """Return the tries that came of this coach's answers and were looked at; they can be chosen."""
    ids = [record.id for record in pages(journal, coach)]
    feedbacks = journal.find(Criteria(kinds=("feedback",)))
    return came_back(feedbacks, journal.find(Criteria(kinds=("experiment",))), ids)


def ready(journal: Journal, record: Record, today: date) -> Ready:
    """Return a prepared page as it is read and agreed to, and how it stands with it today."""
    excerpt = own_of(record, Excerpt)
    card = coach_of(journal, record)
    coach = coach_now(journal, card)
    there = chosen_records(journal, excerpt.choice)
    happened = events(journal, excerpt.coach)
    stale = (
        card.trashed
        or not ledger.is_about(happened, record.id, excerpt.digest)
        or preview.is_stale(excerpt, coach, there, record.day)
    )
    drawn = Page() if stale else preview.drawn(excerpt.choice, there, coach, record.day)
    until = excerpt.until or record.day
    agreed = terms_of(
        coach, excerpt.code, excerpt.choice, drawn, record.day, until, excerpt.replaces
    )
    bare = Page() if stale else project(excerpt.choice, there, record.day)
    return Ready(
        record=record,
        excerpt=excerpt,
        coach=coach,
        page=drawn,
        terms=agreed,
        agree=agreement(agreed),
        facts=preview.facts(excerpt, coach, record.day),
        hidden=counts(bare, coach.hidden),
        left=leftovers(drawn, coach.hidden),
        length=preview.length_in_words(drawn),
        state=ledger.state_of(happened, record.id, today),
        stale=stale,
        asks_free=asks_whether_free(coach),
    )


def chosen_records(journal: Journal, choice: Choice) -> dict[str, Record]:
    """Return the records that a choice names, by their ids, and no others; not what was purged."""
    found: dict[str, Record] = {}
    for id_ in (*(chosen.id for chosen in choice.passages), *choice.tries, *choice.since_of):
        with contextlib.suppress(NoSuchRecord):
            found[id_] = journal.get(id_)
    return found


def everything(journal: Journal, kind: str) -> list[Record]:
    """Return all records of a kind, those in the trash too, oldest first."""
    found = journal.find(Criteria(kinds=(kind,)))
    found += journal.find(Criteria(kinds=(kind,), trashed=True))
    return sorted(found, key=lambda record: (record.at, record.id))

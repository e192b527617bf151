"""A page that is being made: what was chosen so far, kept as a draft until it is prepared.

Nothing of it has left, and nothing of it is in the journal.
"""

import contextlib
from datetime import date
from typing import NamedTuple

from journal.errors import NoSuchRecord
from journal.practice.making import When, own_of
from journal.records.coach import Coach
from journal.records.consent import Consented
from journal.records.excerpt import Choice, Excerpt, Form
from journal.records.record import Record
from journal.records.shape import from_fields, said
from journal.sharing import desk, giving, ledger
from journal.sharing.aside import on_page
from journal.sharing.consent import Terms, last_day, terms_of
from journal.sharing.leftovers import leftovers
from journal.sharing.preview import drawn
from journal.sharing.project import Page, project
from journal.sharing.redact import Find, finds
from journal.store.journal import Journal

PLACE = "page for a coach "
"""How the places of these drafts begin; the id of the coach's card follows."""


class Draft(NamedTuple):
    """What was chosen so far.

    until     the last day on which the coach may keep it; None is as long as their card says
    page      id of the page that was prepared of it and waits, or ""
    replaces  the code of the given page of which it is made anew, or ""
    """

    choice: Choice = Choice()
    until: date | None = None
    form: Form = Form.HTML
    page: str = ""
    replaces: str = ""


class Drawn(NamedTuple):
    """The page as it would be by now.

    coach   the card, with every name that is hidden
    page    what is on it; names hidden
    terms   what it would be given for
    finds   what is hidden on it
    left    what is still written like a name: questions, never answers
    """

    coach: Coach
    page: Page
    terms: Terms
    finds: list[Find]
    left: list[str]


def now(journal: Journal, card: Record, draft: Draft, today: date) -> Drawn:
    """Return the page that a draft would make on a day.

    Raises NoSuchRecord where something that was chosen is gone, NoConsent where it would be for
    longer than can be agreed to.
    """
    choice = draft.choice
    coach = desk.coach_now(journal, card)
    there = desk.chosen_records(journal, choice)
    page = drawn(choice, there, coach, today)
    until = draft.until or last_day(coach, today)
    return Drawn(
        coach=coach,
        page=page,
        terms=terms_of(coach, "", choice, page, today, until, draft.replaces),
        finds=finds(project(choice, there, today), coach.hidden),
        left=leftovers(page, coach.hidden),
    )


def prepare(journal: Journal, card: Record, draft: Draft, when: When) -> Record:
    """Prepare the page of a draft, or return the one that was, if it would be the same.

    One that was prepared before and would be another by now is given up: it will not leave.
    Raises as `giving.prepare`.
    """
    before = desk.ready(journal, journal.get(draft.page), when.day) if draft.page else None
    waits = before if before and before.state is Consented.PROPOSED else None
    if waits and _is_same(waits, draft, when.day):
        return waits.record
    page = giving.prepare(
        journal,
        card,
        draft.choice,
        when,
        form=draft.form,
        until=draft.until,
        replaces=draft.replaces,
    )
    if waits:
        giving.refuse(journal, waits.record, when)
    return page


def _is_same(page: desk.Ready, draft: Draft, today: date) -> bool:
    excerpt = page.excerpt
    until = draft.until or last_day(page.coach, today)
    return (
        not page.stale
        and page.record.day == today
        and (excerpt.choice, excerpt.form, excerpt.until) == (draft.choice, draft.form, until)
        and excerpt.replaces == draft.replaces
    )


def of_page(page: Record) -> Draft:
    """Return the draft of which a page was prepared."""
    excerpt = own_of(page, Excerpt)
    return Draft(excerpt.choice, excerpt.until, excerpt.form, page.id, excerpt.replaces)


def again(journal: Journal, page: Record) -> Draft:
    """Return a draft with the choices of a page, to be made anew: what is gone is left out.

    Of a page that the coach has, it takes the place.
    """
    excerpt = own_of(page, Excerpt)
    events = desk.events(journal, excerpt.coach)
    replaces = excerpt.replaces
    if ledger.was_given(events, page.id):
        is_held = ledger.state_of(events, page.id, page.day) in ledger.HOLDING
        replaces = excerpt.code if is_held else ""
    return _still_there(journal, of_page(page)._replace(page="", until=None, replaces=replaces))


# --- kept


def write_down(journal: Journal, card: Record, draft: Draft) -> None:
    """Keep a draft, so that it outlives this process. Raises NotWritten or Locked."""
    question = draft.choice.question
    text = question or (f"A page for {own_of(card, Coach).name}" if draft != Draft() else "")
    journal.drafts.keep(PLACE + card.id, text, draft=said(draft))


def forget(journal: Journal, card: Record) -> None:
    """Forget the draft of a page for a coach, because the page was given."""
    journal.drafts.keep(PLACE + card.id, "")


def kept(journal: Journal, card: Record, today: date) -> Draft:
    """Return the draft of a page for a coach, here or left behind by another window.

    What was left behind is ours from now on. What was chosen and is gone is left out, and so is a
    last day that has passed.
    """
    place = PLACE + card.id
    found = journal.drafts.mine(place)
    if found is None:
        left = [each for each in journal.drafts.left_behind() if each.place == place]
        for each in left:
            found = each
            journal.drafts.keep(place, each.text, **each.more)
            journal.drafts.drop(each.session, place)
    draft = _still_there(journal, _read(found.more.get("draft"))) if found else Draft()
    return draft._replace(until=None) if draft.until and draft.until < today else draft


def _read(fields: object) -> Draft:
    try:
        return from_fields(Draft, dict(fields))  # type: ignore[call-overload]
    except (TypeError, KeyError, ValueError):  # of a later version
        return Draft()


def is_kept(journal: Journal, card: Record) -> bool:
    """Tell whether a page for a coach was begun."""
    place = PLACE + card.id
    if journal.drafts.mine(place):
        return True
    return any(each.place == place for each in journal.drafts.left_behind())


def _is_there(journal: Journal, id_: str) -> bool:
    with contextlib.suppress(NoSuchRecord):
        return not journal.get(id_).trashed
    return False


def _still_there(journal: Journal, draft: Draft) -> Draft:
    choice = draft.choice
    there = {id_ for id_ in on_page(choice) if _is_there(journal, id_)}
    return draft._replace(
        choice=choice._replace(
            passages=tuple(each for each in choice.passages if each.id in there),
            tries=tuple(id_ for id_ in choice.tries if id_ in there),
            since_of=tuple(id_ for id_ in choice.since_of if id_ in there),
        )
    )

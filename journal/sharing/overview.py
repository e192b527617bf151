"""The place of coaches: each with their pages and answers, and how it stands with them."""

from collections.abc import Sequence
from datetime import date

from journal.practice.longer.parts import Line
from journal.practice.making import own_of
from journal.practice.mind.feedbacks import IN_WORDS
from journal.practice.shelves import Group
from journal.records.coach import Coach
from journal.records.consent import Consented
from journal.records.criteria import Criteria
from journal.records.feedback import Feedback
from journal.records.record import Record
from journal.sharing import desk, drafting
from journal.sharing.ledger import Event
from journal.sharing.project import day_in_words
from journal.sharing.told import standing_of
from journal.store.journal import Journal

UNREAD = "An answer, kept to be read when you want to"


def overview(journal: Journal, today: date) -> list[Group]:
    """Return each coach with a row for a new page, their pages and answers, the newest first.

    Pages that were given up are not among them.
    """
    answers = journal.find(Criteria(kinds=("feedback",)))
    return [_coach(journal, card, answers, today) for card in desk.coaches(journal)]


def answers_to(page: Record, feedbacks: Sequence[Record]) -> list[Record]:
    """Return the answers to a page, oldest first."""
    return [each for each in feedbacks if own_of(each, Feedback).reply_to == page.id]


def _coach(journal: Journal, card: Record, answers: Sequence[Record], today: date) -> Group:
    coach = own_of(card, Coach)
    events = desk.events(journal, card.id)
    rows = [_new_page(journal, card)]
    for page in reversed(desk.pages(journal, card.id)):
        ready = desk.ready(journal, page, today)
        if ready.state is Consented.REFUSED:
            continue
        rows += [_answer(each) for each in reversed(answers_to(page, answers))]
        rows.append(_page(ready, events, today))
    return Group(f"{coach.name}, {coach.role}", "", tuple(rows))


def _new_page(journal: Journal, card: Record) -> Line:
    aside = len(card.links)
    beside = f"{aside} set aside" if aside else ""
    if drafting.is_kept(journal, card):
        return Line(card, f"Go on with the page for {own_of(card, Coach).name}", beside)
    return Line(card, f"A new page for {own_of(card, Coach).name}", beside)


def _page(ready: desk.Ready, events: Sequence[Event], today: date) -> Line:
    day = day_in_words(ready.record.day, today)
    return Line(ready.record, f"Page of {day}: {standing_of(ready, events, today)}")


def _answer(record: Record) -> Line:
    own = own_of(record, Feedback)
    if not own.read:
        return Line(record, UNREAD)
    said = " ".join(own.said.split())
    decided = IN_WORDS.get(own.decision, "not decided yet")
    return Line(record, f"Answer, {decided}: {said}")

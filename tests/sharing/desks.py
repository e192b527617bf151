"""A journal with a coach and something to choose from, as the tests of this part need it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import NamedTuple

from journal.practice.making import When, made
from journal.practice.noting import new_note
from journal.records.coach import Coach, Hidden
from journal.records.consent import Consented
from journal.records.excerpt import Choice, Chosen, Form, Help
from journal.records.experiment import Difference, Experiment
from journal.records.record import Record, Sign
from journal.sharing.agreeing import Yes
from journal.sharing.desk import events
from journal.sharing.giving import prepare
from journal.store.journal import Journal

TODAY = date(2026, 11, 24)
NOW = When(datetime(2026, 11, 24, 17, 30, tzinfo=UTC), "Etc/UTC", TODAY)
ANA = Yes("Ana")
QUESTION = "How do I get them to say what they need?"


def on(day: date) -> When:
    """Return the evening of a day."""
    return When(datetime(day.year, day.month, day.day, 17, 30, tzinfo=UTC), "Etc/UTC", day)


class Desk(NamedTuple):
    """An open journal, a coach's card in it, two notes and a try."""

    journal: Journal
    card: Record
    note: Record
    other: Record
    tried: Record

    @property
    def choice(self) -> Choice:
        """One note and the try, with a question."""
        return Choice(
            QUESTION, (Chosen(self.note.id),), (self.tried.id,), help=(Help.ASK,),
            not_for="the reorganisation", fields=("sureness",),
        )  # fmt: skip


def ana(**more: object) -> Coach:
    """Return the card of a coach."""
    card = Coach(
        "Ana", contact="ana@example.org", purpose="For this conversation only", learner="Sam",
        reach="sam@example.org", hidden=(Hidden("Acme", "the customer"),),
    )  # fmt: skip
    return card._replace(**more)  # type: ignore[arg-type]


def desk(open_journal: Callable[[], Journal], **card: object) -> Desk:
    """Return a desk with Ana's card on it; `card` says what is otherwise about her."""
    journal = open_journal()
    notes = [
        new_note("Acme rang. I hadn't asked what they needed first.", NOW.at, NOW.zone,
                 date(2026, 11, 19), sign=Sign.SURPRISE, tags=("hand-over", "private")),
        new_note("Three of us, three versions.", NOW.at, NOW.zone, date(2026, 11, 13)),
    ]  # fmt: skip
    tried = Experiment(
        "I take over a patient", "I ask what they need before I start", "fewer call-backs", 7,
        happened="Fewer, but only with people I know.", difference=Difference.PARTLY,
    )  # fmt: skip
    [kept_card] = journal.save(made(ana(**card), NOW), op="coach")
    note, other = journal.save(*notes)
    return Desk(journal, kept_card, note, other, journal.save(made(tried, NOW))[0])


def prepared(desk: Desk, form: Form = Form.HTML, card: Record | None = None) -> Record:
    """Return a page with the desk's choice, prepared for Ana or for whose `card` it is."""
    return prepare(desk.journal, card or desk.card, desk.choice, NOW, form=form)


def states(desk: Desk) -> list[Consented]:
    """Return what Ana's ledger says, event by event."""
    return [event.own.state for event in events(desk.journal, desk.card.id)]

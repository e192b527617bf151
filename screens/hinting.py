"""The hint of the day: looked up off the event loop, and remembered as shown."""

from journal.clock import logical_day
from journal.errors import JournalError
from journal.hints_seen import read_seen, write_seen
from journal.practice.longer.parts import finished as finished_reviews
from journal.practice.look_back.history import looked_back
from journal.practice.look_back.trying import try_is_due
from journal.practice.today.hints import WORDS, Facts, hint
from journal.records.criteria import Criteria
from journal.records.experiment import Experiment
from journal.records.record import Record, Sign
from journal.settings import Settings
from journal.store.journal import Journal

ENOUGH = 60
"""Of so many notes of the learner's own, no hint needs to know more."""


def todays_hint(journal: Journal, settings: Settings) -> str:
    """Return the words of the hint to show now, "" for none. It reads, and may wait."""
    state = journal.places.state
    seen = read_seen(state)
    now = journal.clock.now()
    today = logical_day(now, settings.day_ends)
    if settings.hints == "off":
        return ""
    name = hint(_facts(journal, settings), seen, (), today, settings.workday_ends)
    if name and name not in seen:
        try:
            write_seen(state, {**seen, name: today})
        except JournalError:
            return ""  # a hint that cannot be remembered would come back for ever
    return WORDS.get(name, "")


def _facts(journal: Journal, settings: Settings) -> Facts:
    notes = [note for note in journal.find(Criteria(("note",)), newest=ENOUGH) if not note.extra]
    closes = journal.find(Criteria(("close",)), newest=ENOUGH)
    now = journal.clock.now()
    today = logical_day(now, settings.day_ends)
    finished = [past for past in looked_back(closes) if not past.close.left]
    tries = journal.find(Criteria(("experiment",)))
    reviews = journal.find(Criteria(("review",)))
    return Facts(
        notes=len(notes),
        signed=any(note.sign for note in notes),
        look_backs=len(finished),
        left=any(past.close.tomorrow for past in finished if past.at.date() == now.date()),
        now=now,
        offered=settings.look_backs != "none",
        asking=any(note.sign is Sign.QUESTION for note in notes)
        and not journal.find(Criteria(("item",)), newest=1),
        waits=try_is_due(tries, today) and not any(_was_looked_at(each) for each in tries),
        month=any(past.at.date() < today.replace(day=1) for past in finished)
        and not finished_reviews(reviews, "month"),
    )


def _was_looked_at(record: Record) -> bool:
    return isinstance(record.own, Experiment) and record.own.difference is not None

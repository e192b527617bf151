"""The hint of the day: looked up off the event loop, and remembered as shown."""

from journal.clock import logical_day
from journal.errors import JournalError
from journal.hints_seen import read_seen, write_seen
from journal.practice.hints import WORDS, Facts, hint
from journal.practice.history import looked_back
from journal.records.criteria import Criteria
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
    name = hint(_facts(journal), seen, (), today, settings.workday_ends)
    if name and name not in seen:
        try:
            write_seen(state, {**seen, name: today})
        except JournalError:
            return ""  # a hint that cannot be remembered would come back for ever
    return WORDS.get(name, "")


def _facts(journal: Journal) -> Facts:
    notes = [note for note in journal.find(Criteria(("note",)), newest=ENOUGH) if not note.extra]
    closes = journal.find(Criteria(("close",)), newest=ENOUGH)
    now = journal.clock.now()
    finished = [past for past in looked_back(closes) if not past.close.left]
    return Facts(
        notes=len(notes),
        signed=any(note.sign for note in notes),
        look_backs=len(finished),
        left=any(past.close.tomorrow for past in finished if past.at.date() == now.date()),
        now=now,
    )

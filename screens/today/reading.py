"""What Today shows of the journal, read off the event loop: the day, then what is around it."""

from collections.abc import Iterable
from datetime import date

from journal.clock import logical_day
from journal.practice import two_sides
from journal.practice.longer.offering import longer_offer
from journal.practice.longer.year_ago import line_of_a_year_ago, that_week
from journal.practice.look_back.afterwards import goal_on_top
from journal.practice.look_back.gather import WELCOME, line_for_today, recent, returning
from journal.practice.look_back.offering import Offer, offer
from journal.practice.today.waiting import RULES, waiting
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from journal.store.kept.trouble import read_trouble
from screens.hinting import todays_hint
from screens.places import PLACES, Where
from screens.today.found import Around, Read

KINDS = ("note", "close")
FEW = 20
"""When more records than this have changed at once, all of today is read again."""


def read_today(journal: Journal, settings: Settings) -> Read:
    """Return what Today is about just now. Raises JournalError."""
    now = journal.clock.now()
    day = logical_day(now, settings.day_ends)
    records = journal.find(Criteria(KINDS, first=day, last=day))
    closes = journal.find(Criteria(("close",), first=day - recent(settings.line_days)))
    newest = records or journal.find(Criteria(), newest=1)
    left = line_for_today(closes, now, settings.line_days, settings.day_ends)
    is_back = returning(newest, now, settings.welcome_days)
    heading = "You left this for today" if left else WELCOME if is_back else ""
    offered = offer(closes, day, settings.look_backs)
    return Read(day, records, heading, left, offered, first=not newest)


def read_around(journal: Journal, settings: Settings, day: date) -> Around:
    """Return what stands around the day. Raises JournalError."""
    first, last = that_week(day)
    trouble = read_trouble(journal.places.state)
    due = journal.find(Criteria(tuple(RULES))) if RULES else []
    return Around(
        goal=goal_on_top(journal.find(Criteria(("goal",)))),
        waiting=tuple(waiting(due, day, first=two_sides.rows(journal.all_sides()))),
        year_ago=line_of_a_year_ago(journal.find(Criteria(("note",), first=first, last=last)), day),
        hint=trouble.words if trouble else todays_hint(journal, settings),
        longer=_longer(journal, settings, day),
        empty=frozenset(where.id for where in PLACES if _is_empty(journal, where)),
    )


def _longer(journal: Journal, settings: Settings, day: date) -> Offer:
    reviews = journal.find(Criteria(("review",)))

    def since(then: date) -> bool:
        return bool(journal.find(Criteria(KINDS, last=then), newest=1))

    return longer_offer(reviews, day, since, settings.look_backs)


def _is_empty(journal: Journal, where: Where) -> bool:
    return bool(where.holds) and not journal.find(Criteria(where.holds), newest=1)


def read_changed(journal: Journal, day: date, ids: Iterable[str]) -> list[Record] | None:
    """Return those of the changed records that are notes of `day`.

    None: something else has changed as well, so that all is to be read again. Raises JournalError.
    """
    ids = list(ids)
    if len(ids) > FEW:
        return None
    found = [journal.get(id_) for id_ in ids]
    if any(record.kind != "note" or len(journal.sides(record.id)) > 1 for record in found):
        return None
    return [record for record in found if record.day == day and not record.trashed]

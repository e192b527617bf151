"""What a look back needs to know of the journal, read in one go and off the event loop."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from journal.clock import logical_day
from journal.errors import JournalError
from journal.practice.look_back.gather import gather, gathered_since, minute_first
from journal.practice.look_back.prompts import Pack, in_language
from journal.practice.look_back.resuming import PLACE, drafted, not_kept_yet, to_go_on_with
from journal.practice.look_back.trying import KINDS as TRIES
from journal.prompt_files import load_packs
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.settings import Settings
from journal.store.drafts import Draft
from journal.store.journal import Journal


class Unfinished(NamedTuple):
    """A look back that was interrupted.

    record   as it would be kept
    notes    what it is about
    prompt   where it was interrupted, or "": at the first of what is left
    session  whose draft it is, or "" when it is in the journal
    """

    record: Record
    notes: list[Record]
    prompt: str = ""
    session: str = ""


class Read(NamedTuple):
    """What there is to look back on.

    day         the day that is looked back on; `today` the present logical one
    now, zone   the moment of reading (aware), and the local zone
    notes       those gathered for that day
    since       when the last look back was, where the notes are those since then
    closes      the look backs, unfinished ones too
    goals       what the learner is learning, or was
    tries       what the learner tries, in every shape
    wrong       what is the matter with packs of the learner's own
    short       whether to offer the one minute first
    unfinished  what to go on with, if anything
    """

    day: date
    today: date
    now: datetime
    zone: str
    notes: list[Record]
    since: datetime | None
    closes: list[Record]
    goals: list[Record]
    tries: list[Record]
    packs: list[Pack]
    wrong: list[JournalError]
    short: bool
    unfinished: Unfinished | None


def read(journal: Journal, settings: Settings, day: date | None) -> Read:
    """Return what there is for a look back on `day`, or on the present one.

    Raises JournalError.
    """
    now = journal.clock.now()
    today = logical_day(now, settings.day_ends)
    day = min(day or today, today)
    closes = journal.find(Criteria(("close",)))
    packs, wrong = load_packs(journal.places.packs)
    return Read(
        day=day,
        today=today,
        now=now,
        zone=journal.clock.zone,
        notes=_notes(journal, settings, closes, day, now),
        since=_since(closes, now, settings) if day == today else None,
        closes=closes,
        goals=journal.find(Criteria(("goal",))),
        tries=journal.find(Criteria(TRIES)),
        packs=in_language(packs, settings.language),
        wrong=wrong,
        short=settings.look_backs == "shorter" or minute_first(closes),
        unfinished=_unfinished(journal, settings, closes, day),
    )


def _notes(
    journal: Journal, settings: Settings, closes: list[Record], day: date, now: datetime
) -> list[Record]:
    days = timedelta(days=settings.gather_hours // 24 + 2)
    notes = journal.find(Criteria(("note",), first=day - days, last=day))
    return gather(notes, closes, day, now, settings.gather_hours, settings.day_ends)


def _since(closes: list[Record], now: datetime, settings: Settings) -> datetime | None:
    """Return when the look back was from which on notes are gathered, None for a longer time."""
    since = gathered_since(closes, now, settings.gather_hours, settings.day_ends)
    return since if since > now - timedelta(hours=settings.gather_hours) else None


def _unfinished(
    journal: Journal, settings: Settings, closes: list[Record], day: date
) -> Unfinished | None:
    """Return what to go on with: a draft that a window left, or what was kept for later."""
    drafts = [d for d in journal.drafts.left_behind() if d.place == PLACE]
    found = [one for draft in drafts if (one := _from_draft(draft, closes))]
    if not found and (kept := to_go_on_with(closes, day)):
        found = [Unfinished(kept, [])]
    if not found:
        return None
    newest = max(found, key=lambda one: one.record.at)
    record = newest.record
    others = [close for close in closes if close.id != record.id]
    return newest._replace(notes=_notes(journal, settings, others, record.day, record.at))


def _from_draft(draft: Draft, closes: list[Record]) -> Unfinished | None:
    """Return the look back in a draft; one that cannot be read stays where it is."""
    record = drafted(draft.more)
    record = not_kept_yet(record, closes) if record else None
    prompt = str(draft.more.get("prompt", ""))
    return Unfinished(record, [], prompt, draft.session) if record else None

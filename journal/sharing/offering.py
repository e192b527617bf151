"""What can be put on a page, row by row: filters and what was set aside only propose."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from journal.dates.calendar import MONTHS
from journal.errors import Usage
from journal.records.close import Close
from journal.records.excerpt import Choice, Chosen
from journal.records.experiment import Experiment
from journal.records.record import MARKS, Record
from journal.sharing.select import MOST, NOT_PASSAGES, parts
from journal.visible import one_line

LONGEST = 200
"""So many characters of a passage stand in a row."""


class Place(StrEnum):
    """Where on a page something stands."""

    SINCE = "Since"
    TRY = "Try"
    PASSAGE = "passage"


class Offer(NamedTuple):
    """One thing that can be put on a page.

    part   which of the record's answers or paragraphs, counted from 1; 0 for all of it
    words  how it begins
    """

    place: Place
    record: Record
    part: int
    words: str

    @property
    def key(self) -> str:
        """What it is called within one list."""
        return f"{self.place} {self.record.id} {self.part}"

    def lead(self, today: date) -> str:
        """Return what stands before its words: "Try", or the day."""
        if self.place is not Place.PASSAGE:
            return self.place
        day = self.record.day
        year = f" {day.year}" if day.year != today.year else ""
        return f"{day.day} {MONTHS[day.month - 1][:3]}{year}"


def offers(
    records: Iterable[Record], since: Collection[str], on_page: Iterable[Chosen] = ()
) -> list[Offer]:
    """Return all that can be put on a page, the newest first.

    since    ids of the tries that came of this coach's answers and were looked at
    on_page  what is on the page by now: a record that is on it whole is offered whole, too
    """
    wholes = {chosen.id for chosen in on_page if not chosen.part}
    there = sorted(records, key=lambda each: (each.day, each.at, each.id), reverse=True)
    return [offer for record in there if not record.trashed for offer in _of(record, since, wholes)]


def proposed(
    every: Iterable[Offer],
    choice: Choice,
    aside: Collection[str],
    is_wanted: Callable[[Record], bool] | None = None,
) -> list[Offer]:
    """Return what is proposed: what was chosen or set aside stays, whatever is looked for.

    What became of last time comes first, then what was set aside, then all else, newest first.
    """
    kept = [
        offer
        for offer in every
        if is_wanted is None
        or is_wanted(offer.record)
        or offer.record.id in aside
        or is_chosen(offer, choice)
    ]
    return sorted(
        kept, key=lambda each: (each.place is not Place.SINCE, each.record.id not in aside)
    )


def is_chosen(offer: Offer, choice: Choice) -> bool:
    """Tell whether something was chosen."""
    id_ = offer.record.id
    if offer.place is Place.PASSAGE:
        return Chosen(id_, offer.part) in choice.passages
    return id_ in (choice.since_of if offer.place is Place.SINCE else choice.tries)


def toggled(offer: Offer, choice: Choice) -> Choice:
    """Return a choice with one thing chosen, or not any more. Raises Usage where it is full."""
    id_ = offer.record.id
    if offer.place is Place.SINCE:
        return choice._replace(since_of=_without_or_with(choice.since_of, id_))
    if offer.place is Place.TRY:
        return choice._replace(tries=_without_or_with(choice.tries, id_))
    passages = _without_or_with(choice.passages, Chosen(id_, offer.part))
    if len(passages) > MOST:
        raise Usage(
            f"A page has at most {MOST} passages.",
            "One conversation holds no more; space takes one off.",
        )
    return choice._replace(passages=passages)


def _without_or_with(chosen: tuple, one: object) -> tuple:  # type: ignore[type-arg]
    return tuple(each for each in chosen if each != one) if one in chosen else (*chosen, one)


def _of(record: Record, since: Collection[str], wholes: Collection[str]) -> list[Offer]:
    """Return what a record offers: a note whole and by its paragraphs, all else by its parts."""
    own = record.own
    if isinstance(own, Experiment):
        place = Place.SINCE if record.id in since else Place.TRY
        came = ", and what came of it" if own.happened or own.difference else ""
        return [Offer(place, record, 0, f"{_row(own.response or own.cue).rstrip('.')}{came}")]
    if record.kind in NOT_PASSAGES or not record.text.strip():
        return []
    there = parts(record)
    several = [
        Offer(Place.PASSAGE, record, number, _row(words)) for number, words in enumerate(there, 1)
    ]
    whole = Offer(Place.PASSAGE, record, 0, _row(record.text, record))
    if record.kind == "note":
        return [whole, *(several if len(there) > 1 else [])]
    if record.id in wholes:
        return [whole, *several]
    return several if len(there) > 1 or isinstance(own, Close) else [whole]


def _row(words: str, record: Record | None = None) -> str:
    mark = f"{MARKS[record.sign]} " if record and record.sign else ""
    return f"{mark}{one_line(' '.join(words.split())[:LONGEST])}"

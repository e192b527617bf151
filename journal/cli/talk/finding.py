"""Finding: by words, filters and dates; and what is in the trash."""

from functools import partial

from journal.cli.reading import line_of_hit
from journal.cli.talk.days import go_to
from journal.cli.talk.state import Entry, Talk
from journal.cli.talk.wording import entry
from journal.dates import parse_range
from journal.dates.calendar import Span
from journal.errors import Usage
from journal.practice.finding.query import parse_search
from journal.records.criteria import Criteria
from journal.records.record import Record


def find(talk: Talk, typed: str) -> None:
    """Find words, or go to a date; the newest first."""
    if not typed:
        question = 'What do you look for? Words, "a phrase", -not, tag:x, from:2w, last friday.'
        typed = talk.voice.answer(question).text.strip()
    if not typed:
        return
    span = _as_date(talk, typed)
    criteria = _criteria(talk, typed)
    found = talk.journal.find(criteria)[::-1] if criteria != Criteria() else []
    if not found and span:
        go_to(talk, *span)
    elif not found:
        talk.say("Nothing matched.")
    else:
        many = "1 found." if len(found) == 1 else f"{len(found)} found, the newest first."
        talk.say(f"{many} :open and a number reads one.")
        _read(talk, found, criteria)


def trash(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read what is in the trash, the newest first."""
    criteria = Criteria(trashed=True)
    found = talk.journal.find(criteria)[::-1]
    if not found:
        talk.say("The trash is empty.")
        return
    talk.say(f"{len(found)} in the trash. :r and a number brings one back.")
    _read(talk, found, criteria)


def _read(talk: Talk, found: list[Record], criteria: Criteria) -> None:
    def line(record: Record) -> str:
        return entry(record, talk.voice.today, line_of_hit(record, criteria))

    talk.read_list([Entry(record.id, partial(line, record)) for record in found])


def _criteria(talk: Talk, typed: str) -> Criteria:
    return parse_search(typed, talk.voice.today, talk.voice.settings.date_order)


def _as_date(talk: Talk, typed: str) -> Span | None:
    """Return the days that `typed` names as a whole, None where it names none."""
    try:
        return parse_range(typed, talk.voice.today, talk.voice.settings.date_order)
    except Usage:
        return None

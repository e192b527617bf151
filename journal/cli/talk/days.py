"""Days: reading one, the one before and after, and the list of those with something on them."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from journal.cli.look_back.days_without import WRITTEN
from journal.cli.look_back.reviewing import nothing_on
from journal.cli.talk import waits
from journal.cli.talk.records import read_whole
from journal.cli.talk.state import Entry, Talk
from journal.cli.talk.wording import LINES, heading, whole
from journal.cli.waiting import left_for_today
from journal.dates import in_words, parse_range
from journal.practice.finding.days import first_words, nearest
from journal.practice.longer.year_ago import line_of_a_year_ago, that_week
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.visible import one_line


def read_today(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read today, and one line of the learner's own from this week a year ago."""
    today = talk.voice.today
    read_day(talk, today)
    first, last = that_week(today)
    notes = talk.journal.find(Criteria(kinds=("note",), first=first, last=last))
    if line := line_of_a_year_ago(notes, today):
        talk.say(f"A year ago this week, :year ago reads it: “{line}”")


def days(talk: Talk, typed: str) -> None:
    """Read the list of days, or the day that was named."""
    if typed:
        span = parse_range(typed, talk.voice.today, talk.voice.settings.date_order)
        go_to(talk, *span)
        return
    there = _days(talk)
    if not there:
        talk.say("Everything you write comes here, by its day. Nothing is here yet.")
        return
    many = f"{len(there)} days have notes" if len(there) > 1 else "1 day has notes"
    talk.say(f"{many}, the newest first. :open and a number reads one.")
    talk.read_list([Entry(day, partial(_first_words, talk, day)) for day in there])


def go_to(talk: Talk, first: date, last: date) -> None:
    """Read the newest day of a span that has something, or else the nearest."""
    day = nearest(_days(talk), first, last)
    if day is None:
        talk.say(nothing_on(last, talk.voice.today))
        return
    if not first <= day <= last:
        talk.say(f"Nothing was written then; the nearest is {in_words(day, talk.voice.today)}.")
    read_day(talk, day)


def a_year_ago(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read the newest day of this week a year ago, or the nearest."""
    go_to(talk, *that_week(talk.voice.today))


def earlier(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read the day before that has something on it."""
    day = talk.day or talk.voice.today
    _step(talk, [each for each in _days(talk) if each < day][:1], "before")


def later(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read the day after that has something on it."""
    day = talk.day or talk.voice.today
    _step(talk, [each for each in _days(talk) if each > day][-1:], "after")


def _step(talk: Talk, found: list[date], which: str) -> None:
    if found:
        read_day(talk, found[0])
    else:
        talk.say(f"There is no day {which} with something on it.")


def read_day(talk: Talk, day: date) -> None:
    """Read everything on a day, ten things at a time."""
    talk.day, today = day, talk.voice.today
    records = talk.journal.find(Criteria(kinds=WRITTEN, first=day, last=day))
    talk.say(f"{heading(day, today)}. {_counted(records)}".rstrip())
    if day == today and (line := left_for_today(talk.voice)):
        talk.say(f"You left this for today: {one_line(line)}")
    if not records:
        talk.say(nothing_on(day, today))
    notes = [Entry(one.id, partial(whole, one, talk.voice.today, LINES)) for one in records]
    talk.read_list([*_waiting(talk, day), *notes])


def _waiting(talk: Talk, day: date) -> list[Entry]:
    """Return what waits today, under its heading and numbered like the notes below it."""
    due = waits.entries(talk) if day == talk.voice.today else []
    return [Entry(None, partial(str, f"Waiting, if you like. {waits.HOW}")), *due] if due else []


def _counted(records: list[Record]) -> str:
    notes = sum(record.kind == "note" for record in records)
    parts = [f"{notes} note{'' if notes == 1 else 's'}"] if notes else []
    parts += ["looked back"] if len(records) > notes else []
    return f"{', '.join(parts).capitalize()}." if parts else ""


def open_one(talk: Talk, typed: str) -> None:
    """Read a record whole, or a day of the list of days."""
    thing = talk.numbered(typed)
    if isinstance(thing, date):
        read_day(talk, thing)
    elif typed and thing is None:
        read_whole(talk, talk.journal.get(typed))
    else:
        read_whole(talk, talk.record(typed)[0])


def _days(talk: Talk) -> list[date]:
    """Return the days with something on them, the newest first, without making all records."""
    docs = talk.journal.table()
    named = {_day(doc) for doc in docs if doc.get("kind") in WRITTEN and not doc.get("trashed")}
    return sorted((day for day in named if day), reverse=True)


def _day(doc: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(doc["day"])
    except (KeyError, TypeError, ValueError):  # a record that cannot be read
        return None


def _first_words(talk: Talk, day: date) -> str:
    records = talk.journal.find(Criteria(kinds=WRITTEN, first=day, last=day))
    return f"{heading(day, talk.voice.today)}: {first_words(records)}"

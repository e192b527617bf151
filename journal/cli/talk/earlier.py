"""What was written before: on this day in other years, in the same week, and the gaps between."""

from collections.abc import Iterable
from datetime import timedelta

from journal.cli.look_back.reviewing import WRITTEN
from journal.cli.talk.sections import entries_under
from journal.cli.talk.state import Entry, Talk
from journal.dates import in_words
from journal.practice.longer.earlier import Then, gaps, on_this_day, same_week
from journal.practice.longer.parts import row
from journal.records.criteria import Criteria
from journal.records.record import Record

FOUR_WEEKS = timedelta(weeks=4)
ONE_DAY = timedelta(days=1)


def on_the_day(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read what was written on this day in earlier years."""
    _read(talk, on_this_day(_written(talk), talk.voice.today))


def in_the_week(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read what was written in the same week some time ago."""
    _read(talk, same_week(_written(talk), talk.voice.today))


def read_gaps(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read the workdays of the last four weeks on which nothing was written."""
    today = talk.voice.today
    found = gaps(_written(talk), today - FOUR_WEEKS, today - ONE_DAY)
    if not found:
        talk.say("There is no workday of the last four weeks without a note.")
    for day in found:
        talk.say(in_words(day, today))


def _read(talk: Talk, thens: Iterable[Then]) -> None:
    entries: list[Entry] = []
    for then in thens:
        lines = [row(record, talk.voice.today) for record in then.records]
        entries += entries_under(f"{then.words}:", lines)
    if not entries:
        talk.say("Nothing was written then.")
    talk.read_list(entries)


def _written(talk: Talk) -> list[Record]:
    return talk.journal.find(Criteria(kinds=WRITTEN))

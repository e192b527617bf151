"""What was written before: on this day in other years, in the same week; days without a line."""

from collections.abc import Iterable
from datetime import timedelta

from journal.cli.look_back.days_without import WRITTEN
from journal.cli.numbers import number_typed
from journal.cli.talk import deeds
from journal.cli.talk.sections import entries_under
from journal.cli.talk.state import Entry, Talk
from journal.dates import in_words
from journal.errors import Usage
from journal.practice.longer.earlier import Then, on_this_day, same_week
from journal.practice.longer.gaps import FOUR_WEEKS, gaps, to_say_why
from journal.practice.longer.parts import row
from journal.records.criteria import Criteria
from journal.records.record import Record

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
        return
    for number, gap in enumerate(found, 1):
        why = f", {gap.reason}" if gap.reason else ""
        talk.say(f"{number}. {in_words(gap.day, today)}{why}")
    talk.say("None of them needs a reason. :why 1 holiday gives the first one its own.")


def say_why(talk: Talk, typed: str) -> None:
    """Give a day without a line its reason: its number in the list, and the words."""
    which, _, words = typed.partition(" ")
    number = number_typed(which) or 0
    today = talk.voice.today
    found = gaps(_written(talk), today - FOUR_WEEKS, today - ONE_DAY)
    if not 0 < number <= len(found):
        raise Usage("Which day? :why 1 holiday is for the first one.", ":gaps lists them.")
    deeds.do(talk, deeds.nothing(talk), to_say_why(found[number - 1]), words.strip())


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

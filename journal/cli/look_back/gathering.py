"""What a look back in the shell begins with and leads to: notes, questions, the day, a try."""

from datetime import date, datetime, timedelta

from journal.cli.nouns.noun import when_now
from journal.cli.shell import Shell
from journal.dates import parse_day
from journal.errors import Usage
from journal.practice.look_back.gather import QUIET, gather, quiet_line
from journal.practice.look_back.prompts import Pack, in_language
from journal.practice.look_back.trying import KINDS as TRIES
from journal.practice.look_back.trying import try_is_due, try_of_look_back
from journal.prompt_files import load_packs
from journal.records.close import Close
from journal.records.criteria import Criteria
from journal.records.record import Record


def earlier(shell: Shell) -> list[Record]:
    """Return all look backs, oldest first."""
    return shell.journal.find(Criteria(kinds=("close",)))


def goals(shell: Shell) -> list[Record]:
    """Return all goals, whatever became of them, oldest first."""
    return shell.journal.find(Criteria(kinds=("goal",)))


def packs(shell: Shell) -> list[Pack]:
    """Return the packs in the learner's language; what is wrong with their own is said."""
    found, wrong = load_packs(shell.places.packs)
    for error in wrong:
        shell.show_error(error)
    return in_language(found, shell.settings.language)


def notes_for(shell: Shell, closes: list[Record], day: date, now: datetime) -> list[Record]:
    """Return the notes that a look back on `day` is about."""
    settings = shell.settings
    days = timedelta(days=settings.gather_hours // 24 + 2)
    notes = shell.journal.find(Criteria(kinds=("note",), first=day - days))
    return gather(notes, closes, day, now, settings.gather_hours, settings.day_ends)


def tries(shell: Shell) -> list[Record]:
    """Return all tries, of every shape, oldest first."""
    return shell.journal.find(Criteria(kinds=TRIES))


def waits_a_try(shell: Shell, day: date) -> bool:
    """Tell whether a try waits on `day`, which the look back then asks about."""
    return try_is_due(tries(shell), day)


def try_after(shell: Shell, look_back: Record) -> Record | None:
    """Return the try that a kept look back leads to, if it does; it is not saved."""
    return try_of_look_back(look_back, tries(shell), when_now(shell))


def past_day(shell: Shell, typed: str) -> date:
    """Return the day that was typed. Raises Usage, also for one that has not come yet."""
    day = parse_day(typed, shell.today, shell.settings.date_order)
    if day > shell.today:
        raise Usage("That day has not come yet.", "Look back on it when it is over.")
    return day


def interrupted(closes: list[Record], day: date | None = None) -> Record | None:
    """Return the newest look back that was not finished, of all or of `day`."""
    left = [
        record
        for record in closes
        if isinstance(record.own, Close) and record.own.left and day in (None, record.day)
    ]
    return left[-1] if left else None


def say_quietly(shell: Shell, day: date) -> None:
    """Say, after several heavy days, that the journal is not care."""
    if quiet_line(earlier(shell), day):
        shell.tell(QUIET)

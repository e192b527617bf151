"""`journal review gaps`: workdays without a line, for who asks, and the reasons of some."""

from datetime import date, timedelta

from journal.cli.look_back.gathering import past_day
from journal.cli.nouns.noun import keep, when_now
from journal.cli.shell import Shell
from journal.dates import in_words
from journal.errors import NothingFound, Usage
from journal.practice.longer.gaps import FOUR_WEEKS, Gap, gaps, to_say_why
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.visible import one_line

WRITTEN = ("note", "close")
"""What counts as a line of a day."""


def show_gaps(shell: Shell, day: date, *, as_json: bool) -> int:
    """List the workdays of the four weeks before `day` on which nothing was written."""
    found = gaps(_written(shell), day - FOUR_WEEKS, day - timedelta(days=1))
    if as_json:
        shell.put_json([_json(gap) for gap in found])
    for gap in [] if as_json else found:
        why = f"  {one_line(gap.reason)}" if gap.reason else ""
        shell.put(f"{gap.day}  {in_words(gap.day, shell.today)}{why}")
    if not found:
        before = in_words(day, shell.today)
        raise NothingFound(f"In the four weeks before {before} no workday is without a line.")
    return 0


def keep_reason(shell: Shell, what: str, named: str | None, words: str) -> int:
    """Keep why nothing was written on a day; the id of the note is the result."""
    if what != "gaps" or named is None:
        raise Usage("--reason is for a day without a line.",
                    "journal review gaps 2026-11-19 --reason holiday")  # fmt: skip
    day = past_day(shell, named)
    gap = next(iter(gaps(_written(shell), day, day)), None)
    if gap is None:
        raise Usage("That is no workday without a line.", "`journal review gaps` lists them.")
    when = when_now(shell)
    nothing = Record("", when.at, when.zone, when.day, "")
    return keep(shell, *to_say_why(gap).do(nothing, (words,), when), op="add")


def _written(shell: Shell) -> list[Record]:
    return shell.journal.find(Criteria(kinds=WRITTEN))


def _json(gap: Gap) -> dict[str, str | None]:
    return {
        "day": gap.day.isoformat(),
        "reason": gap.reason or None,
        "id": gap.note.id if gap.note else None,
    }

"""`journal status`: what waits, for a person, a shell prompt or a script."""

from datetime import timedelta
from typing import NamedTuple

from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.dates import in_words
from journal.practice.gather import line_for_today
from journal.records.close import Close
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.visible import one_line

RECENT = timedelta(days=15)
"""How far back a look back still has something to say about today."""


class Waiting(NamedTuple):
    """What there is to say of today.

    notes        how many notes there are of it
    looked_back  whether a look back on it was finished
    line         what was left for it, or ""
    interrupted  look backs of these days that can be resumed
    drafts       how many texts that were being written were not kept
    """

    notes: int
    looked_back: bool
    line: str
    interrupted: list[Record]
    drafts: int


def status_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal status`."""
    parser.add_argument("--line", action="store_true", help="one short line, or nothing")
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def status_verb(shell: Shell, args: Arguments) -> int:
    """Say what waits, and whether today was looked back on; never what was not written."""
    waiting = what_waits(shell)
    if args.json:
        shell.put_json(
            {
                "day": shell.today.isoformat(),
                "notes": waiting.notes,
                "looked_back": waiting.looked_back,
                "left_for_today": waiting.line or None,
                "interrupted": [record.id for record in waiting.interrupted],
                "drafts": waiting.drafts,
            }
        )
        return 0
    for line in _short(waiting) if args.line else _long(shell, waiting):
        shell.put(line)
    return 0


def left_for_today(shell: Shell) -> str:
    """Return the line that an earlier look back left for today, or ""."""
    return line_for_today(_closes(shell), shell.clock.now(), day_ends=shell.settings.day_ends)


def what_waits(shell: Shell) -> Waiting:
    """Return what there is to say of today."""
    closes = _closes(shell)
    done = [r for r in closes if isinstance(r.own, Close) and not r.own.left]
    today = Criteria(kinds=("note",), first=shell.today, last=shell.today)
    return Waiting(
        notes=len(shell.journal.find(today)),
        looked_back=any(record.day == shell.today for record in done),
        line=line_for_today(closes, shell.clock.now(), day_ends=shell.settings.day_ends),
        interrupted=[record for record in closes if record not in done],
        drafts=len(shell.journal.drafts.left_behind()),
    )


def _closes(shell: Shell) -> list[Record]:
    return shell.journal.find(Criteria(kinds=("close",), first=shell.today - RECENT))


def _short(waiting: Waiting) -> list[str]:
    if waiting.looked_back:
        return []
    if waiting.line:
        return [one_line(waiting.line)]
    return [counted(waiting.notes)] if waiting.notes else []


def _long(shell: Shell, waiting: Waiting) -> list[str]:
    lines = [f"You left this for today: {one_line(waiting.line)}"] if waiting.line else []
    lines += [counted(waiting.notes)] if waiting.notes else []
    lines += ["You have looked back on today."] if waiting.looked_back else []
    for record in waiting.interrupted[-1:]:
        day = in_words(record.day, shell.today)
        lines.append(f"A look back on {day} can go on: journal close --resume")
    if waiting.drafts:
        lines.append("Something you were writing was not kept yet; the app offers it.")
    return lines or ["Nothing waits."]


def counted(notes: int) -> str:
    """Return how many notes there are today: "3 notes today"."""
    return f"{notes} note{'' if notes == 1 else 's'} today"

"""`journal status`: what waits, for a person, a shell prompt or a script."""

from typing import Any, NamedTuple

from journal.cli.lines import SHORT
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.dates import in_words
from journal.practice import two_sides
from journal.practice.look_back.gather import line_for_today, recent
from journal.practice.look_back.history import looked_back
from journal.practice.look_back.resuming import to_go_on_with
from journal.practice.today.waiting import MOST, RULES, all_waiting
from journal.practice.today.waiting import Waiting as Due
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.kept.trouble import read_trouble
from journal.visible import one_line


class Today(NamedTuple):
    """What there is to say of today.

    notes        how many notes there are of it
    looked_back  whether a look back on it was finished
    line         what was left for it, or ""
    interrupted  the look back that can be gone on with, if there is one
    drafts       how many texts that were being written were not kept
    trouble      why no backup could be made, or ""
    due          all that waits to be looked at, if one likes; the most pressing first
    """

    notes: int
    looked_back: bool
    line: str
    interrupted: list[Record]
    drafts: int
    trouble: str
    due: list[Due]


def status_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal status`."""
    parser.add_argument("--line", action="store_true", help="one short line, or nothing")
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def status_verb(shell: Shell, args: Arguments) -> int:
    """Say what waits, and whether today was looked back on; never what was not written."""
    today = what_waits(shell)
    if args.json:
        shell.put_json(
            {
                "day": shell.today.isoformat(),
                "notes": today.notes,
                "looked_back": today.looked_back,
                "left_for_today": today.line or None,
                "interrupted": [record.id for record in today.interrupted],
                "drafts": today.drafts,
                "backup_trouble": today.trouble or None,
                "waiting": [_json(each) for each in today.due],
            }
        )
        return 0
    for line in _short(today) if args.line else _long(shell, today):
        shell.put(line)
    return 0


def left_for_today(shell: Shell) -> str:
    """Return the line that an earlier look back left for today, or ""."""
    return _line(shell, _closes(shell))


def rows(shell: Shell) -> list[Due]:
    """Return all that waits, the most pressing first."""
    found = shell.journal.find(Criteria(kinds=tuple(RULES)))
    return [*two_sides.rows(shell.journal.all_sides()), *all_waiting(found, shell.today)]


def in_words_of(due: Due) -> str:
    """Return what waits as one line: "Summary first: look again today."."""
    return f"{one_line(due.name)}: {one_line(due.words)}"


def _json(due: Due) -> dict[str, Any]:
    return {
        "id": due.id,
        "kind": due.record.kind,
        "name": due.name,
        "words": due.words,
        "answers": [choice.key for choice in due.choices],
    }


def what_waits(shell: Shell) -> Today:
    """Return what there is to say of today."""
    closes = _closes(shell)
    looked = [one for one in looked_back(closes) if one.day == shell.today]
    left = to_go_on_with(closes, shell.today)
    trouble = read_trouble(shell.places.state)
    of_today = Criteria(kinds=("note",), first=shell.today, last=shell.today)
    return Today(
        notes=len(shell.journal.find(of_today)),
        looked_back=any(not one.close.left for one in looked),
        line=_line(shell, closes),
        interrupted=[left] if left else [],
        drafts=len(shell.journal.drafts.left_behind()),
        trouble=trouble.words if trouble else "",
        due=rows(shell),
    )


def _line(shell: Shell, closes: list[Record]) -> str:
    settings = shell.settings
    return line_for_today(closes, shell.clock.now(), settings.line_days, settings.day_ends)


def _closes(shell: Shell) -> list[Record]:
    since = shell.today - recent(shell.settings.line_days)
    return shell.journal.find(Criteria(kinds=("close",), first=since))


def _short(today: Today) -> list[str]:
    if today.looked_back:
        return []
    if today.line:
        return [one_line(today.line)]
    if today.due:
        return [in_words_of(today.due[0])]
    return [counted(today.notes)] if today.notes else []


def _long(shell: Shell, today: Today) -> list[str]:
    lines = [f"You left this for today: {one_line(today.line)}"] if today.line else []
    lines += [counted(today.notes)] if today.notes else []
    lines += ["You have looked back on today."] if today.looked_back else []
    lines += [f"Waits, if you like: {in_words_of(due)}  {_answer(due)}" for due in today.due[:MOST]]
    for record in today.interrupted:
        day = in_words(record.day, shell.today)
        lines.append(f"A look back on {day} can go on: journal close --resume")
    if today.drafts:
        lines.append("Something you were writing was not kept yet; the app offers it.")
    lines += [one_line(today.trouble)] if today.trouble else []
    return lines or ["Nothing waits."]


def _answer(due: Due) -> str:
    if due.words == two_sides.WORDS:
        return f"journal join {due.id[:SHORT]}"
    verb, action = _ANSWERED[due.record.kind]
    return f"journal {verb} {action} {due.id[:SHORT]}"


_ANSWERED = {
    "experiment": ("try", "result"),
    "context": ("context", "helped"),
    "plan": ("plan", "answer"),
    "item": ("item", "answer"),
    "feedback": ("feedback", "decide"),
}
"""With which command each kind of what waits is answered."""


def counted(notes: int) -> str:
    """Return how many notes there are today: "3 notes today"."""
    return f"{notes} note{'' if notes == 1 else 's'} today"

"""`journal undo redo`: taking back what was changed on this computer, and doing it again."""

from collections.abc import Callable, Iterator
from typing import Any

from journal.cli.lines import SHORT, first_line, made_at
from journal.cli.numbers import number_typed
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import NothingFound, Usage
from journal.practice.telling.operations import OPERATIONS, operation_in_words
from journal.store.journal import Taken
from journal.store.undo import FINAL, Step
from journal.visible import one_line

LEFT = "Only the journal has changed: what was passed on, and a file it was written to, stay."
"""Said where a lesson was passed on, and that was taken back or done again."""


def undo_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal undo`."""
    parser.add_argument("n", nargs="?", type=_steps, default=1, metavar="N", help="how many")
    parser.add_argument("--list", action="store_true", help="only show what can be taken back")
    parser.add_argument("--json", action="store_true", help="as JSON")


def undo_verb(shell: Shell, args: Arguments) -> int:
    """Take back the newest changes."""
    if args.list:
        return _list(shell, args)
    _must_be_there(args.n, len(_there(shell)), "taken back")
    return _repeat(shell, args, shell.journal.undo, "Took back")


def _there(shell: Shell) -> list[Step]:
    """Return what can be taken back, the newest last."""
    return [step for step in shell.journal.timeline().done if step.op not in FINAL]


def redo_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal redo`."""
    parser.add_argument("n", nargs="?", type=_steps, default=1, metavar="N", help="how many")
    parser.add_argument("--json", action="store_true", help="as JSON")


def redo_verb(shell: Shell, args: Arguments) -> int:
    """Do again what was taken back."""
    _must_be_there(args.n, len(shell.journal.timeline().undone), "done again")
    return _repeat(shell, args, shell.journal.redo, "Did again")


def _steps(typed: str) -> int:
    if not (number := number_typed(typed)):
        raise Usage(f"“{one_line(typed)}” is no number of changes.", "For example: journal undo 2")
    return number


def _must_be_there(wanted: int, there: int, done: str) -> None:
    """Raise NothingFound where there is something, but less than is wanted: nothing is done then.

    done  "taken back" or "done again"
    """
    if 0 < there < wanted:
        how_many = "is only 1 change" if there == 1 else f"are only {there} changes"
        raise NothingFound(f"There {how_many} that can be {done}.", "Nothing was done.")


def _repeat(shell: Shell, args: Arguments, once: Callable[[], Taken], said: str) -> int:
    """Do something N times; each is told at once, as a later one may be refused."""
    for _ in range(args.n):
        _tell(shell, args, once(), said)
    return 0


def _tell(shell: Shell, args: Arguments, taken: Taken, said: str) -> None:
    if args.json:
        shell.put_json({"op": taken.op, "ids": [record.id for record in taken.records]})
        return
    shell.put(f"{said} {step_in_words(taken)}: ", *_first(taken))
    if stays := what_stays(taken):
        shell.say(stays)


def what_stays(taken: Taken) -> str:
    """Return what taking a step back, or doing it again, does not reach outside; "" if nothing."""
    return LEFT if taken.op == "pass-on" else ""


def step_in_words(taken: Taken) -> str:
    """Return what was taken back or done again: "a note", "an import of 214 records"."""
    return operation_in_words(taken.op, len(taken.records))


def _first(taken: Taken) -> Iterator[str]:
    for record in taken.records[:1]:
        yield Dim(f"{record.id[:SHORT]}  ")
        yield one_line(first_line(record))


def _list(shell: Shell, args: Arguments) -> int:
    steps = _there(shell)[::-1]
    if args.json:
        shell.put_json([_step_json(step) for step in steps])
    for number, step in enumerate([] if args.json else steps[:20], 1):
        ids = list(step.docs())
        many = f" of {len(ids)} records" if len(ids) != 1 else f" {ids[0][:SHORT]}"
        when = f"{made_at(step.t):%Y-%m-%d %H:%M}"
        shell.put(f"{number:3}  ", Dim(f"{when}  "), f"{OPERATIONS.get(step.op, step.op)}{many}")
    if not steps:
        raise NothingFound("There is nothing to undo on this computer.")
    return 0


def _step_json(step: Step) -> dict[str, Any]:
    return {"op": step.op, "made": made_at(step.t).isoformat(), "ids": list(step.docs())}

"""Nouns: verbs about one kind of record, such as `journal goal new`, `list`, `show ID`, `reach ID`.

A module says which actions its noun has; what nouns have in common is made here:

    GOAL = Noun("goal", "goal", "learning goal", is_open=lambda goal: goal.state == "active")
    goal_verb_actions = (
        Action("new", "begin one", _new, _new_arguments),
        listing(GOAL),
        showing(GOAL),
        step(GOAL, "reach", "say that you have reached one", _reached, "Reached"),
    )

Changes print the id of what was changed; what was done is said on stderr.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from journal.cli.lines import first_line, put_line
from journal.cli.parsing import Action, Arguments, Parser, count
from journal.cli.reading import show_record
from journal.cli.shell import Shell
from journal.errors import NoSuchRecord, NothingFound
from journal.practice.making import When, made
from journal.records.codec import to_json
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.visible import one_line, storable

if TYPE_CHECKING:
    from journal.records.kinds import Worded

Change = Callable[[Shell, Arguments, Record], Record]
AddArguments = Callable[[Parser], None]


def _everything(_own: Any) -> bool:
    return True


class Noun(NamedTuple):
    """One noun of the shell.

    verb     what is typed: "try"
    kind     the kind of its records: "experiment"
    name     what one is called where a learner reads: "try"; its plural has an s
    is_open  tells of the fields of a record whether it is still going on; `list` shows the others
             with --all
    line     what a list shows of a record
    states   the states that `list --state` knows, if there are any
    begins   the action that makes the first one
    """

    verb: str
    kind: str
    name: str
    is_open: Callable[[Any], bool] = _everything
    line: Callable[[Record], str] = first_line
    states: Sequence[str] = ()
    begins: str = "new"


# --- actions that most nouns have


def listing(noun: Noun) -> Action:
    """Return `list`: those that are open, or all; the newest last."""

    def add_arguments(parser: Parser) -> None:
        if noun.is_open is not _everything:
            parser.add_argument("--all", action="store_true", help="also those that have ended")
        if noun.states:
            parser.add_argument("--state", choices=noun.states, help="only those that are there")
        parser.add_argument("-n", type=count, metavar="N", help="only the newest N")
        parser.add_argument("--json", action="store_true", help="as a JSON array")

    def run(shell: Shell, args: Arguments) -> int:
        found = _listed(shell, noun, args)
        if args.n is not None:
            found = found[-args.n :] if args.n else []
        if args.json:
            shell.put_json([to_json(record) for record in found])
        for record in [] if args.json else found:
            put_line(shell, record, one_line(noun.line(record)))
        if not found:
            shell.say(_none(noun, has_ended=bool(records(shell, noun, ended=True))))
        return 0 if found else NothingFound.code

    return Action("list", f"those that go on, each {noun.name} on a line", run, add_arguments)


def _listed(shell: Shell, noun: Noun, args: Arguments) -> list[Record]:
    state = getattr(args, "state", None)
    found = records(shell, noun, ended=bool(state) or getattr(args, "all", True))
    return [each for each in found if each.own.state == state] if state else found  # type: ignore[union-attr]


def _none(noun: Noun, *, has_ended: bool) -> str:
    if has_ended:
        return f"No {noun.name} goes on; `journal {noun.verb} list --all` has those that ended."
    return f"There is no {noun.name} yet; `journal {noun.verb} {noun.begins}` makes one."


def showing(noun: Noun) -> Action:
    """Return `show ID`: one record whole."""

    def add_arguments(parser: Parser) -> None:
        add_id(parser)
        parser.add_argument("--json", action="store_true", help="as a JSON object")

    def run(shell: Shell, args: Arguments) -> int:
        return show_record(shell, record_of(shell, noun, args.id), as_json=args.json)

    return Action("show", f"one {noun.name} whole, with its history and links", run, add_arguments)


def step(
    noun: Noun,
    name: str,
    about: str,
    change: Change,
    said: str,
    add_arguments: AddArguments | None = None,
    op: str = "edit",
) -> Action:
    """Return `<name> ID`: what changes one record.

    change         returns the record as it is from then on; raises JournalError where it cannot be
    said           what is said of it on stderr: "Reached"
    add_arguments  adds what can be typed besides the id
    op             what an undo calls it
    """

    def add_all_arguments(parser: Parser) -> None:
        add_id(parser)
        if add_arguments is not None:
            add_arguments(parser)

    def run(shell: Shell, args: Arguments) -> int:
        record = record_of(shell, noun, args.id)
        return keep_change(shell, record, change(shell, args, record), said, op)

    return Action(name, about, run, add_all_arguments)


# --- what actions are made of


def add_id(parser: Parser) -> None:
    """Add the argument that names a record."""
    parser.add_argument("id", metavar="ID", help="the beginning of an id, or: last")


def records(shell: Shell, noun: Noun, *, ended: bool = False) -> list[Record]:
    """Return the records of a noun that are open, or all with `ended`; oldest first."""
    found = shell.journal.find(Criteria(kinds=(noun.kind,)))
    return [record for record in found if ended or noun.is_open(record.own)]


def record_of(shell: Shell, noun: Noun, typed: str) -> Record:
    """Return the record that was named. Raises NoSuchRecord, also where it is of another kind."""
    record = shell.journal.get(typed)
    if record.kind != noun.kind:
        raise NoSuchRecord(
            f"{one_line(typed)} is no {noun.name}.", f"`journal {noun.verb} list` names them."
        )
    return record


def sentence(typed: str) -> str:
    """Return what was typed as one line that can be kept; for argparse's `type` too."""
    return " ".join(storable(typed).split())


def when_now(shell: Shell) -> When:
    """Return the present of a command."""
    return When(shell.clock.now(), shell.clock.zone, shell.today)


def keep_new(shell: Shell, own: "Worded", links: Sequence[str] = ()) -> int:
    """Keep a new record of a noun, made now; its id is the result."""
    return keep_made(shell, made(own, when_now(shell), links))


def keep_made(shell: Shell, record: Record) -> int:
    """Keep a record that a rule has made; its id is the result."""
    return keep(shell, record, op=record.kind)


def keep_change(shell: Shell, before: Record, after: Record, said: str, op: str = "edit") -> int:
    """Keep a changed record and say so; its id is the result."""
    if after == before:
        shell.say("Unchanged.")
        shell.put(after.id)
        return 0
    shell.say(f"{said}: {one_line(first_line(after))}")
    return keep(shell, after, op=op)


def keep(shell: Shell, *records: Record, op: str, result: str = "") -> int:
    """Keep records in one change; the id of the first, or `result` instead, is the result."""
    text = "\n\n".join(record.text for record in records)
    first, *_ = shell.rescuing(text, lambda: shell.journal.save(*records, op=op))
    shell.put(result or first.id)
    return 0

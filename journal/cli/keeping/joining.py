"""`journal join`: what was edited on two computers; one answer decides, and nothing is lost."""

from journal.cli.lines import SHORT, page_lines, put_line
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import NothingFound, Usage
from journal.practice.today.answering import Choice
from journal.practice.two_sides import BOTH, choices
from journal.records.codec import to_json
from journal.records.record import Record
from journal.visible import one_line


def join_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal join`."""
    parser.add_argument("id", nargs="?", help="the beginning of an id; without one, all are listed")
    parser.add_argument("--keep", metavar="SIDE", help=f"the number of the side, or: {BOTH}")
    parser.add_argument("--json", action="store_true", help="as JSON")


def join_verb(shell: Shell, args: Arguments) -> int:
    """Show the sides of a record, and keep the one that is chosen; its id is the result."""
    if args.id is None:
        return _list(shell, args)
    sides = shell.journal.sides(shell.journal.get(args.id).id)
    if len(sides) < 2:
        raise NothingFound("It was not edited on two sides.", "`journal join` lists what was.")
    if args.keep is None:
        _show(shell, args, sides)
        if not shell.asks:
            if args.json:
                return 0
            raise Usage("Nobody can be asked which one stays.", "For example: --keep 1")
    kept = _chosen(shell, args, choices(sides))
    shell.put(shell.journal.join(kept).id)
    shell.say("Kept. The other side stays in its history.")
    return 0


def _list(shell: Shell, args: Arguments) -> int:
    found = shell.journal.all_sides()
    if args.json:
        shell.put_json([[to_json(side) for side in sides] for sides in found])
    for sides in [] if args.json else found:
        put_line(shell, sides[-1])
    if not found:
        raise NothingFound("Nothing was edited on two sides.")
    if not args.json:
        shell.say(f"`journal join {found[0][-1].id[:SHORT]}` shows its sides; one answer decides.")
    return 0


def _show(shell: Shell, args: Arguments, sides: list[Record]) -> None:
    if args.json:
        shell.put_json([to_json(side) for side in sides])
        return
    for number, side in enumerate(sides, 1):
        state = ", shows now" if number == len(sides) else ""
        trash = ", in the trash" if side.trashed else ""
        shell.put(Dim(f"{number}{state}{trash}"))
        for line in page_lines(side, shell.today):
            shell.put("  ", line)


def _chosen(shell: Shell, args: Arguments, there: tuple[Choice, ...]) -> Record:
    keys = [choice.key for choice in there]
    typed = args.keep
    if typed is None:
        typed = shell.ask(f"Which one stays? {', '.join(keys[:-1])} or {keys[-1]}:").strip()
        if not typed:
            raise NothingFound("Left as it was: both sides are kept.")
    for choice in there:
        if choice.key == typed and choice.becomes is not None:
            return choice.becomes
    raise Usage(f"There is no side “{one_line(typed)}”.", f"There are: {', '.join(keys)}.")

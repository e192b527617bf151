"""`journal try card pool compare`: a try given to a colleague as a small file, and taken in."""

from functools import partial

from journal.cli.lines import SHORT
from journal.cli.nouns.needing import words_option
from journal.cli.nouns.noun import Noun, add_id, keep_made, record_of, when_now
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import NothingFound
from journal.exchange.card_file import read_card
from journal.paths import typed_path
from journal.practice.tries.cards import LARGEST, card_of, card_text, from_card
from journal.practice.tries.evidence import Pooled, pooled
from journal.records.criteria import Criteria
from journal.sharing.files import destination, leaving
from journal.visible import one_line


def sharing_cards(noun: Noun) -> tuple[Action, ...]:
    """Return the actions that give and take tries as cards."""
    return (
        Action("card", "a try as a small file for a colleague; it names nobody but its maker",
               partial(_card, noun), _card_arguments),
        Action("pool", "take in a colleague's card", _pool, _pool_arguments),
        Action("compare", "their conditions beside mine", partial(_compare, noun),
               _compare_arguments),
    )  # fmt: skip


def _card(noun: Noun, shell: Shell, args: Arguments) -> int:
    record = record_of(shell, noun, args.id)
    text = card_text(card_of(record, args.maker or ""))
    if args.file in (None, "-"):
        shell.put(text.rstrip("\n"))
        return 0
    path = destination(typed_path(args.file), f"try-{record.id[:SHORT]}.json")
    with leaving(path, text.encode(), shell.today):
        pass
    shell.put(str(path))
    return 0


def _pool(shell: Shell, args: Arguments) -> int:
    beside = [shell.journal.get(typed).id for typed in args.beside]
    made = from_card(_read(shell, args.file), when_now(shell), args.whose or "")
    return keep_made(shell, made._replace(links=tuple(beside)))


def _compare(noun: Noun, shell: Shell, args: Arguments) -> int:
    record = record_of(shell, noun, args.id)
    found = pooled(record, shell.journal.find(Criteria(kinds=("experiment",))))
    if args.json:
        shell.put_json([each._asdict() for each in found])
    for each in [] if args.json else found:
        for line in _side_by_side(each):
            shell.put(one_line(line))
    if not found:
        raise NothingFound(
            "No colleague's try stands beside it.", "`journal try pool FILE --with ID` does that."
        )
    return 0


def _card_arguments(parser: Parser) -> None:
    add_id(parser)
    parser.add_argument("file", nargs="?", metavar="FILE", help="where it goes; else it is shown")
    parser.add_argument("--from", dest="maker", metavar="NAME", help="who made it, if you like")


def _pool_arguments(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help="the card; - reads it from a pipe")
    parser.add_argument("--with", dest="beside", action="append", default=[], metavar="ID",
                        help="the try or question that it belongs to; repeatable")  # fmt: skip
    words_option(parser, "whose", "who made it")


def _compare_arguments(parser: Parser) -> None:
    add_id(parser)
    parser.add_argument("--json", action="store_true", help="as a JSON array")


def _read(shell: Shell, named: str) -> bytes:
    return shell.stdin.buffer.read(LARGEST + 1) if named == "-" else read_card(named)


def _side_by_side(each: Pooled) -> list[str]:
    rows = ((each.whose, each.theirs, each.their_difference),
            ("mine", each.mine, each.my_difference))  # fmt: skip
    return [f"{whose}: {came or 'not looked at'}. {where or 'no conditions named'}"
            for whose, where, came in rows]  # fmt: skip

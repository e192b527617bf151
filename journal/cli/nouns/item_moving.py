"""`journal item move`: a question goes on; what the move still needs is taken or asked for."""

from typing import NamedTuple

from journal.cli.agreeing import must_agree
from journal.cli.lines import SHORT, first_line
from journal.cli.nouns.needing import also, choice_or_answer, option_or_answer, words_option
from journal.cli.nouns.noun import add_id, keep, when_now
from journal.cli.nouns.trying import add_lines, made_try
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import NoSuchRecord, Usage
from journal.paths import typed_path
from journal.practice.loop import passing_on
from journal.practice.loop.moves import Move, move, moves, state_named
from journal.practice.loop.needs import (
    ACTS,
    FOUND,
    LOOK,
    LOOKED_AT,
    RECIPIENT,
    REPLY,
    SENSE,
    TRY,
    Given,
    Need,
    heard,
    is_met,
    with_given,
)
from journal.practice.loop.ways import IN_WORDS
from journal.practice.making import own_of
from journal.practice.tries.evidence import tries_of
from journal.records.criteria import Criteria
from journal.records.item import Item, State
from journal.records.record import Record
from journal.sharing.files import destination, leaving
from journal.visible import one_line

OPTIONS = {
    FOUND: "--source, --person or --none-found",
    SENSE: "--text",
    RECIPIENT: "--to",
    REPLY: "--why",
}
"""Which option gives what a move needs."""


class Going(NamedTuple):
    """A question on its way: what is given for the move, and the tries that belong to it."""

    record: Record
    given: Given
    tries: tuple[Record, ...]
    new: tuple[Record, ...] = ()


def add_found(parser: Parser) -> None:
    """Add what says where somebody has looked, and what they make of it."""
    for name, about in (("source", "what you read or saw"), ("person", "whom you asked")):
        parser.add_argument(
            f"--{name}", action="append", default=[], metavar="TEXT", help=f"{about}; repeatable"
        )
    parser.add_argument("--none-found", action="store_true", help="you looked and found neither")
    parser.add_argument("--act", choices=tuple(ACTS), default="present",
                        help="which way of making sense it is")  # fmt: skip


def found_typed(args: Arguments) -> Given:
    """Return what `add_found` was given."""
    return Given(
        sources=tuple(args.source), people=tuple(args.person), none_found=args.none_found,
        act=args.act,
    )  # fmt: skip


def move_arguments(parser: Parser) -> None:
    """Add the arguments of `journal item move`."""
    add_id(parser)
    parser.add_argument("state", nargs="*", metavar="STATE", help=", ".join(State))
    add_found(parser)
    words_option(parser, "text", "what you make of it, in your own words")
    parser.add_argument("--to", metavar="WHOM", help="whom it is for")
    words_option(parser, "purpose", "what for")
    parser.add_argument("--file", metavar="PATH", help="write what is passed on to a file")
    words_option(parser, "why", "why, or what came back")
    parser.add_argument("--try", dest="a_try", metavar="ID", help="a try that belongs to it")
    add_lines(parser)


def tries_for(shell: Shell, record: Record) -> list[Record]:
    """Return the tries that belong to a question."""
    found = shell.journal.find(Criteria(kinds=("experiment", "plan")))
    return tries_of(record, found)


def move_on(shell: Shell, args: Arguments, record: Record) -> int:
    """Move a question on, and keep it; what leaves is shown before. Raises Usage, Declined."""
    going = _with_try(shell, args, record)
    wanted = _wanted(shell, args, moves(record, going.tries))
    now = when_now(shell)
    for need in wanted.needs if isinstance(wanted, Move) else ():
        item = with_given(own_of(going.record, Item), going.given, now.at)
        if not is_met(need, item, going.given, going.tries):
            going = _asked(shell, args, going, need)
    to = wanted.to if isinstance(wanted, Move) else wanted
    after = move(going.record, to, going.given, now, going.tries)
    shell.say(f"Now {IN_WORDS[own_of(after, Item).state]}: {first_line(after)}")
    if to is State.SHARED:
        return _pass_on(shell, after, args)
    return keep(shell, after, *going.new, op="move")


def _with_try(shell: Shell, args: Arguments, record: Record) -> Going:
    """Return the question with what was typed; a try that was named belongs to it from now on."""
    given = found_typed(args)._replace(
        words=args.why or "", sense=args.text or "", recipient=args.to or "",
        purpose=args.purpose or "", way="file" if args.file else "copy",
    )  # fmt: skip
    tries = tuple(tries_for(shell, record))
    if args.a_try is None:
        return Going(record, given, tries)
    named = shell.journal.get(args.a_try)
    if named.kind not in ("experiment", "plan"):
        raise NoSuchRecord(f"{one_line(args.a_try)} is no try.", "`journal try list` names them.")
    links = tuple(dict.fromkeys((*record.links, named.id)))
    return Going(record._replace(links=links), given, (*tries, named))


def _wanted(shell: Shell, args: Arguments, possible: list[Move]) -> Move | State:
    """Return the move that was typed or chosen; a state where there is no such move from here."""
    typed = " ".join(args.state)
    pairs = [(each.to.value, each.words) for each in possible]
    if not typed:
        typed = choice_or_answer(shell, None, "What next?", "A state behind the id", pairs)
    for each in possible:
        if typed.casefold() in (each.to, each.words.casefold()):
            return each
    return state_named(typed)


def _asked(shell: Shell, args: Arguments, going: Going, need: Need) -> Going:
    """Return the question with what a move still needs. Raises Usage where nobody can be asked."""
    if need == TRY:
        if not (shell.asks or args.cue or args.response):
            raise Usage(need.missing, "--if and --then make one, --try ID names one.")
        new = made_try(shell, args, links=[going.record.id])
        return going._replace(tries=(*going.tries, new), new=(new,))
    if need == LOOKED_AT:
        open_ = [each.id[:SHORT] for each in going.tries]
        raise Usage(need.missing, f"`journal try result {' or '.join(open_) or 'ID'}` says it.")
    if need == LOOK:
        return going._replace(given=_looked(shell, args, going))
    typed = option_or_answer(shell, None, need.ask, OPTIONS[need])
    return going._replace(given=heard(need, typed, going.given))


def _looked(shell: Shell, args: Arguments, going: Going) -> Given:
    """Show exactly what leaves, and ask whether it was read."""
    path = also(shell, args.file, "A file to write it to, or Enter for none.")
    shell.say("This is what leaves, word for word:")
    for line in passing_on.leaving(going.record).splitlines():
        shell.say(f"  {line}" if line else "")
    must_agree(shell, args, LOOK.ask)
    args.file = path
    return going.given._replace(looked=True, way="file" if path else "copy")


def _pass_on(shell: Shell, after: Record, args: Arguments) -> int:
    """Keep it as passed on; then its text is in the file that was named, or is the result."""
    text = passing_on.leaving(after)
    if not args.file:
        return keep(shell, after, op="pass-on", result=text.rstrip("\n"))
    path = destination(typed_path(args.file), f"{after.id[:SHORT]}.txt")
    with leaving(path, text.encode(), shell.today):
        code = keep(shell, after, op="pass-on")
    shell.say(f"Written to {path}.")
    return code

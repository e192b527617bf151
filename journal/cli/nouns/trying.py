"""The lines with which a try begins, as options or as answers: for `try new` and for a question."""

from collections.abc import Iterable

from journal.cli.nouns.needing import (
    add_look,
    also,
    look_typed,
    option_or_answer,
    rating,
    words_option,
)
from journal.cli.nouns.noun import when_now
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.tries.experiments import new_try, start
from journal.practice.tries.two_lines import expectation, intention
from journal.records.record import Record

FIRST = "Which small thing will you try? “If …, I'll …”"
SECOND = "And what do you expect of it? “… (7 of 10)”, or Enter."

PARTS = {
    "because": "why that should follow",
    "step": "the smallest first step",
    "watch": "a sign to watch on the way",
    "outcome": "a sign of the outcome, later",
    "aim": "what it is to teach you",
}
"""The lines that can be added now, later or never."""


def add_halves(parser: Parser) -> None:
    """Add what the first line is made of: if this, then that."""
    parser.add_argument("--if", dest="cue", metavar="TEXT", help="when or where")
    parser.add_argument("--then", dest="response", metavar="TEXT", help="what you will do")


def add_lines(parser: Parser) -> None:
    """Add the two lines, and the day to look again."""
    add_halves(parser)
    words_option(parser, "expect", "what you expect of it; kept as it is once the try begins")
    parser.add_argument(
        "--sure", type=rating("How sure you are"), metavar="N", help="how sure of that, 0 to 10"
    )
    add_look(parser)


def add_parts(parser: Parser) -> None:
    """Add the lines that are optional."""
    for name, about in PARTS.items():
        words_option(parser, name, about)


def parts_typed(args: Arguments) -> dict[str, str]:
    """Return the optional lines that were typed; an empty one takes its line off."""
    return {name: getattr(args, name) for name in PARTS if getattr(args, name, None) is not None}


def made_try(shell: Shell, args: Arguments, typed: str = "", links: Iterable[str] = ()) -> Record:
    """Return a try of the lines that were typed or answered; not saved. Raises Usage.

    typed  the first line as it was written in one piece: "If …, I'll …"

    It begins where something is expected of it, unless --draft says no.
    """
    first = typed
    if not (first or args.cue or args.response):
        first = option_or_answer(shell, None, FIRST, "--if with --then")
    cue, response = intention(first) if first else (args.cue or "", args.response or "")
    prediction, sure = expectation(also(shell, args.expect, SECOND))
    record = new_try(
        when_now(shell), cue, response, prediction, links=links,
        sureness=sure if args.sure is None else args.sure, **parts_typed(args),
    )  # fmt: skip
    if prediction and not getattr(args, "draft", False):
        return start(record, shell.today, look_typed(shell, args))
    if args.look is not None:
        raise Usage("A day to look again needs a try that begins.", "--expect TEXT begins it.")
    return record

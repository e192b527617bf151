"""The command line: argparse, with our errors and without its guesses."""

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn, cast

from journal.cli.shell import Shell
from journal.cli.verbs import VERBS, handler
from journal.errors import Usage

Arguments = argparse.Namespace
Run = Callable[[Shell, Arguments], int]


class Parser(argparse.ArgumentParser):
    """A parser that raises Usage instead of leaving the program."""

    def __init__(self, *, prog: str, description: str = "", add_help: bool = True) -> None:
        super().__init__(
            prog=prog,
            description=description,
            add_help=add_help,
            allow_abbrev=False,
            formatter_class=_formatter,
        )

    def error(self, message: str) -> NoReturn:
        """Raise what argparse has to say as Usage."""
        hint = f"`{self.prog} --help` shows how it is used."
        if message.startswith("unrecognized arguments: -"):
            hint = f"Text that begins with a dash goes after `--`. {hint}"
        raise Usage(f"{message[:1].upper()}{message[1:]}.", hint)


def parser_of(name: str) -> Parser:
    """Return the parser of one verb."""
    verb = VERBS[name]
    parser = Parser(prog=f"journal {name}", description=_sentence(verb.help))
    add_arguments = cast(Callable[[Parser], None], handler(name, "_arguments"))
    add_arguments(parser)
    add_common(parser)
    return parser


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add what every verb accepts."""
    parser.add_argument("--yes", action="store_true", help="answer every question with yes")
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="when to use colour"
    )


def parse(name: str, typed: Sequence[str]) -> Arguments:
    """Return the arguments typed after a verb; options may stand anywhere. Raises Usage."""
    return parser_of(name).parse_intermixed_args(typed)


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Return argparse's formatter with a fixed width: asking the terminal costs an import."""
    return argparse.HelpFormatter(prog, width=100)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."

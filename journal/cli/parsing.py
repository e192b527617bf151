"""The command line: argparse, with our errors and without its guesses."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn, cast

from journal.cli.shell import Shell
from journal.cli.verbs import VERBS, handler
from journal.errors import Usage

Arguments = argparse.Namespace
Run = Callable[[Shell, Arguments], int]

_SHIELD = "\0"
"""Stands in front of a word that argparse must not take for an option; no argument can have it."""

_OF_SEARCHES = ("-n", "-h")
"""The short options of verbs that take words of which some begin with a dash."""


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
        elif message.endswith("expected one argument"):
            hint = f"A value that begins with a dash is joined to its option by =. {hint}"
        message = message.replace(_SHIELD, "").replace(r"\x00", "")
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
    shielded = list(_shielded(typed, dashed=VERBS[name].dashed))
    args = parser_of(name).parse_intermixed_args(shielded)
    return Arguments(**{key: _bare(value) for key, value in vars(args).items()})


def _shielded(typed: Sequence[str], *, dashed: bool) -> Iterator[str]:
    """Yield the words of a command line; those that are no options, whatever they look like, so.

    After `--` no word is an option. Where words may be `dashed`, only known options are options.
    """
    literal = False
    for word in typed:
        if word == "--" and not literal:
            literal = True
        elif len(word) > 1 and word[0] == "-" and (literal or (dashed and not _is_option(word))):
            yield _SHIELD + word
        else:
            yield word


def _is_option(word: str) -> bool:
    return word.startswith("--") or word in _OF_SEARCHES or _is_count(word)


def _is_count(word: str) -> bool:
    return word.startswith("-n") and word[2:].isdecimal()


def _bare(value: Any) -> Any:
    if isinstance(value, list):
        return [_bare(each) for each in value]
    return value.removeprefix(_SHIELD) if isinstance(value, str) else value


def count(typed: str) -> int:
    """Return a number of records. Raises Usage."""
    if not (typed.isascii() and typed.isdecimal()):
        raise Usage(f"{_bare(typed)!r} is not a number of records.", "For example: 10")
    return int(typed)


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Return argparse's formatter with a fixed width: asking the terminal costs an import."""
    return argparse.HelpFormatter(prog, width=100)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."

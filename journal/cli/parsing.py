"""The command line: argparse, with our errors and without its guesses."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, NoReturn, cast

from journal.cli.numbers import number_typed
from journal.cli.shell import Shell
from journal.cli.verbs import VERBS, handler, word_first
from journal.errors import Usage
from journal.visible import one_line

Arguments = argparse.Namespace
Run = Callable[[Shell, Arguments], int]

_SHIELD = "\0"
"""Stands in front of a word that argparse must not take for an option; no argument can have it."""

_OF_SEARCHES = ("-n", "-h")
"""The short options of verbs that take words of which some begin with a dash."""


DEFAULT_ACTION = "list"
"""What a verb with actions does when none is typed, if it can."""


class Parser(argparse.ArgumentParser):
    """A parser that raises Usage instead of leaving the program.

    actions  the parsers of the words that can follow the verb, by their names
    """

    def __init__(self, *, prog: str, description: str = "", add_help: bool = True) -> None:
        super().__init__(
            prog=prog,
            description=description,
            add_help=add_help,
            allow_abbrev=False,
            formatter_class=_formatter,
        )
        self.actions: dict[str, Parser] = {}

    def error(self, message: str) -> NoReturn:
        """Raise what argparse has to say as Usage."""
        hint = f"`{self.prog} --help` shows how it is used."
        if message.startswith("unrecognized arguments: -"):
            hint = f"Text that begins with a dash goes after `--`. {hint}"
        elif message.endswith("expected one argument"):
            hint = f"A value that begins with a dash is joined to its option by =. {hint}"
        message = message.replace(_SHIELD, "").replace(r"\x00", "")
        raise Usage(f"{message[:1].upper()}{message[1:]}.", hint)


class Action(NamedTuple):
    """A word that can follow a verb, as `new` in `journal goal new`.

    help           what it does, one line
    run            does it, and returns the exit code
    add_arguments  adds what can be typed behind it to its parser
    """

    name: str
    help: str
    run: Run
    add_arguments: Callable[[Parser], None] = lambda _parser: None


def parser_of(name: str) -> Parser:
    """Return the parser of one verb, with those of its actions if it has any."""
    verb = VERBS[name]
    parser = Parser(prog=f"journal {name}", description=_sentence(verb.help))
    if verb.actions:
        _add_actions(parser, cast(Sequence[Action], handler(name, "_actions")))
    else:
        cast(Callable[[Parser], None], handler(name, "_arguments"))(parser)
    add_common(parser)
    return parser


def _add_actions(parser: Parser, actions: Sequence[Action]) -> None:
    below = parser.add_subparsers(metavar="ACTION", title="what it can do")
    for action in actions:
        own: Parser = below.add_parser(
            action.name, help=action.help, description=_sentence(action.help)
        )
        action.add_arguments(own)
        add_common(own)
        own.set_defaults(run=action.run)
        parser.actions[action.name] = own


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add what every verb accepts."""
    parser.add_argument("--yes", action="store_true", help="answer every question with yes")
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="when to use colour"
    )
    parser.add_argument(
        "--passphrase-fd",
        type=_handle,
        default=argparse.SUPPRESS,
        metavar="N",
        help="read the passphrase from this handle",
    )


def parse(name: str, typed: Sequence[str]) -> Arguments:
    """Return the arguments typed after a verb; options may stand anywhere. Raises Usage.

    Where the verb has actions, `run` is what the one that was typed does.
    """
    parser = parser_of(name)
    if parser.actions:
        parser, typed = _for_action(parser, word_first(typed))
    shielded = list(_shielded(typed, dashed=VERBS[name].dashed))
    args = parser.parse_intermixed_args(shielded)
    return Arguments(**{key: _bare(value) for key, value in vars(args).items()})


def _for_action(parser: Parser, typed: Sequence[str]) -> tuple[Parser, Sequence[str]]:
    """Return the parser of the action that was typed, and what stands behind it.

    argparse would do so too, but then options could not stand anywhere.
    """
    if typed[:1] in (["-h"], ["--help"]):
        parser.print_help()
        parser.exit()
    if not typed or typed[0].startswith("-"):
        typed = [DEFAULT_ACTION, *typed]
    if typed[0] in parser.actions:
        return parser.actions[typed[0]], typed[1:]
    raise Usage(
        f"“{one_line(typed[0])}” is not something that `{parser.prog}` can do.",
        f"It can do: {', '.join(parser.actions)}. `{parser.prog} --help` says more.",
    )


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
    """Return how many records -n asks for. Raises Usage."""
    if (number := number_typed(typed)) is None:
        raise Usage(f"“{one_line(_bare(typed))}” is no number of records.", "For example: -n 10")
    return number


def _handle(typed: str) -> int:
    """Return the number of a file handle. Raises Usage."""
    if (number := number_typed(typed)) is None:
        raise Usage(f"“{one_line(_bare(typed))}” is no file handle.", "For example: 3<secret")
    return number


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Return argparse's formatter with a fixed width: asking the terminal costs an import."""
    return argparse.HelpFormatter(prog, width=100)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."

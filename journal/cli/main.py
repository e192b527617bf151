"""From the words of a command line to an exit code."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import cast

from journal.cli.shell import Shell, standard_shell
from journal.cli.verbs import VERBS, handler
from journal.errors import JournalError, Usage

OpenScreens = Callable[[Shell], int]


def main(typed: Sequence[str], open_screens: OpenScreens) -> int:
    """Do what was typed and return the exit code; `open_screens` runs the app.

    Every way to end is decided here: a closed pipe is quiet, a fault of ours shows no journal text.
    """
    shell = standard_shell(_color(typed))
    try:
        code = _do(shell, typed, open_screens)
        shell.stdout.flush()
    except JournalError as error:
        shell.show_error(error)
        return error.code
    except BrokenPipeError:
        _close_quietly()
        return 0
    except KeyboardInterrupt:
        return 130
    except SystemExit as error:
        return int(error.code or 0)
    except Exception as error:
        shell.say(_fault(error))
        return 70
    return code


def _do(shell: Shell, typed: Sequence[str], open_screens: OpenScreens) -> int:
    if not typed or typed[0].startswith("-"):
        return _without_verb(shell, typed, open_screens)
    name, rest = typed[0], typed[1:]
    if name not in VERBS:
        raise _no_such_verb(typed)
    from journal.cli.parsing import parse

    run = cast(Callable[[Shell, object], int], handler(name))
    return run(shell, parse(name, rest))


def _without_verb(shell: Shell, typed: Sequence[str], open_screens: OpenScreens) -> int:
    """Open the app on a terminal; in a pipe, show today."""
    from journal.cli.parsing import Parser, add_common

    parser = Parser(prog="journal", add_help=False)
    add_common(parser)
    parser.add_argument("--version", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    args = parser.parse_args(typed)
    if args.version or args.help:
        from journal.cli.helping import overview, version

        shell.put(version() if args.version else overview())
        return 0
    if shell.stdin.isatty() and shell.stdout.isatty():
        return open_screens(shell)
    from journal.cli.reviewing import show_day

    return show_day(shell, shell.today)


def _no_such_verb(typed: Sequence[str]) -> Usage:
    """Return the error for words that begin with no verb; the hint is what was probably meant."""
    from difflib import get_close_matches
    from shlex import join

    from journal.visible import one_line

    near = get_close_matches(typed[0], VERBS, n=1, cutoff=0.75)
    meant = f"journal {near[0]}" if near else f"journal add {join([' '.join(typed)])}"
    return Usage(
        f"{one_line(typed[0])} is not something that journal can do.",
        f"Did you mean: {one_line(meant)}",
    )


def _color(typed: Sequence[str]) -> str:
    """Return what --color says, before anything else is known."""
    for here, after in zip(typed, [*typed[1:], ""], strict=True):
        if here.startswith("--color"):
            return here.partition("=")[2] or after
    return "auto"


def _close_quietly() -> None:
    """Let Python's own flush at exit find somewhere to write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fault(error: Exception) -> str:
    """Return what to say of a fault of ours: its kind and place, never what was in memory."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
    what = f"Something is wrong with journal itself ({type(error).__name__} at {place})."
    return f"{what}\nWhat you have kept is untouched. Please report this line."

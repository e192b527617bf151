"""From the words of a command line to an exit code."""

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from journal.cli.shell import Shell, let_go, standard_shell
from journal.cli.verbs import VERBS, handler, word_first
from journal.errors import JournalError, NotWritten, Usage

OpenScreens = Callable[[Shell], int]
Told = TypeVar("Told", bound=JournalError)


def main(typed: Sequence[str], open_screens: OpenScreens) -> int:
    """Do what was typed and return the exit code; `open_screens` runs the app.

    Every way to end is decided here: a closed pipe is quiet, a fault of ours shows no journal text.
    """
    shell = standard_shell()
    shell.open_screens = open_screens
    try:
        return _ended(shell, [*map(_utf8, typed)])
    except BrokenPipeError:
        let_go(shell.stdout)
        return 0
    except OSError as error:
        shell.show_error(_refused(error))
        let_go(shell.stdout)
        return NotWritten.code
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        shell.show_error(_fault(error))
        return 70


def _utf8(word: str) -> str:
    """Return a word as it was typed in UTF-8, whatever the locale took its bytes for."""
    return word if word.isprintable() else os.fsencode(word).decode("utf-8", "surrogateescape")


def _ended(shell: Shell, typed: Sequence[str]) -> int:
    """Return the exit code when everything is done and said."""
    typed = word_first(typed)
    try:
        code = _do(shell, typed)
    except SystemExit as error:
        code = int(error.code or 0)
    except JournalError as error:
        shell.show_error(error)
        code = error.code
    shell.stdout.flush()
    if "journal" in vars(shell) and typed[:1] != ["add"]:
        from journal.cli.daily import make_if_due

        make_if_due(shell)
    return code


def _do(shell: Shell, typed: Sequence[str]) -> int:
    if not typed or (typed[0].startswith("-") and typed[0] != "-"):
        return _without_verb(shell, typed)
    name, rest = typed[0], typed[1:]
    if name not in VERBS:
        raise _no_such_verb(typed)
    args = _arguments(name, rest)
    shell.color = args.color
    shell.passphrase_fd = getattr(args, "passphrase_fd", None)
    if VERBS[name].alone:
        shell.be_alone()
    run = args.run if VERBS[name].actions else handler(name)
    return cast(Callable[[Shell, object], int], run)(shell, args)


def _arguments(name: str, typed: Sequence[str]) -> Any:
    """Return what was typed after a verb; where it is plain, without the price of argparse."""
    if VERBS[name].plain:
        plainly = cast(Callable[[Sequence[str]], object], handler(name, "_plainly"))
        if args := plainly(typed):
            return args
    from journal.cli.parsing import parse

    return parse(name, typed)


def _without_verb(shell: Shell, typed: Sequence[str]) -> int:
    """Open the journal on a terminal; in a pipe, show today."""
    from journal.cli.faces import face_for, open_face, tell_of_plain

    asked = None
    if typed:  # `journal` by itself opens without the price of argparse
        args = _options(typed)
        shell.color = args.color
        shell.passphrase_fd = getattr(args, "passphrase_fd", None)
        if args.version or args.help:
            from journal.cli.helping import overview, version

            shell.put(version() if args.version else overview())
            return 0
        asked = args.face
    if face := face_for(shell, asked):
        if face == "screens":
            tell_of_plain(shell, remember=True)
        return open_face(shell, face)
    from journal.cli.look_back.reviewing import show_day

    return show_day(shell, shell.today)


def _options(typed: Sequence[str]) -> Any:
    """Return what was typed without a verb."""
    from journal.cli.faces import add_face_arguments
    from journal.cli.parsing import Parser, add_common

    parser = Parser(prog="journal", add_help=False)
    add_common(parser)
    add_face_arguments(parser)
    parser.add_argument("--version", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    return parser.parse_args(typed)


def _no_such_verb(typed: Sequence[str]) -> Usage:
    """Return the error for words that begin with no verb; the hint is what was probably meant."""
    from difflib import get_close_matches
    from shlex import quote

    from journal.visible import one_line

    words = " ".join(typed)
    if not words.strip():
        return Usage("There is nothing to do.", "`journal help` lists what journal can do.")
    near = get_close_matches(typed[0], VERBS, n=1, cutoff=0.75)
    verb = f"Did you mean `journal {near[0]}`? " if near else ""
    return Usage(
        f"“{one_line(typed[0])}” is not something that journal can do.",
        f"{verb}To keep it as a note: journal add {one_line(quote(words))}",
    )


def _refused(error: OSError) -> NotWritten:
    """Return what to say where the system refused something that nobody else has put in words."""
    where = error.filename or "The result"
    refused = NotWritten(f"{where} could not be written: {error.strerror or error}.")
    return _with_notes(refused, error)


def _fault(error: Exception) -> JournalError:
    """Return what to say of a fault of ours: its kind and place, never what was in memory."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
    fault = JournalError(
        f"Something is wrong with journal itself ({type(error).__name__} at {place}).",
        "What you have kept is untouched. Please report this line.",
    )
    return _with_notes(fault, error)


def _with_notes(told: Told, error: Exception) -> Told:
    """Return what will be told of `error` with what was noted on it: where the text is now."""
    for note in getattr(error, "__notes__", ()):
        told.add_note(note)
    return told

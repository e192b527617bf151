"""`journal unlock lock`: the key of a locked journal at hand for a while, and forgotten again."""

import re

from journal.cli.keeping.passphrases import add_key_file, must_be_sealed, open_journal
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Locked, Usage
from journal.visible import one_line

USUAL_SPAN = "15m"
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def unlock_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal unlock`."""
    parser.add_argument(
        "--for",
        dest="span",
        default=USUAL_SPAN,
        metavar="SPAN",
        help=f"for how long: 90s, 15m, 8h (usually {USUAL_SPAN})",
    )
    add_key_file(parser)


def unlock_verb(shell: Shell, args: Arguments) -> int:
    """Keep the key at hand for later commands, for a while."""
    seconds = _span(args.span)
    must_be_sealed(shell)
    open_journal(shell, args.key_file)
    if not shell.journal.keyring.keep(seconds):
        raise Locked(
            "It opens, but there is no private folder in memory here to keep the key in.",
            "Every command asks ($XDG_RUNTIME_DIR names such a folder where there is one).",
        )
    shell.say(f"Open for {one_line(args.span)}, or until `journal lock`.")
    _tell_of_added(shell)
    return 0


def lock_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal lock`: it has none."""


def lock_verb(shell: Shell, args: Arguments) -> int:  # noqa: ARG001 - as every verb
    """Forget the key."""
    must_be_sealed(shell)
    if not shell.journal.locked:
        try:
            shell.journal.load()  # what is seen is remembered
        finally:
            shell.journal.lock()
    shell.say("Locked.")
    return 0


def _span(typed: str) -> float:
    """Return the seconds that "15m" and the like are. Raises Usage."""
    found = re.fullmatch(r"(\d{1,6})([smhd])", typed.strip())
    if not found or not int(found[1]):
        raise Usage(f"{one_line(typed)} is no span of time.", "For example: --for 15m")
    return float(found[1]) * _SECONDS[found[2]]


def _tell_of_added(shell: Shell) -> None:
    """Say which notes were added while the journal was locked: anybody may have written them."""
    added = shell.journal.added_while_locked()
    if added:
        notes = "1 note was" if len(added) == 1 else f"{len(added)} notes were"
        shell.tell(f"{notes} added while it was locked; `journal history ID` marks them.")

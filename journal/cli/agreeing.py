"""Asking before what cannot be taken back."""

from journal.cli.parsing import Arguments
from journal.cli.shell import Shell
from journal.errors import JournalError, Usage


class Declined(JournalError):
    """The learner said no, and everything is as it was."""

    code = 1


def must_agree(shell: Shell, args: Arguments, question: str) -> None:
    """Go on only with a yes. Raises Usage where nobody can be asked, Declined for anything else."""
    if args.yes:
        return
    if not shell.asks:
        raise Usage(f"{question} Nobody can be asked here.", "--yes answers yes.")
    if shell.ask(f"{question} [y/N]").strip().lower() not in ("y", "yes"):
        raise Declined("Left as it is.")

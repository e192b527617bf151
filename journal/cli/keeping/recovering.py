"""`journal recovery`: the key on paper that opens the journal when the passphrase is forgotten."""

from secrets import choice

from journal.cli.keeping.passphrases import (
    add_key_file,
    hidden,
    must_be_sealed,
    open_journal,
    secret_line,
)
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Locked, Usage


def recovery_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal recovery`."""
    parser.add_argument("--check", action="store_true", help="only see whether one opens it")
    add_key_file(parser)


def recovery_verb(shell: Shell, args: Arguments) -> int:
    """Make a new recovery key, which is the result, or see whether the one on paper opens it."""
    from journal.store.sealed import sealing, slots

    must_be_sealed(shell)
    if args.check:
        _check_recovery(shell)
        shell.say("It opens the journal.")
        return 0
    open_journal(shell, args.key_file)
    recovery = slots.new_recovery()
    hand_over(shell, recovery, is_asked_back=not args.yes)
    sealing.change_recovery(shell.journal, recovery)
    shell.say("This recovery key opens the journal from now on; the one before does not.")
    return 0


def _check_recovery(shell: Shell) -> None:
    from journal.store.sealed.slots import RECOVERY_BYTES
    from journal.store.sealed.spelling import could_be_spelled

    by_script = shell.passphrase_fd is not None
    if not by_script and not shell.asks:
        raise Usage("Nobody can be asked here.", "Scripts give --passphrase-fd N.")
    typed = secret_line(shell) if by_script else hidden(shell, "Recovery key:")
    if not could_be_spelled(typed, RECOVERY_BYTES):
        raise Locked("That is no recovery key.", "It has nine groups of four letters.")
    shell.journal.unlock(typed)


def hand_over(shell: Shell, recovery: str, *, is_asked_back: bool = True) -> None:
    """Show a recovery key once, and ask for a part of it. Raises Locked where it is not typed."""
    shell.tell(
        "The recovery key opens the journal when the passphrase is forgotten. It is shown just "
        "once: write it down, and keep it away from this computer."
    )
    shell.put(recovery)
    shell.stdout.flush()
    if not (shell.asks and is_asked_back):
        return
    groups = recovery.split("-")
    number = choice(range(len(groups)))
    while (typed := shell.ask(f"Type group {number + 1} of it:").strip().lower()) != groups[number]:
        if not typed:
            raise Locked("The recovery key was not typed back.", "Nothing was changed.")
        shell.say("That is another one.")

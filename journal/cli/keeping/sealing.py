"""`journal encrypt decrypt lock unlock passphrase recovery`: the journal under lock and key."""

import re
from pathlib import Path
from secrets import choice

from journal.cli.agreeing import must_agree
from journal.cli.keeping.late import offer_late
from journal.cli.keeping.passphrases import hidden, new_passphrase, open_journal, secret_line
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Locked, NothingFound, Usage
from journal.visible import one_line

USUAL_SPAN = "15m"
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}

_ABOUT = (
    "With a passphrase nobody reads the journal on this disk, in backups or in a synchronised "
    "folder without it. It does not protect what is on the screen.",
    "Without the passphrase and without the recovery key, nobody can open it again, and nobody can "
    "help.",
    "If other computers share this journal, let them come up to date first.",
)
_AFTER = (
    "The open files are removed. A disk may still hold traces of them until it writes over them, "
    "and so may copies elsewhere; encrypting the whole disk is what helps against that.",
)


def encrypt_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal encrypt`."""
    parser.add_argument("--key-file", metavar="FILE", help="also make a key file that opens it")


def encrypt_verb(shell: Shell, args: Arguments) -> int:
    """Lock the journal with a passphrase; the recovery key is the result."""
    from journal.store.sealed import sealing, slots

    if shell.journal.is_sealed:
        return offer_late(shell, args, "The journal is locked with a passphrase already.")
    for line in _ABOUT:
        shell.tell(line)
    passphrase, recovery = new_passphrase(shell), slots.new_recovery()
    hand_over(shell, recovery, is_asked_back=not args.yes)
    key_file = Path(args.key_file).expanduser() if args.key_file else None
    sealing.encrypt(shell.journal, passphrase, recovery, key_file)
    shell.say("The journal is locked with a passphrase now.")
    for line in _AFTER:
        shell.tell(line)
    _tell_of_rescued(shell)
    return offer_late(shell, args, "")


def decrypt_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal decrypt`."""
    _add_key_file(parser)


def decrypt_verb(shell: Shell, args: Arguments) -> int:
    """Take the passphrase off for good, or say that this was meant on another computer."""
    from journal.store.sealed import sealing
    from journal.store.sealed.keyring import Unsealed

    journal = shell.journal
    try:
        is_sealed = journal.is_sealed
    except Unsealed as error:
        shell.say(error.message)
        must_agree(shell, args, "Is it meant to be without a passphrase?")
        sealing.accept_unsealed(journal)
        shell.say("It is taken as it is.")
        return 0
    if not is_sealed:
        return offer_late(shell, args, "The journal is open: it has no passphrase.")
    must_agree(shell, args, "Should anybody who has its files be able to read the journal?")
    must_agree(shell, args, "The passphrase and the recovery key end with that. Go on?")
    open_journal(shell, args.key_file)
    sealing.decrypt(journal)
    shell.say("The journal is open: it has no passphrase any more.")
    return 0


def unlock_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal unlock`."""
    parser.add_argument(
        "--for",
        dest="span",
        default=USUAL_SPAN,
        metavar="SPAN",
        help=f"for how long: 90s, 15m, 8h (usually {USUAL_SPAN})",
    )
    _add_key_file(parser)


def unlock_verb(shell: Shell, args: Arguments) -> int:
    """Keep the key at hand for later commands, for a while."""
    seconds = _span(args.span)
    _must_be_sealed(shell)
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
    _must_be_sealed(shell)
    if not shell.journal.locked:
        try:
            shell.journal.load()  # what is seen is remembered
        finally:
            shell.journal.lock()
    shell.say("Locked.")
    return 0


def passphrase_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal passphrase`."""
    _add_key_file(parser)


def passphrase_verb(shell: Shell, args: Arguments) -> int:
    """Change the passphrase."""
    from journal.store.sealed import sealing

    _must_be_sealed(shell)
    open_journal(shell, args.key_file, "Passphrase now, or recovery key:")
    sealing.change_passphrase(shell.journal, new_passphrase(shell))
    shell.say("The new passphrase opens the journal from now on; the recovery key stays.")
    shell.tell(
        "Older copies of the journal, for example in a synchronised folder's history, still open "
        "with the old one."
    )
    return 0


def recovery_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal recovery`."""
    parser.add_argument("--check", action="store_true", help="only see whether one opens it")
    _add_key_file(parser)


def recovery_verb(shell: Shell, args: Arguments) -> int:
    """Make a new recovery key, which is the result, or see whether the one on paper opens it."""
    from journal.store.sealed import sealing, slots

    _must_be_sealed(shell)
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


def _add_key_file(parser: Parser) -> None:
    parser.add_argument("--key-file", metavar="FILE", help="open with this key file")


def _must_be_sealed(shell: Shell) -> None:
    if not shell.journal.is_sealed:
        raise NothingFound(
            "The journal is open: it has no passphrase.", "`journal encrypt` gives it one."
        )


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


def _tell_of_rescued(shell: Shell) -> None:
    folder = shell.places.state / "rescued"
    if folder.is_dir() and any(folder.iterdir()):
        shell.tell(f"Texts that could not be kept once are still readable in {folder}.")

"""`journal encrypt decrypt passphrase`: a passphrase given, taken off, and changed."""

from journal.cli.agreeing import must_agree
from journal.cli.keeping.late import offer_late
from journal.cli.keeping.passphrases import (
    add_key_file,
    must_be_sealed,
    new_passphrase,
    open_journal,
)
from journal.cli.keeping.recovering import hand_over
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.paths import typed_path

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
    key_file = typed_path(args.key_file) if args.key_file else None
    sealing.encrypt(shell.journal, passphrase, recovery, key_file)
    shell.say("The journal is locked with a passphrase now.")
    for line in _AFTER:
        shell.tell(line)
    _tell_of_rescued(shell)
    return offer_late(shell, args, "")


def decrypt_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal decrypt`."""
    add_key_file(parser)


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


def passphrase_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal passphrase`."""
    add_key_file(parser)


def passphrase_verb(shell: Shell, args: Arguments) -> int:
    """Change the passphrase."""
    from journal.store.sealed import sealing

    must_be_sealed(shell)
    open_journal(shell, args.key_file, "Passphrase now, or recovery key:")
    sealing.change_passphrase(shell.journal, new_passphrase(shell))
    shell.say("The new passphrase opens the journal from now on; the recovery key stays.")
    shell.tell(
        "Older copies of the journal, for example in a synchronised folder's history, still open "
        "with the old one."
    )
    return 0


def _tell_of_rescued(shell: Shell) -> None:
    folder = shell.places.state / "rescued"
    if folder.is_dir() and any(folder.iterdir()):
        shell.tell(f"Texts that could not be kept once are still readable in {folder}.")

"""Asking for passphrases: on a terminal without showing them, or from a file handle for scripts.

Never from the command line or the environment, where others can see them.
"""

from getpass import getpass

from journal.cli.parsing import Parser
from journal.cli.shell import Shell
from journal.errors import Locked, NothingFound, Usage
from journal.paths import typed_path
from journal.store.sealed.keyring import Keyring

TRIES = 3
SHORT = 12
"""A passphrase with fewer characters is warned of."""


def open_journal(
    shell: Shell,
    key_file: str | None = None,
    asked: str = "Passphrase:",
    keyring: Keyring | None = None,
) -> None:
    """Open a sealed journal with a key file, or what the learner gives. Raises Locked, Damaged.

    asked    the question; a recovery key answers it, too
    keyring  of another journal, such as one in a backup
    """
    ring = keyring or shell.journal
    if key_file:
        return ring.unlock_with(typed_path(key_file))
    if shell.passphrase_fd is not None:
        return ring.unlock(secret_line(shell))
    if not shell.asks:
        raise Locked(
            "The journal is locked, and nobody can be asked here.",
            "Scripts give --passphrase-fd N; `journal unlock` keeps it open for a while.",
        )
    for tries_left in reversed(range(TRIES)):
        try:
            return ring.unlock(hidden(shell, asked))
        except Locked as error:
            if not tries_left:
                raise
            shell.say(error.message)
    return None


def must_be_sealed(shell: Shell) -> None:
    """Raise NothingFound where the journal has no passphrase."""
    if not shell.journal.is_sealed:
        raise NothingFound(
            "The journal is open: it has no passphrase.", "`journal encrypt` gives it one."
        )


def add_key_file(parser: Parser) -> None:
    """Add the option to open the journal with a key file."""
    parser.add_argument("--key-file", metavar="FILE", help="open with this key file")


def new_passphrase(shell: Shell) -> str:
    """Return a passphrase that the learner has chosen, typed twice the same. Raises Usage."""
    if shell.passphrase_fd is not None:
        return _not_empty(secret_line(shell))
    if not shell.asks:
        raise Usage("Nobody can be asked for a passphrase here.", "Scripts give --passphrase-fd N.")
    shell.tell("A few words that nobody would guess are easy to keep and hard to find.")
    while True:
        chosen = _not_empty(hidden(shell, "New passphrase:"))
        if chosen != hidden(shell, "The same once more:"):
            shell.say("These two differ. Once more:")
            continue
        if len(chosen) < SHORT:
            shell.tell("It is short: who has the disk could find it by trying. It can be changed.")
        return chosen


def hidden(shell: Shell, question: str) -> str:
    """Return what is typed on the terminal without showing it. Raises Locked where nothing is."""
    try:
        return getpass(f"{question} ", stream=shell.stderr)
    except EOFError as error:
        raise Locked("No passphrase was given.", "Nothing was changed.") from error


def secret_line(shell: Shell) -> str:
    """Return the next line of what --passphrase-fd names. Raises Usage, Locked at its end."""
    line = shell.secrets.readline()
    if not line:
        raise Locked("--passphrase-fd has no more lines to read.", "Nothing was changed.")
    return line.removesuffix("\n").removesuffix("\r")


def _not_empty(chosen: str) -> str:
    if not chosen:
        raise Usage("An empty passphrase locks nothing.", "Nothing was changed.")
    return chosen

"""The day's backup, made by itself after all is done and said; nothing is loaded for it before."""

from contextlib import suppress

from journal.cli.shell import Shell
from journal.errors import JournalError
from journal.store.kept.backups import is_due


def make_if_due(shell: Shell) -> None:
    """Make the day's backup if there is none yet; tell of the first one, once."""
    with suppress(JournalError, OSError):
        root = shell.journal.keyring.root()
        if root is None or not is_due(shell.places, root, shell.clock.now().date()):
            return
    from journal.store.kept.backing_up import back_up_if_due

    made = back_up_if_due(shell.journal)
    if made is not None and made.number == 1 and shell.stderr.isatty():
        shell.tell(
            f"A backup of your journal was made in {made.folder.parent}; there will be one a day. "
            "`journal backup` lists them."
        )

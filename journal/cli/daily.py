"""The day's backup, made by itself after all is done and said; nothing is loaded for it before."""

from contextlib import suppress

from journal.cli.shell import Shell
from journal.errors import JournalError
from journal.store.kept.backups import is_due


def make_if_due(shell: Shell) -> None:
    """Make the day's backup if there is none yet; tell of the first one, once.

    One that cannot be made hinders nobody: it is told once, too.
    """
    with suppress(JournalError, OSError):
        root = shell.journal.keyring.root()
        if root is None or not is_due(shell.places, root, shell.clock.now().date()):
            return
    from journal.store.kept.backing_up import back_up_if_due
    from journal.store.kept.trouble import read_trouble

    tried = back_up_if_due(shell.journal)
    if not shell.stderr.isatty():
        return
    if tried.made is not None and tried.made.number == 1:
        shell.tell(
            f"A backup of your journal was made in {tried.made.folder.parent}; there will be one a "
            "day. `journal backup` lists them."
        )
    if tried.news and (trouble := read_trouble(shell.places.state)):
        shell.tell(trouble.words)

"""Lines of other computers that came late: after the journal was locked, or opened for good."""

from journal.cli.agreeing import must_agree
from journal.cli.keeping.passphrases import open_journal
from journal.cli.parsing import Arguments
from journal.cli.shell import Shell
from journal.errors import NothingFound
from journal.visible import one_line


def offer_late(shell: Shell, args: Arguments, otherwise: str) -> int:
    """Offer lines that came late into a folder no longer in force; they are never just taken.

    otherwise  what to say where there are none, if anything: raises NothingFound then
    """
    from journal.store.sealed.settling import drop, late_lines, take_in

    _open_former(shell)
    late = late_lines(shell.journal)
    if not late:
        if otherwise:
            raise NothingFound(otherwise)
        return 0
    lines = "1 line" if len(late) == 1 else f"{len(late)} lines"
    shell.say(f"{lines} came late, from a computer that did not know of the change yet:")
    for line in late:
        for doc in line.change["set"].values():
            shell.say(f"  {one_line(str(doc.get('text', '')))[:70]}")
    must_agree(shell, args, "Anybody could have put them there. Take them in?")
    take_in(shell.journal, late)
    drop(shell.journal)
    shell.say("They are in the journal now.")
    return 0


def _open_former(shell: Shell) -> None:
    """Have the key of what is left of a sealed form at hand, where it is needed."""
    from journal.store.sealed.settling import old_folders

    root = shell.journal.keyring.root()
    needs_key = root and not root.is_sealed and root.slots
    if root and needs_key and old_folders(shell.places.journal, root):
        open_journal(shell)

"""`journal backup`: copies of the journal, made once a day by themselves, and back to one."""

from typing import Any

from journal.cli.agreeing import must_agree
from journal.cli.keeping.passphrases import open_journal
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import Damaged, JournalError, NothingFound
from journal.store.kept.backing_up import back_up
from journal.store.kept.backup import Backup
from journal.store.kept.backups import all_backups, newest_backup, usual_folder
from journal.store.kept.copying import problems
from journal.store.kept.restoring import named_backup, opened_backup, restore
from journal.store.kept.trouble import read_trouble
from journal.store.sealed.keyring import Keyring
from journal.visible import one_line


def _as_json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def _create(shell: Shell, args: Arguments) -> int:
    """Make a backup now; its name is the result."""
    made = back_up(shell.journal)
    if args.json:
        shell.put_json(_json(made.backup))
    else:
        shell.put(made.backup.name)
    shell.say(f"In {made.backup.folder.parent}; read back and compared.")
    _tell_how(shell, made.backup)
    if made.elsewhere:
        shell.say(f"Also in {made.elsewhere.folder.parent}.")
    elif shell.places.second:
        reason = made.trouble.message if made.trouble else f"{shell.places.second} is not there."
        shell.say(f"Not in the second folder: {reason}")
    return made.trouble.code if made.trouble else 0


def _tell_how(shell: Shell, backup: Backup) -> None:
    if backup.damaged:
        shell.tell("Parts of the journal cannot be read; it holds them as they are. See: repair.")
    elif not backup.opened:
        shell.tell("The journal is locked, so its lines were copied and compared, not opened.")


def _list(shell: Shell, args: Arguments) -> int:
    found = all_backups(shell.places)
    if args.json:
        shell.put_json([_json(backup) for backup in found])
    for backup in [] if args.json else found:
        shell.put(*_line(shell, backup))
    if not found:
        raise NothingFound("There is no backup yet.", "`journal backup create` makes one.")
    return 0


def _line(shell: Shell, backup: Backup) -> list[str]:
    made = backup.moment
    parts = [f"{made:%H:%M}" if made else "", backup.why, backup.form, backup.state]
    is_here = backup.folder.parent == usual_folder(shell.places)
    where = "" if is_here else f"  {backup.folder.parent}"
    return [f"{backup.name}  ", ", ".join(filter(None, parts)), Dim(where)]


def _json(backup: Backup) -> dict[str, Any]:
    return {
        "name": backup.name,
        "number": backup.number,
        "made": backup.made or None,
        "why": backup.why,
        "form": backup.form,
        "state": backup.state,
        "damaged": list(backup.damaged),
        "bytes": sum(size for size, _ in backup.files.values()),
        "folder": str(backup.folder),
    }


def _verify_arguments(parser: Parser) -> None:
    parser.add_argument("names", nargs="*", metavar="BACKUP", help="its name or number; else: all")
    _as_json(parser)


def _verify(shell: Shell, args: Arguments) -> int:
    """Hold backups to what they were when they were made, and open every line of them."""
    chosen = [named_backup(shell.journal, name) for name in args.names]
    found = chosen or all_backups(shell.places)
    if not found:
        raise NothingFound("There is no backup yet.", "`journal backup create` makes one.")
    wrong = {backup.folder: verified(shell, backup) for backup in found}
    if args.json:
        shell.put_json([{**_json(each), "problems": wrong[each.folder]} for each in found])
    for backup in [] if args.json else found:
        shell.put(f"{backup.name}  {'; '.join(wrong[backup.folder]) or 'sound'}")
    return Damaged.code if any(wrong.values()) else 0


def verified(shell: Shell, backup: Backup) -> list[str]:
    """Return what is wrong with a backup now, each in a few words."""
    try:
        _, box, _ = opened_backup(shell.journal, backup, _asking(shell, backup))
    except Damaged as error:
        return [error.message]
    return problems(backup, box)


def _asking(shell: Shell, backup: Backup) -> Any:
    """Return what asks for the passphrase of a backup that has another key than the journal."""

    def ask(ring: Keyring) -> None:
        shell.say(f"The backup {backup.name} has keys of its own.")
        open_journal(shell, asked="Its passphrase:", keyring=ring)

    return ask


def _restore_arguments(parser: Parser) -> None:
    parser.add_argument("name", metavar="BACKUP", help="its name, its number, or its folder")


def _restore(shell: Shell, args: Arguments) -> int:
    """Go back to a backup; the name of the backup of what was before is the result."""
    backup = named_backup(shell.journal, args.name)
    made = backup.moment
    when = f" made {made:%Y-%m-%d %H:%M}" if made else ""
    shell.tell(
        f"The journal becomes what it was in the backup {one_line(backup.name)}{when}. What was "
        "written since is not in it any more. All that is there now is kept as a backup first."
    )
    must_agree(shell, args, "Go back to it?")
    done = restore(shell.journal, backup, _asking(shell, backup))
    records = f"{done.records} record{'' if done.records == 1 else 's'}"
    shell.say(f"The journal is what it was then: {records}.")
    if done.before:
        shell.put(done.before.name)
        shell.tell(f"To take this back: journal backup restore {done.before.name}")
    return 0


backup_verb_actions = (
    Action("create", "make one now", _create, _as_json),
    Action("list", "those that there are, the newest last", _list, _as_json),
    Action("verify", "see whether they are sound", _verify, _verify_arguments),
    Action("restore", "go back to one", _restore, _restore_arguments),
)
"""What can follow `journal backup`."""


# --- for other verbs


def told_of_backups(shell: Shell) -> dict[str, object]:
    """Return what `journal doctor` says of backups."""
    places = shell.places
    try:
        found = all_backups(places)
    except Damaged as error:
        return {"backups": error.message}
    told: dict[str, object] = {"backups": str(usual_folder(places)), "how many": len(found)}
    newest, last = newest_backup(places), found[-1] if found else None
    told["newest good one"] = str(newest) if newest else "none yet"
    if last is not None:
        told["newest was made"] = last.made or "by hand"
        told["newest is"] = last.state
    if trouble := read_trouble(places.state):
        told["backup trouble"] = trouble.words
    if places.second is not None:
        there = places.second.is_dir()
        told["second folder"] = f"{places.second}{'' if there else ' (not there now)'}"
    return told


def wrong_backups(shell: Shell) -> dict[str, list[str]]:
    """Return by name what is wrong with backups now, for those that are not sound."""
    found = {}
    for backup in all_backups(shell.places):
        try:
            wrong = verified(shell, backup)
        except JournalError as error:
            wrong = [error.message]
        if wrong:
            found[backup.name] = wrong
    return found

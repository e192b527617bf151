"""`journal doctor paths`: how the journal is kept on this computer, and where it is."""

import os
import platform
from importlib.metadata import version as version_of
from pathlib import Path

from journal import __version__
from journal.cli.keeping.backing import told_of_backups
from journal.cli.keeping.network import network, prove
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import JournalError
from journal.settings import Settings
from journal.store.files import look
from journal.store.kept.backups import usual_folder
from journal.store.root import read_root


def paths_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal paths`."""
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def paths_verb(shell: Shell, args: Arguments) -> int:
    """Say where things are."""
    wrong = _broken_settings(shell)
    places = shell.places
    where = {
        "journal": str(places.journal),
        "prompts": str(places.packs),
        "settings": str(places.settings),
        "state": str(places.state),
        "drafts": str(places.drafts),
        "backups": str(usual_folder(places)),
    }
    if args.json:
        shell.put_json(where)
    for name, path in {} if args.json else where.items():
        shell.put(f"{name:9} {path}")
    if wrong:
        shell.show_error(wrong)
    return wrong.code if wrong else 0


def _broken_settings(shell: Shell) -> JournalError | None:
    """Return what is wrong with the settings; if anything is, go on with the usual ones."""
    try:
        _ = shell.settings
    except JournalError as error:
        shell.settings = Settings()
        return error
    return None


def doctor_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal doctor`."""
    parser.add_argument("--network", action="store_true", help="prove that there is none")
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def doctor_verb(shell: Shell, args: Arguments) -> int:
    """Say how the journal is kept on this computer; never a word of its text."""
    wrong = _broken_settings(shell)
    if args.network:
        return prove(shell, args)
    told = {**_surroundings(shell), **_store(shell), **told_of_backups(shell)}
    if args.json:
        shell.put_json(told)
    for name, value in {} if args.json else told.items():
        shell.put(f"{name:22} {_in_word(value)}")
    if wrong:
        shell.show_error(wrong)
    return wrong.code if wrong else 0


def _in_word(value: object) -> object:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def _surroundings(shell: Shell) -> dict[str, object]:
    return {
        "version": __version__,
        "python": platform.python_version(),
        "tinydb": version_of("tinydb"),
        "textual": version_of("textual"),
        "zone": shell.clock.zone,
        "my day ends at": f"{shell.settings.day_ends:%H:%M}",
        "journal": str(shell.places.journal),
        "state": str(shell.places.state),
        "can be written": _can_write(shell.places.journal) and _can_write(shell.places.state),
        "drafts left behind": len(shell.journal.drafts.left_behind()),
        "network": network(shell),
    }


def _store(shell: Shell) -> dict[str, object]:
    try:
        root = read_root(shell.places.journal)
    except JournalError as error:
        return {"store": error.message, "what to do": error.hint}
    if root is None:
        return {"store": "none yet; the first note makes it"}
    files = look(root.folder)
    own = _private(shell.places.journal)
    if shell.journal.locked:
        return {"store": f"{root.id}, {root.form}, locked", "files": len(files)}
    return {
        "store": f"{root.id}, {root.form}",
        "files": len(files),
        "conflict copies": sum(seen.file.copy for seen in files),
        "computers": len({seen.file.computer for seen in files}),
        "bytes": sum(seen.size for seen in files),
        "readable for others": not own,
        "damage": len(shell.journal.damage()),
        "edited on both sides": len(shell.journal.on_both_sides()),
    }


def _can_write(folder: Path) -> bool:
    """Tell whether `folder`, or the nearest one above it that is there, can be written."""
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK)


def _private(folder: Path) -> bool:
    return os.name == "nt" or not folder.stat().st_mode & 0o077

"""`journal check doctor paths`: how the journal is doing, and where it is."""

import os
import platform
from importlib.metadata import version as version_of
from pathlib import Path

from journal import __version__
from journal.cli.lines import SHORT
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Damaged, JournalError
from journal.settings import Settings
from journal.store.files import look
from journal.store.root import read_root


def check_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal check`."""
    parser.add_argument("--read-data", action="store_true", help="read every record (always done)")
    parser.add_argument("--json", action="store_true", help="as JSON")


def check_verb(shell: Shell, args: Arguments) -> int:
    """Read everything; end with 6 when something cannot be read. Nothing is changed."""
    damage = shell.journal.damage()
    both = shell.journal.on_both_sides()
    records = len(shell.journal.table())
    if args.json:
        found = [one._asdict() for one in damage]
        shell.put_json({"records": records, "damage": found, "edited_on_both_sides": both})
        return Damaged.code if damage else 0
    for one in damage:
        line = f", line {one.line}" if one.line else ""
        shell.put(f"{one.file}{line}: {one.reason}" if one.file else one.reason)
    for id_ in both:
        shell.put(
            f"{id_[:SHORT]} was edited on two sides; `journal history {id_[:SHORT]}` shows both."
        )
    places = f"{len(damage) or 'no'} damaged place{'' if len(damage) == 1 else 's'}"
    shell.put(f"{records} record{'' if records == 1 else 's'} read, {places}.")
    if damage:
        shell.say("What cannot be read stays in its file, as it is; everything else is there.")
    return Damaged.code if damage else 0


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
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def doctor_verb(shell: Shell, args: Arguments) -> int:
    """Say how the journal is kept on this computer; never a word of its text."""
    wrong = _broken_settings(shell)
    told = {**_surroundings(shell), **_store(shell)}
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

"""Putting lines in force in the place of all there is: what a restore and a repair end with."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from journal.store import disk
from journal.store.box import Box
from journal.store.change import Change
from journal.store.kept.backup import Backup
from journal.store.root import Root
from journal.store.sealed.building import Building
from journal.store.sealed.keyring import OPEN_BOX
from journal.store.sealed.settling import clear
from journal.store.sealed.switching import Line, next_folder, put_in_force

if TYPE_CHECKING:
    from journal.store.journal import Journal
    from journal.store.sealed.keys import Key


class Form(NamedTuple):
    """A form that lines are kept in: what journal.json says, the box, and the key if it has one."""

    fields: dict[str, Any]
    box: Box
    key: "Key | None"


def switch_to(
    journal: "Journal", form: Form, lines: list[Line], now: Root | None, before: Backup | None
) -> None:
    """Put `lines` in force instead of all there is; for who holds the lock.

    before  the backup of that: what came to it since is not in it, and stays to be offered
    """
    places, folder = journal.places, journal.places.journal / form.fields["folder"]
    what = Building(folder, now.folder, _sums(before, now)) if now else Building(folder)
    put_in_force(places.journal, places.state, lines, (form.fields, form.box), what)
    if form.key is not None:
        journal.keyring.hold(form.key)
    journal.forget()
    if (root := journal.keyring.root()) is not None:
        with disk.refusing(places.journal):
            clear(journal, root, what)
    journal.remember()


def _sums(before: Backup | None, now: Root) -> dict[str, str]:
    """Return by name what a backup holds of the files of the folder that was in force."""
    there = {Path(name): sum_ for name, (_, sum_) in before.files.items()} if before else {}
    return {path.name: sum_ for path, sum_ in there.items() if path.parent.name == now.folder.name}


def form_like(journal: "Journal", root: Root, key: "Key | None") -> Form:
    """Return the form that `root` names, in a folder of its own."""
    folder = next_folder(journal.places.journal)
    if not root.is_sealed or key is None:
        return Form({**root.fields, "folder": folder}, OPEN_BOX, None)
    from journal.store.sealed.sealing import moved

    return Form(moved(root, folder, key), sealed_box(root.id, key), key)


def without(lines: list[Line], purged: set[str]) -> list[Line]:
    """Return lines as they are after a purge."""
    return [_without(line, purged) for line in lines]


def _without(line: Line, purged: set[str]) -> Line:
    left = {id_: doc for id_, doc in line.change["set"].items() if id_ not in purged}
    if len(left) == len(line.change["set"]):
        return line
    return line._replace(change=Change(**{**line.change, "purged": True, "set": left}))


def sorted_lines(lines: list[Line]) -> list[Line]:
    """Return lines in the order of their files and numbers."""
    return sorted(lines, key=lambda line: (line.file, line.change["n"]))


def sealed_box(id_: str, key: "Key") -> Box:
    """Return what opens and makes the lines of a sealed journal."""
    from journal.store.sealed.box import SealedBox

    return SealedBox(id_, key)

"""What this computer has seen of its sealed journals: so it notices what was taken away since.

Sealed lines cannot be altered unseen, but a file can be cut, put back as it was, or taken away.
state/seen.json says for each sealed journal where it is, its public key, the number of its folder,
and for each file the last number with a mark of that line. It is written on quit, lock and check,
never by a save. Losing it harms nothing but that.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.paths import Places
from journal.store import disk
from journal.store.change import Change, Damage
from journal.store.root import Root

if TYPE_CHECKING:
    from journal.store.reader import Reader
    from journal.store.sealed.keys import Key

Journals = dict[str, dict[str, Any]]


def read_seen(state: Path) -> Journals:
    """Return what is remembered, by the ids of journals; what cannot be read counts as nothing."""
    try:
        return _read(state)
    except OSError:
        return {}


def _to_change(state: Path) -> Journals:
    """Return the same, for who writes it anew: nothing is forgotten as it could not be read once.

    Raises NotWritten.
    """
    with disk.refusing(state):
        return _read(state)


def _read(state: Path) -> Journals:
    try:
        found = json.loads((state / "seen.json").read_bytes())
        return {str(id_): dict(said) for id_, said in found.items()}
    except (FileNotFoundError, ValueError, TypeError, AttributeError):
        return {}


def knew_sealed(places: Places, root: Root | None) -> Mapping[str, Any] | None:
    """Return what is remembered of a journal that was sealed when it was seen last, or None.

    It is known by its id, or else by where it is: an id is quickly changed.
    """
    journals = read_seen(places.state)
    if root is not None and root.id in journals:
        return journals[root.id]
    here = str(places.journal)
    there = (said for said in journals.values() if said.get("place") == here)
    return None if root is not None and root.is_sealed else next(there, None)


def remember(places: Places, root: Root, reader: "Reader | None", key: "Key") -> None:
    """Write down what was seen of a sealed journal; what is missing of it stays remembered.

    Raises NotWritten.
    """
    state = places.state
    journals = _to_change(state)
    before = journals.get(root.id, {})
    files: dict[str, Any] = {}
    if before.get("folder", 0) == root.number:
        files = dict(before.get("files", {}))
    elif before.get("folder", 0) > root.number:
        return
    for name, changes in reader.last_lines().items() if reader else ():
        known = files.get(name)
        if known is None or (_is_there(reader, name, known, key) and changes[0]["n"] >= known[0]):
            files[name] = [changes[0]["n"], _mark(changes[0], key)]
    public = str(root.fields["public"])
    now = {
        "place": str(places.journal),
        "public": public,
        "folder": root.number,
        "files": files,
        "told": before.get("told", 0),
    }
    if now != before:
        _write(state, {**journals, root.id: now})


def told(state: Path, journal: str) -> int:
    """Return until when the learner was told of notes that were added while locked, as a t."""
    return int(read_seen(state).get(journal, {}).get("told", 0))


def tell(state: Path, journal: str, until: int) -> None:
    """Remember until when the learner was told of such notes. Raises NotWritten."""
    journals = _to_change(state)
    if journal in journals:
        _write(state, {**journals, journal: {**journals[journal], "told": until}})


def forget_sealed(places: Places, root: Root | None) -> None:
    """Remember no more that the journal was sealed: it is meant to be open. Raises NotWritten."""
    journals, here = _to_change(places.state), str(places.journal)
    kept = {
        id_: said
        for id_, said in journals.items()
        if said.get("place") != here and not (root and id_ == root.id)
    }
    if kept != journals:
        _write(places.state, kept)


def missing(state: Path, root: Root, reader: "Reader | None", key: "Key") -> Iterator[Damage]:
    """Yield what this computer has seen and is not there any more, or is another line now."""
    said = read_seen(state).get(root.id, {})
    folder = said.get("folder", 0)
    if folder > root.number:
        yield Damage("journal.json", 0, f"it is older than this computer has seen (lines-{folder})")
    if folder != root.number or reader is None:
        return
    last = {name: changes[0]["n"] for name, changes in reader.last_lines().items()}
    for name, known in said.get("files", {}).items():
        if name not in last:
            yield Damage(name, 0, f"it is gone, with {known[0]} lines that this computer has seen")
        elif last[name] < known[0]:
            some = f"{last[name] + 1} to {known[0]}"
            yield Damage(name, 0, f"its end is gone: lines number {some} were seen here")
        elif not _is_there(reader, name, known, key):
            yield Damage(name, 0, f"line number {known[0]} is not the one that was seen here")


def _is_there(reader: "Reader | None", name: str, known: list[Any], key: "Key") -> bool:
    """Tell whether a line that was seen is still there, or something was purged out of it."""
    found = reader.at(name, known[0]) if reader else []
    return any(change.get("purged") or _mark(change, key) == known[1] for change in found)


def _mark(change: Change, key: "Key") -> str:
    text = json.dumps(change, sort_keys=True, separators=(",", ":"))
    return key.mark(text.encode())


def _write(state: Path, journals: Journals) -> None:
    with disk.refusing(state):
        disk.make_folder(state)
        disk.replace(state / "seen.json", json.dumps(journals).encode())

"""Purging: taking records out of the files themselves, for good.

The order to do so is a line like others, and lasts: what comes back by a synchronising tool is
never shown, and taken out again.
"""

from collections.abc import Collection
from pathlib import Path

from journal.store import disk
from journal.store.box import Box
from journal.store.change import Change, unsummed
from journal.store.files import listed


def take_out(folder: Path, box: Box, purged: Collection[str]) -> None:
    """Rewrite the files that say anything of the records `purged`, without them.

    Every line keeps its number; one that says less now says so. Lines that cannot be read stay as
    they are. To be called by who holds the lock; raises OSError.
    """
    for file in listed(folder):
        before = (folder / file.name).read_bytes()
        after = b"\n".join(_without(line, file.name, box, purged) for line in before.split(b"\n"))
        if after != before:
            disk.replace(folder / file.name, after)


def _without(line: bytes, file: str, box: Box, purged: Collection[str]) -> bytes:
    if not line:
        return line
    try:
        change = box.open(line.rstrip(b"\r"), file)
    except ValueError:
        return line
    left = {id_: doc for id_, doc in change["set"].items() if id_ not in purged}
    if len(left) == len(change["set"]):
        return line
    return box.close(Change(**{**unsummed(change), "purged": True, "set": left}), file)

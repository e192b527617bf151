"""A small sealed journal, and what somebody without its key can do to its files."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from journal.errors import JournalError
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.sealed.keys import Key
from tests.store.making import NOON, Hands, note, opened
from tests.store.sealed import everything, put, seal, unlocked


class Sound(NamedTuple):
    """A small sealed journal as it should be, and what it says."""

    root: Path
    files: dict[str, bytes]
    key: Key
    records: list[Record]

    def found(self) -> tuple[list[Record], int]:
        """Return what the journal says now, and how many places are said to be damaged."""
        journal = opened(self.root)
        journal.keyring.hold(self.key)
        records = journal.find(Criteria())
        return records, len(journal.damage())

    def is_noticed(self, files: dict[str, bytes]) -> bool:
        """Tell whether a journal of these files is known to be not as it should be."""
        put(self.root, files)
        try:
            return self.found()[1] > 0
        except JournalError:
            return True


def make_sound(folder: Path) -> Sound:
    """Make a journal of two months and two computers, with a note added while locked, seen once."""
    hands = Hands(NOON.replace(month=10))
    seal(opened(folder, "here", hands))
    for computer in ("here", "there", "here"):
        unlocked(folder, computer, hands).save(note(f"{computer} one"))
    hands.on(days=31)
    unlocked(folder, "here", hands).save(note("november"))
    opened(folder, "there", hands).save(note("while locked"))
    unlocked(folder, "here", hands).save(note("december"))
    journal = unlocked(folder)
    records = journal.find(Criteria())
    assert journal.damage() == []
    journal.close()
    root = journal.keyring.root()
    key = journal.keyring.at_hand(root) if root else None
    assert key
    made = Sound(folder, everything(folder), key, records)
    assert made.found() == (records, 0)
    return made


def flipped(data: bytes, at: int, bit: int) -> bytes:
    """Return `data` with one bit turned over."""
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


def changes(files: dict[str, bytes]) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield what somebody without the key can do to whole lines and files."""
    lines = {
        name: data.splitlines(keepends=True) for name, data in files.items() if "lines" in name
    }
    for name, own in lines.items():
        yield f"{name} gone", {other: data for other, data in files.items() if other != name}
        yield f"{name} empty", {**files, name: b""}
        for number in range(len(own)):
            rest = own[:number] + own[number + 1 :]
            yield f"{name} without {number}", {**files, name: b"".join(rest)}
            yield f"{name} {number} twice", {**files, name: b"".join([*own, own[number]])}
            renumbered = b"%d " % (len(own) + 1) + own[number].partition(b" ")[2]
            yield f"{name} {number} as a new one", {**files, name: b"".join([*own, renumbered])}
            for other, others in lines.items():
                if other != name:
                    moved = b"".join([*others, own[number]])
                    yield f"{name} {number} to {other}", {**files, other: moved}
        if len(own) > 1:
            yield f"{name} reversed", {**files, name: b"".join(own[::-1])}
        for other in lines:
            if other > name:
                swapped = {name: files[other], other: files[name]}
                yield f"{name} and {other} swapped", {**files, **swapped}

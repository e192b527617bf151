"""A small sealed journal with bits turned, ends cut, lines and files moved: always noticed."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from journal.errors import JournalError
from tests.reliability.figure import Figure, Found, copy, playground, sample, spread
from tests.store.tampering import Sound, changes, make_sound

NAME, WHAT = "corruption", "damaged copies of a small sealed journal"
USUAL, LONG = 100_000, 400_000
PARTS = 20
"""So many copies are damaged beside each other."""

Files = dict[str, bytes]
Damaged = tuple[str, Callable[[], Files]]


def damaged(files: Files) -> list[Damaged]:
    """Return all that is tried, by what it is; each with what makes the files so.

    What only takes the line feed from a file's end is not damage: nothing is missing then.
    """
    found: list[Damaged] = []
    for name, data in files.items():
        for at in range(len(data)):
            found += [(f"{name} byte {at} ^ {by}", _other(files, name, at, by)) for by in BITS]
        found += [(f"{name} cut at {end}", _cut(files, name, end)) for end in range(len(data) - 1)]
        found += [(f"{name} zeros {at}", _zeros(files, name, at)) for at in range(0, len(data), 16)]
    return found


BITS = tuple(1 << bit for bit in range(8))
OTHERS = tuple(by for by in range(1, 256) if by not in BITS)


def other_bytes(files: Files, most: int) -> list[Damaged]:
    """Return so many of all other bytes in the place of every one, by chance."""
    places = [(name, at) for name, data in files.items() for at in range(len(data))]
    chosen = sample(range(len(places) * len(OTHERS)), most)
    found = ((*places[number // len(OTHERS)], OTHERS[number % len(OTHERS)]) for number in chosen)
    return [(f"{name} byte {at} ^ {by}", _other(files, name, at, by)) for name, at, by in found]


def _other(files: Files, name: str, at: int, by: int) -> Callable[[], Files]:
    def make() -> Files:
        data = files[name]
        return {**files, name: data[:at] + bytes([data[at] ^ by]) + data[at + 1 :]}

    return make


def _cut(files: Files, name: str, end: int) -> Callable[[], Files]:
    return lambda: {**files, name: files[name][:end]}


def _zeros(files: Files, name: str, at: int) -> Callable[[], Files]:
    data = files[name]
    return lambda: {**files, name: data[:at] + bytes(len(data[at : at + 512])) + data[at + 512 :]}


def measure(size: int) -> Figure:
    """Try `size` kinds of damage: first of all bits, cuts, zeros and moves, then of all bytes."""
    with playground() as folder:
        sound = make_sound(folder / "sound")
        whole = [(what, _as_it_is(made)) for what, made in changes(sound.files)]
        tried = [*whole, *sample(damaged(sound.files), size)]
        tried += other_bytes(sound.files, max(0, size - len(tried)))

        def silent(part: int) -> Found:
            root, own = folder / f"copy-{part}", tried[part::PARTS]
            copy(sound.root, root)
            return len(own), list(_silent(sound._replace(root=root), own))

        number, bad = spread(silent, range(PARTS))
        return Figure(NAME, WHAT, number, bad, control(folder))


def _as_it_is(made: Files) -> Callable[[], Files]:
    return lambda: made


def _silent(sound: Sound, tried: list[Damaged]) -> Iterator[str]:
    there = sound.files
    for what, make in tried:
        files = make()
        _put(sound.root / "journal", there, files)
        there = files
        try:
            if not _is_noticed(sound) and not _says_the_same(files, sound.files):
                yield f"not noticed: {what}"
        except Exception as error:
            yield f"{type(error).__name__}: {error}, at {what}"


def _put(folder: Path, before: Files, after: Files) -> None:
    """Make the files of a folder others than they were; most are the same."""
    for name in before.keys() - after.keys():
        (folder / name).unlink()
    for name, data in after.items():
        if before.get(name) is not data:
            (folder / name).write_bytes(data)


def _is_noticed(sound: Sound) -> bool:
    try:
        return sound.found()[1] > 0
    except JournalError:
        return True


def _says_the_same(files: Files, before: Files) -> bool:
    """Tell whether only what says nothing is other: white space of journal.json, a file's end.

    A line feed there that becomes a carriage return ends the last line as well.
    """
    root = "journal.json"
    rest = {**before, root: files.get(root, b"")}
    return _ended(files) == _ended(rest) and json.loads(files[root]) == json.loads(before[root])


def _ended(files: Files) -> Files:
    return {name: data.rstrip(b"\r\n") for name, data in files.items()}


def control(folder: Path) -> int:
    """Return how often damage to TinyDB's default file passes unseen."""
    path = folder / "control.json"
    TinyDB(path).insert_multiple({"text": f"note {n}"} for n in range(5))
    data, before = path.read_bytes(), TinyDB(path).all()
    answers = Counter(_seen(path, data, at, before) for at in range(len(data)))
    return answers["unseen"]


def _seen(path: Path, data: bytes, at: int, before: list[Any]) -> str:
    path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    try:
        return "same" if TinyDB(path).all() == before else "unseen"
    except (json.JSONDecodeError, UnicodeDecodeError, ValueError, AttributeError, KeyError):
        return "seen"

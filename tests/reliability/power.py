"""Power that fails: every state of the disk that the calls made until then may leave.

What a command does is recorded from its system calls; what is in a file or a folder is on the disk
for certain only when it was waited for (fsync). All else may be there or not, in any combination,
the end of what was written also half, or as zeros. Each such state is put on a disk, and read.
"""

import os
import random
import shutil
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

from tests.reliability.calls import CONTENTS, CREATES, NAMES, OPENS, SYNCS
from tests.reliability.commands import COMMANDS, CONTROL, Command
from tests.reliability.figure import Figure, Found, playground, spread
from tests.reliability.interrupted import Undisturbed, undisturbed
from tests.reliability.tracing import Call, Fate, Hear, Watcher, can_trace

NAME, WHAT = "power, by model", "states of the disk after the power failed"
USUAL, LONG = 27_000, 80_000

Names = dict[int, dict[str, int]]
"""The folders: by inode, what each name in it is."""

Contents = dict[int, bytes]
"""The files: by inode, what is in each."""

Choice = tuple[tuple[int, ...], tuple[bytes, ...]]
"""Which of the pending changes of names are there, and which version of each unsure file."""

State = tuple[tuple[str, bytes | None], ...]
"""All paths below the home; a folder has no content."""


class Tree(NamedTuple):
    """What is there at a moment."""

    root: int
    names: Names
    contents: Contents


def tree_of(home: Path) -> Tree:
    """Return what is in a folder now."""
    names: Names = {}
    contents: Contents = {}
    for folder in (home, *(path for path in home.rglob("*") if path.is_dir())):
        entries = list(os.scandir(folder))
        names[folder.stat().st_ino] = {entry.name: entry.inode() for entry in entries}
        for entry in entries:
            if entry.is_file():
                contents[entry.inode()] = Path(entry.path).read_bytes()
    return Tree(home.stat().st_ino, names, contents)


class Change(NamedTuple):
    """Names that change in one step: by folder and name, the inode or None. Undone or whole."""

    names: tuple[tuple[int, str, int | None], ...]

    def touches(self, folder: int) -> bool:
        return any(where == folder for where, _, _ in self.names)


class Disk:
    """What is on the disk for certain, and what may be."""

    def __init__(self, tree: Tree) -> None:
        self.root = tree.root
        self.now = tree
        self.names = {folder: dict(names) for folder, names in tree.names.items()}
        self.contents: dict[int, list[bytes]] = {
            file: [content] for file, content in tree.contents.items()
        }
        self.pending: list[Change] = []

    def see(self, tree: Tree) -> None:
        """Take in what a call has changed."""
        changed = tuple(
            (folder, name, tree.names.get(folder, {}).get(name))
            for folder in {*tree.names, *self.now.names}
            for name in {*tree.names.get(folder, {}), *self.now.names.get(folder, {})}
            if tree.names.get(folder, {}).get(name) != self.now.names.get(folder, {}).get(name)
        )
        if changed:
            self.pending.append(Change(changed))
        for file, content in tree.contents.items():
            versions = self.contents.setdefault(file, [b""])
            if versions[-1] != content:
                versions.append(content)
        self.now = tree

    def sync(self, inode: int) -> None:
        """Take in that somebody has waited for a file or a folder."""
        if inode in self.contents:
            self.contents[inode] = self.contents[inode][-1:]
        for change in [each for each in self.pending if each.touches(inode)]:
            self._apply(self.names, change)
            self.pending.remove(change)

    def states(self, most: int, chance: random.Random) -> Iterator[State]:
        """Yield what may be found when the power is back: everything, or as much of it by chance.

        The newest and the oldest of all that is possible are always among them.
        """
        cuts = most // 2
        unsure = {file: _torn(all_, cuts) for file, all_ in self.contents.items() if len(all_) > 1}
        count = 2 ** len(self.pending)
        for versions in unsure.values():
            count *= len(versions)
        chosen: Iterable[Choice]
        if count <= most:
            chosen = product(product((0, 1), repeat=len(self.pending)), product(*unsure.values()))
        else:
            chosen = self._by_chance(unsure, most, chance)
        for applied, contents in chosen:
            yield self._state(applied, dict(zip(unsure, contents, strict=True)))

    def _by_chance(
        self, unsure: dict[int, list[bytes]], most: int, chance: random.Random
    ) -> Iterator[Choice]:
        yield (0,) * len(self.pending), tuple(versions[0] for versions in unsure.values())
        yield (1,) * len(self.pending), tuple(versions[-1] for versions in unsure.values())
        for _ in range(most - 2):
            applied = tuple(chance.randrange(2) for _ in self.pending)
            yield applied, tuple(chance.choice(versions) for versions in unsure.values())

    def _state(self, applied: Iterable[int], unsure: Contents) -> State:
        names = {folder: dict(own) for folder, own in self.names.items()}
        for change, is_there in zip(self.pending, applied, strict=True):
            if is_there:
                self._apply(names, change)
        contents = {file: versions[-1] for file, versions in self.contents.items()} | unsure
        folders = {*self.now.names, *self.names}
        return tuple(_paths(self.root, "", names, contents, folders))

    def _apply(self, names: Names, change: Change) -> None:
        for folder, name, inode in change.names:
            own = names.setdefault(folder, {})
            own.pop(name, None)
            if inode is not None:
                own[name] = inode


def _torn(versions: list[bytes], cuts: int) -> list[bytes]:
    """Return what may be found of a file: each version, and each one in part over the last.

    cuts  at how many places a write may have been cut
    """
    found = [versions[0]]
    for old, new in pairwise(versions):
        same = _alike(old, new)
        written = len(new) - same
        for cut in sorted({same + written * part // (cuts + 1) for part in range(1, cuts + 1)}):
            found += [new[:cut] + old[cut:], new[:cut] + bytes(len(new) - cut)]
        found += [new[:same] + bytes(written), new]
    return list(dict.fromkeys(found))


def _alike(old: bytes, new: bytes) -> int:
    """Return how many bytes both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _paths(
    folder: int, path: str, names: Names, contents: Contents, folders: set[int]
) -> Iterator[tuple[str, bytes | None]]:
    for name, inode in sorted(names.get(folder, {}).items()):
        if inode in folders:
            yield f"{path}{name}", None
            yield from _paths(inode, f"{path}{name}/", names, contents, folders)
        else:
            yield f"{path}{name}", contents.get(inode, b"")


class Recorder(Watcher):
    """Follows a command, and gathers the states that it may leave if the power fails."""

    def __init__(self, home: Path, most: int) -> None:
        self.home = home
        self.most = most
        self.names = OPENS | NAMES | CONTENTS | SYNCS
        self.found: dict[tuple[State, bool], None] = {}
        self._acknowledged = False
        self._disk: Disk | None = None
        self._chance = random.Random(7)
        self._inode = 0

    def start(self) -> None:
        self._disk = Disk(tree_of(self.home))

    def before(self, call: Call) -> Fate:
        if call.name in SYNCS:
            path = Path(call.paths[0])
            self._inode = path.stat().st_ino if path.exists() else 0
        creates = call.name in OPENS and call.flags & CREATES
        return Hear() if creates or call.name in NAMES | CONTENTS | SYNCS else None

    def after(self, call: Call, result: int) -> None:
        assert self._disk
        if result < 0:
            return
        if call.name in SYNCS:
            self._disk.sync(self._inode)
        else:
            self._disk.see(tree_of(self.home))
        self._gather()

    def said(self) -> None:
        self._acknowledged = True
        self._gather()

    def end(self) -> None:
        """Take in that the command has ended well: all that it did counts from now on."""
        self._acknowledged = True
        self._gather()

    def _gather(self) -> None:
        assert self._disk
        for state in self._disk.states(self.most, self._chance):
            self.found[state, self._acknowledged] = None


def measure(size: int) -> Figure:
    """Look at no more than `size` states, spread over all commands."""
    if not can_trace():
        return Figure(NAME, WHAT, not_run="processes cannot be traced here")
    tried, bad = spread(lambda each: lost(each, size // len(COMMANDS)), COMMANDS)
    return Figure(NAME, WHAT, tried, bad, len(lost(CONTROL, 200)[1]))


def lost(command: Command, most: int) -> Found:
    """Return how many states were looked at, and what was wrong in them."""
    with playground() as folder, undisturbed(command, folder) as run:
        run.home.mkdir(exist_ok=True)
        (folder / "before").mkdir(exist_ok=True)
        recorder = Recorder(run.home, most)
        run.prepared()
        recorder.start()
        run.going_on(recorder)
        recorder.end()
        states = list(recorder.found)
        random.Random(7).shuffle(states)
        return len(states[:most]), list(_wrong(run, states[:most]))


def _wrong(run: Undisturbed, states: Iterable[tuple[State, bool]]) -> Iterator[str]:
    for state, acknowledged in states:
        _put(run.home, state)
        for what in run.wrong_now(done=acknowledged):
            yield f"{run.command.name}: {what}; found {[path for path, _ in state]}"


def _put(home: Path, state: State) -> None:
    shutil.rmtree(home)
    home.mkdir()
    for name, content in state:
        if content is None:
            (home / name).mkdir(exist_ok=True)
        else:
            (home / name).write_bytes(content)

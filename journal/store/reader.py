"""Reading: all files into one fold, and later what was added to them since."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from journal.store.box import Box
from journal.store.change import Change, Damage
from journal.store.files import LineFile, Seen, file_name, listed, look_at
from journal.store.fold import Fold
from journal.store.lines import read_lines, read_whole_lines
from journal.store.writer import Saved

PIECE = 1 << 16
"""So many bytes are read at a time: few enough that other threads never wait for long."""

TAIL = 64


class Mark(NamedTuple):
    """How far a file has been read.

    seen   the file as it was then
    used   bytes that need not be read again
    lines  line feeds in them
    whole  whether that was all there was
    tail   the last of them, by which the file is known again (it ends with a sum)
    """

    seen: Seen
    used: int = 0
    lines: int = 0
    whole: bool = False
    tail: bytes = b""


class Reader:
    """Reads the line files in `folder` into a fold, and reads on when they grow."""

    def __init__(self, folder: Path, box: Box) -> None:
        self.fold = Fold()
        self.folder = folder
        self._box = box
        self._changes: dict[str, dict[str, dict[tuple[int, str, str], Change]]] = {}
        self._marks: dict[str, Mark] = {}
        self._numbers: dict[str, set[int]] = {}
        self._damage: dict[str, list[Damage]] = {}
        self._passing: dict[str, Damage] = {}
        self._order: dict[str, list[int]] = {}

    def read(self) -> None:
        """Read all that is new."""
        for _ in self.piece_by_piece():
            pass

    def piece_by_piece(self, enough: Callable[[str], bool] | None = None) -> Iterator[list[str]]:
        """Read what is new, newest files first, and give after each piece the ids that changed.

        enough  asked before each file with its month: whether to leave it and those before it
        Raises Damaged when the folder cannot be read.
        """
        for file in listed(self.folder):
            if enough is not None and enough(file.month):
                return
            yield from self._rest(file)

    def take(self, saved: Saved) -> list[str]:
        """Take in a change that was just written here; return the ids that have changed.

        Where others have written to the same file before it, their changes are read too.
        """
        file = saved.file
        touched = self._fold_in(file, [saved.change])
        mark, seen = self._marks.get(file.name), look_at(self.folder, file)
        used, inode = (mark.used, mark.seen.inode) if mark else (0, seen and seen.inode)
        if seen and (used, inode, seen.size) == (saved.before, seen.inode, saved.after):
            lines = mark.lines if mark else 0
            self._marks[file.name] = Mark(seen, saved.after, lines + 1, whole=True)
            self._note_order(file, [saved.change])
        else:
            touched += [id_ for ids in self._rest(file) for id_ in ids]
        return touched

    def ids(self, prefix: str) -> set[str]:
        """Return the ids that begin with `prefix`, of records kept or in the trash."""
        return {id_ for id_ in self.fold.shown if id_.startswith(prefix)}

    def only(self, ids: Collection[str]) -> Fold:  # noqa: ARG002 - as a scan does it
        """Return a fold in which the records with these ids are complete."""
        return self.fold

    def changes(self, computers: Iterable[str]) -> list[list[Change]]:
        """Return the changes that each of `computers` made, in no particular order."""
        files = [self._changes.get(computer, {}).values() for computer in computers]
        return [[change for own in each for change in own.values()] for each in files]

    def damage(self) -> list[Damage]:
        """Return what could not be read so far, in the order of the files' names."""
        lasting = [damage for found in self._damage.values() for damage in found]
        return sorted([*lasting, *self._passing.values(), *self._gaps(), *self._disorder()])

    def last_lines(self) -> dict[str, list[Change]]:
        """Return by file the changes with its last number: one, but for cloned computers."""
        return {name: self.at(name, max(ns)) for name, ns in self._numbers.items() if ns}

    def at(self, file: str, n: int) -> list[Change]:
        """Return the changes with the number `n` in a file and its copies."""
        own = self._changes.get(file[8:12], {}).get(file, {}).values()
        return [change for change in own if change["n"] == n]

    def _gaps(self) -> Iterator[Damage]:
        """Yield what is missing: numbers that no line of a file or of its copies has."""
        for file, numbers in self._numbers.items():
            for before, after in pairwise(sorted({0, *numbers})):
                if after == before + 2:
                    yield Damage(file, 0, f"line number {before + 1} is missing")
                elif after > before + 2:
                    yield Damage(file, 0, f"lines number {before + 1} to {after - 1} are missing")

    def _disorder(self) -> Iterator[Damage]:
        """Yield what stands twice, or not where it was written; copies count once anyway."""
        for file, numbers in self._order.items():
            twice = [n for n, times in Counter(numbers).items() if times > 1]
            if twice:
                some = ", ".join(map(str, sorted(twice)[:5]))
                yield Damage(file, 0, f"lines stand there more than once (number {some})")
            elif numbers != sorted(numbers):
                yield Damage(file, 0, "lines do not stand where they were written")

    def _note_order(self, file: LineFile, changes: list[Change]) -> None:
        if self._box.keeps_order and not file.copy:
            self._order.setdefault(file.name, []).extend(change["n"] for change in changes)

    def _is_read(self, seen: Seen) -> bool:
        mark = self._marks.get(seen.file.name)
        return mark is not None and mark.whole and mark.seen == seen

    def _rest(self, file: LineFile) -> Iterator[list[str]]:
        """Read a file to its end.

        Others may do so meanwhile, between two pieces: what is known is looked up for each.
        """
        while (seen := look_at(self.folder, file)) is not None and not self._is_read(seen):
            try:
                yield self._read_piece(seen)
            except OSError as error:
                reason = error.strerror or "it cannot be read"
                self._passing[file.name] = Damage(file.name, 0, reason)
                return

    def _read_piece(self, seen: Seen) -> list[str]:
        name, mark = seen.file.name, self._start(seen)
        known = len(mark.tail)
        data, is_end = self._bytes(name, mark.used - known, known)
        data, is_same = data[known:], data.startswith(mark.tail)
        number, used, unfinished = mark.lines + 1, len(data), None
        if is_end:
            changes, damage, unfinished, used = read_lines(data, name, self._box, number)
        else:
            changes, damage = read_whole_lines(data, name, self._box, number)
        if not is_same or (damage and mark.whole):
            self._marks[name] = Mark(seen)  # not just longer: read it from its beginning
            return []
        self._note(name, damage, unfinished, is_new=not mark.used)
        if not mark.used:
            self._order.pop(name, None)
        self._note_order(seen.file, changes)
        lines, tail = mark.lines + data.count(b"\n", 0, used), (mark.tail + data[:used])[-TAIL:]
        self._marks[name] = Mark(seen, mark.used + used, lines, whole=is_end, tail=tail)
        return self._fold_in(seen.file, changes)

    def _start(self, seen: Seen) -> Mark:
        """Return from where to read: from the last end, or all anew if the file is another one."""
        mark = self._marks.get(seen.file.name)
        if mark is None or mark.seen.inode != seen.inode or seen.size < mark.used:
            return Mark(seen)
        is_changed_inside = mark.whole and seen.size <= mark.seen.size
        return Mark(seen) if is_changed_inside else mark

    def _fold_in(self, file: LineFile, changes: list[Change]) -> list[str]:
        """Take in changes of one file; its copies count as the file itself."""
        name = file_name(file.month, file.computer)
        self._numbers.setdefault(name, set()).update([change["n"] for change in changes])
        own = self._changes.setdefault(file.computer, {}).setdefault(name, {})
        own.update({(change["n"], change["t"], change["by"]): change for change in changes})
        return self.fold.add(changes, file.computer)

    def _note(
        self, name: str, damage: list[Damage], unfinished: Damage | None, *, is_new: bool
    ) -> None:
        """Remember what cannot be read; an unfinished line may be finished next time."""
        self._damage[name] = damage if is_new else [*self._damage.get(name, []), *damage]
        self._passing.pop(name, None)
        if unfinished:
            self._passing[name] = unfinished

    def _bytes(self, name: str, start: int, known: int) -> tuple[bytes, bool]:
        """Return the next piece of a file, as far as its last line feed; or else all the rest.

        known  so many bytes at `start` were read before: it goes beyond them
        """
        size = PIECE
        with open(self.folder / name, "rb") as file:
            file.seek(start)
            data = file.read(size)
            while len(data) == size and data.find(b"\n", known) < 0:
                size *= 2
                data += file.read(size - len(data))
        if len(data) < size:
            return data, True
        return data[: data.rfind(b"\n") + 1], False

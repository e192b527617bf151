"""Reading: all files into one fold, and later what was added to them since."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from journal.store.box import Box
from journal.store.change import Change, Damage
from journal.store.files import LineFile, Seen, file_name, look, look_at
from journal.store.fold import Fold
from journal.store.lines import read_lines
from journal.store.writer import Saved


class Mark(NamedTuple):
    """How far a file has been read."""

    seen: Seen
    used: int
    lines: int


class Reader:
    """Reads a folder of line files into a fold, and reads on when they grow."""

    def __init__(self, folder: Path, box: Box) -> None:
        self.fold = Fold()
        self.changes: dict[str, list[Change]] = {}
        self.damage: dict[str, list[Damage]] = {}
        self._folder = folder
        self._box = box
        self._marks: dict[str, Mark] = {}
        self._numbers: dict[str, set[int]] = {}

    def read(self, enough: Callable[[str], bool] | None = None) -> list[str]:
        """Read what is new, newest files first; return the ids of records that have changed.

        enough  asked before each file with its month: whether to leave it and those before it
        """
        return [id_ for touched in self.file_by_file(enough) for id_ in touched]

    def file_by_file(self, enough: Callable[[str], bool] | None = None) -> Iterator[list[str]]:
        """Do as `read` does, and give the ids after each file."""
        for seen in look(self._folder):
            if enough is not None and enough(seen.file.month):
                return
            mark = self._marks.get(seen.file.name)
            if mark is None or mark.seen != seen:
                yield self._read_file(seen, mark)

    def take(self, saved: Saved) -> None:
        """Take in a change that was just written here, without reading it from the disk.

        Where others have written to the same file before it, the file is read on instead.
        """
        mark = self._marks.get(saved.file)
        seen = look_at(self._folder, saved.file)
        if seen is None or seen.size != saved.after or (mark.used if mark else 0) != saved.before:
            self.read()
            return
        self._marks[saved.file] = Mark(seen, saved.after, (mark.lines if mark else 0) + 1)
        self._fold_in(seen.file, [saved.change])

    def gaps(self) -> Iterator[Damage]:
        """Yield what is missing: numbers that no line of a file or of its copies has."""
        for file, numbers in sorted(self._numbers.items()):
            missing = sorted(set(range(1, max(numbers, default=0))) - numbers)
            for number in missing:
                yield Damage(file, 0, f"line number {number} is missing")

    def _read_file(self, seen: Seen, mark: Mark | None) -> list[str]:
        name = seen.file.name
        if mark is None or seen.inode != mark.seen.inode or seen.size < mark.used:
            mark = Mark(seen, 0, 0)
            self.damage.pop(name, None)
        try:
            data = self._bytes(name, mark.used)
        except OSError as error:
            self.damage[name] = [Damage(name, 0, error.strerror or "it cannot be read")]
            return []
        reading = read_lines(data, name, self._box, mark.lines + 1)
        used = data[: reading.used]
        self._marks[name] = Mark(seen, mark.used + len(used), mark.lines + used.count(b"\n"))
        self._note(name, reading.damage)
        return self._fold_in(seen.file, reading.changes)

    def _fold_in(self, file: LineFile, changes: list[Change]) -> list[str]:
        """Take in changes of one file; its copies count as the file itself."""
        numbers = self._numbers.setdefault(file_name(file.month, file.computer), set())
        numbers.update(change["n"] for change in changes)
        self.changes.setdefault(file.computer, []).extend(changes)
        return self.fold.add(changes, file.computer)

    def _note(self, name: str, damage: list[Damage]) -> None:
        """Remember what cannot be read; an unfinished line may have been finished meanwhile."""
        kept = [d for d in self.damage.get(name, []) if not d.reason.endswith("not finished")]
        if kept or damage:
            self.damage[name] = [*kept, *damage]
        else:
            self.damage.pop(name, None)

    def _bytes(self, name: str, start: int) -> bytes:
        with open(self._folder / name, "rb") as file:
            file.seek(start)
            return file.read()

"""What a harness finds, and the little that all of them need."""

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, TypeVar

One = TypeVar("One")

Found = tuple[int, list[str]]
"""How much was tried, and what went wrong that must not."""

EVERYTHING = 1 << 60
"""As many as there are."""


class Figure(NamedTuple):
    """What came of a harness.

    tried    what was tried, and how often
    bad      what went wrong that must not, each in words; nothing if all is well
    control  how often the control went wrong, which it must; -1 where there is none to run
    not_run  why nothing was tried, or ""
    """

    name: str
    what: str
    tried: int = 0
    bad: tuple[str, ...] = ()
    control: int = -1
    not_run: str = ""

    @property
    def is_good(self) -> bool:
        """Whether nothing is bad, something was tried, and the control failed if there is one."""
        return bool(self.not_run) or (self.tried > 0 and not self.bad and self.control != 0)

    def as_line(self) -> str:
        """Return it as a line of a table."""
        if self.not_run:
            return f"| {self.name} | NOT RUN: {self.not_run} | | |"
        control = f"{self.control:,} bad" if self.control >= 0 else "–"
        return f"| {self.name} | {self.tried:,} {self.what} | {len(self.bad)} | {control} |"


@contextmanager
def playground() -> Iterator[Path]:
    """Give a folder in memory where there is such a place; JOURNAL_HOME is `home` in it."""
    memory = Path("/dev/shm")
    where = memory if os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="reliability-", dir=where)).resolve()
    before = dict(os.environ)
    os.environ.update({"JOURNAL_HOME": str(folder / "home"), "TZ": "Etc/UTC"})
    os.environ.pop("JOURNAL_NOW", None)
    try:
        yield folder
    finally:
        os.environ.clear()
        os.environ.update(before)
        shutil.rmtree(folder, ignore_errors=True)


def copy(source: Path, target: Path) -> None:
    """Make `target` what `source` is."""
    shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        shutil.copytree(source, target, symlinks=True)


def sample(all_of_them: Sequence[One], most: int, seed: int = 7) -> list[One]:
    """Return so many of them, by chance but the same every time; in their order."""
    if len(all_of_them) <= most:
        return list(all_of_them)
    chosen = random.Random(seed).sample(range(len(all_of_them)), most)
    return [all_of_them[place] for place in sorted(chosen)]


def spread(do: Callable[[One], Found], cases: Sequence[One]) -> tuple[int, tuple[str, ...]]:
    """Do all cases, in as many processes as there are processors; return what all found together.

    They are forked from this one: they have loaded what it has, and nothing is sent to them. What
    is done there may change its environment, and fork.
    """
    _DOING[:] = [lambda number: do(cases[number])]
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork")) as processes:
        found = list(processes.map(_one_of_them, range(len(cases))))
    return sum(tried for tried, _ in found), first(what for _, bad in found for what in bad)


_DOING: list[Callable[[int], Found]] = []
"""What the forked processes do; what cannot be sent to them, they find here."""


def _one_of_them(number: int) -> Found:
    return _DOING[0](number)


def first(found: Iterable[str], most: int = 50) -> tuple[str, ...]:
    """Return what went wrong, no more of it than a person can read."""
    return tuple(found)[:most]

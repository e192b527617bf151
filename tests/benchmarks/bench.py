"""What all rows need: journals of every size, made once, and how often to measure."""

import shutil
import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.benchmarks.generate import Size, write

PYTHON = sys.executable
COMMAND = str(Path(sys.executable).parent / "journal")


class Sizes(NamedTuple):
    """How many records the journals have: a first year, ten years, and what nobody has yet."""

    small: int = 1_000
    real: int = 17_500
    large: int = 50_000
    huge: int = 100_000


class Bench(AbstractContextManager["Bench"]):
    """A folder of journals that is gone afterwards.

    rounds  how often whole processes are measured
    jrnl    where the command of the peer is, if it is there
    """

    def __init__(self, sizes: Sizes, rounds: int, jrnl: str | None = None) -> None:
        self.sizes = sizes
        self.rounds = rounds
        self.jrnl = jrnl
        self._made: dict[tuple[Size, str], Path] = {}
        self._temporary = tempfile.TemporaryDirectory(prefix="journal-benchmarks-")
        self.folder = Path(self._temporary.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._temporary.cleanup()

    def home(self, size: Size, purpose: str = "") -> Path:
        """Return a JOURNAL_HOME of that size; rows that write have one for their own purpose."""
        key = size, purpose
        if key not in self._made:
            home = self.folder / f"home-{size.records}-{size.a_day}-{purpose}"
            if purpose:
                shutil.copytree(self.home(size), home)
            else:
                write(home, size)
            self._made[key] = home
        return self._made[key]

"""The installed command, run in a home of its own, with a clock that each run moves on."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

COMMAND = Path(sys.executable).parent / "journal"


class Ended(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def id(self) -> str:
        """The id that it printed."""
        [id_] = self.out.split()
        return id_

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """What it printed, by lines."""
        return self.out.splitlines()


class Home:
    """A folder that is JOURNAL_HOME, at a moment that is now: Tuesday 24 November 2026, 9:00."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001 - local, as JOURNAL_NOW is

    @property
    def env(self) -> dict[str, str]:
        """The environment in which the command runs."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "JOURNAL_HOME": str(self.folder),
            "JOURNAL_NOW": self.now.isoformat(),
            "TZ": "Europe/Vienna",
        }

    def run(
        self,
        *words: str | bytes,
        stdin: str | bytes = b"",
        env: Mapping[str, str] | None = None,
        code: int = 0,
        **more: Any,
    ) -> Ended:
        """Run `journal` with these words a minute later; it must end with `code`."""
        self.now += timedelta(minutes=1)
        done = subprocess.run(
            [COMMAND, *words],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            env=self.env | dict(env or {}),
            capture_output=True,
            check=False,
            timeout=60,
            **more,
        )
        ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert ended.code == code, ended
        return ended

    def add(self, *words: str) -> str:
        """Add a note; return its id."""
        return self.run("add", *words).id

    def record(self, id_: str = "last") -> dict[str, Any]:
        """Return one record as --json shows it."""
        found: dict[str, Any] = self.run("show", id_, "--json").json
        return found

    def line_files(self) -> list[Path]:
        """Return the files that hold the journal's lines."""
        return sorted((self.folder / "journal").glob("lines-*/*.jsonl"))

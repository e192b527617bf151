"""The files that leave: written aside, then put in their place once the journal knows of them."""

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from journal.errors import NotWritten, Usage
from journal.store import disk


@contextlib.contextmanager
def leaving(path: Path, data: bytes, day: date) -> Iterator[None]:
    """Write a file that is there once the block is done, and not at all if the block fails.

    It is for its owner alone, and dated with the midnight (UTC) of `day`.
    Raises Usage where something is there already, NotWritten where it cannot be written.
    """
    if path.exists():
        raise Usage(f"{path} is there already.", "Name another file or folder with --to.")
    if not path.parent.is_dir():
        raise NotWritten(f"There is no folder {path.parent}.", "Make it, or name another: --to")
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    with disk.refusing(path):
        try:
            disk.replace(aside, data)
            moment = datetime.combine(day, time(), UTC).timestamp()
            os.utime(aside, (moment, moment))
            yield
            aside.replace(path)
        finally:
            with contextlib.suppress(OSError):
                aside.unlink()


def destination(to: Path, name: str) -> Path:
    """Return where a file goes: into the folder `to` as `name`, otherwise where `to` says."""
    return to / name if to.is_dir() else to


def usual_folder(journal: Path, *, is_sample: bool = False) -> Path:
    """Return where files go unless another folder is named: the learner's home.

    journal    the folder of the journal
    is_sample  whether it is the sample, of which nothing may stay: they go with it
    """
    return journal.parent if is_sample else Path.home()

"""The prompt packs on disk: the shipped ones, and the learner's own."""

from importlib.resources.abc import Traversable
from pathlib import Path

from journal.errors import JournalError, Usage
from journal.practice.look_back.packs import parse_pack
from journal.practice.look_back.prompts import Pack, merge
from journal.resources import shipped

DAILY = "daily.toml"
"""The pack whose questions come before those of all others."""

LARGEST = 1_000_000
"""How many bytes of a pack are read; a larger file is something else."""


def load_packs(own_folder: Path) -> tuple[list[Pack], list[JournalError]]:
    """Return the packs in use, and what was wrong with those of the learner's own left out.

    `own_folder` holds the learner's `*.toml`, read in the order of their names; it need not be
    there. A pack that cannot be read is named with file, line and reason, and all others work.
    """
    own: list[Pack] = []
    wrong: list[JournalError] = []
    for path in sorted(own_folder.glob("*.toml")):
        try:
            own.append(_read(path))
        except JournalError as error:
            wrong.append(error)
    return merge(shipped_packs(), own), wrong


def shipped_packs() -> list[Pack]:
    """Return the packs that come with the journal, the daily one first."""
    files = (file for file in shipped("prompts").iterdir() if file.name.endswith(".toml"))
    return [_read(file) for file in sorted(files, key=lambda file: (file.name != DAILY, file.name))]


def _read(file: Path | Traversable) -> Pack:
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise Usage(f"{file.name} could not be opened: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Usage(f"{file.name}, line {line}: this is not UTF-8 text.") from error
    if len(data) > LARGEST:
        raise Usage(f"{file.name} is larger than a prompt pack can be.")
    return parse_pack(text, file.name)

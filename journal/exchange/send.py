"""Sending the journal out: all of it, in another format, to a file or folder of its own."""

import os
from pathlib import Path
from typing import NamedTuple

from journal.errors import Usage
from journal.exchange import markdown
from journal.exchange.formats import Format, format_named
from journal.exchange.parts import Pasts
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store import disk
from journal.store.journal import Journal


class Report(NamedTuple):
    """What was exported.

    records  how many records went out
    data     the export itself where there was no path: for stdout
    path     where it is otherwise
    lost     by the name of what the format cannot hold, how many records lose it; "trash" and
             names of kinds count records that are left out as a whole
    edited   files in the folder that somebody changed after an earlier export; they were left
    stale    files in the folder, from an earlier export, whose records have another name now
    damaged  how many parts of the journal cannot be read and are therefore missing
    """

    format: str
    records: int
    data: bytes | None
    path: Path | None
    lost: dict[str, int]
    edited: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    damaged: int = 0


def export(
    journal: Journal,
    format: str,  # noqa: A002
    path: Path | None = None,
    *,
    history: bool = False,
) -> Report:
    """Write all records in `format` to `path`; without a path, return the bytes.

    The same journal always gives the same bytes. A file is replaced as a whole or not at all. In a
    folder, files that are not ours or that were edited since stay as they are.
    history  with the earlier versions of each record (json only)
    Raises Usage (no such format, a path that does not fit or lies in the journal's own folder),
    NotWritten, and Damaged.
    """
    chosen = format_named(format, "export")
    with disk.refusing(path or Path()):
        _check(chosen, path, journal, history=history)
    records = _all(journal)
    written = chosen.write(records, _pasts(journal, records) if history else {})
    report = Report(
        chosen.name, written.kept, None, path, dict(sorted(written.lost.items())),
        damaged=len(journal.damage()),
    )  # fmt: skip
    if chosen.writes == "folder":
        return _to_folder(path or Path(), written.files, report)
    if path is None:
        return report._replace(data=written.files[""])
    with disk.refusing(path):
        disk.replace(path, written.files[""])
    return report


def _all(journal: Journal) -> list[Record]:
    """Return all records in order of time, those in the trash too."""
    journal.load()
    found = [*journal.find(Criteria()), *journal.find(Criteria(trashed=True))]
    return sorted(found, key=lambda record: (record.at, record.id))


def _pasts(journal: Journal, records: list[Record]) -> Pasts:
    return {record.id: journal.history(record.id) for record in records}


def _check(chosen: Format, path: Path | None, journal: Journal, *, history: bool) -> None:
    if history and chosen.name != "json":
        raise Usage(f"{chosen.title} holds no earlier versions.", "`export json --history` does.")
    if path is None:
        if chosen.writes == "folder":
            raise Usage(f"Name the folder for {chosen.title}.", "It is made if need be.")
        return
    home, target = map(os.path.realpath, (journal.places.journal, path))
    if Path(target).is_relative_to(home):
        raise Usage("An export cannot go into the journal's own folder.", "Choose another place.")
    if chosen.writes == "file" and path.is_dir():
        raise Usage(f"{path} is a folder; {chosen.title} is a file.", "Add a file's name.")
    if chosen.writes == "folder" and path.exists() and not path.is_dir():
        raise Usage(f"{path} is a file; {chosen.title} are a folder.", "Name another place.")
    if chosen.writes == "file" and not path.parent.is_dir():
        raise Usage(f"There is no folder {path.parent}.", "Make it first, or choose another place.")


def _to_folder(folder: Path, files: dict[str, bytes], report: Report) -> Report:
    with disk.refusing(folder):
        disk.make_folder(folder)
        there = {path.name for path in folder.iterdir() if markdown.NAME.fullmatch(path.name)}
        edited = [name for name, data in files.items() if not _put(folder / name, data)]
        disk.sync_folder(folder)
    stale = sorted(there - files.keys())
    return report._replace(
        records=report.records - len(edited), edited=tuple(edited), stale=tuple(stale)
    )


def _put(path: Path, data: bytes) -> bool:
    """Write one file of many, without waiting for the disk; return False if it is not ours."""
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        before = None
    if before == data:
        return True
    if before is not None and not markdown.untouched(before):
        return False
    aside = path.with_name(f".{path.name[-60:]}.{os.getpid()}.new")
    try:
        aside.write_bytes(data)
        aside.chmod(0o600)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return True

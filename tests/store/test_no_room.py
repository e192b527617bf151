"""Going back and repairing on really full disks: all of it, or nothing; and with room, all."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.errors import NotWritten
from journal.store.journal import Journal
from journal.store.kept.backing_up import back_up
from journal.store.kept.repairing import repair
from journal.store.kept.restoring import named_backup, restore
from tests.store.making import mounted, newest, note, opened, texts

STEP, ENOUGH = 8 * 1024, 120 * 1024
NOTES = 30


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    try:
        with mounted(tmp_path / "disk", "size=1m"):
            yield tmp_path / "disk"
    except PermissionError:
        pytest.skip("NOT RUN: only root can mount a small disk")


def go_back(journal: Journal) -> None:
    restore(journal, named_backup(journal, "1"))


def is_back(journal: Journal) -> bool:
    return len(texts(journal)) == NOTES and journal.damage() == []


def mend(journal: Journal) -> None:
    repair(journal)


def is_mended(journal: Journal) -> bool:
    return len(texts(journal)) == NOTES + 1 and journal.damage() == []


Deed = tuple[Callable[[Journal], None], Callable[[Journal], bool]]


@pytest.mark.parametrize("deed", [(go_back, is_back), (mend, is_mended)], ids=["back", "mend"])
def test_wholly_or_not_at_all(disk: Path, deed: Deed) -> None:
    do, is_done = deed
    ends = set[bool]()
    for room in range(0, ENOUGH, STEP):
        begin(disk, room)
        before = said(disk)
        refused = refusal(do, opened(disk))
        ends.add(refused is None)
        if refused is None:
            assert is_done(opened(disk)), room
        else:
            assert "disk is full" in refused.message
            assert "try again" in refused.hint
            assert said(disk) == before, room
        (disk / "ballast").unlink()
        do(opened(disk))
        assert is_done(opened(disk)), room
        folders = list((disk / "journal").glob("lines-*"))
        assert len(folders) == 1, (room, folders)
        opened(disk).save(note("afterwards"))
    assert ends == {True, False}


def refusal(do: Callable[[Journal], None], journal: Journal) -> NotWritten | None:
    try:
        do(journal)
    except NotWritten as error:
        return error
    return None


def said(disk: Path) -> tuple[list[str], list[str]]:
    journal = opened(disk)
    return texts(journal), [each.reason for each in journal.damage()]


def begin(disk: Path, room: int) -> None:
    """Make a journal with a backup and a damaged line, on a disk with `room` bytes left."""
    for path in disk.iterdir():
        shutil.rmtree(path)
    journal = opened(disk)
    for number in range(NOTES):
        journal.save(note(f"{number} " + "x" * 1000))
    back_up(journal)
    journal.save(note("since then"))
    file = newest(disk)
    file.write_bytes(file.read_bytes().replace(b"x" * 1000, b"x" * 999 + b"y", 1))
    left = shutil.disk_usage(disk).free - room
    (disk / "ballast").write_bytes(bytes(left))

"""Disks that refuse: it is said, nothing is lost, and the next save works."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.errors import Damaged, NotWritten
from journal.store.journal import Journal
from tests.store.making import (
    Hands,
    files,
    mounted,
    newest,
    note,
    opened,
    run,
    texts,
)

SAVE_AND_SAY = """
def keep(journal, text):
    try:
        journal.save(note(text))
    except NotWritten as error:
        say("no", error.message)
    else:
        say("yes", text)
"""


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """Give a folder that every user may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def as_somebody(code: str, root: Path) -> list[str]:
    """Run `code` as a user who is not root, and return what it said.

    They may not be allowed to read Python's own modules, so those are loaded before.
    """
    loaded = "import hashlib, journal.store.looking, journal.store.sealed.settling\n"
    first = f"{loaded}if os.getuid() == 0: os.setuid(65534)\n"
    return run(first + code, root)


@pytest.mark.parametrize("size", [1, 700, 5000])
def test_a_file_that_may_not_grow(tmp_path: Path, size: int) -> None:
    code = f"""
    import resource
    journal = opened(root)
    journal.save(note("first"))
    resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, resource.RLIM_INFINITY))
    for number in range(30):
        keep(journal, f"note {{number}} " + "x" * 100)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    keep(journal, "last")
    """
    said = run(SAVE_AND_SAY + "\n".join(each[4:] for each in code.splitlines()), tmp_path)
    kept = [each.removeprefix("yes ") for each in said if each.startswith("yes ")]
    assert kept[-1] == "last"
    assert len(kept) < len(said)
    assert texts(opened(tmp_path)) == sorted(["first", *kept])
    assert opened(tmp_path).damage() == []


def test_a_full_disk(tmp_path: Path) -> None:
    try:
        with mounted(tmp_path / "disk", "size=128k") as _:
            fill_and_free(tmp_path / "disk")
    except PermissionError:
        pytest.skip("NOT RUN: only root can mount a small disk")


def fill_and_free(root: Path) -> None:
    journal, kept = opened(root), list[str]()
    ballast = root / "ballast"
    ballast.write_bytes(b"x" * 50_000)
    with pytest.raises(NotWritten, match="full"):
        keep_until_refused(journal, kept)
    for _ in range(3):
        with pytest.raises(NotWritten):
            journal.save(note("x" * 9000))
    assert texts(opened(root)) == sorted(kept)
    ballast.unlink()
    journal.save(note("there is room again"))
    opened(root).save(note("for others too"))
    assert texts(opened(root)) == sorted([*kept, "there is room again", "for others too"])
    assert opened(root).damage() == []


def keep_until_refused(journal: Journal, kept: list[str]) -> None:
    for number in range(1000):
        journal.save(note(f"{number} " + "x" * 900))
        kept.append(f"{number} " + "x" * 900)


def test_a_disk_that_becomes_read_only(tmp_path: Path) -> None:
    try:
        with mounted(tmp_path / "disk", "size=1m") as remount:
            root = tmp_path / "disk"
            journal = opened(root)
            journal.save(note("one"))
            remount("ro")
            for window in (journal, opened(root)):
                with pytest.raises(NotWritten, match="read-only"):
                    window.save(note("two"))
                assert texts(window) == ["one"]
            remount("rw")
            journal.save(note("three"))
            assert texts(opened(root)) == ["one", "three"]
    except PermissionError:
        pytest.skip("NOT RUN: only root can mount a disk read-only")


def test_a_folder_without_permission_to_write(open_to_all: Path) -> None:
    as_somebody('opened(root).save(note("one"))', open_to_all)
    folder = open_to_all / "journal" / "lines-1"
    folder.chmod(0o500)
    newest(open_to_all).chmod(0o400)
    code = 'journal = opened(root)\nkeep(journal, "two")\nkeep(journal, "two")\nsay(texts(journal))'
    refused, again, shown = as_somebody(SAVE_AND_SAY + code, open_to_all)
    assert refused.startswith("no No permission to write")
    assert again == refused
    assert shown == "['one']"
    folder.chmod(0o700)
    said = as_somebody(SAVE_AND_SAY + 'keep(opened(root), "three")', open_to_all)
    assert said == ["yes three"]
    assert texts(opened(open_to_all)) == ["one", "three"]


def test_what_may_not_be_read_is_reported(open_to_all: Path) -> None:
    as_somebody('opened(root).save(note("one"))', open_to_all)
    newest(open_to_all).chmod(0)
    code = """
journal = opened(root)
say(texts(journal), [(damage.file, damage.reason) for damage in journal.damage()])
keep(journal, "two")
say(texts(opened(root)))
"""
    [name] = files(open_to_all)
    shown, kept, after = as_somebody(SAVE_AND_SAY + code, open_to_all)
    assert shown == f"[] [({name!r}, 'Permission denied')]"
    assert (kept, after) == ("yes two", "['two']")
    for path in (open_to_all / "journal" / "lines-1").iterdir():
        path.chmod(0o600)
    assert texts(opened(open_to_all)) == ["one", "two"]


def test_a_folder_that_may_not_be_read(open_to_all: Path) -> None:
    as_somebody('opened(root).save(note("one"))', open_to_all)
    code = """
for act in (Journal.load, Journal.table, texts):
    try:
        act(opened(root))
    except Damaged as error:
        say(error.message)
"""
    for name in ("journal/lines-1", "journal"):
        (open_to_all / name).chmod(0)
        said = as_somebody(code, open_to_all)
        assert ["ermission" in each for each in said] == [True] * 3


def test_a_failed_fsync(tmp_path: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("NOT RUN: strace is not installed")
    opened(tmp_path, "here", Hands()).save(note("one"))
    [before] = files(tmp_path)
    code = 'journal = opened(root)\nfor text in ("two", "three", "four"): keep(journal, text)'
    inject = ["strace", "-o", "/dev/null", "-f", "-e", "trace=fsync"]
    said = run(SAVE_AND_SAY + code, tmp_path, *inject, "-e", "inject=fsync:error=EIO:when=2")
    assert [each.split()[0] for each in said] == ["yes", "no", "yes"]
    assert texts(opened(tmp_path)) == ["four", "one", "two"]
    now = files(tmp_path)
    assert len(now) == 2
    assert b"four" not in now[before]
    opened(tmp_path).save(note("five"))
    assert now[before] == files(tmp_path)[before]


@pytest.mark.parametrize("place", ["journal", "state"])
def test_a_file_where_a_folder_should_be(tmp_path: Path, place: str) -> None:
    (tmp_path / place).write_text("something else")
    with pytest.raises((NotWritten, Damaged)):
        opened(tmp_path, "state").save(note("one"))
    assert (tmp_path / place).read_text() == "something else"
    (tmp_path / place).unlink()
    opened(tmp_path, "state").save(note("one"))
    assert texts(opened(tmp_path)) == ["one"]


@pytest.mark.parametrize("extra", [float("nan"), float("inf"), 10**5000, "\ud800"], ids="abcd")
def test_what_json_cannot_hold_is_refused_or_comes_back(tmp_path: Path, extra: object) -> None:
    journal = opened(tmp_path)
    try:
        [kept] = journal.save(note("one", extra={"value": extra}))
    except NotWritten:
        assert texts(opened(tmp_path)) == []
    else:
        assert opened(tmp_path).get(kept.id) == kept
    journal.save(note("two"))
    assert len(files(tmp_path)) == 1

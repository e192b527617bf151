"""A save is one write and one fsync; the first of a month makes its file's name last, too."""

import re
import shutil
from pathlib import Path

import pytest

from tests.store.making import Hands, files, note, opened, run

CALLS = "trace=write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,ftruncate,openat"


def saves(root: Path) -> list[list[str]]:
    """Save twice in a process of its own; return what each did to the journal's folder."""
    if not shutil.which("strace"):
        pytest.skip("NOT RUN: strace is not installed")
    code = """
    journal = opened(root, "here", Hands(datetime(2026, 12, 3, tzinfo=UTC)))
    for number in range(2):
        os.write(1, b"before\\n")
        journal.save(note("text"))
        os.write(1, b"after\\n")
    """
    trace = root / "trace"
    strace = ["strace", "-f", "-y", "-o", str(trace), "-e", CALLS]
    run(re.sub("^    ", "", code, flags=re.M), root, *strace)
    calls = trace.read_text(errors="replace").split('"before\\n"')[1:]
    parts = [part.split('"after\\n"')[0].splitlines()[1:-1] for part in calls]
    return [[_short(call) for call in part if _counts(call, str(root))] for part in parts]


def _counts(call: str, root: str) -> bool:
    """Tell whether a call changes something in the journal's folder, or waits for any disk."""
    return "sync" in call or (f"{root}/journal" in call and "O_RDONLY" not in call)


def _short(call: str) -> str:
    """Return what a call does to what."""
    name = re.search(r"(\w+)\(", call)
    what = "folder" if re.search(r"lines-1>", call) else "file"
    return f"{name.group(1) if name else call} {what}"


def test_a_save_is_one_write_and_one_fsync(tmp_path: Path) -> None:
    opened(tmp_path, "here", Hands()).save(note("in November"))
    first, second = saves(tmp_path)
    assert second == ["openat file", "write file", "fsync file"]
    assert first == [*second, "fsync folder"]
    assert len(files(tmp_path)) == 2

"""A file that an import made long is added to without reading all of it, and no less carefully."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.making import Hands, doc, files, line, note, opened, texts

LINES = 3000


def long_file(root: Path, hands: Hands) -> str:
    """Make this month's own file more than a megabyte long; return its name."""
    opened(root, "here", hands).save(note("first"))
    [name] = files(root)
    lines = [line(n, n, {f"b{n:09}": doc(f"old {n} " + 300 * "x")}) for n in range(1, LINES + 1)]
    (root / "journal" / "lines-1" / name).write_bytes(b"".join(lines))
    return name


def test_notes_are_numbered_on(tmp_path: Path) -> None:
    hands = Hands()
    name = long_file(tmp_path, hands)
    for number in range(3):
        opened(tmp_path, "here", hands).save(note(f"new {number}"))
    journal = opened(tmp_path, "here", hands)
    journal.save(note("new 3"))
    journal.save(note("new 4"))
    assert [*files(tmp_path)] == [name]
    assert journal.damage() == []
    assert len(texts(journal)) == LINES + 5
    assert journal.undo().records[0].text == "new 4"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[:-40] + b"?" + data[-39:],
        lambda data: data + b"<<<<<<< one side\n",
        lambda data: data + 700_000 * b"x",
        lambda data: data + 700_000 * b"\n",
        lambda data: data + data.splitlines(keepends=True)[-1],
        lambda data: b"".join(data.splitlines(keepends=True)[:-2]) + data.splitlines(True)[-1],
    ],
    ids=["unfinished", "damaged", "merged", "one long line", "empty lines", "twice", "a gap"],
)
def test_nothing_is_added_behind_what_is_in_doubt(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    hands = Hands()
    name = long_file(tmp_path, hands)
    path = tmp_path / "journal" / "lines-1" / name
    path.write_bytes(spoilt := spoil(path.read_bytes()))
    opened(tmp_path, "here", hands).save(note("new"))
    assert path.read_bytes() == spoilt
    assert len(files(tmp_path)) == 2
    assert "new" in texts(opened(tmp_path))

"""Files that mean harm, or were never a journal: named, never a crash, nothing half-done."""

import os
import sys
from pathlib import Path

import pytest

from journal.exchange.bring import plan
from journal.exchange.reading import LARGEST
from journal.store.journal import Journal
from tests.exchange.journals import VIENNA, bring, everything, figures

RECORD = (
    '{"id": "bcdfghjkmn", "kind": "note", "at": "2024-01-15T10:00:00+01:00", '
    '"zone": "Europe/Vienna", "day": "2024-01-15", "text": "x", "extra": {"a": %s}}'
)
FILES = {
    "deep": b"[" * 100_000,
    "deep object": b'{"records": ' + b'{"a": ' * 100_000,
    "deep and whole": (RECORD % ("[" * 500 + "]" * 500)).encode(),
    "not a number": (RECORD % "NaN").encode(),
    "endless": (RECORD % "-Infinity").encode(),
    "too large": (RECORD % "1e999").encode(),
    "5,000 digits": (RECORD % ("9" * 5000)).encode(),
    "twice": (RECORD % '{"b": 1, "b": 2}').encode(),
    "utf-16": (RECORD % "1").encode("utf-16"),
    "latin-1": "größer".encode("latin-1"),
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "zip": b"PK\x03\x04rest",
    "cut": (RECORD % "1").encode()[:-20],
    "number": b"17",
    "text": b'"text"',
    "other object": b'{"a": 1}',
    "wrong list": b'{"records": 5, "entries": 5}',
    "wrong entries": b'{"records": [5], "entries": [5]}',
    "mark alone": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("format_", ["json", "jrnl", "day-one"])
@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_named_and_changes_nothing(
    journal: Journal, tmp_path: Path, format_: str, name: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(FILES[name])
    planned = plan(journal, format_, path, VIENNA)
    assert not planned.added
    places = [part.where for part in planned.unread] + [part.where for part in planned.skipped]
    assert {place.partition(",")[0] for place in places} == {"bad.json"}
    assert all(part.reason for part in planned.unread)


FRONTS = {
    "bomb": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    "merge": "a: &a {x: 1}\nb:\n  <<: *a",
    "python": "a: !!python/object/apply:os.system ['true']",
    "tag": "a: !!binary aGk=",
    "twice": "a: 1\na: 2",
    "twice inside": "a: {b: 1, b: 2}",
    "list as name": "? [a, b]\n: c",
    "deep": "a: " + "[" * 100_000,
    "deep and whole": "a: " + "[" * 200 + "]" * 200,
    "broken": "title: one: two",
    "tab": "a:\n\t- b",
    "control": "a: \x07",
}


@pytest.mark.parametrize("name", FRONTS)
def test_bad_front_matter_costs_its_note_alone(journal: Journal, tmp_path: Path, name: str) -> None:
    (tmp_path / "v").mkdir()
    (tmp_path / "v" / "bad.md").write_text(f"---\n{FRONTS[name]}\n---\nText")
    (tmp_path / "v" / "2024-01-01.md").write_text("good")
    planned = bring(journal, "markdown", tmp_path / "v")
    assert [part.where for part in planned.unread] == ["bad.md"]
    assert "front matter" in planned.unread[0].reason
    assert [fields["text"] for fields in everything(journal)] == ["good"]


def test_long_numbers_in_front_matter_stay_text(journal: Journal, tmp_path: Path) -> None:
    digits = "9" * 5000
    path = tmp_path / "2024-01-01.md"
    path.write_text(f"---\na: {digits}\nb: .nan\nc: '\\ud800'\n---\n")
    bring(journal, "markdown", path)
    kept = everything(journal)[0]["extra"]["markdown"]
    assert kept == {"a": digits, "b": ".nan", "c": "\\ud800"}


@pytest.mark.parametrize("format_", ["json", "markdown", "jrnl", "day-one"])
def test_a_folder_that_is_called_like_a_file(
    journal: Journal, tmp_path: Path, format_: str
) -> None:
    (tmp_path / "v" / "x.json").mkdir(parents=True)
    assert figures(plan(journal, format_, tmp_path / "v" / "x.json", VIENNA))[:3] == (0, 0, 0)
    assert figures(plan(journal, format_, tmp_path / "v", VIENNA))[:3] == (0, 0, 0)


def test_a_folder_for_a_format_of_files_is_unreadable(journal: Journal, tmp_path: Path) -> None:
    planned = plan(journal, "json", tmp_path, VIENNA)
    assert [part.reason for part in planned.unread] == ["it is a folder"]


def test_huge_files_are_not_read(journal: Journal, tmp_path: Path) -> None:
    with open(tmp_path / "huge.md", "wb") as file:
        file.truncate(LARGEST + 1)
    planned = plan(journal, "markdown", tmp_path / "huge.md", VIENNA)
    assert [part.reason for part in planned.unread] == ["it is larger than 64 MB"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
def test_pipes_in_a_folder_do_not_hang(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    os.mkfifo(tmp_path / "v" / "pipe.md")
    planned = plan(journal, "markdown", tmp_path / "v", VIENNA)
    assert [part.reason for part in planned.unread] == ["it is not a file"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows such names")
def test_names_that_are_no_text_do_not_hurt(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    (tmp_path / "v" / os.fsdecode(b"2024-01-01 \xff.md")).write_text("words")
    assert figures(bring(journal, "markdown", tmp_path / "v")) == (1, 0, 0, 0, 0)
    assert figures(bring(journal, "markdown", tmp_path / "v")) == (0, 1, 0, 0, 0)


def test_a_deep_folder_does_not_hurt(journal: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "v"
    for _ in range(500):
        folder = folder / "a"
    folder.mkdir(parents=True)
    (folder / "2024-01-01.md").write_text("words")
    assert figures(bring(journal, "markdown", tmp_path / "v"))[0] == 1


@pytest.mark.parametrize("year", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_years_out_of_reach_are_named(journal: Journal, year: str) -> None:
    text = f'{{"entries": [{{"uuid": "A", "creationDate": "{year}", "text": "x"}}]}}'
    assert figures(plan(journal, "day-one", text.encode(), VIENNA)) == (0, 0, 0, 0, 1)

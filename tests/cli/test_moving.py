"""`journal import export`: a bar on a terminal, nothing of it in a pipe, and what is reported."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.home import Home
from tests.support.terminal import Terminal, python


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with three notes of another program."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for day in (1, 2, 3):
        text = f"---\ncreated: 2024-05-0{day}T10:00:00+02:00\ntags: [ward]\n---\nNote {day}\n"
        (folder / f"note-{day}.md").write_text(text, "utf-8")
    return folder


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"JOURNAL_HOME": str(tmp_path / "home")}


def journal(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "journal", *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_a_terminal_shows_how_far_it_is(env: dict[str, str], notes: Path) -> None:
    with Terminal(python("journal", "import", "markdown", str(notes)), env=env) as terminal:
        terminal.wait("3 added")
        assert terminal.end() == 0
        assert b"Bringing in notes" in terminal.raw


def test_a_pipe_shows_only_the_result(env: dict[str, str], notes: Path) -> None:
    done = journal(env, "import", "markdown", str(notes))
    assert done.returncode == 0
    assert done.stdout == "3 added, 0 unchanged, 0 changed, 0 skipped, 0 unreadable.\n"
    assert done.stderr == ""


def test_a_dry_run_changes_nothing(env: dict[str, str], notes: Path) -> None:
    done = journal(env, "import", "markdown", str(notes), "--dry-run", "--json")
    assert json.loads(done.stdout)["added"] == 3
    assert journal(env, "list").returncode == 1


def test_an_import_is_one_undo(env: dict[str, str], notes: Path) -> None:
    journal(env, "import", "markdown", str(notes))
    assert "an import of 3 records" in journal(env, "undo").stdout
    assert journal(env, "list").returncode == 1


@pytest.mark.parametrize("words", [("import", "nope", "."), ("import", "markdown", "/nowhere")])
def test_an_unknown_format_or_path_is_a_usage_error(
    env: dict[str, str], words: tuple[str, ...]
) -> None:
    done = journal(env, *words)
    assert done.returncode == 2
    assert done.stderr


def test_what_cannot_be_read_ends_with_8_and_the_rest_is_in(
    env: dict[str, str], notes: Path
) -> None:
    (notes / "broken.md").write_bytes(b"\xff\xfe\x00broken")
    done = journal(env, "import", "markdown", str(notes))
    assert done.returncode == 8
    assert done.stdout.startswith("3 added")
    assert "broken.md" in done.stderr


def test_export_and_import_give_the_same_journal(env: dict[str, str], tmp_path: Path) -> None:
    journal(env, "add", "+ one", "-t", "ward")
    journal(env, "add", "two")
    journal(env, "rm", "last")
    path = tmp_path / "journal.json"
    assert journal(env, "export", "json", str(path)).returncode == 0
    other = {"JOURNAL_HOME": str(tmp_path / "other")}
    assert journal(other, "import", "json", str(path)).returncode == 0
    for words in (("list", "--kind", "all", "--json"), ("trash", "list", "--json")):
        assert journal(env, *words).stdout == journal(other, *words).stdout


def test_a_format_that_nobody_knows_names_those_that_can_be_brought_in(home: Home) -> None:
    for words in (["foo"], ["foo", "/nowhere"], ["tinydb", "/nowhere"]):
        refused = home.run("import", *words, code=2)
        assert "json, markdown, jrnl, day-one." in refused.err
    assert "tinydb" in home.run("export", "foo", code=2).err

"""Years of somebody's real notes: in by the command, and found again as grep finds them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

WORDS = ("postgres", "rebase", "the", "PDF", "don't", "utf-8", "xargs -n", "zsh", "naïve", "nope42")


@pytest.fixture(scope="module")
def home(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bring the notes in once."""
    home = tmp_path_factory.mktemp("home")
    journal(home, "import", "markdown", str(samples / "til-vault"))
    return home


def journal(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "journal", *words]
    env = {"JOURNAL_HOME": str(home), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_a_second_import_adds_nothing(home: Path, samples: Path) -> None:
    again = journal(home, "import", "markdown", str(samples / "til-vault"), "--json")
    found = json.loads(again.stdout)
    assert (found["added"], found["changed"], found["unchanged"]) == (0, 0, 1867)


@pytest.mark.parametrize("word", WORDS)
def test_search_finds_what_grep_finds(home: Path, tmp_path: Path, word: str) -> None:
    everything = json.loads(journal(home, "list", "-n", "5000", "--json").stdout)
    assert len(everything) == 1867
    for record in everything:
        (tmp_path / record["id"]).write_text(record["text"], "utf-8", newline="")
    grep = ["grep", "-iwlrF", "--", word, "."]
    env = {"LC_ALL": "C.UTF-8"}
    listed = subprocess.run(
        grep, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    expected = {line.removeprefix("./") for line in listed.stdout.splitlines()}
    found = json.loads(journal(home, "search", word, "--json").stdout)
    assert {record["id"] for record in found} == expected

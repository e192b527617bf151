"""Every example of the help, the README and the manuals, run as it is written."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyrage import x25519

from journal.cli.helping import EXAMPLES
from journal.cli.verbs import VERBS
from tests.cli.home import COMMAND, Home
from tests.support.terminal import ROOT
from tests.support.tools import tool

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

ELSEWHERE = (
    *("journal edit last", "journal prompts edit"),  # an editor needs a terminal: test_editor.py
    *("journal encrypt", "journal decrypt", "journal unlock"),  # a passphrase: test_sealing.py
    *("journal lock", "journal passphrase", "journal recovery"),
    "journal join",  # two computers: test_caring.py
    "journal completion fish",  # needs that shell: test_help.py
)
"""How examples begin that are typed in other tests."""

AS_HERE = {
    "k7q2xz": "$(newest)",
    "m2c8pd": "$(last_of note)",
    "amber-kettle-robin-field": "$(page)",
    "restore 17": "restore 1",
    "~/vault": "~/notes",
}
"""What stands for something in an example, and what that is here."""

AGREED = {
    r"journal backup restore": "--yes",
    r"journal item move \S+ shared": "--yes",
    r"journal share give": "--agree Ana",
    r"journal trash purge": "--yes",
}
"""Which examples ask before they go on, and what a script says to that."""

ANA = "journal coach add Ana --learner Sam"

BEFORE = {
    "backup": ["journal backup create"],
    "redo": ["journal undo 3"],
    "reply": [
        ANA,
        "journal share preview Ana --question Why --passage $(last_of note)",
        "journal share give $(page) --agree Ana",
    ],
    "share": [ANA],
    "trash": ["journal rm $(last_of note)", "journal rm $(last_of note)"],
}
"""What has to have happened before the examples of a verb."""

HELPERS = """
last_of() { journal list --kind "$1" -n 1 --format '{id}'; }
page() { journal share list | awk 'END { print $2 }'; }
trashed() { journal trash list | awk 'END { print $3 }'; }
"""


def blocks(page: Path) -> list[list[str]]:
    """Return the commands of each block for a shell on a page."""
    found = re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [block.splitlines() for block in found]


def runnable(lines: Iterable[str]) -> list[str]:
    """Return the commands of ours that can be run here, with what they need here."""
    ours = [line for line in lines if re.search(r"\bjournal ", line)]
    return [_as_here(line) for line in ours if not line.startswith(ELSEWHERE)]


def _has_examples(page: Path) -> bool:
    return any(map(runnable, blocks(page)))


def _name(page: Path) -> str:
    return page.name


def _as_here(line: str) -> str:
    for written, here in AS_HERE.items():
        line = line.replace(written, here)
    agreed = [said for begins, said in AGREED.items() if re.match(begins, line)]
    return " ".join([line, *agreed])


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a journal and files, in which all is there that examples speak of."""
    home = Home(tmp_path_factory.mktemp("lived-in"))
    home.add("--day", "2025-11-24", "A year ago")
    home.add("--day", "2026-10-12", "Last month")
    home.add("One more")
    home.add("--sign", "stuck", "-t", "ward", "The pump alarm, at the second count: the reason why")
    home.run("add", "-", stdin="Nearly missed the alarm.\n\nI will ask Ana for her list tomorrow.")
    (home.folder / "ana.pub").write_text(f"{x25519.Identity.generate().to_public()}\n")
    (home.folder / "answer.txt").write_text("What did you expect?\n")
    (home.folder / "notes.md").write_text("I noticed that I could ask first.\n")
    (home.folder / "notes").mkdir()
    (home.folder / "notes" / "2026-11-20.md").write_text("A note of before\n")
    made = ["git", "-c", "user.name=Sam", "-c", "user.email=sam@example.org"]
    subprocess.run([tool("git"), "init", "-q"], cwd=home.folder, check=True)
    subprocess.run(
        [*made, "commit", "-q", "--allow-empty", "-m", "A reason"], cwd=home.folder, check=True
    )
    return home.folder


def run(
    lived_in: Path, folder: Path, commands: Iterable[str], newest: str = "last_of note"
) -> None:
    """Run commands one after the other, each of which must end with 0.

    newest  the command that prints the id for which k7q2xz stands
    """
    home = Home(Path(shutil.copytree(lived_in, folder)))
    script = [HELPERS, f"newest() {{ {newest}; }}", "set -euxo pipefail", *commands]
    done = subprocess.run(
        ["bash", "-c", "\n".join(script)],
        env=home.env | {"PATH": f"{COMMAND.parent}:{home.env['PATH']}"},
        cwd=folder,
        input="Ask first, always.\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize("verb", [verb for verb in VERBS if runnable(EXAMPLES[verb])])
def test_the_examples_of_help_run(verb: str, lived_in: Path, tmp_path: Path) -> None:
    of_its_kind = f"last_of {VERBS[verb].kind or 'note'}"
    newest = {"trash": "trashed", "asset": "last_of note"}.get(verb, of_its_kind)
    run(lived_in, tmp_path / "home", [*BEFORE.get(verb, []), *runnable(EXAMPLES[verb])], newest)


@pytest.mark.parametrize("page", [page for page in PAGES if _has_examples(page)], ids=_name)
def test_the_examples_of_a_page_run(page: Path, lived_in: Path, tmp_path: Path) -> None:
    for number, block in enumerate(blocks(page)):
        run(lived_in, tmp_path / str(number), runnable(block))

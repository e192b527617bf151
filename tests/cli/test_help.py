import re
import shutil
import subprocess
from pathlib import Path

import pytest

from journal.cli.helping import EXAMPLES
from journal.cli.parsing import parser_of
from journal.cli.verbs import VERBS
from journal.errors import EXIT_CODES
from journal.records.kinds import KINDS, type_of
from journal.settings import TABLE
from tests.cli.home import Home

DOCS = Path(__file__).parents[2] / "docs"
MANUAL = (DOCS / "shell.md").read_text("utf-8")
FORMAT = (DOCS / "format.md").read_text("utf-8")


@pytest.mark.parametrize("verb", VERBS)
def test_help_on_a_verb_begins_with_examples(home: Home, verb: str) -> None:
    out = home.run("help", verb).out
    assert out.startswith(f"  {EXAMPLES[verb][0]}\n")
    assert VERBS[verb].help in out.replace("\n", " ").lower() or VERBS[verb].help[1:] in out
    assert f"usage: journal {verb}" in out
    assert home.run(verb, "--help").out in out + "\n"


def test_help_lists_every_verb_and_exit_code(home: Home) -> None:
    out = home.run("help").out
    for verb in VERBS:
        assert re.search(rf"^  {verb} ", out, re.MULTILINE)
    out = home.run("help", "exit-codes").out
    for code, meaning in EXIT_CODES.items():
        assert f"{code}  {meaning}" in out
    home.run("help", "nothing", code=2)


@pytest.mark.parametrize("verb", VERBS)
def test_the_manual_has_every_verb_with_all_its_options(verb: str) -> None:
    section = re.search(rf"^### `journal {verb}\b.*?(?=^##)", MANUAL, re.MULTILINE | re.DOTALL)
    assert section, verb
    common = {"--help", "--yes", "--color", "--passphrase-fd"}
    parser = parser_of(verb)
    helps = [each.format_help() for each in (parser, *parser.actions.values())]
    for option in set(re.findall(r"--[a-z-]+", "".join(helps))) - common:
        assert f"`{option}" in section.group(), (verb, option)
    for action in parser.actions:
        assert re.search(rf"[`|\[]{action}\b", section.group()), (verb, action)


def test_the_manual_has_every_setting_exit_code_and_variable() -> None:
    for setting in TABLE:
        assert re.search(rf"^\| `{setting.key}` \|", MANUAL, re.MULTILINE), setting.key
    for code in EXIT_CODES:
        assert re.search(rf"^\| {code} \|", MANUAL, re.MULTILINE), code
    for name in ("JOURNAL_HOME", "JOURNAL_NOW", "NO_COLOR", "VISUAL", "EDITOR", "TERM", "TZ"):
        assert f"`{name}" in MANUAL, name
    for option in ("--yes", "--color", "--version", "--help", "--passphrase-fd"):
        assert option in MANUAL, option


@pytest.mark.parametrize("kind", KINDS)
def test_the_manual_has_every_kind_and_the_format_all_its_fields(kind: str) -> None:
    [table] = re.findall(r"^\| Kind \|.*?\n\n", MANUAL, re.MULTILINE | re.DOTALL)
    assert f"`{kind}`" in table
    for field in getattr(type_of(kind), "_fields", ()):
        assert re.search(rf"^\| (`{kind}` .*)?`{field}`", FORMAT, re.MULTILINE), (kind, field)


def completed(script: str, words: list[str], current: int) -> list[str]:
    """Return what bash offers after these words."""
    asked = f"{script}\nCOMP_WORDS=({' '.join(words)}); COMP_CWORD={current}; _journal\n"
    show = 'printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", asked + show], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_bash_completes_verbs_options_and_choices(home: Home) -> None:
    script = home.run("completion", "bash").out
    assert completed(script, ["journal", "sho"], 1) == ["show"]
    assert set(completed(script, ["journal", "''"], 1)) == set(VERBS)
    assert completed(script, ["journal", "add", "--st"], 2) == ["--star"]
    assert completed(script, ["journal", "trash", "res"], 2) == ["restore"]
    assert completed(script, ["journal", "add", "--sign", "st"], 3) == ["stuck"]
    assert set(completed(script, ["journal", "completion", "''"], 2)) >= {"bash", "zsh", "fish"}
    assert completed(script, ["journal", "help", "und"], 2) == ["undo"]
    assert completed(script, ["journal", "nothing", "x"], 2) == []
    assert completed(script, ["journal", "goal", "re"], 2) == ["reach"]
    assert completed(script, ["journal", "goal", "new", "--fr"], 3) == ["--framing"]
    assert completed(script, ["journal", "goal", "new", "--framing", "t"], 4) == ["target"]
    assert completed(script, ["journal", "goal", "reach", "--fr"], 3) == []
    assert completed(script, ["journal", "item", "list", "--state", "set"], 4) == ["settled"]
    assert not home.folder.exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_are_scripts_of_their_shell(home: Home, shell: str, tmp_path: Path) -> None:
    script = home.run("completion", shell).out
    for verb in VERBS:
        assert verb in script
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    file = tmp_path / "script"
    file.write_text(script)
    subprocess.run([shell, "-n", str(file)], check=True)


def test_a_shell_without_completions_is_refused(home: Home) -> None:
    home.run("completion", "tcsh", code=2)
    home.run("completion", code=2)

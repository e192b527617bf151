"""The wheel and the editable install: both find prompts and data, and open."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOOK = """
import json
from journal.resources import shipped
from journal.prompt_files import shipped_packs
names = sorted(file.name for file in shipped("data").iterdir())
print(json.dumps([str(shipped("prompts")), names, [pack.id for pack in shipped_packs()]]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, as an installer does, without fetching anything."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own; libraries come from this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    site = next(folder.glob("lib/python*/site-packages"))
    target = ["--target", str(site), "--no-deps", "--no-index", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", *target], check=True)
    ours = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "libraries.pth").write_text(ours)
    return folder / "bin" / "python"


def test_the_wheel_has_our_two_packages_and_what_they_read(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"journal", "screens"}
    assert "journal/_shipped/prompts/daily.toml" in names
    assert "journal/_shipped/data/first-notes.toml" in names
    assert "screens/today/today.tcss" in names


def test_installed_from_the_wheel_it_finds_prompts_and_data(
    installed: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [installed, "-c", LOOK], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(ROOT) not in done.stdout
    assert '"daily"' in done.stdout
    assert '"first-notes.toml"' in done.stdout


def test_installed_from_the_wheel_it_keeps_a_note(installed: Path, tmp_path: Path) -> None:
    env = {"JOURNAL_HOME": str(tmp_path / "home")}
    for words in (["add", "kept"], ["list", "--format", "{text}"]):
        done = subprocess.run(
            [installed, "-m", "journal", *words],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stdout == "kept\n"


def test_in_a_checkout_prompts_and_data_are_those_of_the_checkout(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert str(ROOT / "prompts") in done.stdout

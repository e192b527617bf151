"""The house: who may know whom, what `journal add` may cost, and what lies where."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def loaded_after(code: str, home: Path) -> set[str]:
    """Return the modules that a fresh Python has loaded after `code`."""
    program = f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"JOURNAL_HOME": str(home)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines())


def test_layers_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    command = [str(linter), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_module_has_its_layer() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    [layers] = [
        each["layers"]
        for each in settings["tool"]["importlinter"]["contracts"]
        if each["type"] == "layers"
    ]
    placed = {name for layer in layers for name in layer.split(" | ")} - {"screens"}
    there = {f"journal.{path.stem}" for path in (ROOT / "journal").iterdir() if _is_code(path)}
    assert placed == there


def _is_code(path: Path) -> bool:
    return (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").exists()


def test_add_loads_nothing_heavy(tmp_path: Path) -> None:
    code = "from journal.cli.main import main; main(['add', 'a note'], lambda shell: 0)"
    heavy = {"textual", "rich", "dataclasses", "platformdirs", "dateutil", "yaml", "tomllib"}
    heavy |= {"logging", "socket", "asyncio", "tomlkit", "screens"}
    loaded = loaded_after(code, tmp_path)
    assert "tinydb" in loaded
    assert loaded & heavy == set()


@pytest.mark.parametrize("package", ["journal.practice.look_back.close", "journal.records.codec"])
def test_rules_and_records_load_no_store(package: str, tmp_path: Path) -> None:
    loaded = loaded_after(f"import {package}", tmp_path)
    assert not {name for name in loaded if name.startswith("journal.store")}
    assert not {"tinydb", "textual"} & loaded


def test_importing_reads_and_writes_nothing(tmp_path: Path) -> None:
    loaded_after("import journal.__main__, screens.app", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", ["prompts", "data"])
def test_prompts_and_data_hold_no_python(folder: str) -> None:
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if path.suffix == ".py"]

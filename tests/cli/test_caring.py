import json
from pathlib import Path

import pytest

from tests.cli.home import Home


def damage(file: Path, line: int) -> None:
    lines = file.read_bytes().split(b"\n")
    lines[line - 1] = lines[line - 1].replace(b"two", b"tw\xff")
    file.write_bytes(b"\n".join(lines))


def test_check_of_a_sound_journal(home: Home) -> None:
    home.add("one")
    assert home.run("check").out == "1 record read, no damaged places.\n"
    assert home.run("check", "--read-data", "--json").json == {
        "records": 1,
        "damage": [],
        "edited_on_both_sides": [],
        "wrong_backups": {},
    }


def test_a_damaged_line_costs_itself_and_check_names_it(home: Home) -> None:
    for text in ("one", "two", "three"):
        home.add(text)
    [file] = home.line_files()
    damage(file, 2)
    assert [record["text"] for record in home.run("list", "--json").json] == ["one", "three"]
    out = home.run("check", code=6).out
    assert f"{file.name}, line 2" in out
    found = home.run("check", "--json", code=6).json
    assert (file.name, 2) in [(one["file"], one["line"]) for one in found["damage"]]
    home.add("four")
    assert len(home.run("list").lines) == 3


def test_a_store_from_a_newer_version_is_left_alone(home: Home) -> None:
    home.add("one")
    root = home.folder / "journal" / "journal.json"
    fields = json.loads(root.read_text())
    root.write_text(json.dumps(fields | {"format": 99}))
    before = {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()}
    for words in (["list"], ["check"], ["show", "last"], ["status"], ["undo"], []):
        assert "newer version" in home.run(*words, code=6).err
    assert "my words" in home.run("add", "my words", code=6).err
    assert {path: path.read_bytes() for path in before} == before


def test_doctor_tells_how_things_are_and_not_a_word_of_the_journal(home: Home) -> None:
    home.add("-t", "ward", "xylophone")
    ended = home.run("doctor")
    assert "xylophone" not in ended.out
    assert "ward" not in ended.out.replace("wards", "")
    told = home.run("doctor", "--json").json
    assert told["zone"] == "Europe/Vienna"
    assert told["files"] == 1
    assert told["damage"] == 0
    assert told["can be written"] is True


def test_paths_say_where_things_are(home: Home) -> None:
    where = home.run("paths", "--json").json
    assert where == {
        "journal": str(home.folder / "journal"),
        "prompts": str(home.folder / "journal/prompts"),
        "settings": str(home.folder / "settings.toml"),
        "state": str(home.folder / "state"),
        "drafts": str(home.folder / "state/drafts"),
        "backups": str(home.folder / "state/backups"),
    }
    assert str(home.folder / "settings.toml") in home.run("paths").out


@pytest.mark.parametrize(
    "text", [b"day_ends = \n", b"nope = 1\n", b"day_ends = [1]\n", b"\xff", b"gather_hours = 4.5\n"]
)
def test_a_broken_settings_file_is_named_and_nothing_is_written(home: Home, text: bytes) -> None:
    home.folder.mkdir()
    settings = home.folder / "settings.toml"
    settings.write_bytes(text)
    for words in (
        ["add", "x"],
        ["list"],
        [],
        ["config"],
        ["config", "set", "day_ends", "05:00"],
        ["paths"],
        ["doctor"],
    ):
        assert str(settings) in home.run(*words, code=2).err
    assert str(home.folder / "journal") in home.run("paths", code=2).out
    assert "Europe/Vienna" in home.run("doctor", code=2).out
    for words in (["--version"], ["help", "add"], ["completion", "bash"]):
        home.run(*words)
    assert [path.name for path in home.folder.iterdir()] == ["settings.toml"]
    assert settings.read_bytes() == text

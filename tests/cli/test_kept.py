"""`journal backup repair check join`: care, for a script and for a person."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

from tests.cli.home import COMMAND, Home
from tests.support.terminal import Terminal


def backups(home: Home) -> list[Path]:
    return sorted((home.folder / "state" / "backups").iterdir())


def texts(home: Home) -> list[str]:
    return sorted(each["text"] for each in home.run("list", "--json").json)


def test_one_a_day_by_itself_but_never_after_add(home: Home) -> None:
    home.add("one")
    home.run("--yes", "--color", "never", "add", "another")
    assert not (home.folder / "state" / "backups").exists()
    assert home.run("list").err == ""
    home.run("list")
    assert len(backups(home)) == 1
    home.now += timedelta(days=1)
    home.add("two")
    assert len(backups(home)) == 1
    home.run("show", "last")
    assert len(backups(home)) == 2


def test_the_first_one_is_told_on_a_terminal_once(home: Home) -> None:
    home.add("one")
    for times in (1, 0):
        with Terminal([str(COMMAND), "list"], env=home.env, size=(200, 40)) as terminal:
            assert terminal.end() == 0
            assert terminal.text.count("there will be one a day") == times


def test_one_that_cannot_be_made_is_told_once_and_hinders_nothing(home: Home) -> None:
    home.add("one")
    (home.folder / "state" / "backups").write_text("in the way")
    for times in (1, 0):
        with Terminal([str(COMMAND), "list"], env=home.env, size=(200, 40)) as terminal:
            assert terminal.end() == 0
            assert terminal.text.count("No backup could be made since") == times
    assert home.add("two")
    assert "No backup could be made since 2026" in home.run("status").out
    assert "backups" in home.run("status", "--json").json["backup_trouble"]
    assert "No backup" in home.run("doctor", "--json").json["backup trouble"]
    assert "backup" not in home.run("status", "--line").out
    (home.folder / "state" / "backups").unlink()
    home.run("list")
    assert "backup" not in home.run("status").out
    assert "backup trouble" not in home.run("doctor", "--json").json


def test_create_list_verify(home: Home) -> None:
    home.run("backup", "create", code=1)
    home.run("backup", code=1)
    home.add("xylophone")
    name = home.run("backup", "create").out.strip()
    assert home.run("backup", "verify").out == f"{name}  sound\n"
    [told] = home.run("backup", "--json").json
    assert (told["name"], told["state"], told["why"]) == (name, "good", "asked for")
    assert "xylophone" not in home.run("backup", "list").out
    [file] = (home.folder / "state" / "backups" / name).glob("lines-*/*")
    file.write_bytes(file.read_bytes()[:-1])
    assert "not as it was" in home.run("backup", "verify", "1", code=6).out
    assert home.run("check").code == 0
    wrong = home.run("check", "--read-data", "--json", code=6).json["wrong_backups"]
    assert list(wrong) == [name]


def test_restore_asks_and_can_be_taken_back(home: Home) -> None:
    home.add("one")
    home.run("backup", "create")
    home.add("two")
    assert "--yes" in home.run("backup", "restore", "1", code=2).err
    assert texts(home) == ["one", "two"]
    before = home.run("backup", "restore", "1", "--yes").out.strip()
    assert texts(home) == ["one"]
    home.run("backup", "restore", before, "--yes")
    assert texts(home) == ["one", "two"]
    assert home.run("check").code == 0
    home.run("backup", "restore", "99", "--yes", code=3)


def test_a_second_folder(home: Home, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    home.run("config", "set", "backup_folder", str(stick))
    home.add("one")
    assert "is not there" in home.run("backup", "create").err
    assert home.run("doctor", "--json").json["second folder"] == f"{stick} (not there now)"
    stick.mkdir()
    home.run("backup", "create")
    [there] = stick.glob("journal-*/*")
    shutil.rmtree(home.folder / "state")
    shutil.rmtree(home.folder / "journal")
    home.run("backup", "restore", str(there), "--yes")
    assert texts(home) == ["one"]


def test_doctor_tells_of_backups(home: Home) -> None:
    home.add("xylophone")
    told = home.run("doctor", "--json").json
    assert told["newest good one"] == "none yet"
    told = home.run("doctor", "--json").json
    assert told["newest good one"] == str(backups(home)[0])
    assert told["newest is"] == "good"


def test_purge_names_the_backups_that_hold_it(home: Home) -> None:
    id_ = home.add("mistake")
    home.run("backup", "create")
    home.run("rm", id_)
    assert str(backups(home)[0]) in home.run("trash", "purge", id_, "--yes").err
    id_ = home.add("another")
    home.run("rm", id_)
    for backup in backups(home):
        shutil.rmtree(backup)
    assert "none holds it" in home.run("trash", "purge", id_, "--yes").err


def test_repair_says_what_it_would_do_asks_and_does_it(home: Home) -> None:
    for text in ("one", "two", "three"):
        home.add(text)
    assert home.run("repair").out == "Nothing to repair: every line can be read.\n"
    [file] = home.line_files()
    was = file.read_bytes()
    file.write_bytes(was.replace(b"two", b"two, by hand"))
    assert "`journal repair`" in home.run("check", code=6).err
    asked = home.run("repair", code=2)
    assert "line 2" in asked.err
    assert file.exists()
    done = home.run("repair", "--yes")
    assert "line 2" in done.out
    assert "by hand" not in done.out
    assert texts(home) == ["one", "three", "two, by hand"]
    assert home.run("check").code == 0
    assert any(path.read_bytes() != was for path in home.line_files())


def test_repair_ends_with_6_where_something_is_lost(home: Home) -> None:
    for text in ("one", "two"):
        home.add(text)
    [file] = home.line_files()
    file.write_bytes(file.read_bytes().replace(b"two", b"tw\xff"))
    told = home.run("repair", "--yes", "--json", code=6).json
    assert (told["lost"], [each["line"] for each in told["lines"]]) == (1, [2])
    assert texts(home) == ["one"]


def test_repair_puts_journal_json_back(home: Home) -> None:
    home.add("one")
    home.run("list")
    root = home.folder / "journal" / "journal.json"
    was = root.read_bytes()
    root.write_bytes(b"{")
    assert str(backups(home)[0]) in home.run("list", code=6).err
    home.run("repair", "--yes")
    assert root.read_bytes() == was
    root.write_text(json.dumps({**json.loads(was), "format": 2}))
    assert "newer version" in home.run("repair", "--yes", code=6).err


# --- edited on two computers


def edited_twice(home: Home) -> str:
    """Edit a note here and on a computer that shares only the journal's folder."""
    id_ = home.add("first")
    shutil.copytree(home.folder / "state", home.folder / "other")
    before = {path.name: path.read_bytes() for path in home.line_files()}
    home.run("edit", id_, "--text", "here")
    here = {path.name: path.read_bytes() for path in home.line_files()}
    [file] = home.line_files()
    file.write_bytes(before[file.name])
    home.run("edit", id_, "--text", "there")
    there = file.read_bytes()
    file.write_bytes(here[file.name])
    file.with_name(f"{file.stem} (1).jsonl").write_bytes(there)
    return id_


def test_one_answer_decides(home: Home) -> None:
    id_ = edited_twice(home)
    assert "which one stays" in home.run("status").out.lower()
    [waits] = home.run("status", "--json").json["waiting"]
    assert (waits["id"], waits["answers"]) == (id_, ["1", "2", "both"])
    assert f"journal join {id_[:6]}" in home.run("check").out
    assert id_[:6] in home.run("join").out
    shown = home.run("join", id_, code=2)
    assert "here" in shown.out
    assert "--keep" in shown.err
    assert [side["text"] for side in home.run("join", id_, "--json").json] == ["here", "there"]
    home.run("join", id_, "--keep", "3", code=2)
    assert home.run("join", id_, "--keep", "1").out.strip() == id_
    assert home.record(id_)["text"] == "here"
    home.run("join", code=1)
    home.run("join", id_, code=1)
    assert "there" in home.run("history", id_).out
    home.run("undo")
    assert home.record(id_)["text"] == "there"


def test_both_can_stay(home: Home) -> None:
    id_ = edited_twice(home)
    home.run("join", id_, "--keep", "both")
    assert home.record(id_)["text"] == "there\n\nhere"


def test_what_shows_can_stay(home: Home) -> None:
    id_ = edited_twice(home)
    home.run("join", id_, "--keep", "2")
    assert home.record(id_)["text"] == "there"
    home.run("join", code=1)

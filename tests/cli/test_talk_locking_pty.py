"""The passphrase one line at a time, in a real terminal."""

import re
from pathlib import Path

from tests.cli.home import COMMAND, Home
from tests.support.terminal import Terminal

SECRET = "four plain words here"


def plain(home: Home) -> Terminal:
    env = home.env | {"XDG_RUNTIME_DIR": str(home.folder)}
    return Terminal([str(COMMAND), "--plain"], env=env, size=(100, 60))


def found(folder: Path, text: str) -> list[Path]:
    """Return the files in which a text stands openly."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if text.encode() in path.read_bytes()]


def test_enter_after_the_first_line_keeps_it_and_it_is_asked_once(home: Home) -> None:
    with plain(home) as window:
        window.wait(":h lists them.")
        window.press("canary one\r")
        window.wait("press Enter for not now")
        assert found(home.folder, "canary") == []
        window.press("perhaps\r")
        window.wait("your line still waits")
        window.press("\r")
        window.wait("Kept, ")
        window.press("two\r:q\r")
        window.wait("Everything is kept.")
        assert window.end() == 0
        assert window.text.count("Not now:") == 1
    assert [note["text"] for note in home.run("list", "--json").json] == ["canary one", "two"]


def test_who_leaves_the_question_open_is_told_that_nothing_was_written(home: Home) -> None:
    with plain(home) as window:
        window.wait(":h lists them.")
        window.press("canary one\r")
        window.wait("press Enter for not now")
        window.press(":q\r")
        window.wait("Nothing was written.")
        assert window.end() != 0
    assert found(home.folder, "canary") == []


def test_locked_at_the_first_line_opened_again_and_notes_while_locked(home: Home) -> None:
    with plain(home) as window:
        window.wait(":h lists them.")
        window.press("canary one\r")
        window.wait("press Enter for not now")
        window.press("lock\r")
        window.wait("New passphrase:")
        window.press(f"{SECRET}\r")
        window.wait("The same once more:")
        window.press(f"{SECRET}\r")
        shown = window.wait("of it:")
        key = re.search(r"(?:[a-z2-7]{4}-){8}[a-z2-7]{4}", shown)
        number = re.search(r"Type group (\d) of it:", shown)
        assert key
        assert number
        window.press(f"{key[0].split('-')[int(number[1]) - 1]}\r")
        window.wait("Kept, ")
        window.press("\r:lock\r")
        window.wait("Locked.")
        window.press("canary two\r")
        window.wait("Kept, and sealed.")
        window.press(":1\r")
        window.wait("The journal is locked.")
        window.press(":unlock\r")
        window.wait("Passphrase:")
        window.press(f"{SECRET}\r")
        window.wait("1 note was added while it was locked")
        window.press(":q\r")
        assert window.end() == 0
        assert SECRET.encode() not in window.raw
    assert found(home.folder, "canary") == []
    with plain(home) as window:
        window.wait("Passphrase:")
        window.press("wrong\r")
        window.wait("does not open this journal")
        window.press("\r")
        window.wait("asks for the passphrase.")
        window.press(":unlock\r")
        window.wait(lambda shown: shown.count("Passphrase:") == 3)
        window.press(f"{SECRET}\r")
        window.wait("Open. :1 reads today.")
        window.press(":1\r")
        window.wait("canary two")
        window.press(":decrypt\ryes\ryes\r")
        window.wait("Passphrase now")
        window.press(f"{SECRET}\r")
        window.wait("it has no passphrase any more")
        window.press(":q\r")
        assert window.end() == 0
    assert found(home.folder, "canary one") != []

"""The passphrase in a real terminal: nothing openly on the disk, kill -9, signals, silence."""

import re
import signal
from pathlib import Path

import pytest

from tests.support.terminal import Terminal, python

SECRET = "four plain words here"
QUESTION = "Your line is not on the disk yet"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Give each test a home of its own, with every folder that programs write to inside it."""
    names = ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR")
    folders = {f"XDG_{name}": str(tmp_path / name.lower()) for name in names}
    for folder in folders.values():
        Path(folder).mkdir(mode=0o700)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "home").mkdir()
    home = str(tmp_path / "home")
    return {**folders, "JOURNAL_HOME": home, "HOME": home, "TMPDIR": str(tmp_path / "tmp")}


def found(folder: Path, text: str) -> list[Path]:
    """Return the files in which a text stands openly."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if text.encode() in path.read_bytes()]


def test_a_line_that_is_answered_with_a_passphrase_is_nowhere_openly(
    env: dict[str, str], tmp_path: Path
) -> None:
    with Terminal(python("journal"), env=env) as window:
        window.wait("What did you notice at work today?")
        window.press("canary one\r")
        window.wait(QUESTION)
        assert found(tmp_path, "canary") == []
        window.press("\x1b[B\r")
        window.wait("A new passphrase")
        window.press(f"{SECRET}\r")
        window.press(f"{SECRET}\r")
        shown = window.wait("Written down?")
        key = re.search(r"(?:[a-z2-7]{4}-){8}[a-z2-7]{4}", shown)
        assert key
        window.press("\r")
        number = re.search(r"group (\d) of 9", window.wait("Type group"))
        assert number
        window.press(f"{key[0].split('-')[int(number[1]) - 1]}\r")
        window.wait("canary one   kept just now")
        window.press("half a canary")
        window.wait("half a canary")
        window.wait(lambda _: any((tmp_path / "home/state/drafts").glob("*.json")))
        window.signal(signal.SIGKILL)
        window.end()
    for text in ("canary", SECRET, key[0]):
        assert found(tmp_path, text) == []
    assert SECRET.encode() not in window.raw
    with Terminal(python("journal"), env=env) as again:
        again.wait("Your journal is locked.")
        again.quiet()
        assert again.during(2) == b"", "left alone, it writes nothing"
        again.press(f"{SECRET}\r")
        again.wait("canary one")
        again.wait("half a canary")
        again.press("\x11")
        assert again.end() == 0
        assert again.restored
    assert found(tmp_path, "canary") == []


def test_kill_9_while_it_is_asked_loses_only_the_line(env: dict[str, str], tmp_path: Path) -> None:
    with Terminal(python("journal"), env=env) as window:
        window.wait("What did you notice at work today?")
        window.press("canary one\r")
        window.wait(QUESTION)
        window.signal(signal.SIGKILL)
        window.end()
    assert found(tmp_path, "canary") == []
    with Terminal(python("journal"), env=env) as again:
        again.wait("What did you notice at work today?")
        again.press("two\r\r")
        again.wait("two   kept just now")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_gives_the_undecided_line_back_on_the_terminal(
    env: dict[str, str], tmp_path: Path, number: signal.Signals
) -> None:
    with Terminal(python("journal"), env=env) as window:
        window.wait("What did you notice at work today?")
        window.press("canary one\r")
        window.wait(QUESTION)
        window.signal(number)
        assert window.end() != 0
        assert window.restored
        assert "canary one" in window.text
    assert found(tmp_path, "canary") == []
    assert not (tmp_path / "home" / "journal").exists()

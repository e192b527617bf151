"""The look back in a real terminal: a whole one, kill -9 in the middle, signals, an editor."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from journal.clock import system_clock
from journal.paths import places
from journal.settings import Settings
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.look_back.screen import LookBack
from tests.support.decided import decided
from tests.support.terminal import ROOT, Terminal, python


class Looking(JournalApp):
    """The journal, with a look back open."""

    CSS_PATH: ClassVar[str] = str(ROOT / "screens" / "app.tcss")

    def on_ready(self) -> None:
        """Open a look back over Today."""
        self.push_screen(LookBack(self.journal, self.settings))


@pytest.fixture
def env(home: Path) -> dict[str, str]:
    """Give the programs the test's own home, on a Tuesday evening."""
    return {"JOURNAL_HOME": str(decided(home)), "JOURNAL_NOW": "2026-11-24T17:30:00"}


def window(env: dict[str, str]) -> Terminal:
    return Terminal(python(__name__), env=env)


@pytest.fixture
def looking(env: dict[str, str]) -> Iterator[Terminal]:
    """Open a look back in a window of its own."""
    with window(env) as terminal:
        terminal.wait("▸ Five minutes")
        yield terminal


def kept(env: dict[str, str]) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "journal", "list", "--kind", "close", "--json"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def texts(record: dict[str, Any]) -> list[str]:
    return [answer["text"] for answer in record["answers"]]


def drafted(env: dict[str, str], text: str) -> bool:
    drafts = (Path(env["JOURNAL_HOME"]) / "state" / "drafts").glob("*.json")
    return any(text in path.read_text() for path in drafts)


def leave_as_it_is(terminal: Terminal) -> None:
    """Answer nothing of what the journal asks about itself after the first look back."""
    terminal.wait("About the journal itself")
    terminal.press("\x1b")


def test_a_whole_look_back_typed_in_one_go(looking: Terminal, env: dict[str, str]) -> None:
    looking.press("\r" + "\r".join("abcdefghij") + "\r" + "\r\r")  # two about the journal itself
    assert looking.end() == 0
    assert looking.restored
    [record] = kept(env)
    assert texts(record) == list("abcdefghi")
    assert (record["tomorrow"], record["left"]) == ("j", [])


def test_after_kill_9_it_goes_on_where_it_was_cut_off(
    looking: Terminal, env: dict[str, str]
) -> None:
    looking.press("\rfirst\rsecond\r\r\rhalf a thou")
    looking.wait("› half a thou")
    looking.wait(lambda _: drafted(env, "half a thou"))
    looking.signal(signal.SIGKILL)
    looking.end()
    assert kept(env) == []
    with window(env) as again:
        again.wait("▸ Go on where you stopped")
        again.press("\r")
        again.wait("3 of 5")
        again.wait("› half a thou")
        again.wait(lambda _: drafted(env, "half a thou"))
        again.signal(signal.SIGKILL)
        again.end()
    with window(env) as third:
        third.wait("▸ Go on where you stopped")
        third.press("\rght\x13")
        third.wait("kept")
        third.press("\t")
        leave_as_it_is(third)
        third.wait("1 Today")
        third.press("\x11")
        assert third.end() == 0
    [record] = kept(env)
    assert texts(record) == ["first", "second", "half a thought"]
    assert not drafted(env, "half")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_keeps_it_for_later(
    looking: Terminal, env: dict[str, str], number: signal.Signals
) -> None:
    looking.press("\rfirst\rhalf a thou")
    looking.wait("half a thou")
    looking.signal(number)
    assert looking.end() == 0
    assert looking.restored
    [record] = kept(env)
    assert texts(record) == ["first", "half a thou"]
    assert record["left"]
    with window(env) as again:
        again.wait("▸ Go on where you stopped")
        again.press("\r\x13")
        again.wait("kept")
        again.press("\r")
        leave_as_it_is(again)
        assert again.end() == 0
    [done] = kept(env)
    assert (done["id"], done["left"], texts(done)) == (record["id"], [], texts(record))


def test_an_answer_goes_on_in_the_learners_editor(env: dict[str, str], tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "and more\\n" >> "$1"\n')
    editor.chmod(0o755)
    with window(env | {"EDITOR": str(editor), "VISUAL": ""}) as looking:
        looking.wait("▸ Five minutes")
        looking.press("\rfirst\x0f")
        looking.wait("and more")
        looking.press("!\x13")
        looking.wait("kept")
        looking.press("\r")
        leave_as_it_is(looking)
        assert looking.end() == 0
        assert looking.restored
    assert texts(kept(env)[0]) == ["first\nand more!"]
    assert list((Path(env["JOURNAL_HOME"]) / "state" / "editing").iterdir()) == []


def test_an_editor_that_cannot_be_started_is_said(env: dict[str, str]) -> None:
    with window(env | {"EDITOR": "/does/not/exist", "VISUAL": ""}) as looking:
        looking.wait("▸ Five minutes")
        looking.press("\rfirst\x0f")
        looking.wait("The editor '/does/not/exist' cannot be started.")
        looking.wait("› first")


def test_left_alone_it_writes_nothing(looking: Terminal) -> None:
    looking.press("\ra")
    looking.wait("› a")
    looking.quiet()
    assert looking.during(3) == b""


def test_esc_and_what_follows_at_once_are_two_keys(looking: Terminal, env: dict[str, str]) -> None:
    looking.press("\rfirst\r\x1bn")
    looking.wait("1 Today")
    [record] = kept(env)
    assert texts(record) == ["first"]


if __name__ == "__main__":
    sys.exit(Looking(Journal(places(), system_clock()), Settings()).run())

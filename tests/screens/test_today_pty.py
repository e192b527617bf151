"""Today in a real terminal: signals, kill -9, two windows, and an app left alone."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.decided import decided
from tests.support.terminal import Terminal, python


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Give each test a home of its own."""
    return {"JOURNAL_HOME": str(decided(tmp_path))}


@pytest.fixture
def window(env: dict[str, str]) -> Iterator[Terminal]:
    with Terminal(python("journal"), env=env) as terminal:
        terminal.wait("writing")
        terminal.wait("What did you just notice?")
        yield terminal


def texts(env: dict[str, str]) -> list[str]:
    command = [sys.executable, "-m", "journal", "list", "--json"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    return [record["text"] for record in json.loads(done.stdout)]


def test_a_note_is_kept_and_the_terminal_given_back(window: Terminal, env: dict[str, str]) -> None:
    window.press("The second printer again\r")
    window.wait("kept just now")
    window.press("\x11")
    assert window.end() == 0
    assert window.restored
    assert texts(env) == ["The second printer again"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_keeps_what_was_typed(
    window: Terminal, env: dict[str, str], number: signal.Signals
) -> None:
    window.press("half a thought")
    window.wait("half a thought")
    window.signal(number)
    assert window.end() == 0
    assert window.restored
    assert texts(env) == ["half a thought"]


def test_after_kill_9_the_line_is_offered_again(window: Terminal, env: dict[str, str]) -> None:
    drafts = Path(env["JOURNAL_HOME"]) / "state" / "drafts"
    window.press("- half a thought")
    window.wait("stuck  half a thought")
    window.wait(lambda _: any("half a thought" in p.read_text() for p in drafts.glob("*.json")))
    window.signal(signal.SIGKILL)
    window.end()
    assert texts_or_none(env) == []
    with Terminal(python("journal"), env=env) as again:
        again.wait("stuck  half a thought")
        again.wait("You were writing this")
        again.press("\r")
        again.wait("- half a thought   kept just now")
    with Terminal(python("journal"), env=env) as third:
        third.wait("- half a thought")
        third.wait("What did you just notice?")


def texts_or_none(env: dict[str, str]) -> list[str]:
    command = [sys.executable, "-m", "journal", "list", "--json"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    found: list[str] = json.loads(done.stdout)
    return found


def test_two_windows_see_each_other(window: Terminal, env: dict[str, str]) -> None:
    with Terminal(python("journal"), env=env) as other:
        other.wait("What did you just notice?")
        window.press("from here\r")
        other.wait("from here")
        other.press("from there\r")
        window.wait("from there")


def test_left_alone_it_writes_nothing(window: Terminal) -> None:
    window.press("a note\r")
    window.wait("kept just now")
    window.quiet()
    assert window.during(3) == b""


def test_esc_and_the_next_key_without_a_pause_are_two_keys(window: Terminal) -> None:
    window.press("one\r")
    window.wait("kept just now")
    window.press("\x1bu")
    window.wait("Took back a note: one")
    window.wait(lambda screen: "kept just now" not in screen)
    window.press("n\x1bq")
    assert window.end() == 0


def test_what_is_typed_right_after_a_command_goes_where_it_leads(
    window: Terminal, env: dict[str, str]
) -> None:
    window.press("\x1bnquick\r\x1bq")
    assert window.end() == 0
    assert texts(env) == ["quick"]


def test_what_is_typed_right_after_a_dialog_was_asked_for_is_meant_for_it(
    window: Terminal, env: dict[str, str]
) -> None:
    window.press("one\r")
    window.wait("kept just now")
    window.press("\x1be, and quietly x\r")
    window.wait("one, and quietly x")
    window.press("tward quay\r")
    window.wait("#ward #quay")
    window.press("\x11")
    assert window.end() == 0
    assert texts(env) == ["one, and quietly x"]

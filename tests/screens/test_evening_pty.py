"""A whole evening in a real terminal, as somebody spends it; and the sample, which goes again."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.terminal import Terminal, python


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Give each test a home of its own, on a Tuesday evening."""
    return {"JOURNAL_HOME": str(tmp_path / "home"), "JOURNAL_NOW": "2026-11-24T17:30:00"}


def records(env: dict[str, str], *more: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "journal", "list", "--json", *more]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_a_whole_evening(env: dict[str, str]) -> None:
    with Terminal(python("journal"), env=env) as window:
        window.wait("What did you notice at work today?")
        window.press("- The second printer again\r\r")  # once more: no passphrase for now
        window.wait("- The second printer again   kept just now")
        window.press("Drew it before writing it\r")
        window.wait("Drew it before writing it   kept just now")

        window.press("\tl")  # the look back, all of it, and then back to Today
        window.wait("▸ Five minutes")
        window.press("\r\r")
        window.wait("2 of 5")
        window.press("The list is shorter.\r\x13")
        window.wait('You wrote: "The list is shorter."')
        window.press("Ring first.\t")
        window.wait("When does your workday end?")
        window.press("16:30\r\r")
        window.wait("You have looked back on today.")

        window.press("/printer\r")  # found in Days, and mended there
        window.wait("esc back")
        window.press("e, and the toner\r")
        window.wait("again, and the toner")
        window.press("\x1b1")
        window.wait("- The second printer again, and the toner")
        window.press("u")
        window.wait("Took back a change")
        window.wait(lambda screen: ", and the toner" not in screen.split("Took back")[0])
        window.press("nhalf a thought\x11")
        assert window.end() == 0
        assert window.restored
    kept = {record["text"] for record in records(env, "--kind", "note")}
    assert kept == {"The second printer again", "Drew it before writing it", "half a thought"}
    [look_back] = records(env, "--kind", "close")
    assert (look_back["tomorrow"], look_back["left"]) == ("Ring first.", [])
    assert 'workday_ends = "16:30"' in (Path(env["JOURNAL_HOME"]) / "settings.toml").read_text()


def test_the_sample_opens_over_the_first_screen_and_nothing_of_it_stays(
    env: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "thrown-away"
    folder.mkdir()
    with Terminal(python("journal"), env=env | {"TMPDIR": str(folder)}) as window:
        window.wait("See a sample journal, twelve weeks on")
        window.press("\t\x1b[B\r")
        window.wait("A sample journal; nothing here is kept", 40)
        window.wait("Look back on today")
        window.press("kept nowhere\r")
        window.wait("kept nowhere   kept just now")
        window.press("\t,")
        window.wait("A sample journal; nothing here is kept")
        window.press("\x11")
        window.wait("See a sample journal, twelve weeks on")
        window.wait(lambda screen: "A sample journal" not in screen)
        window.press("nmine\r\r")
        window.wait("mine   kept just now")
        window.press("\x11")
        assert window.end() == 0
        assert window.restored
    assert [record["text"] for record in records(env)] == ["mine"]
    assert list(folder.iterdir()) == []
    assert not (Path(env["JOURNAL_HOME"]) / "settings.toml").exists()

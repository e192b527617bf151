"""Which face `journal` opens, and what it says before the first screen."""

import pytest

from tests.cli.home import COMMAND, Home
from tests.support.terminal import Terminal

TOLD = "For one line at a time (best with a screen reader): journal --plain"
PLAIN = b":h lists them."
DUMB = {"TERM": "dumb"}


@pytest.mark.parametrize(
    ("words", "env", "set_to", "plain"),
    [
        ([], {}, "", False),
        (["--plain"], {}, "", True),
        ([], DUMB, "", True),
        ([], {}, "plain", True),
        ([], {"JOURNAL_FACE": "plain"}, "", True),
        ([], {"JOURNAL_FACE": "screens"}, "plain", False),
        (["--screens"], {}, "plain", False),
        (["--screens"], DUMB, "", False),
        (["--screens"], {"JOURNAL_FACE": "plain"}, "plain", False),
        (["--plain"], {"JOURNAL_FACE": "screens"}, "", True),
    ],
)
def test_switch_then_variable_then_terminal_then_setting(
    home: Home, words: list[str], env: dict[str, str], set_to: str, plain: bool
) -> None:
    if set_to:
        home.run("config", "set", "face", set_to)
    with Terminal([str(COMMAND), *words], env=home.env | env) as terminal:
        terminal.wait_raw(PLAIN if plain else b"\x1b[?1049h")
        assert (b"\x1b" in terminal.raw) is not plain
        terminal.press(":q\r" if plain else b"\x11")
        if plain:
            assert terminal.end() == 0


def test_what_is_no_face_is_refused(home: Home) -> None:
    home.run("config", "set", "face", "colours", code=2)
    home.run("--plain", "--screens", code=2)
    assert "journal --plain" in home.run("--screens", code=2).err
    with Terminal([str(COMMAND)], env=home.env | {"JOURNAL_FACE": "both"}) as terminal:
        assert terminal.end() == 2
        assert "JOURNAL_FACE cannot be 'both'." in terminal.text


def test_in_a_pipe_it_is_today_whatever_is_set(home: Home) -> None:
    home.add("a note")
    home.run("config", "set", "face", "plain")
    assert home.run(env={"JOURNAL_FACE": "plain"}).lines == ["today", "  09:01  a note"]


def test_before_the_first_screen_one_line_is_printed_once(home: Home) -> None:
    for times in (1, 0):
        with Terminal([str(COMMAND)], env=home.env) as terminal:
            terminal.wait_raw(b"\x1b[?1049h")
            before = terminal.raw.partition(b"\x1b[?1049h")[0]
            assert before.count(TOLD.encode()) == times
            terminal.wait("writing")
            terminal.press(b"\x11")
            assert terminal.end() == 0


def test_where_that_cannot_be_remembered_it_is_printed_again(home: Home) -> None:
    home.folder.mkdir()
    (home.folder / "state").write_text("in the way")
    for _ in range(2):
        with Terminal([str(COMMAND)], env=home.env) as terminal:
            terminal.wait_raw(b"\x1b[?1049h")
            assert TOLD.encode() in terminal.raw


def test_the_sample_opens_in_either_face_and_leaves_nothing(home: Home) -> None:
    with Terminal([str(COMMAND), "demo", "--plain"], env=home.env) as terminal:
        terminal.wait_raw(PLAIN)
        assert "You left this for today:" in terminal.text
        terminal.press("a note in it\r\r:1\r:q\r")
        terminal.wait("The sample is gone")
        assert terminal.end() == 0
        assert "a note in it" in terminal.text
        assert b"\x1b" not in terminal.raw
    assert not home.folder.exists()
    ended = home.run("demo", "--plain", stdin=":1\n:q\n")
    assert "Everything is kept." in ended.out
    assert "The sample is gone" in ended.err
    assert not home.folder.exists()

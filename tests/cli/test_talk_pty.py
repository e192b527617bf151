"""One line at a time in a real terminal: a whole evening, the editor, and how it ends."""

import shlex
import signal
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.cli.home import COMMAND, Home
from tests.cli.talking import answers, assert_plain, look_backs, texts
from tests.support.decided import decided
from tests.support.terminal import Terminal

PROMPT = "\n> "


class Evening:
    """A terminal in which a conversation is held."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._heard = 0
        self._prompts = 0
        self.hear()

    def hear(self) -> str:
        """Return what was said until the next prompt."""
        self._prompts += 1
        wanted = self._prompts
        self.terminal.wait(lambda _screen: self._said().count(PROMPT) >= wanted)
        said = self._said()
        new, self._heard = said[self._heard :], len(said)
        assert_plain(new)
        return new

    def type(self, line: str) -> str:
        """Type a line; return what was said to it."""
        self.terminal.press(f"{line}\r")
        return self.hear()

    def _said(self) -> str:
        return self.terminal.raw.decode(errors="replace").replace("\r\n", "\n")


@pytest.fixture
def terminal(home: Home) -> Iterator[Terminal]:
    editor = "import pathlib, sys; pathlib.Path(sys.argv[-1]).write_text('from\\nthe editor\\n')"
    decided(home.folder)
    env = home.env | {"EDITOR": shlex.join([sys.executable, "-c", editor])}
    with Terminal([str(COMMAND), "--plain"], env=env, size=(100, 50)) as terminal:
        yield terminal


def test_a_whole_evening(home: Home, terminal: Terminal) -> None:
    evening = Evening(terminal)
    assert "One word for it" in evening.type("the second printer again and I had no toner")
    assert "Kept as stuck." in evening.type("stuck")
    assert "Kept as worked" in evening.type("+ drew it before writing it")
    assert "1 of 5. What moved today, even a little?" in evening.type(":l")
    assert "For example:" in evening.type(":why")
    evening.type("a drawing")
    assert "Its number, or Enter for none" in evening.type("")
    assert "You picked " in evening.type("1")
    evening.type("no toner")
    evening.type(":back")
    assert "expected" in evening.type("")
    evening.type("some toner")
    assert "One line for yourself tomorrow" in evening.type(":enough")
    said = evening.type("Buy toner")
    assert "Kept. Done for today." in said
    assert "When does your workday end?" in said
    assert "In which language" in evening.type("")
    evening.type("")
    assert "1. Today, " in evening.type(":find drew")
    assert "drew it before writing it" in evening.type(":e 1")
    assert "Changed: drew it first" in evening.type("drew it first")
    assert "Took back a change" in evening.type(":u")
    assert "Did again a change" in evening.type(":redo")
    terminal.press(":q\r")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert texts(home) == ["the second printer again and I had no toner", "drew it first"]
    [record] = look_backs(home)
    assert list(answers(record).values()) == ["a drawing", "no toner", "some toner"]
    assert record["tomorrow"] == "Buy toner"


def test_a_word_after_a_note_is_its_sign_and_another_line_a_new_note(
    home: Home, terminal: Terminal
) -> None:
    evening = Evening(terminal)
    asked = "One word for it, or Enter: surprise, question, worked, stuck, said, link."
    assert asked in evening.type("the printer")
    assert "Kept as stuck." in evening.type("Stuck")
    evening.type("one")
    said = evening.type("stuck with two")
    assert "Kept as a new note, " in said
    assert asked in said
    assert "Kept as worked, " in evening.type("+ three")
    assert "Kept, " in evening.type("?")
    assert "Kept as a new note, " in evening.type("::four")
    assert evening.type("") == "\n> "
    assert "Type a note" in evening.type("")
    terminal.press(":q\r")
    assert terminal.end() == 0
    found = home.run("list", "--json").json
    assert [(each["text"], each["sign"]) for each in found] == [
        ("the printer", "stuck"),
        ("one", None),
        ("stuck with two", None),
        ("three", "worked"),
        ("?", None),
        (":four", None),
    ]


def test_the_first_evening_asks_about_the_journal_once(home: Home, terminal: Terminal) -> None:
    evening = Evening(terminal)
    evening.type(":l minute")
    evening.type("one")
    assert "When does your workday end?" in evening.type("")
    said = evening.type("late")
    assert "workday_ends cannot be" in said
    assert "When does your workday end?" in said
    said = evening.type("16:45")
    assert "Kept: 16:45." in said
    assert "In which language" in said
    assert evening.type(":back") == ":back\n> "
    for line in (":l minute", "two"):
        evening.type(line)
    assert "workday" not in evening.type("")
    for line in (":l minute", "three"):
        evening.type(line)
    assert "Learning how to" in evening.type("")
    assert "Kept: Learning how to listen" in evening.type("listen")
    terminal.press(":q\r")
    assert terminal.end() == 0
    assert home.run("config", "get", "workday_ends").out == "16:45\n"
    assert home.run("goal", "--json").json[0]["aim"] == "Learning how to listen"
    assert "Learning how to listen" in home.run("--plain").out
    assert home.run().lines[0] == "Learning how to listen"


def test_after_four_weeks_it_asks_once_whether_it_is_worth_the_minutes(home: Home) -> None:
    for _ in range(5):
        home.run("close", "--minute", "--tomorrow", "", stdin="a line\n")
        home.now += timedelta(days=8)
    home.run("goal", "new", "Learning how to listen")
    with Terminal([str(COMMAND), "--plain"], env=home.env, size=(100, 50)) as terminal:
        evening = Evening(terminal)
        for line in (":l minute", "one"):
            evening.type(line)
        said = evening.type("")
        assert "Is this worth the minutes? 1 Yes, as it is, 2 " in said
        assert "Kept: shorter." in evening.type("2")
        assert "One minute" in evening.type(":l new")
    assert home.run("config", "get", "look_backs").out == "shorter\n"


def test_the_editor_opens_for_notes_texts_and_answers(home: Home, terminal: Terminal) -> None:
    evening = Evening(terminal)
    assert "Kept, " in evening.type(":o new")
    assert "Unchanged." in evening.type(":o")
    evening.type("another")
    evening.type("")
    evening.type(":e")
    assert "Changed: from" in evening.type(":o")
    evening.type(":l minute")
    evening.type(":o")
    evening.type(":enough")
    assert texts(home) == ["from\nthe editor"] * 2
    assert list(answers(look_backs(home)[0]).values()) == ["from\nthe editor"]


@pytest.mark.parametrize(
    ("end", "code"),
    [("\x04", 0), ("\x03", 130), (signal.SIGTERM, 130), (signal.SIGHUP, 130)],
)
def test_however_it_ends_what_was_answered_is_kept(
    home: Home, terminal: Terminal, end: str | signal.Signals, code: int
) -> None:
    evening = Evening(terminal)
    evening.type(":l")
    evening.type("it moved")
    if isinstance(end, signal.Signals):
        terminal.signal(end)
    else:
        terminal.press(end)
    assert terminal.end() == code
    assert "Traceback" not in terminal.text
    [record] = look_backs(home)
    assert (record["text"], bool(record["left"])) == ("it moved", True)


def test_a_window_that_is_closed_keeps_what_was_answered(home: Home, terminal: Terminal) -> None:
    evening = Evening(terminal)
    evening.type(":l")
    evening.type("it moved")
    terminal.hang_up()
    terminal.end()
    [record] = look_backs(home)
    assert record["text"] == "it moved"


def test_ctrl_c_at_the_prompt_ends_with_130_and_keeps_all(home: Home, terminal: Terminal) -> None:
    evening = Evening(terminal)
    evening.type("a note")
    terminal.press("half\x03")
    assert terminal.end() == 130
    assert texts(home) == ["a note"]

"""How the app ends, and what it never leaves behind."""

import os
import signal
import sys
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static
from textual.worker import Worker

from screens.base import AppBase
from screens.widgets.field import Field
from tests.support.terminal import Terminal, python

CANARY = "heron-41"


class Small(AppBase):
    """A field whose text is kept on leaving, in the file that is named; and ways to crash."""

    BINDINGS = [  # noqa: RUF012 - Textual's way
        Binding("f5", "crash"),
        Binding("f8", "crash_in_worker"),
        Binding("f9", "crash_in_markup"),
    ]

    def __init__(self, kept: Path) -> None:
        super().__init__()
        self.kept = kept

    def compose(self) -> ComposeResult:
        yield Field(placeholder="ready")

    async def leave(self) -> None:
        with self.kept.open("a") as file:
            file.write(self.query_one(Field).text + "\n")
        await super().leave()

    def action_crash(self) -> None:
        secret = CANARY
        raise ValueError(f"a message with {secret}")

    def action_crash_in_worker(self) -> Worker[None]:
        return self.run_worker(self._work, thread=True)

    def action_crash_in_markup(self) -> None:
        self.mount(Static(f"[/] {CANARY}"))

    def _work(self) -> None:
        secret = CANARY
        raise LookupError(secret)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where the app keeps its text."""
    return tmp_path / "kept.txt"


def _running(kept: Path, **env: str) -> Terminal:
    """Return a terminal in which the app waits for keys."""
    terminal = Terminal(python(__name__, str(kept)), env=env, cwd=kept.parent)
    terminal.wait("ready")
    return terminal


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_the_normal_way(kept: Path, number: signal.Signals) -> None:
    with _running(kept) as terminal:
        terminal.press("not lost")
        terminal.wait("not lost")
        terminal.signal(number)
        terminal.signal(signal.SIGTERM)
        assert terminal.end() == 0
        assert terminal.restored
    assert set(kept.read_text().splitlines()) == {"not lost"}


def test_quitting_waits_for_the_keys_before_it(kept: Path) -> None:
    with _running(kept) as terminal:
        terminal.press("typed very fast\x11")
        assert terminal.end() == 0
        assert terminal.restored
    assert kept.read_text() == "typed very fast\n"


def test_a_closed_window_loses_nothing(kept: Path) -> None:
    with _running(kept) as terminal:
        terminal.press("not lost")
        terminal.wait("not lost")
        terminal.hang_up()
        terminal.end()
    assert set(kept.read_text().splitlines()) == {"not lost"}


def test_keys_that_are_no_text_end_it_without_loss(kept: Path) -> None:
    with _running(kept) as terminal:
        terminal.press("not lost")
        terminal.wait("not lost")
        terminal.press(b"\xff\xff")
        assert terminal.end() == 0
        assert terminal.restored
        assert "stopped sending keys" in terminal.text
        assert "Traceback" not in terminal.text
    assert kept.read_text() == "not lost\n"


@pytest.mark.parametrize(
    ("key", "error", "where"),
    [
        (b"\x1b[15~", "ValueError", "test_base.py:"),
        (b"\x1b[19~", "LookupError", "in _work"),
        (b"\x1b[20~", "MarkupError", "markup.py:"),
    ],
)
def test_a_crash_says_where_but_nothing_of_the_learner(
    kept: Path, key: bytes, error: str, where: str
) -> None:
    with _running(kept) as terminal:
        terminal.press(CANARY)
        terminal.wait(CANARY)
        terminal.press(key)
        assert terminal.end() == 70
        after = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
        assert terminal.restored
    assert error in after
    assert where in after
    assert "journal doctor" in after
    assert CANARY not in after
    assert str(kept.parent) not in after


def test_the_control_stock_textual_prints_local_variables(kept: Path) -> None:
    with Terminal(python(__name__, str(kept), "stock")) as terminal:
        terminal.wait("ready")
        terminal.press(b"\x1b[15~")
        assert terminal.end() == 1
        assert CANARY.encode() in terminal.raw.rpartition(b"\x1b[?1049l")[2]


def test_no_variable_makes_it_write_files_or_press_keys(kept: Path) -> None:
    env = {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": str(kept.parent / "log.txt"),
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(kept.parent),
        "TEXTUAL_PRESS": "x,y,z",
        "TEXTUAL_SHOW_RETURN": "1",
        "TEXTUAL_DRIVER": "nowhere:Driver",
    }
    with _running(kept, **env) as terminal:
        terminal.press("abc\x11")
        assert terminal.end() == 0
        assert "returned" not in terminal.text
    assert kept.read_text() == "abc\n"
    assert [path.name for path in kept.parent.iterdir()] == ["kept.txt"]


async def test_harmless_variables_stay(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    monkeypatch.setenv("TEXTUAL_FPS", "30")
    monkeypatch.setenv("TEXTUAL_LOG", "log.txt")
    Small(kept)
    assert os.environ["TEXTUAL_FPS"] == "30"
    assert "TEXTUAL_LOG" not in os.environ


async def test_no_command_photographs_the_screen(kept: Path) -> None:
    app = Small(kept)
    async with app.run_test() as pilot:
        await app.run_action("app.screenshot")
        await pilot.press("ctrl+p")
        assert not app.screen.is_modal


class Stock(Small):
    """The same with Textual's own way to crash."""

    _fatal_error = AppBase.__base__._fatal_error  # type: ignore[union-attr]


if __name__ == "__main__":
    app = (Stock if "stock" in sys.argv else Small)(Path(sys.argv[1]))
    app.run()
    sys.exit(app.return_code)

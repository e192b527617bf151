"""The places as plain text, at both sizes; and what a terminal is sent, or is not."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.practice.noting import new_note
from journal.records.record import Sign
from tests.screens.test_today import until
from tests.screens.tour import NOW, at_rest, fill, opened, running
from tests.support.screen_text import screen_text
from tests.support.snapshots import same_as_file
from tests.support.terminal import Terminal, python

SIZES = {"80": (80, 24), "120": (120, 36)}
THEMES = ("day", "night")
COLOURS = re.compile(rb"\x1b\[[0-9;]*m")
PLAIN_STYLES = {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"9"}
"""Bold, dim, italic, underlined, reversed, struck through: all that is left without colours."""


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the evening on which the sample ends."""
    monkeypatch.setenv("JOURNAL_NOW", NOW)


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    """Give each size in turn."""
    return str(request.param)


def one_note() -> None:
    """Keep one note of the morning."""
    at = datetime.fromisoformat("2026-11-24T09:12").astimezone()
    text = "Client wanted the reason, not the figure"
    opened().save(new_note(text, at, "Etc/UTC", at.date(), sign=Sign.SURPRISE))


async def looks_like(pilot: Pilot[int], name: str) -> None:
    """Hold the screen to its file, and to being the same text by day and by night."""
    await at_rest(pilot)
    await pilot.pause(0.1)  # for when the file is written, see tests/support/snapshots.py
    app = pilot.app
    await until(pilot, lambda: same_as_file(screen_text(app), name))
    shown = screen_text(app)
    for other in THEMES:
        app.theme = other
        await at_rest(pilot)
        assert screen_text(app) == shown, f"{name} in {other}"


async def test_the_first_day(size: str) -> None:
    async with running(SIZES[size]) as pilot:
        await looks_like(pilot, f"today_first_{size}")
        await pilot.press("tab", "3")
        await looks_like(pilot, f"days_empty_{size}")


async def test_one_note(size: str) -> None:
    one_note()
    async with running(SIZES[size]) as pilot:
        await looks_like(pilot, f"today_one_{size}")
        await pilot.press("tab", "3")
        await looks_like(pilot, f"days_one_{size}")


async def test_twelve_weeks(size: str) -> None:
    fill(opened())
    async with running(SIZES[size]) as pilot:
        await pilot.press("minus", "space", *"again")
        await looks_like(pilot, f"today_writing_{size}")
        await pilot.press("ctrl+u", "backspace", "tab", "j")
        await looks_like(pilot, f"today_looking_{size}")
        await pilot.press("question_mark")
        await looks_like(pilot, f"help_{size}")
        await pilot.press("escape", "l")
        await looks_like(pilot, f"look_back_sample_{size}")
        await pilot.press("escape", "comma")
        await looks_like(pilot, f"settings_{size}")
        await pilot.press("escape", "3")
        await looks_like(pilot, f"days_many_{size}")
        await pilot.press("slash", *"lea")
        await looks_like(pilot, f"days_found_{size}")


# --- in a real terminal

PLACES = (
    ("", "What did you just notice?"),
    ("\x1bj", "n note"),
    ("?", "Where there is a cursor"),
    ("\x1b3", "This week"),
    ("\r", "esc back"),
    (",", "day_ends"),
    ("\x1b\x1b1\x1bl", "Five minutes"),
    ("\r\r", "2 of 5"),
    ("\x13", "Done for today."),
)
"""Every kind of place and dialog: the keys that lead there, and what it shows."""


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Give a terminal that knows no colours, with the sample open in it."""
    fill(opened())
    env = {"JOURNAL_HOME": str(tmp_path / "home"), "JOURNAL_NOW": NOW, "NO_COLOR": "1"}
    with Terminal(python("journal"), env=env) as terminal:
        yield terminal


def test_left_alone_no_place_writes_a_byte_and_none_has_a_colour(window: Terminal) -> None:
    for number, (keys, shown) in enumerate(PLACES):
        window.press(keys)
        window.wait(shown)
        window.quiet(0.2)
        # Long enough for two looks at what others saved; at two of them, for whatever else runs.
        assert window.during(3 if number in (1, 3) else 1.1) == b"", shown
    window.resize(40, 12)
    window.quiet()
    window.resize(80, 24)
    window.wait("Done for today.")
    window.press("\x11")
    assert window.end() == 0
    styles = {part for code in COLOURS.findall(window.raw) for part in code[2:-1].split(b";")}
    assert styles <= PLAIN_STYLES

"""The places as plain text, at both sizes; and what a terminal is sent, or is not."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.practice.noting import new_note
from journal.records.record import Sign
from tests.screens.test_bottom_line import whole_at
from tests.screens.tour import EMPTY, HALVES, MANY, NOW, ONE, Stop, at_rest, fill, running, tour
from tests.support.pilot import opened, slow_clock, until
from tests.support.screen_text import screen_text
from tests.support.snapshots import FOLDER, same_as_file
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
    app = pilot.app
    await pilot.pause(0.1)  # for when the file is written, see tests/support/snapshots.py
    await until(pilot, lambda: same_as_file(screen_text(app), name))
    shown = screen_text(app)
    for other in THEMES:
        app.theme = other
        await at_rest(pilot)
        assert screen_text(app) == shown, f"{name} in {other}"


def file_name(stop: Stop) -> str:
    return re.sub("[^a-z]+", "_", stop.name)


async def each_looks_like(stops: tuple[Stop, ...], size: str) -> None:
    async with running(SIZES[size], clock=slow_clock()) as pilot:
        async for stop in tour(pilot, stops):
            await looks_like(pilot, f"tour/{file_name(stop)}_{size}")
            await whole_at(pilot, stop)


async def test_the_first_day(size: str) -> None:
    await each_looks_like(EMPTY, size)


async def test_one_note(size: str) -> None:
    one_note()
    await each_looks_like(ONE, size)


@pytest.mark.parametrize("part", HALVES, ids=["till the loop", "from days on"])
async def test_twelve_weeks(size: str, part: tuple[Stop, ...]) -> None:
    fill(opened())
    await each_looks_like(part, size)


def test_no_file_is_left_over() -> None:
    names = {file_name(stop) for stop in (*EMPTY, *ONE, *MANY)}
    files = FOLDER.joinpath("tour").glob("*.txt")
    assert {path.stem.rpartition("_")[0] for path in files} == names


# --- in a real terminal

PLACES = (
    ("", "What did you just notice?"),
    ("\x1bj", "n note"),
    ("?", "Where there is a cursor"),
    ("\x1b3", "This week"),
    ("\r", "esc back"),
    (",", "My day ends at"),
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

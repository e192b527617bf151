"""What must hold wherever one is: the bottom line is whole, and nothing is too wide."""

from typing import Any

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from screens.keys import TABLE, bottom_line
from screens.widgets.field import Field
from tests.screens.tour import NOW, Stop, at_rest, fill, running, tour
from tests.support.pilot import opened, until
from tests.support.screen_text import screen_text

SIZES = [(100, 30), (200, 60), (80, 24)]

ROUND = (
    Stop("today", "", "What did you just notice?", writing=True),
    Stop("all commands", "ctrl+p", "All commands", writing=True),
    Stop("help", "escape tab question_mark", "Where there is a cursor, keys write"),
    Stop("days", "escape 3", "This week"),
    Stop("reading", "enter", "esc back"),
    Stop("settings", "comma", "My day ends at"),
    Stop("look back", "escape escape l", "▸ Five minutes"),
    Stop("a note marked", "enter up", "space set it aside"),
    Stop("a question", "enter", "2 of 5", writing=True),
)
"""Each kind of bottom line once."""


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the evening on which the sample ends."""
    monkeypatch.setenv("JOURNAL_NOW", NOW)


def keys_said(app: App[Any]) -> list[str]:
    """Return the lines that say the keys, as they are meant to be read."""
    lines = app.screen.query("#keys, .dialog--keys").results(Static)
    return [part.strip() for line in lines for part in str(line.render()).splitlines()]


def too_wide(app: App[Any]) -> list[str]:
    """Return what reaches beyond the screen, or would have to be scrolled sideways."""
    width = app.size.width
    rows = [row for row in screen_text(app).splitlines() if cell_len(row) > width]
    shown = [each for each in app.screen.walk_children(Widget) if each.region.area]
    wide = [str(each) for each in shown if each.region.right > width]
    scrolled = [str(each) for each in shown if each.show_horizontal_scrollbar]
    return rows + wide + scrolled


async def whole_at(pilot: Pilot[int], stop: Stop) -> None:
    """Hold one stop to the rules; fail with its name and the screen."""
    app = pilot.app
    shown = screen_text(app)
    said = keys_said(app)
    assert said, f"{stop.name}: it says no keys\n{shown}"
    cut = [line for line in said if line not in shown]
    assert cut == [], f"{stop.name}: this is cut: {cut}\n{shown}"
    assert too_wide(app) == [], f"{stop.name}\n{shown}"


async def test_a_long_page_that_is_edited_leaves_room_for_the_keys() -> None:
    fill(opened())
    async with running() as pilot:
        async for stop in tour(pilot, ROUND[:1]):
            await pilot.press("tab", "e")
            await until(pilot, lambda: bool(pilot.app.screen.query(".dialog--keys")))
            pilot.app.screen.query_one(Field).load_text("line\n" * 60)
            await at_rest(pilot)
            await whole_at(pilot, stop)


async def test_no_bottom_line_is_cut_in_windows_of_other_sizes() -> None:
    fill(opened())
    async with running() as pilot:
        async for stop in tour(pilot, ROUND):
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await at_rest(pilot)
                await whole_at(pilot, stop)


async def test_a_small_window_and_back_is_the_same_place() -> None:
    fill(opened())
    async with running() as pilot:
        for keys in ("tab", "3", "enter", "escape l", "enter", "escape comma"):
            await pilot.press(*keys.split())
            await at_rest(pilot)
            screen, before = pilot.app.screen, screen_text(pilot.app)
            for size in ((40, 12), (20, 6), (80, 24)):
                await pilot.resize_terminal(*size)
                await at_rest(pilot)
                assert pilot.app.screen is screen
            await until(pilot, lambda before=before: screen_text(pilot.app) == before)  # type: ignore[misc]


@pytest.mark.parametrize("width", [20, 40, 78, 118])
def test_a_bottom_line_drops_whole_commands_and_never_help(width: int) -> None:
    line = bottom_line([command.id for command in TABLE if command.keys], width)
    assert "? help" in line
    assert ". more" in line
    assert len(line) <= width

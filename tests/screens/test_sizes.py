"""Windows much smaller or larger than most: less is shown, and what is shown is whole."""

import pytest

from tests.screens.test_bottom_line import whole_at
from tests.screens.tour import (
    EMPTY,
    HALVES,
    MANY,
    NOW,
    ONE,
    Stop,
    at_rest,
    fill,
    opened,
    running,
    tour,
)
from tests.support.pilot import shows
from tests.support.screen_text import screen_text

SMALL = (40, 15)


def has_lines_of_its_own(stop: Stop) -> bool:
    """Tell whether a stop is in a look back, whose lines of keys go over several rows."""
    return "look back" in stop.name or "after it" in stop.name


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the evening on which the sample ends."""
    monkeypatch.setenv("JOURNAL_NOW", NOW)


@pytest.mark.parametrize("stops", [EMPTY, *HALVES], ids=["empty", "till the loop", "from days on"])
async def test_no_line_of_keys_is_cut_and_nothing_is_too_wide(stops: tuple[Stop, ...]) -> None:
    if stops is not EMPTY:
        fill(opened())
    async with running() as pilot:
        async for stop in tour(pilot, stops):
            if not has_lines_of_its_own(stop):
                await pilot.resize_terminal(*SMALL)
                await at_rest(pilot)
                await whole_at(pilot, stop)
                await pilot.resize_terminal(80, 24)
                await at_rest(pilot)


async def test_in_a_small_window_days_shows_one_part_at_a_time() -> None:
    fill(opened())
    async with running(SMALL) as pilot:
        await pilot.press("tab", "3")
        await shows(pilot, "07:35    Cabinet door")
        assert "This week" not in screen_text(pilot.app)
        await pilot.press("tab")
        await shows(pilot, "This week")
        assert "07:35" not in screen_text(pilot.app)
        await pilot.press("j", "enter")
        await shows(pilot, "Monday 23 November")
        assert "This week" not in screen_text(pilot.app)


@pytest.mark.parametrize(("size", "stops"), [((20, 6), MANY), ((2, 2), ONE)], ids=["20", "2"])
async def test_in_a_tiny_one_every_key_still_works(
    size: tuple[int, int], stops: tuple[Stop, ...]
) -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.resize_terminal(*size)
        for stop in stops:
            if not has_lines_of_its_own(stop):
                await pilot.press(*stop.keys.split())
        await pilot.resize_terminal(80, 24)
        await pilot.press("escape", "escape", "escape", "1")
        await shows(pilot, "What did you just notice?")

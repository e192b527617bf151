"""Coach as plain text in every state, at both sizes, by day and by night; nothing is cut."""

import base64
import random
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.records.record import Record
from tests.screens.coaching import (
    NOW,
    at_coach,
    card,
    choose_for,
    fill_in,
    given,
    marked,
    paste,
    press,
    some,
    to_agreeing,
    to_names,
    to_reading,
)
from tests.screens.test_bottom_line import whole_at
from tests.screens.test_snapshots import SIZES, THEMES
from tests.screens.tour import Stop, at_rest, is_writing
from tests.support.pilot import opened, until
from tests.support.screen_text import screen_text
from tests.support.snapshots import same_as_file

WORD = re.compile(r"/\S*/away")


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a home into which files go, and let what is drawn by chance be the same each time."""
    monkeypatch.setenv("JOURNAL_NOW", NOW)
    monkeypatch.setenv("HOME", str(tmp_path / "away"))
    monkeypatch.setattr("secrets.choice", random.Random(5).choice)
    (tmp_path / "away").mkdir()
    return tmp_path / "away"


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    """Give each size in turn."""
    return str(request.param)


def coach() -> Record:
    """Keep a coach's card, and a signing key that is the same each time."""
    kept = card()
    folder = opened().places.journal / "keys"
    folder.mkdir()
    (folder / f"{kept.id}.key").write_bytes(base64.b64encode(bytes(32)))
    return kept


async def looks_like(pilot: Pilot[int], name: str, size: str) -> None:
    """Hold the screen to its file, in each theme; its bottom line is whole, nothing too wide."""
    app = pilot.app
    file = f"coach/{name}_{size}"
    await pilot.pause(0.1)  # for when the file is written, see tests/support/snapshots.py
    await until(pilot, lambda: same_as_file(WORD.sub("~", screen_text(app)), file))
    shown = screen_text(app)
    for other in THEMES:
        app.theme = other
        await at_rest(pilot)
        assert screen_text(app) == shown, f"{name} in {other}"
    await whole_at(pilot, Stop(name, "", "", writing=is_writing(app)))


async def test_with_nobody(size: str) -> None:
    async with at_coach(SIZES[size]) as pilot:
        await looks_like(pilot, "nobody", size)
        await press(pilot, "enter")
        await looks_like(pilot, "card", size)


async def test_the_four_steps(size: str) -> None:
    some()
    coach()
    async with at_coach(SIZES[size]) as pilot:
        await looks_like(pilot, "one_coach", size)
        await press(pilot, "enter")
        await looks_like(pilot, "choose_nothing_yet", size)
        await press(pilot, "escape")
        await choose_for(pilot)
        await marked(pilot, "Help")
        await looks_like(pilot, "choose", size)
        await press(pilot, "tab")
        await marked(pilot, "Acme rang")
        await press(pilot, "space tab")
        await looks_like(pilot, "choose_the_rest", size)
        await press(pilot, "tab enter")
        await looks_like(pilot, "hide_names", size)
        await press(pilot, "g space")
        await to_reading(pilot)
        await looks_like(pilot, "read", size)
        await press(pilot, "j")
        await looks_like(pilot, "read_on", size)
        await to_agreeing(pilot)
        await looks_like(pilot, "agree", size)
        await press(pilot, "tab g")
        await looks_like(pilot, "agree_looking", size)


async def test_pages_and_answers(size: str, away: Path) -> None:
    notes, kept = some(), coach()
    given(away, kept, notes[1])
    async with at_coach(SIZES[size]) as pilot:
        await press(pilot, "a down enter")
        await looks_like(pilot, "answer", size)
        await paste(pilot, '{"noticed":"a","noticed":"b"}')
        await press(pilot, "enter")
        await looks_like(pilot, "answer_refused", size)
        await pilot.press("ctrl+u")
        await paste(pilot, "What would a stranger say?")
        await press(pilot, "enter enter")
        await looks_like(pilot, "answer_read", size)
        await press(pilot, "escape g j")
        await marked(pilot, "Page of")
        await looks_like(pilot, "page_given", size)
        await press(pilot, "w")
        await looks_like(pilot, "take_back", size)
        await fill_in(pilot, "take back")
        await press(pilot, "enter h")
        await looks_like(pilot, "agreed", size)
        await press(pilot, "escape enter")
        await looks_like(pilot, "page_taken_back", size)


@pytest.mark.parametrize("window", [(61, 19), (100, 30), (40, 12), (200, 60)])
async def test_nothing_is_cut_in_windows_of_other_sizes(window: tuple[int, int]) -> None:
    some()
    coach()
    steps = (choose_for, to_names, to_reading, to_agreeing)
    async with at_coach() as pilot:
        for number, step in enumerate(steps, 1):
            await step(pilot)
            await pilot.resize_terminal(*window)
            await at_rest(pilot)
            if window > (60, 18):
                await whole_at(pilot, Stop(f"step {number}", "", ""))
            await pilot.resize_terminal(80, 24)
            await at_rest(pilot)

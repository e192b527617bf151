"""How it looks: every theme can be read, nothing moves by itself, a row says what it leaves out."""

import pytest
from textual.color import Color

from journal.settings import setting
from screens.colourless import STANDS_OUT
from screens.safe_text import in_a_row
from screens.themes import LOOKS, NAMES, Look
from tests.screens.tour import NOW, at_rest, fill, opened, running

READABLE = 7.0
"""WCAG 2.2, success criterion 1.4.6: the contrast of text, enhanced."""

SEEN = 4.5
"""Success criterion 1.4.3: the contrast of text, at least; for what is seldom there."""


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """Return the relative luminance of WCAG 2.2, from 0 to 1."""
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_theme_can_be_read(look: Look) -> None:
    ink = Color.parse(look.ink)
    for behind in (look.paper, look.raised, look.chosen):
        assert contrast(Color.parse(behind), ink) >= (SEEN if behind == look.chosen else READABLE)
    for colour in (look.accent, look.wrong):
        assert contrast(Color.parse(look.paper), Color.parse(colour)) >= SEEN


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_what_is_highlighted_stands_out_without_colours(look: Look) -> None:
    chosen = Color.parse(look.chosen).brightness
    for behind in (look.paper, look.raised):
        assert abs(Color.parse(behind).brightness - chosen) > STANDS_OUT


def test_every_theme_that_can_be_set_is_there() -> None:
    assert set(setting("theme").said) == set(NAMES)


async def test_nothing_moves_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_NOW", NOW)
    fill(opened())
    async with running() as pilot:
        assert pilot.app.animation_level == "none"
        await pilot.press("tab", "3", "tab", "G")
        await at_rest(pilot)
        days = pilot.app.screen.query_one("#days")
        assert days.scroll_offset.y == days.max_scroll_y, "it jumps, and does not slide"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("one line", "one line"),
        ("first\nsecond", "first  +1 line"),
        ("\n first \n\nsecond\r\nthird\n", "first  +2 lines"),
        ("x" * 30, "x" * 20 + " …"),
        ("a\tb", "a b"),
        ("", ""),
    ],
)
def test_a_row_shows_the_first_line_and_how_many_more_there_are(text: str, row: str) -> None:
    assert in_a_row(text, 20).plain == row

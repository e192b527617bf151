"""The screens without a colour, for those who set NO_COLOR."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

STANDS_OUT = 0.12
"""So much brighter or darker than what is around it, from 0 to 1, is what is highlighted."""


class Colourless(LineFilter):
    """Takes all colours off; what stands out by its background is reversed instead."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return `segments` as bold, dim, underlined, reversed or plain text."""
        return [
            Segment(text, style and _colourless(style, background), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def _colourless(style: Style, background: Color) -> Style:
    stands_out = False
    if style.bgcolor is not None and not style.bgcolor.is_default:
        brightness = Color.from_rich_color(style.bgcolor).brightness
        stands_out = abs(brightness - background.brightness) > STANDS_OUT
    return Style(
        bold=style.bold,
        dim=style.dim,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=bool(style.reverse) or stands_out,
    )

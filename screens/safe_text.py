"""What a learner wrote is shown, and does nothing else.

The rule for every widget: text from the journal, an import or a coach is never markup. It goes
to a widget as `plain(text)`, or through a parameter `markup=False` where only a string is taken.
Otherwise `[/]` in a note would end the program and `[@click=app.quit()]` would be a button.

`SafeText` stands behind that rule. Whatever a widget draws passes it on the way to the terminal,
so that no character that acts on a terminal, and no link, gets there even when a widget forgets.
"""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

from journal.visible import one_line, visible

WIDEST_ROW = 500
"""More characters than a terminal is wide."""

_WITHIN_A_LINE = str.maketrans({"\n": "\u240a", "\t": " "})


def plain(text: str) -> Content:
    """Return `text` for showing in a widget: no markup, and every character visible."""
    return Content(visible(text))


def in_a_row(text: str, most: int = WIDEST_ROW) -> Content:
    """Return the first line of `text`, and behind it how many more there are.

    Whatever shows a record in a row does so through this: a note may have megabytes. After `most`
    characters of the line there is a "…".
    """
    first, _, rest = text.strip().partition("\n")
    row = one_line(first[:most])
    if len(first) > most:
        return Content(f"{row} …")
    more = sum(1 for line in rest.split("\n") if line.strip())
    said = f"  +{more} {'line' if more == 1 else 'lines'}" if more else ""
    return Content.assemble(row, (said, "dim"))


class SafeText(LineFilter):
    """Makes control and bidi characters visible in every line, and takes links off.

    Such characters have no width for Textual but have one when seen; a line that grows by them
    is cut at its old width, so that nothing beside it moves.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return `segments` with nothing in them that acts on a terminal."""
        safe = [_safe(segment) for segment in segments if not segment.control]
        before = Segment.get_line_length(segments)
        if Segment.get_line_length(safe) > before:
            return Segment.adjust_line_length(safe, before)
        return safe


def _safe(segment: Segment) -> Segment:
    """Return `segment` with harmless text and without a link."""
    text, style, _ = segment
    if not text.isprintable():
        text = visible(text).translate(_WITHIN_A_LINE)
    return Segment(text, _without_link(style))


def _without_link(style: Style | None) -> Style | None:
    """Return `style` without a link, the same object if it has none."""
    return style.update_link(None) if style is not None and style.link else style

"""The pictures of Growth, one below the other: drawn, or the same in words."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.analysis.growth.drawn import lines_of, words_of
from journal.analysis.growth.pictures import Picture
from screens.growth.row_list import LEAST
from screens.safe_text import plain

NONE = "There is nothing to draw yet."

BESIDE = {
    "I1": "tries", "I2": "tries", "I3": "tries", "I4": "stuck", "I8": "sure", "I13": "phases",
    "strand behaviours": "tries", "strand self-regulation": "phases", "theme": "themes",
}  # fmt: skip
"""The picture that shows what a row says: by its id, the end or the beginning of it."""


class Pictures(VerticalScroll):
    """Pictures in the width that there is."""

    DEFAULT_CSS = """
    Pictures { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Pictures:focus { background-tint: transparent; }
    Pictures > Static { height: auto; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._pictures: Sequence[Picture] = ()
        self._in_words = False
        self._starts: dict[str, int] = {}

    def compose(self) -> ComposeResult:
        """Lay out the room for them."""
        yield Static("", markup=False)

    def show(self, pictures: Sequence[Picture], *, in_words: bool) -> None:
        """Show pictures, drawn or in words."""
        self._pictures, self._in_words = pictures, in_words
        self._draw()

    def on_resize(self) -> None:
        """Draw them in another width."""
        self._draw()

    def show_beside(self, row: str) -> None:
        """Show the picture that shows what the row of Growth with this id says, if any does."""
        keys = (row, row.rpartition(" ")[2], row.partition(":")[0])
        picture = next((BESIDE[key] for key in keys if key in BESIDE), "")
        if picture in self._starts:
            self.scroll_to(y=self._starts[picture], animate=False)

    def _draw(self) -> None:
        width = max(self.scrollable_content_region.width, LEAST)
        lines: list[Content] = []
        self._starts = {}
        for picture in self._pictures:
            self._starts[picture.id] = len(lines)
            lines.append(plain(picture.title).stylize("bold"))
            lines += _words(picture, width) if self._in_words else _drawn(picture, width)
            lines.append(Content(""))
        self.query_one(Static).update(Content("\n").join(lines or [Content(NONE)]))


def _drawn(picture: Picture, width: int) -> Iterator[Content]:
    yield from (plain(line) for line in lines_of(picture, width))


def _words(picture: Picture, width: int) -> Iterator[Content]:
    for words in words_of(picture)[1:]:
        for number, line in enumerate(plain(words.strip()).wrap(width - 2)):
            yield line.pad_left(2) if number else line

"""The name of a place in the header; a click on it is told to the screen."""

from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message
from textual.widgets import Static

from screens.places import Where


class PlaceName(Static):
    """Digit and name of `where`; the one that is here stands out, an empty one is dimmed.

    place  which it is
    """

    DEFAULT_CSS = """
    PlaceName { width: auto; height: 1; margin-right: 2; }
    PlaceName.-empty { text-style: dim; }
    PlaceName.-here { color: $accent; text-style: bold; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    @dataclass
    class Wanted(Message):
        """Somebody wants to go there."""

        place: str

    def __init__(self, where: Where, *, is_here: bool) -> None:
        here = "-here" if is_here else None
        super().__init__(f"{where.digit} {where.word}", markup=False, classes=here)
        self.place = where.id

    def on_click(self) -> None:
        """Say so."""
        self.post_message(self.Wanted(self.place))

"""Screens that open over a place by their words, from everywhere: each noun, each long look back.

A new one is one row here; its command comes from that row.
"""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from journal.settings import Settings
    from journal.store.journal import Journal
    from screens.place import Place


class Opens(NamedTuple):
    """One such screen.

    id      the name of its command, and what the screen is told to show
    words   how lists of commands call it
    about   what it is good for, one sentence for help and docs
    module  where its screen is, loaded when it is first opened
    screen  the name of the class
    """

    id: str
    words: str
    about: str
    module: str
    screen: str

    def open(self, journal: "Journal", settings: "Settings") -> "Place":
        """Return its screen, new."""
        found: Place = getattr(import_module(self.module), self.screen)(journal, settings, self.id)
        return found


_SHELF = "screens.loop.shelf", "ShelfPlace"
_EARLIER = "screens.loop.shelf", "EarlierPlace"
_GAPS = "screens.loop.gaps", "GapsPlace"
_REVIEW = "screens.reviews.screen", "ReviewScreen"

OPENS = (
    Opens("questions", "questions", "What you want to find out, the parked too.", *_SHELF),
    Opens("lessons", "lessons", "What you made of things, and what you think is so.", *_SHELF),
    Opens("tries", "tries", "What you are testing, and what you tested.", *_SHELF),
    Opens("around_me", "around me", "What you noticed around you, and changed.", *_SHELF),
    Opens("goals", "goals", "What you want to learn.", *_SHELF),
    Opens("what_i_bring", "what I bring", "What you bring, with notes that show it.", *_SHELF),
    Opens("someone_said", "what people said", "What people told you, and your answer.", *_SHELF),
    Opens("long_looks", "long look backs", "Those on weeks, months and twelve weeks.", *_SHELF),
    Opens("kept", "lessons kept", "Lessons kept, and questions parked.", *_SHELF),
    Opens("week", "look back on the week", "Read the week again, and choose one thing.", *_REVIEW),
    Opens("month", "look back on the month", "Goals, changed minds, six sentences.", *_REVIEW),
    Opens("quarter", "look back on twelve weeks", "Then and now, side by side.", *_REVIEW),
    Opens("first_page", "the first page", "How you go about learning, just now.", *_REVIEW),
    Opens("on_this_day", "on this day", "What you wrote on this day in earlier years.", *_EARLIER),
    Opens("same_week", "the same week earlier", "This week, a quarter or a year ago.", *_EARLIER),
    Opens("gaps", "days without a line", "Workdays of four weeks with nothing on them.", *_GAPS),
)
"""In the order in which lists show them."""

BY_WORDS = {each.id: each for each in OPENS}

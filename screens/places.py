"""The places of the journal as data: a new place is one row here.

From these rows come the names in the header, the digits, the commands that go there, what help
says of a place, and the app's modes.
"""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from journal.settings import Settings
    from journal.store.journal import Journal
    from screens.place import Place


class Where(NamedTuple):
    """One place.

    id      the name of its command and of its mode
    digit   the key that goes there
    word    what the header calls it
    about   what going there is good for, one sentence for help and docs
    why     why there is such a place, in a sentence or two
    module  where its screen is, loaded when it is first gone to
    screen  the name of the class
    holds   the kinds that are in it, without any of which it is empty; () where that says nothing
    """

    id: str
    digit: str
    word: str
    about: str
    why: str
    module: str
    screen: str
    holds: tuple[str, ...] = ()

    def open(self, journal: "Journal", settings: "Settings") -> "Place":
        """Return its screen, new."""
        found: Place = getattr(import_module(self.module), self.screen)(journal, settings)
        return found


PLACES = (
    Where(
        "today",
        "1",
        "Today",
        "Go to Today: write, and see what you noted.",
        "What work teaches is small and soon forgotten. A line while it is fresh is enough to "
        "come back to.",
        "screens.today",
        "Today",
    ),
    Where(
        "loop",
        "2",
        "Loop",
        "Go to Loop: what you want to find out, make of it, try, and pass on.",
        "What was noted becomes understanding when something is made of it in one's own words, "
        "tried in a small way, and passed on. Nothing here has to be finished.",
        "screens.loop",
        "Loop",
        ("item", "experiment", "plan", "context", "belief", "feedback"),
    ),
    Where(
        "days",
        "3",
        "Days",
        "Go to Days: read and find everything you wrote.",
        "Things learned once are worth meeting again: your own words, read later, say more than "
        "they did on the day.",
        "screens.days",
        "Days",
        ("note", "close", "review"),
    ),
    Where(
        "growth",
        "4",
        "Growth",
        "Go to Growth: what you write now beside what you wrote then.",
        "Change at work is slow and hard to see from within. Your own words of then, beside those "
        "of now, show it better than any number. Nothing here scores you.",
        "screens.growth",
        "Growth",
    ),
    Where(
        "coach",
        "5",
        "Coach",
        "Go to Coach: a page for somebody you trust, and the answer.",
        "Somebody else sees what one cannot see oneself. They get the passages that you choose, "
        "after you have read every byte; nothing else leaves, and the journal sends nothing.",
        "screens.coach",
        "Coach",
        ("coach",),
    ),
)
"""The places that there are, in the order of the header."""

BY_ID = {where.id: where for where in PLACES}
PLACE_IDS = tuple(BY_ID)
"""The commands that go to a place."""

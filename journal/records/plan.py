"""A plan: an if-then intention that comes back to be answered (Gollwitzer 1999)."""

from datetime import date
from typing import NamedTuple


class Occasion(NamedTuple):
    """One answer to a plan that came back.

    came_up  whether its cue came up since the last answer
    tried    whether the learner did what they had planned; False where it did not come up
    helped   "yes", "partly", "no", "can't tell", or "" where it was not tried
    words    anything they said to it, or ""
    """

    on: date
    came_up: bool
    tried: bool = False
    helped: str = ""
    words: str = ""


class Plan(NamedTuple):
    """If this comes up, I'll do that.

    cue        the situation
    response   what the learner does then
    occasions  the answers so far, oldest first
    look       the day to ask again, or None
    put_off    how often asking was put off
    goal       id of the goal it serves, or ""
    state      "open", "kept" (it has become a habit) or "let go"
    """

    cue: str = ""
    response: str = ""
    occasions: tuple[Occasion, ...] = ()
    look: date | None = None
    put_off: int = 0
    goal: str = ""
    state: str = "open"

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "plan"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        return (self.cue, self.response, *(occasion.words for occasion in self.occasions))

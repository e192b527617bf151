"""A goal: something to learn."""

from datetime import date
from typing import NamedTuple

LEARN, TARGET = "learn", "target"
FRAMINGS = {LEARN: "something to learn", TARGET: "a result to reach"}
"""What a goal can be called (Seijts and Latham 2005): learn how, find out when; or a result."""


class Observation(NamedTuple):
    """What was seen of one of a goal's signs.

    sign   the sign, as it was worded then
    words  what the learner saw; never empty
    """

    on: date
    sign: str
    words: str


class Goal(NamedTuple):
    """Something to learn; the learner owns its wording.

    aim       "Learning how to …" or any other wording
    framing   one of FRAMINGS, as confirmed by the learner; "" while they have not said
    wider     what it is good for, beyond the learner, or ""
    leading   at most two signs that the way there works, looked at weekly
    lagging   one sign of the outcome, looked at monthly, or ""
    seen      what was seen of these signs, oldest first
    state     "active", "reached" or "let go"
    """

    aim: str = ""
    framing: str = ""
    wider: str = ""
    leading: tuple[str, ...] = ()
    lagging: str = ""
    seen: tuple[Observation, ...] = ()
    state: str = "active"

    @property
    def is_to_learn(self) -> bool | None:
        """Whether it is something to learn; None while the learner has not said."""
        return self.framing == LEARN if self.framing else None

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "goal"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        seen = (observation.words for observation in self.seen)
        return (self.aim, self.wider, *self.leading, self.lagging, *seen)

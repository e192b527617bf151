"""A goal: something to learn."""

from datetime import date
from typing import NamedTuple


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
    framing   "learn" (learn how, find out when) or "target" (a result to reach), as confirmed by
              the learner; "" while they have not said (Seijts and Latham 2005)
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
    def kind(self) -> str:
        """The record's noun."""
        return "goal"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        seen = (observation.words for observation in self.seen)
        return (self.aim, self.wider, *self.leading, self.lagging, *seen)

"""A context move: a change to one's surroundings, noticed, made and looked at."""

from datetime import date
from typing import NamedTuple

CONTEXTS = ("social", "emotional", "physical", "technological", "cognitive")
"""The surroundings that can be changed."""


class ContextMove(NamedTuple):
    """Something around the learner that they noticed, then perhaps changed.

    context  one of CONTEXTS
    noticed  what was in the way, or what helped
    reach    "mine to change", "mine to influence", "to work around", or "" while unsaid
    changed  what they changed, or ""
    on       the day of the change, or None
    helped   "yes", "partly", "no", "can't tell", or "" while unsaid
    came     what came of it, or ""
    look     the day to look again, or None
    put_off  how often looking was put off
    """

    context: str = ""
    noticed: str = ""
    reach: str = ""
    changed: str = ""
    on: date | None = None
    helped: str = ""
    came: str = ""
    look: date | None = None
    put_off: int = 0

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "context"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        return (self.noticed, self.changed, self.came)

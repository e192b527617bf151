"""Feedback: what a person told the learner, and what the learner does with it."""

from datetime import date
from typing import NamedTuple

DECISIONS = ("use", "adapt", "park", "disagree")
"""What can be decided; disagreeing is a decision like the others."""


class Feedback(NamedTuple):
    """Something that somebody said to the learner.

    said        what was said
    who         who said it, in the learner's words, or ""
    about       what it was about, or ""
    decision    one of DECISIONS, or "" while open
    why         the reason for the decision, or ""
    decided     the day of the decision, or None
    experiment  id of the experiment or plan that came of it, or ""
    enacted     whether the learner did something with it
    read        whether the learner has read it; an answer may be kept for later
    reply_to    id of the page for a coach that it answers, or ""
    look        the day to come back to it, or None
    put_off     how often it was put off
    """

    said: str = ""
    who: str = ""
    about: str = ""
    decision: str = ""
    why: str = ""
    decided: date | None = None
    experiment: str = ""
    enacted: bool = False
    read: bool = True
    reply_to: str = ""
    look: date | None = None
    put_off: int = 0

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "feedback"

    @property
    def words(self) -> tuple[str, ...]:
        """What was said, and what the learner wrote, in order."""
        return (self.said, self.about, self.why)

"""A review: a look back on a week, a month or twelve weeks."""

from datetime import date
from typing import NamedTuple

from journal.records.close import Answer

SPANS = ("week", "month", "quarter", "first")
"""How long a review looks back; "first" is the page on how one goes about learning just now."""


class Aspect(NamedTuple):
    """One heading of a snapshot, and what the learner says of it.

    heading   as it was worded then
    evidence  one sentence of what shows it, or ""
    mark      "helps", "mixed", "hinders", "can't tell", or "" while unsaid
    """

    heading: str
    evidence: str = ""
    mark: str = ""


class Pulse(NamedTuple):
    """One statement of the monthly pulse, and the answer: "yes", "partly" or "no"."""

    prompt: str
    wording: str
    answer: str


class Review(NamedTuple):
    """One longer look back.

    span      one of SPANS
    first     the first day that it looks back on
    last      the last one
    answers   in the order in which they were asked; skipped questions are not there
    snapshot  of twelve weeks: the headings, never totalled
    pulse     of a month: the statements that were answered, never totalled
    left      prompts not yet asked when it was interrupted; () when it is done
    """

    span: str
    first: date
    last: date
    answers: tuple[Answer, ...] = ()
    snapshot: tuple[Aspect, ...] = ()
    pulse: tuple[Pulse, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "review"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        answers = (answer.text for answer in self.answers)
        return (*answers, *(aspect.evidence for aspect in self.snapshot))

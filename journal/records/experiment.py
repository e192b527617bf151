"""An experiment: one small cycle of inquiry, called a try on every screen."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Stage(StrEnum):
    """Where an experiment is; "due" and "gone quiet" follow from its day and are not kept."""

    DRAFTED = "drafted"
    RUNNING = "running"
    REVIEWED = "reviewed"
    ADOPTED = "adopted"
    ADAPTED = "adapted"
    REPEATED = "repeated"
    DROPPED = "dropped"
    UNCLEAR = "unclear"


class Difference(StrEnum):
    """What came, held against what was expected: no word of it is good or bad."""

    AS_EXPECTED = "as expected"
    PARTLY = "partly"
    DIFFERENT = "different"
    UNKNOWN = "can't tell"


class Remark(NamedTuple):
    """Something noted on a try after it had begun; what was expected stays as it was."""

    on: date
    words: str


class Experiment(NamedTuple):
    """A small try; its two first lines are enough to start it.

    cue         "If …": when or where
    response    "I'll …": what the learner does then
    prediction  "I expect …"; locked when it starts
    sureness    how sure of the prediction, 0 to 10, or None; locked with it
    because     why that should follow (the theory of action), or ""
    step        the smallest first step, or ""
    watch       the sign to watch on the way, or ""
    outcome     the sign of the outcome later, or ""
    aim         what it is to teach, or ""
    goal        id of the goal it serves, or ""
    state       where it is
    started     the day on which it began, or None
    look        the day to look again, or None
    put_off     how often looking was put off
    remarks     what was noted on it after it had begun, oldest first
    happened    what happened: seen, not judged
    difference  what came against what was expected, or None
    result      the learner's own rating of the result, 0 to 10, or None
    cause       what made the difference, or ""
    teaches     what it teaches, or ""
    conditions  under which conditions, or ""
    reviewed    the day on which it was looked at, or None
    why         why it was dropped, or ""
    parent      id of the experiment that it adapts or repeats, or ""
    whose       who made it, if it came from a colleague's card; "" when it is the learner's own
    """

    cue: str = ""
    response: str = ""
    prediction: str = ""
    sureness: int | None = None
    because: str = ""
    step: str = ""
    watch: str = ""
    outcome: str = ""
    aim: str = ""
    goal: str = ""
    state: Stage = Stage.DRAFTED
    started: date | None = None
    look: date | None = None
    put_off: int = 0
    remarks: tuple[Remark, ...] = ()
    happened: str = ""
    difference: Difference | None = None
    result: int | None = None
    cause: str = ""
    teaches: str = ""
    conditions: str = ""
    reviewed: date | None = None
    why: str = ""
    parent: str = ""
    whose: str = ""

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "experiment"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        begun = (self.response, self.cue, self.prediction, self.because, self.step, self.watch)
        came = (self.happened, self.cause, self.teaches, self.conditions, self.why)
        noted = (remark.words for remark in self.remarks)
        return (*begun, self.outcome, self.aim, *noted, *came)

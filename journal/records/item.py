"""An item: one thing in the loop of seeking, sensing and sharing (Jarche 2010)."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """Where an item is; `journal.practice.loop` says which passages lead to which."""

    CAPTURED = "captured"
    SEEKING = "seeking"
    SENSING = "sensing"
    TRYING = "trying"
    SETTLED = "settled"
    READY = "ready"
    SHARED = "shared"
    ECHOED = "echoed"
    KEPT_PRIVATE = "kept-private"
    REVISIT = "revisit"
    PARKED = "parked"
    DROPPED = "dropped"


class Act(NamedTuple):
    """One act of making sense, in the learner's own words.

    act   "filter", "validate", "synthesise", "present", "customise" (Jarche 2010), "question" or
          "disagree"
    text  what they wrote; never empty
    """

    at: datetime
    act: str
    text: str


class Passage(NamedTuple):
    """A move from one state to the next, and what was said for it."""

    at: datetime
    origin: State
    to: State
    words: str = ""


class Sharing(NamedTuple):
    """Once that it was passed on.

    to       who it was for, in the learner's words
    way      "file" or "copy"
    purpose  what for, or ""
    """

    at: datetime
    to: str
    way: str
    purpose: str = ""


class Return(NamedTuple):
    """A lesson come back: "still true", "changed" or "retired", and why."""

    on: date
    answer: str
    words: str = ""


class Reuse(NamedTuple):
    """A lesson used in another setting than the one it came from.

    worked  "yes", "partly", "no" or "can't tell"
    """

    on: date
    setting: str
    worked: str = ""


class Item(NamedTuple):
    """A question that becomes a lesson.

    question     what the learner wants to find out; once settled, the lesson
    state        where it is
    passages     every move so far, oldest first
    sources      what was read or seen
    people       who was asked
    none_found   whether the learner looked and found neither
    acts         what they made of it
    works_when   for a lesson, or ""
    fails_when   for a lesson, or ""
    disagree     who might disagree, or ""
    sureness     how sure they are of it, 0 to 10, or None
    setting      where the lesson was learned, or ""
    returns      its returns after it was settled, oldest first
    due          when it comes back next, or None
    reuses       where else it was used
    job_aid      up to seven lines for the moment of need, or ""
    aid_used     when the job aid was last used, or None
    aid_version  counts the changes of the job aid, from 1; 0 without one
    sharings     with whom it was shared
    """

    question: str = ""
    state: State = State.CAPTURED
    passages: tuple[Passage, ...] = ()
    sources: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    none_found: bool = False
    acts: tuple[Act, ...] = ()
    works_when: str = ""
    fails_when: str = ""
    disagree: str = ""
    sureness: int | None = None
    setting: str = ""
    returns: tuple[Return, ...] = ()
    due: date | None = None
    reuses: tuple[Reuse, ...] = ()
    job_aid: str = ""
    aid_used: date | None = None
    aid_version: int = 0
    sharings: tuple[Sharing, ...] = ()

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "item"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        acts = (act.text for act in self.acts)
        moved = (passage.words for passage in self.passages)
        returned = (back.words for back in self.returns)
        lesson = (self.works_when, self.fails_when, self.disagree, self.setting)
        found = (*self.sources, *self.people)
        reuses = (reuse.setting for reuse in self.reuses)
        return (self.question, *found, *acts, *lesson, self.job_aid, *reuses, *moved, *returned)

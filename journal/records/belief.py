"""A belief: a mental model in one sentence, with what speaks for and against it (Senge 1990)."""

from datetime import date
from typing import NamedTuple

HELD, GIVEN_UP = "held", "given up"


class Evidence(NamedTuple):
    """Something that speaks for or against a belief.

    side  "for" or "against"
    note  id of the record that shows it, or ""
    """

    on: date
    side: str
    words: str
    note: str = ""


class Saying(NamedTuple):
    """What somebody, or the learner as a doubter, said about a belief."""

    on: date
    who: str
    words: str


class Revision(NamedTuple):
    """A change of mind.

    before, after  the sentence as it was, and as it is; `after` is "" when it was given up
    why            what changed it; never empty
    """

    on: date
    before: str
    after: str
    why: str

    @property
    def was(self) -> str:
        """The sentence as it was, or that it was given up."""
        return self.before or GIVEN_UP

    @property
    def turned(self) -> str:
        """How it was, and how it is: "I think a → I think b"."""
        return f"{self.was} → {self.after or GIVEN_UP}"


class Belief(NamedTuple):
    """A sentence that begins "I think that …".

    statement  the sentence as it stands
    since      since when the learner thinks so, in their words, or ""
    evidence   for and against, oldest first
    dialogue   what was said about it, oldest first
    doubts     what a red team of one asked: where it would break first
    revisions  the changes of mind, oldest first
    state      HELD or GIVEN_UP
    """

    statement: str = ""
    since: str = ""
    evidence: tuple[Evidence, ...] = ()
    dialogue: tuple[Saying, ...] = ()
    doubts: tuple[Saying, ...] = ()
    revisions: tuple[Revision, ...] = ()
    state: str = HELD

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "belief"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        shown = (evidence.words for evidence in self.evidence)
        said = (saying.words for saying in (*self.dialogue, *self.doubts))
        before = (words for revision in self.revisions for words in (revision.before, revision.why))
        return (self.statement, self.since, *shown, *said, *before)

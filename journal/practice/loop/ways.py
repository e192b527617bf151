"""The table of the loop: every passage, what it is called, and what it needs.

Seek, sense, share (Jarche 2010), with every way back that makes sense. The rules, the shell, the
screens and docs/loop.md all read this table.
"""

from typing import NamedTuple

from journal.practice.loop.needs import FOUND, LOOK, LOOKED_AT, RECIPIENT, REPLY, SENSE, TRY, Need
from journal.records.item import State

IN_WORDS = {
    State.CAPTURED: "noted",
    State.SEEKING: "being found out",
    State.SENSING: "being made sense of",
    State.TRYING: "being tried",
    State.SETTLED: "a lesson",
    State.READY: "ready to pass on",
    State.SHARED: "passed on",
    State.ECHOED: "answered",
    State.KEPT_PRIVATE: "a lesson for myself",
    State.REVISIT: "looked at again",
    State.PARKED: "parked",
    State.DROPPED: "let go",
}
"""What a learner reads for each state."""

LESSONS = (State.SETTLED, State.KEPT_PRIVATE, State.READY, State.SHARED)
"""The states of a lesson, which comes back after some weeks."""

BACK = None
"""Where it was before it was parked, let go or looked at again."""

PASSING = (State.PARKED, State.DROPPED, State.REVISIT)
"""The states that remember where a question was before."""


class Way(NamedTuple):
    """A passage that the loop has.

    words  what a learner reads: "make sense of it"
    needs  what must be there before it can be made
    """

    origin: State
    to: State | None
    words: str
    needs: tuple[Need, ...] = ()


WAYS = (
    Way(State.CAPTURED, State.SEEKING, "ask around first"),
    Way(State.CAPTURED, State.SENSING, "make sense of it", (FOUND,)),
    Way(State.CAPTURED, State.PARKED, "park it"),
    Way(State.CAPTURED, State.DROPPED, "let it go"),
    Way(State.SEEKING, State.SENSING, "make sense of it", (FOUND,)),
    Way(State.SEEKING, State.PARKED, "park it"),
    Way(State.SEEKING, State.DROPPED, "let it go"),
    Way(State.SENSING, State.SETTLED, "a lesson", (SENSE,)),
    Way(State.SENSING, State.TRYING, "a try", (TRY,)),
    Way(State.SENSING, State.SEEKING, "ask around first"),
    Way(State.SENSING, State.PARKED, "park it"),
    Way(State.SENSING, State.DROPPED, "let it go"),
    Way(State.TRYING, State.SETTLED, "a lesson", (LOOKED_AT, SENSE)),
    Way(State.TRYING, State.SENSING, "make sense of it again"),
    Way(State.TRYING, State.PARKED, "park it"),
    Way(State.TRYING, State.DROPPED, "let it go"),
    Way(State.SETTLED, State.READY, "make it ready to pass on"),
    Way(State.SETTLED, State.KEPT_PRIVATE, "keep it for myself"),
    Way(State.SETTLED, State.TRYING, "a try somewhere else", (TRY,)),
    Way(State.SETTLED, State.REVISIT, "look at it again"),
    Way(State.SETTLED, State.PARKED, "park it"),
    Way(State.SETTLED, State.DROPPED, "let it go"),
    Way(State.KEPT_PRIVATE, State.READY, "make it ready to pass on"),
    Way(State.KEPT_PRIVATE, State.REVISIT, "look at it again"),
    Way(State.KEPT_PRIVATE, State.DROPPED, "let it go"),
    Way(State.READY, State.SHARED, "pass it on", (RECIPIENT, LOOK)),
    Way(State.READY, State.KEPT_PRIVATE, "keep it for myself"),
    Way(State.READY, State.REVISIT, "look at it again"),
    Way(State.READY, State.PARKED, "park it"),
    Way(State.READY, State.DROPPED, "let it go"),
    Way(State.SHARED, State.ECHOED, "an answer came", (REPLY,)),
    Way(State.SHARED, State.READY, "pass it on to somebody else"),
    Way(State.SHARED, State.REVISIT, "look at it again"),
    Way(State.SHARED, State.DROPPED, "let it go"),
    Way(State.ECHOED, State.SENSING, "make sense of the answer"),
    Way(State.ECHOED, State.SETTLED, "keep the lesson as it is"),
    Way(State.ECHOED, State.DROPPED, "let it go"),
    Way(State.REVISIT, BACK, "still true"),
    Way(State.REVISIT, State.SENSING, "changed"),
    Way(State.REVISIT, State.DROPPED, "retired"),
    Way(State.PARKED, BACK, "take it up again"),
    Way(State.PARKED, State.DROPPED, "let it go"),
    Way(State.DROPPED, BACK, "take it up again"),
)
"""Every passage. Leaving "answered" is the decision on the answer; going from there to sense-making
is what makes it a loop. What is parked or let go can always be taken up again."""

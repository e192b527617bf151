"""Something to learn: its wording is the learner's, its signs of two kinds, never added up."""

import re
from datetime import date
from typing import NamedTuple

from journal.errors import Usage
from journal.practice.making import changed, line, needed, one_of, own_of
from journal.practice.mind.aims import reads_as_learning
from journal.records.goal import FRAMINGS, Goal, Observation
from journal.records.record import Record

MOST_LEADING = 2
"""So many weekly signs has a goal, at most."""

STATES = ("active", "reached", "let go")

_TARGET = re.compile(
    r"""(?ix)\d+\s*(?:%|percent|per\ cent|points?|hours?|minutes?|days?|times?)?
    |\b(?:reach|hit|achieve|increase|decrease|reduce|cut|double|halve|raise|lower|improve)\b
    |\b(?:at\ least|at\ most|no\ more\ than|fewer\ than|less\ than|more\ than)\b
    |\b(?:target|quota|score|rate|deadline)\b"""
)


class Suggestion(NamedTuple):
    """Another way to begin a goal.

    because  the words that led to it, as they stand in the goal
    words    the suggestion, one or two sentences
    """

    because: tuple[str, ...]
    words: str


def suggestion(own: Goal) -> Suggestion | None:
    """Return what may help with the wording of a goal that reads as a result to reach, or None.

    It helps where one does not know how yet (Seijts and Latham 2005); a learner who has said that
    it is a target is not asked again.
    """
    if own.framing or reads_as_learning(own.aim):
        return None
    found = tuple(dict.fromkeys(match.group().strip() for match in _TARGET.finditer(own.aim)))
    if not found:
        return None
    return Suggestion(
        found,
        "This reads as a result to reach. If you do not know yet how, “Learning how to …” or "
        "“Finding out when …” can help; if you do, leave it as it is.",
    )


def frame(record: Record, framing: str) -> Record:
    """Return a goal that the learner called one to "learn" or a "target"; "" unsays it."""
    own_of(record, Goal)
    return changed(record, framing=one_of(framing, (*FRAMINGS, "")))


def with_signs(
    record: Record, leading: tuple[str, ...] | None = None, lagging: str | None = None
) -> Record:
    """Return a goal with other signs; None leaves as it is. Raises Usage for a third weekly one.

    What was seen of an earlier sign stays.
    """
    own = own_of(record, Goal)
    weekly = (
        own.leading if leading is None else tuple(dict.fromkeys(filter(None, map(line, leading))))
    )
    if len(weekly) > MOST_LEADING:
        raise Usage("A goal has at most two weekly signs.", "Choose the two that tell you most.")
    return changed(
        record, leading=weekly, lagging=own.lagging if lagging is None else line(lagging)
    )


def observe(record: Record, day: date, sign: str, said: str) -> Record:
    """Return a goal with what was seen of one of its signs. Raises Usage for another sign."""
    own = own_of(record, Goal)
    there = tuple(filter(None, (*own.leading, own.lagging)))
    if not there:
        raise Usage("This goal has no signs yet.", "A sign is something you would see on the way.")
    new = Observation(day, one_of(sign, there), needed(said, "What did you see?"))
    return changed(record, seen=(*own.seen, new))


def become(record: Record, state: str) -> Record:
    """Return a goal that is "reached", "let go" or "active" again. Raises Usage."""
    own_of(record, Goal)
    return changed(record, state=one_of(state, STATES))


class Panel(NamedTuple):
    """A sign of a goal and what was seen of it in some days, oldest first."""

    sign: str
    seen: tuple[Observation, ...]


class Panels(NamedTuple):
    """The signs of a goal, those of the way there apart from the one of the outcome."""

    leading: tuple[Panel, ...]
    lagging: tuple[Panel, ...]


def panels(own: Goal, first: date, last: date) -> Panels:
    """Return what was seen of a goal's signs from `first` to `last`; they are never put together.

    A weekly sign that was taken off meanwhile is there, too, if something was seen of it.
    """
    seen = [each for each in own.seen if first <= each.on <= last]
    earlier = (each.sign for each in seen if each.sign != own.lagging)
    return Panels(
        tuple(_panel(sign, seen) for sign in dict.fromkeys((*own.leading, *earlier))),
        tuple(_panel(sign, seen) for sign in (own.lagging,) if sign),
    )


def _panel(sign: str, seen: list[Observation]) -> Panel:
    return Panel(sign, tuple(each for each in seen if each.sign == sign))

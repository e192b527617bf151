"""The loop: where a question can go from where it is, and how it gets there.

The passages themselves are a table: `journal.practice.loop.ways`.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from journal.errors import Usage
from journal.practice.loop.needs import NOTHING, Given, Need, is_met, with_given
from journal.practice.loop.return_days import WEEKS, next_return
from journal.practice.loop.ways import IN_WORDS, LESSONS, PASSING, WAYS, Way
from journal.practice.making import When, line, own_of
from journal.records.item import Item, Passage, Return, Sharing, State
from journal.records.record import Record, having


class Move(NamedTuple):
    """What can be done with a question now.

    to     where it goes
    words  what a learner reads
    needs  what is still missing, in the order in which to ask; () when nothing is
    """

    to: State
    words: str
    needs: tuple[Need, ...] = ()


def moves(record: Record, linked: Iterable[Record] = ()) -> list[Move]:
    """Return where a question can go from where it is, and what each move still needs.

    linked  the tries that belong to it
    """
    item, tries = own_of(record, Item), list(linked)
    return [
        Move(
            _target(item, way),
            way.words,
            tuple(need for need in way.needs if not is_met(need, item, NOTHING, tries)),
        )
        for way in WAYS
        if way.origin == item.state
    ]


def move(
    record: Record,
    to: State | str,
    given: Given,
    when: When,
    linked: Iterable[Record] = (),
    weeks: Iterable[int] = WEEKS,
) -> Record:
    """Return a question after a move; what was given for it stays with it, and so does the passage.

    given   what the learner says for it; see `needs.heard` for what was typed in its place
    linked  the tries that belong to it
    weeks   after how many weeks a lesson comes back

    Raises Usage when there is no such way from here, or when something is missing for it.
    """
    before = own_of(record, Item)
    way = _way(before, to)
    item, tries = with_given(before, given, when.at), list(linked)
    for need in way.needs:
        if not is_met(need, item, given, tries):
            raise Usage(need.missing, need.ask)
    target = _target(before, way)
    passage = Passage(when.at, before.state, target, line(given.words))
    item = item._replace(state=target, passages=(*item.passages, passage))
    if way.to is State.SHARED:
        sharing = Sharing(when.at, line(given.recipient), given.way, line(given.purpose))
        item = item._replace(sharings=(*item.sharings, sharing))
    if before.state is State.REVISIT:
        back = Return(when.day, way.words, line(given.words))
        item = item._replace(returns=(*item.returns, back))
    item = item._replace(due=_due(before, target, when.day, lesson_since(record), weeks))
    return having(record, item)


def state_named(typed: str) -> State:
    """Return the state that was typed. Raises Usage."""
    try:
        return State(typed)
    except ValueError:
        there_is = ", ".join(State)
        raise Usage(f"There is no “{line(typed)[:40]}” in the loop.", f"{there_is}.") from None


def since(item: Item) -> Passage | None:
    """Return the newest passage, which led to where it is now; None if it began there."""
    return item.passages[-1] if item.passages else None


def lesson_since(record: Record) -> date:
    """Return the day on which a question became a lesson, or was brought along as one."""
    made = (
        passage.at.date()
        for passage in reversed(own_of(record, Item).passages)
        if passage.to is State.SETTLED and passage.origin not in PASSING
    )
    return next(made, record.day)


def _way(item: Item, to: State | str) -> Way:
    wanted = state_named(to)
    ways = [way for way in WAYS if way.origin == item.state]
    for way in ways:
        if _target(item, way) is wanted:
            return way
    possible = ", ".join(f"{way.words} ({_target(item, way)})" for way in ways)
    raise Usage(
        f"What is {IN_WORDS[item.state]} cannot become {IN_WORDS[wanted]} at once.",
        f"From here: {possible}.",
    )


def _target(item: Item, way: Way) -> State:
    return way.to or _where_it_was(item)


def _where_it_was(item: Item) -> State:
    first = State.SETTLED if item.state is State.REVISIT else State.CAPTURED
    origins = (passage.origin for passage in reversed(item.passages))
    return next((origin for origin in origins if origin not in PASSING), first)


def _due(
    item: Item, target: State, day: date, lesson_day: date, weeks: Iterable[int]
) -> date | None:
    """Return when a lesson comes back: counted anew where it has just become one."""
    if target in LESSONS and item.state in PASSING:
        return next_return(lesson_day, day, weeks)
    if target is State.SETTLED:
        return next_return(day, day, weeks)
    return item.due if target in (*LESSONS, *PASSING, State.ECHOED) else None

"""If–then plans: they come back, are answered in a word, and end as a habit or are let go."""

from collections.abc import Iterable
from datetime import date

from journal.errors import Usage
from journal.practice.making import HELPED, When, changed, made, needed, one_of, own_of, words
from journal.practice.today.looking_again import WEEK, look_day
from journal.practice.tries.two_lines import what_if, what_then
from journal.records.plan import Occasion, Plan
from journal.records.record import Record

OPEN, KEPT, LET_GO = "open", "kept", "let go"
STATES = (OPEN, KEPT, LET_GO)

_BOTH = "A plan needs both: if …, I'll …"


def new_plan(
    when: When, cue: str, response: str, *, links: Iterable[str] = (), goal: str = ""
) -> Record:
    """Return an if–then plan that has not been saved; it comes back on the next workday.

    Raises Usage where a half of it is empty.
    """
    needed(cue, _BOTH, "When would it come up?")
    needed(response, _BOTH, "What will you do then?")
    own = Plan(what_if(cue), what_then(response), look=look_day(None, when.day), goal=goal)
    return made(own, when, links)


def is_due(record: Record, day: date) -> bool:
    """Tell whether a plan waits to be answered on the logical `day`."""
    own = record.own
    if not isinstance(own, Plan) or record.trashed or own.state != OPEN:
        return False
    return own.look is not None and own.look <= day


def answer(
    record: Record, day: date, *, came_up: bool, tried: bool = False, helped: str = "",
    said: str = "", look: date | None = None,
) -> Record:  # fmt: skip
    """Return a plan that was answered; it comes back after a week, or on the day of `look`.

    Raises Usage where the answer does not hold together, or for that day.
    """
    own = own_of(record, Plan)
    if own.state != OPEN:
        raise Usage("This plan has ended, so it is not asked about.", "Take it up again first.")
    if tried and not came_up:
        raise Usage("What did not come up was not tried.", "Say that it came up.")
    one_of(helped, HELPED if tried and helped else ("",))
    occasion = Occasion(day, came_up, tried, helped, words(said))
    again = look_day(look or day + WEEK, day)
    return changed(record, occasions=(*own.occasions, occasion), look=again)


def become(record: Record, state: str, day: date) -> Record:
    """Return a plan that is kept as a habit, let go, or taken up again ("open"). Raises Usage."""
    own_of(record, Plan)
    look = look_day(None, day) if one_of(state, STATES) == OPEN else None
    return changed(record, state=state, look=look)


def edit_plan(record: Record, *, cue: str | None = None, response: str | None = None) -> Record:
    """Return a plan in other words; None leaves a half. Raises Usage where one is empty."""
    own = own_of(record, Plan)
    new = own.cue if cue is None else cue, own.response if response is None else response
    cue, response = needed(new[0], _BOTH), needed(new[1], _BOTH)
    return changed(record, cue=what_if(cue), response=what_then(response))


def times_up(own: Plan) -> str:
    """Return how often a plan came up, in words: "came up twice"."""
    times = sum(occasion.came_up for occasion in own.occasions)
    named = {0: "has not come up yet", 1: "came up once", 2: "came up twice"}
    return named.get(times, f"came up {times} times")

"""What a row of the place Loop says: the learner's words, and one short line beside them.

A record that is not in the loop now has no title.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from journal.dates import in_words
from journal.practice.loop.moves import since
from journal.practice.mind import beliefs
from journal.practice.tries import experiments, plans
from journal.records.belief import HELD, Belief
from journal.records.context import ContextMove
from journal.records.experiment import Experiment, Stage
from journal.records.feedback import Feedback
from journal.records.item import Item, State
from journal.records.plan import Plan
from journal.records.record import Record

SEEK, SENSE, TRY, SHARE = "Seek", "Sense", "Try", "Share"


class Placed(NamedTuple):
    """In which stage a record is, what the learner calls it, and the line beside that."""

    stage: str
    title: str
    beside: str


def placed(record: Record, today: date) -> Placed | None:
    """Return where a record is in the loop on the logical day `today`; None where it is not."""
    own = record.own
    if isinstance(own, Item):
        return _question(record, own, today)
    for kind, stage, row in _ROWS:
        if isinstance(own, kind):
            title, beside = row(record, own, today)
            return Placed(stage, title, beside) if title else None
    return None


def _question(record: Record, own: Item, today: date) -> Placed | None:
    if own.state not in _STATES:
        return None
    stage, beside = _STATES[own.state]
    return Placed(stage, own.question, beside(record, own, today))


def _sought(record: Record, own: Item, today: date) -> str:
    found = len(own.sources) + len(own.people)
    if not found and own.none_found:
        return "looked, none found"
    if not found:
        asks = own.state is State.SEEKING
        return "asking around" if asks else f"since {_when(record, today)}"
    counted = {1: "one source", 2: "two sources"}.get(found, f"{found} sources")
    return f"{counted}, {own.people[-1]}" if own.people else counted


def _when(record: Record, today: date) -> str:
    day = in_words(record.day, today)
    return f"{record.at:%H:%M} {day}" if record.day == today else day


def _sensed(_record: Record, own: Item, _today: date) -> str:
    return "in your own words" if own.acts else "needs your own words"


def _shared(_record: Record, own: Item, _today: date) -> str:
    return f"passed on to {own.sharings[-1].to}" if own.sharings else "passed on"


def _ready(_record: Record, own: Item, _today: date) -> str:
    passage = since(own)
    return f"ready, {passage.words}" if passage and passage.words else "ready"


_STATES: dict[State, tuple[str, Callable[[Record, Item, date], str]]] = {
    State.CAPTURED: (SEEK, _sought),
    State.SEEKING: (SEEK, _sought),
    State.SENSING: (SENSE, _sensed),
    State.TRYING: (TRY, lambda *_: "being tried"),
    State.READY: (SHARE, _ready),
    State.SHARED: (SHARE, _shared),
    State.ECHOED: (SHARE, lambda *_: "an answer came"),
}


def _try(record: Record, own: Experiment, today: date) -> tuple[str, str]:
    title = own.response or own.cue
    if own.state is Stage.REVIEWED:
        return title, "looked at. What next?"
    if own.state is Stage.DRAFTED:
        return title, f"from {own.whose}" if own.whose else "not begun"
    return (title if own.state is Stage.RUNNING else ""), _look(record, own, today)


def _look(record: Record, own: Experiment, today: date) -> str:
    if experiments.quiet_since(record, today):
        return "has gone quiet"
    if own.look is None:
        return "going on"
    return f"look again {in_words(max(own.look, today), today)}"


def _if_then(_record: Record, own: Plan, _today: date) -> tuple[str, str]:
    is_open = own.state == plans.OPEN
    return (f"If {own.cue} → {own.response}" if is_open else ""), plans.times_up(own)


def _around(_record: Record, own: ContextMove, today: date) -> tuple[str, str]:
    if own.helped:
        return "", ""
    if not own.changed:
        return own.noticed, own.reach or "noticed"
    looks = f", look again {in_words(max(own.look, today), today)}" if own.look else ""
    return own.changed, f"changed{looks}"


def _belief(_record: Record, own: Belief, _today: date) -> tuple[str, str]:
    held = own.state == HELD
    return (own.statement if held else ""), beliefs.for_and_against(own) or "nothing for or against"


def _said(_record: Record, own: Feedback, _today: date) -> tuple[str, str]:
    beside = f"{own.who} said" if own.who else "someone said"
    return ("" if own.decision else own.said), beside


_ROWS: tuple[tuple[type, str, Callable[..., tuple[str, str]]], ...] = (
    (Belief, SENSE, _belief),
    (Feedback, SENSE, _said),
    (Experiment, TRY, _try),
    (Plan, TRY, _if_then),
    (ContextMove, TRY, _around),
)
"""The kinds that are in the loop besides questions, and what their rows say."""

"""A try: two lines, what was expected kept as it was, a look at what came, and what next.

A small cycle of inquiry. What was expected is locked when a try begins, so that hindsight cannot
change it; results have neutral words, and letting one go is an ending like the others.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from journal.errors import Usage
from journal.practice.making import When, changed, line, made, needed, own_of, rated, words
from journal.practice.today.looking_again import look_day, next_workday
from journal.practice.tries.two_lines import what_if, what_then
from journal.records.experiment import Difference, Experiment, Remark, Stage
from journal.records.record import Record

QUIET_AFTER = 14
"""So many days after its day a try has gone quiet: it waits no more, and is asked about once."""

LOCKED = ("prediction", "sureness")
"""What cannot be changed once a try has begun."""

BEGUN_WITH = ("cue", "response", "prediction", "because", "step", "watch", "outcome", "aim", "goal")
"""The fields that hold words from the beginning."""

WORDED = (*BEGUN_WITH, "cause", "teaches", "conditions")
"""The fields that hold words and can be changed."""


def new_try(
    when: When, cue: str, response: str, prediction: str = "", *,
    sureness: int | None = None, links: Iterable[str] = (), **more: str,
) -> Record:  # fmt: skip
    """Return a drafted try that has not been saved.

    cue, response  "If …" and "I'll …"; one of them may be ""
    prediction     "I expect …"; it may be added until the try begins
    sureness       how sure of that, 0 to 10
    links          what it came from, for example the question that it is to answer
    more           other fields of WORDED

    Raises Usage where both lines are empty, or sureness is not 0 to 10.
    """
    needed(cue + response, "A try needs a line: if …, I'll …")
    own = Experiment(what_if(cue), what_then(response), line(prediction), rated(sureness))
    return edit_try(made(own, when, links), **more)


def edit_try(record: Record, **fields: str | int | None) -> Record:
    """Return a try with other words; fields are those of WORDED, and `sureness`.

    Raises Usage for what was expected once the try has begun: a remark can be added.
    """
    own = own_of(record, Experiment)
    new = {name: _clean(name, value) for name, value in fields.items()}
    locked = [name for name in LOCKED if name in new and new[name] != getattr(own, name)]
    if locked and own.state is not Stage.DRAFTED:
        raise Usage(
            "What you expected stays as you wrote it when the try began.",
            "You can add a remark to it, or begin another try.",
        )
    after = own._replace(**new)
    needed(after.cue + after.response, "A try needs a line: if …, I'll …")
    return changed(record, **new)


def _clean(name: str, value: str | int | None) -> Any:
    if name == "sureness":
        return rated(value if isinstance(value, int) else None)
    if name not in WORDED:
        raise Usage(f"A try has no “{name}” that can be written.")
    return words(str(value or ""))


def start(record: Record, day: date, look: date | None = None) -> Record:
    """Return a try that begins on `day`; what is expected of it is locked from now on.

    look  when to look again; None is the next workday, and it is at most seven days away

    Raises Usage where it has begun already, where nothing is expected of it, or for that day.
    """
    own = own_of(record, Experiment)
    if own.state is not Stage.DRAFTED or own.whose:
        raise Usage("Only a try of yours that has not begun yet can begin.", "Try it once more.")
    needed(own.prediction, "First say what you expect of it.", "One line: “I expect …”")
    return changed(record, state=Stage.RUNNING, started=day, look=look_day(look, day))


def remark(record: Record, day: date, said: str) -> Record:
    """Return a try with a remark. Raises Usage where nothing is said."""
    own = own_of(record, Experiment)
    new = Remark(day, needed(said, "A remark needs a few words."))
    return changed(record, remarks=(*own.remarks, new))


def look_at(
    record: Record, day: date, difference: str, happened: str = "", *,
    result: int | None = None, **more: str,
) -> Record:  # fmt: skip
    """Return a try that was looked at on `day`; it can be looked at again until something follows.

    difference  one of Difference
    happened    what was seen
    result      the learner's own rating, 0 to 10, or None
    more        cause, teaches, conditions

    Raises Usage where it has not begun, or where something followed already.
    """
    own = own_of(record, Experiment)
    if own.state not in (Stage.RUNNING, Stage.REVIEWED):
        raise Usage("Only a try that has begun can be looked at.", _hint(own))
    came = _difference(difference)
    after = edit_try(record, **more)
    said = words(happened) or own.happened
    return changed(
        after, state=Stage.REVIEWED, difference=came, happened=said, reviewed=day,
        result=rated(result, "The result"),
    )  # fmt: skip


def _hint(own: Experiment) -> str:
    return "Begin it first." if own.state is Stage.DRAFTED else "What followed from it is kept."


def _difference(said: str) -> Difference:
    try:
        return Difference(said)
    except ValueError:
        raise Usage(
            f"“{line(said)[:40]}” does not say what came.", f"There is: {', '.join(Difference)}."
        ) from None


def is_due(record: Record, day: date, quiet_after: int = QUIET_AFTER) -> bool:
    """Tell whether a try waits to be looked at on the logical `day`; not when it has gone quiet."""
    look = _look(record)
    return look is not None and look <= day <= look + timedelta(days=quiet_after)


def quiet_since(record: Record, day: date, quiet_after: int = QUIET_AFTER) -> date | None:
    """Return the day on which a try went quiet, or None while it has not."""
    look = _look(record)
    if look is None or day <= look + timedelta(days=quiet_after):
        return None
    return look + timedelta(days=quiet_after + 1)


def _look(record: Record) -> date | None:
    own = record.own
    if not isinstance(own, Experiment) or record.trashed or own.state is not Stage.RUNNING:
        return None
    return own.look


def keep_on(record: Record, day: date, look: date | None = None) -> Record:
    """Return a try that had gone quiet and goes on. Raises Usage where it is not going on."""
    if _look(record) is None:
        raise Usage("This try is not going on, so it cannot be kept on.")
    return changed(record, look=look_day(look, day))


def shrink(record: Record, step: str, day: date) -> Record:
    """Return a try that goes on with a smaller step; what was expected stays. Raises Usage."""
    smaller = needed(step, "Which smaller step?", "What could be done in five minutes?")
    return changed(keep_on(record, day, next_workday(day)), step=smaller)

"""What follows from a try that was looked at: keep, change, once more, let go, can't tell."""

from typing import NamedTuple

from journal.errors import Usage
from journal.practice.making import When, changed, line, needed, own_of, words
from journal.practice.tries.experiments import BEGUN_WITH, new_try
from journal.records.experiment import Experiment, Stage
from journal.records.record import Record

_LIVE = (Stage.DRAFTED, Stage.RUNNING)


class Next(NamedTuple):
    """What can become of a try that was looked at.

    words  what a learner reads
    again  whether another try follows from it
    """

    stage: Stage
    words: str
    again: bool = False


NEXT = {
    "adopt": Next(Stage.ADOPTED, "keep doing it"),
    "adapt": Next(Stage.ADAPTED, "change it and try again", again=True),
    "repeat": Next(Stage.REPEATED, "try it once more", again=True),
    "drop": Next(Stage.DROPPED, "let it go"),
    "can't tell": Next(Stage.UNCLEAR, "can't tell"),
}


def decide(
    record: Record, next_: str, when: When, why: str = "", **other: str
) -> tuple[Record, ...]:
    """Return a try after the learner said what is next, and the try that follows where one does.

    next_  a word of NEXT
    why    the reason, needed to let go
    other  fields of WORDED in which the try that follows differs; an adapted one differs in some

    Raises Usage. One that was not looked at can only be let go.
    """
    own = own_of(record, Experiment)
    if next_ not in NEXT:
        raise Usage(f"“{line(next_)[:40]}” is not known.", f"There is: {', '.join(NEXT)}.")
    chosen = NEXT[next_]
    _may_follow(own, chosen)
    if chosen.stage is Stage.DROPPED:
        needed(why, "Say in a word why you let it go.", "Any reason is a good one.")
    after = changed(record, state=chosen.stage, why=words(why) or own.why)
    if not chosen.again:
        return (after,)
    child = _child(record, own, when, other)
    if chosen.stage is Stage.ADAPTED and _same(own_of(child, Experiment), own):
        raise Usage("Say what you change in it.", "Without a change, try it once more.")
    return after, child


def _may_follow(own: Experiment, chosen: Next) -> None:
    if own.state is Stage.REVIEWED or (own.whose and chosen.again):
        return
    if chosen.stage is Stage.DROPPED and own.state in _LIVE:
        return
    if own.state in _LIVE:
        raise Usage("First look at what came of it.", "Or let it go, with a word why.")
    raise Usage("What followed from this try is kept already.", "You can begin another one.")


def _child(record: Record, own: Experiment, when: When, other: dict[str, str]) -> Record:
    same = {name: getattr(own, name) for name in BEGUN_WITH}
    return changed(new_try(when, links=record.links, **(same | other)), parent=record.id)


def _same(child: Experiment, parent: Experiment) -> bool:
    return all(getattr(child, name) == getattr(parent, name) for name in BEGUN_WITH)

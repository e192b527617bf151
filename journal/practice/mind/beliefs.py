"""What the learner thinks is so: for and against, doubted on purpose, changed with a reason."""

from collections.abc import Iterable
from datetime import date

from journal.errors import Usage
from journal.practice.making import When, changed, line, made, needed, one_of, own_of, words
from journal.records.belief import GIVEN_UP, HELD, Belief, Evidence, Revision, Saying
from journal.records.record import Record

SIDES = ("for", "against")

_SENTENCE = "It needs a sentence: “I think that …”"
_WHY = "Say in a few words what changed your mind."


def new_belief(when: When, statement: str, *, since: str = "", links: Iterable[str] = ()) -> Record:
    """Return a sentence that begins "I think that …"; not saved. Raises Usage where it is empty."""
    return made(Belief(line(needed(statement, _SENTENCE)), line(since)), when, links)


def add_evidence(record: Record, day: date, side: str, said: str, note: str = "") -> Record:
    """Return it with something for or against; `note` is the id of what shows it. Raises Usage."""
    own = own_of(record, Belief)
    new = Evidence(day, one_of(side, SIDES), needed(said, "What speaks for it, or against?"), note)
    return changed(record, evidence=(*own.evidence, new))


def add_saying(record: Record, day: date, who: str, said: str) -> Record:
    """Return it with what somebody said about it. Raises Usage where that is empty."""
    own = own_of(record, Belief)
    new = Saying(day, line(who), needed(said, "What was said about it?"))
    return changed(record, dialogue=(*own.dialogue, new))


def add_doubt(record: Record, day: date, said: str, who: str = "") -> Record:
    """Return it with where it would break first, as a doubter sees it. Raises Usage."""
    own = own_of(record, Belief)
    new = Saying(day, line(who), needed(said, "Where would it break first?"))
    return changed(record, doubts=(*own.doubts, new))


def revise(record: Record, statement: str, why: str, day: date) -> Record:
    """Return it as the learner thinks now; the earlier sentence is kept.

    One that was given up can be held again in this way. Raises Usage where the sentence or the
    reason is empty, or nothing is changed.
    """
    own = own_of(record, Belief)
    now = line(needed(statement, _SENTENCE))
    if now == own.statement and own.state == HELD:
        raise Usage("That is the sentence as it stands.", "Say what you think now.")
    return changed(record, **_revised(own, now, why, day), statement=now, state=HELD)


def give_up(record: Record, why: str, day: date) -> Record:
    """Return it given up; its sentence is kept. Raises Usage where the reason is empty."""
    own = own_of(record, Belief)
    if own.state == GIVEN_UP:
        raise Usage("You have given this up already.", "You can say what you think now.")
    return changed(record, **_revised(own, "", why, day), state=GIVEN_UP)


def _revised(own: Belief, after: str, why: str, day: date) -> dict[str, object]:
    before = own.statement if own.state == HELD else ""
    revision = Revision(day, before, after, needed(why, _WHY))
    return {"revisions": (*own.revisions, revision)}


def for_and_against(own: Belief) -> str:
    """Return how much speaks for and against it: "2 for, 1 against", or ""."""
    counts = [(sum(each.side == side for each in own.evidence), side) for side in SIDES]
    return ", ".join(f"{count} {side}" for count, side in counts) if own.evidence else ""


def to_doubt(records: Iterable[Record]) -> Record | None:
    """Return the held belief that was doubted the longest time ago, or never; None without one."""
    held = [
        (max((doubt.on for doubt in record.own.doubts), default=date.min), record.at, record)
        for record in records
        if isinstance(record.own, Belief) and record.own.state == HELD and not record.trashed
    ]
    return min(held, key=lambda each: each[:2])[2] if held else None


def with_since(record: Record, since: str) -> Record:
    """Return it with since when the learner thinks so, in their words."""
    own_of(record, Belief)
    return changed(record, since=words(since))

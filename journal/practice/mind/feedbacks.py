"""What somebody said to the learner, and what the learner does with it: always a decision."""

from collections.abc import Iterable
from datetime import date

from journal.practice.making import When, changed, line, made, needed, one_of, own_of, words
from journal.practice.tries.experiments import new_try
from journal.practice.tries.two_lines import intention
from journal.records.feedback import DECISIONS, Feedback
from journal.records.record import Record

IN_WORDS = {
    "use": "use it",
    "adapt": "use it in my way",
    "park": "park it",
    "disagree": "see it differently",
}
"""What a learner reads for each decision."""


def new_feedback(
    when: When, said: str, who: str = "", about: str = "", *,
    read: bool = True, reply_to: str = "", links: Iterable[str] = (),
) -> Record:  # fmt: skip
    """Return what somebody said; not saved. It comes back once undecided. Raises Usage if empty.

    read      False where it is kept to be read later
    reply_to  id of the page for a coach that it answers
    """
    own = Feedback(
        needed(said, "What was said?"), line(who), line(about), read=read, reply_to=reply_to
    )
    return made(own, when, links)


def feedback_from_note(note: Record, when: When, who: str = "") -> Record:
    """Return what a note says that somebody said; it links to the note. Raises Usage."""
    return new_feedback(when, note.text, who, links=[note.id])


def reworded(
    record: Record, *, said: str | None = None, who: str | None = None, about: str | None = None
) -> Record:
    """Return it in other words; None leaves a part as it is. Raises Usage where nothing is said."""
    own = own_of(record, Feedback)
    new = own.said if said is None else needed(said, "What was said?")
    return changed(
        record,
        said=new,
        who=own.who if who is None else line(who),
        about=own.about if about is None else line(about),
    )


def read_it(record: Record) -> Record:
    """Return it as read."""
    own_of(record, Feedback)
    return changed(record, read=True)


def decide(record: Record, decision: str, why: str, day: date) -> Record:
    """Return it decided, with the reason; it can be decided anew. Raises Usage without a reason.

    decision  one of DECISIONS
    """
    own_of(record, Feedback)
    chosen = one_of(decision, DECISIONS)
    reason = needed(why, "Say in a few words why.", "The reason is for you.")
    return changed(record, decision=chosen, why=reason, decided=day, read=True, look=None)


def try_from(record: Record, when: When, first_line: str, expected: str = "") -> Record:
    """Return a drafted try that follows from what was said; not saved. It links to it.

    first_line  "If …, I'll …". Raises Usage where it is empty.
    """
    own_of(record, Feedback)
    cue, response = intention(first_line)
    return new_try(when, cue, response, expected, links=[record.id])


def came_of_it(record: Record, experiment: str) -> Record:
    """Return it with the id of the saved try that came of it."""
    own_of(record, Feedback)
    return changed(record, experiment=experiment)


def enacted(record: Record) -> Record:
    """Return it as something the learner has done something with."""
    own_of(record, Feedback)
    return changed(record, enacted=True)


def waits(record: Record, day: date) -> bool:
    """Tell whether it still waits for a decision on `day`; what is for later waits for reading."""
    own = record.own
    if not isinstance(own, Feedback) or record.trashed or own.decision:
        return False
    return (own.look or record.day) <= day


def spoken(record: Record) -> str:
    """Return it on one line, as it is shown: who, and the words."""
    own = own_of(record, Feedback)
    said = line(words(own.said))
    return f"{own.who}: {said}" if own.who else said

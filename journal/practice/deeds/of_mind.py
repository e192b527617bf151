"""What can be done with a goal, with what one thinks, brings, or was told."""

from collections.abc import Sequence
from functools import partial

from journal.practice.deeds.deed import TWO_LINES, WHY, Deed, Said, Wanted, one
from journal.practice.finding.days import first_words
from journal.practice.making import When, changed, own_of
from journal.practice.mind import assets, beliefs, feedbacks, goals
from journal.practice.tries.experiments import start
from journal.practice.tries.two_lines import expectation
from journal.records.belief import HELD, Belief
from journal.records.experiment import Experiment
from journal.records.feedback import Feedback
from journal.records.goal import Goal
from journal.records.ids import named_id
from journal.records.record import Record

# --- goals


def of_goal(record: Record) -> list[Deed]:
    """Return what can be done with a goal."""
    own = own_of(record, Goal)
    if own.state != "active":
        return [_goal_becomes("active", "take it up again")]
    return [
        *_seen(own),
        *_signs(own),
        _goal_becomes("reached", "say that I have reached it"),
        _goal_becomes("let go", "let it go"),
        *_framings(own),
    ]


def _goal_becomes(state: str, words: str) -> Deed:
    return Deed(state, words, lambda record, _said, _when: one(goals.become(record, state)))


def _seen(own: Goal) -> list[Deed]:
    signs = tuple(filter(None, (*own.leading, own.lagging)))
    if not signs:
        return []
    which = Wanted("Of which sign?", choices=tuple((sign, sign) for sign in signs))
    return [
        Deed("seen", "note what I saw of a sign", _observed, (which, Wanted("What did you see?")))
    ]


def _observed(record: Record, said: Said, when: When) -> tuple[Record, ...]:
    return one(goals.observe(record, when.day, *said))


def _signs(own: Goal) -> list[Deed]:
    found = []
    if len(own.leading) < goals.MOST_LEADING:
        asked = Wanted("Something to be seen in a week that says the way there works:")
        found.append(Deed("leading", "add a sign of the way there", _leading, (asked,)))
    if not own.lagging:
        asked = Wanted("Something to be seen in a month that says it came:")
        found.append(Deed("lagging", "add a sign of the outcome", _lagging, (asked,)))
    return found


def _leading(record: Record, said: Said, _when: When) -> tuple[Record, ...]:
    own = own_of(record, Goal)
    return one(goals.with_signs(record, leading=(*own.leading, *said)))


def _lagging(record: Record, said: Said, _when: When) -> tuple[Record, ...]:
    return one(goals.with_signs(record, lagging=said[0]))


def _framings(own: Goal) -> list[Deed]:
    if not goals.suggestion(own):
        return []
    return [
        Deed("target", "leave it as a result to reach", partial(_framed, "target")),
        Deed(
            "learn",
            "word it as something to learn",
            partial(_framed, "learn"),
            (Wanted("“Learning how to …”, or “Finding out when …”:", now=own.aim),),
        ),
    ]


def _framed(framing: str, record: Record, said: Said, _when: When) -> tuple[Record, ...]:
    worded = changed(record, aim=said[0]) if said else record
    return one(goals.frame(worded, framing))


# --- what one thinks


def of_belief(record: Record) -> list[Deed]:
    """Return what can be done with a sentence that begins "I think that"."""
    held = own_of(record, Belief).state == HELD
    otherwise = Deed(
        "revise",
        "think otherwise now" if held else "think so again",
        lambda record, said, when: one(beliefs.revise(record, said[0], said[1], when.day)),
        (
            Wanted("What do you think now? “I think that …”", now=own_of(record, Belief).statement),
            Wanted("What changed your mind?"),
        ),
    )
    if not held:
        return [otherwise]
    return [
        _evidence("for", "note what speaks for it"),
        _evidence("against", "note what speaks against it"),
        Deed(
            "saying",
            "note what somebody said about it",
            lambda record, said, when: one(beliefs.add_saying(record, when.day, *said)),
            (Wanted("Who said something?"), Wanted("What was said about it?")),
        ),
        Deed(
            "doubt",
            "doubt it on purpose",
            lambda record, said, when: one(beliefs.add_doubt(record, when.day, said[0])),
            (Wanted("Where would it break first?"),),
        ),
        otherwise,
        Deed(
            "give up",
            "give it up",
            lambda record, said, when: one(beliefs.give_up(record, said[0], when.day)),
            (Wanted("What changed your mind?"),),
        ),
    ]


def _evidence(side: str, words: str) -> Deed:
    def do(record: Record, said: Said, when: When) -> tuple[Record, ...]:
        return one(beliefs.add_evidence(record, when.day, side, said[0]))

    return Deed(side, words, do, (Wanted(f"What speaks {side} it?"),))


# --- what somebody said


def of_feedback(record: Record) -> list[Deed]:
    """Return what can be done with what somebody said: a decision, a try."""
    own = own_of(record, Feedback)
    decisions = [
        Deed(key, words, partial(_decided, key), (WHY,))
        for key, words in feedbacks.IN_WORDS.items()
        if key != own.decision
    ]
    try_it = Deed("try", "make a try of it", _try_of_it, TWO_LINES, op="experiment")
    enacted = Deed(
        "enacted",
        "say that I did something with it",
        lambda record, _said, _when: one(feedbacks.enacted(record)),
    )
    return [*decisions, try_it, *([] if own.enacted or not own.decision else [enacted])]


def _decided(key: str, record: Record, said: Said, when: When) -> tuple[Record, ...]:
    return one(feedbacks.decide(record, key, said[0], when.day))


def _try_of_it(record: Record, said: Said, when: When) -> tuple[Record, ...]:
    expected, sure = expectation(said[1])
    new = changed(feedbacks.try_from(record, when, said[0], expected), sureness=sure)
    new = start(new, when.day) if own_of(new, Experiment).prediction else new
    new = new._replace(id=named_id(record.id, when.at.isoformat()))  # it is named before it is kept
    return feedbacks.came_of_it(record, new.id), new


# --- what one brings


def of_asset(_record: Record, notes: Sequence[Record]) -> list[Deed]:
    """Return what can be done with something that the learner brings."""
    if not notes:
        return []
    return [
        Deed(
            "shown",
            "add a note that shows it",
            lambda record, said, _when: one(assets.shown_by(record, said[0])),
            (which_note(notes),),
        )
    ]


def which_note(notes: Sequence[Record]) -> Wanted:
    """Return the question which note shows it; the newest first."""
    choices = tuple((note.id, first_words([note])) for note in reversed(notes))
    return Wanted("Which note shows it?", choices=choices)

"""What a move in the loop cannot do without, and how a face asks for it in its place."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from journal.practice.making import line, one_of, words
from journal.records.experiment import Experiment, Stage
from journal.records.item import Act, Item
from journal.records.plan import Plan
from journal.records.record import Record

ACTS = {
    "present": "say it in my own words",
    "filter": "what matters in it, and what does not",
    "validate": "how I checked it",
    "synthesise": "how it fits what I knew",
    "customise": "what it means here",
    "question": "what I would still ask",
    "disagree": "where I see it differently",
}
"""Ways to make sense of something (five of them Jarche 2010), in the learner's words."""

WAYS_OUT = ("copy", "file")
"""How something can be passed on."""


class Need(NamedTuple):
    """One thing that a move needs.

    name     a word for code, and the option of the shell
    ask      the question that asks for it
    missing  the sentence where it is not there
    short    what a table says
    """

    name: str
    ask: str
    missing: str
    short: str


FOUND = Need(
    "source",
    "What did you read or see, or whom did you ask (@Ana)? “None found” is an answer, too.",
    "First it needs a source, a person, or that none was found.",
    "a source, a person, or “none found”",
)
SENSE = Need(
    "act",
    "What do you make of it? One sentence in your own words makes it a lesson.",
    "First it needs one sentence in your own words.",
    "what you make of it, in your own words",
)
TRY = Need(
    "try",
    "Which small thing will you try? “If …, I'll …”",
    "First it needs a small try.",
    "a small try",
)
LOOKED_AT = Need(
    "result",
    "What came of its try?",
    "First its try needs a look at what came of it.",
    "its try looked at",
)
RECIPIENT = Need(
    "to", "Who is it for?", "First it needs somebody whom it is for.", "whom it is for"
)
LOOK = Need(
    "looked",
    "Have you read what leaves, word for word?",
    "First read what leaves, word for word.",
    "a look at what leaves",
)
REPLY = Need(
    "words", "What came back?", "First it needs what came back, in a few words.", "what came back"
)


class Given(NamedTuple):
    """What the learner says for a move; all of it may be left out.

    words       why, or what came back; it stays with the passage
    sources     what was read or seen
    people      who was asked
    none_found  they looked and found neither
    sense       what they make of it, in their own words
    act         which of ACTS that is
    recipient   whom it is for
    purpose     what for
    way         one of WAYS_OUT
    looked      they have read what leaves
    """

    words: str = ""
    sources: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    none_found: bool = False
    sense: str = ""
    act: str = "present"
    recipient: str = ""
    purpose: str = ""
    way: str = "copy"
    looked: bool = False


NOTHING = Given()


def heard(need: Need, typed: str, given: Given = NOTHING) -> Given:
    """Return `given` with the line that was typed for `need`; an empty one gives nothing.

    For a source: "@Ana" is a person, "none found" is that. TRY and LOOKED_AT are not typed here: a
    try is made (`trying.try_in_two_lines`) or answered (`answering`), and then given as linked.
    """
    said = line(typed)
    if not said:
        return given
    if need == FOUND:
        return _found(said, given)
    fields: dict[str, object] = {
        SENSE.name: {"sense": words(typed)},
        RECIPIENT.name: {"recipient": said},
        LOOK.name: {"looked": said.casefold() in ("yes", "y")},
        REPLY.name: {"words": said},
    }
    return given._replace(**fields.get(need.name, {}))  # type: ignore[arg-type]


def _found(said: str, given: Given) -> Given:
    if said.casefold().strip(" .“”\"'") in ("none found", "none", "nothing found"):
        return given._replace(none_found=True)
    if said.startswith("@") and said[1:].strip():
        return given._replace(people=(*given.people, said[1:].strip()))
    return given._replace(sources=(*given.sources, said))


def is_met(need: Need, item: Item, given: Given, linked: Sequence[Record]) -> bool:
    """Tell whether a question has what a move needs; `linked` are the tries that belong to it."""
    tries = [record.own for record in linked if isinstance(record.own, Experiment | Plan)]
    return {
        FOUND.name: bool(item.sources or item.people or item.none_found),
        SENSE.name: bool(item.acts),
        TRY.name: bool(tries),
        LOOKED_AT.name: any(map(_was_looked_at, tries))
        and not any(one.state == Stage.RUNNING for one in tries),
        RECIPIENT.name: bool(line(given.recipient)),
        LOOK.name: given.looked,
        REPLY.name: bool(line(given.words)),
    }[need.name]


def _was_looked_at(own: Experiment | Plan) -> bool:
    return bool(own.occasions if isinstance(own, Plan) else own.reviewed)


def with_given(item: Item, given: Given, at: datetime) -> Item:
    """Return a question with the sources, people and sense that were given. Raises Usage."""
    one_of(given.way, WAYS_OUT)
    sources = _joined(item.sources, given.sources)
    people = _joined(item.people, given.people)
    item = item._replace(
        sources=sources,
        people=people,
        none_found=(item.none_found or given.none_found) and not (sources or people),
    )
    if not words(given.sense):
        return item
    act = Act(at, one_of(given.act, ACTS), words(given.sense))
    return item._replace(acts=(*item.acts, act))


def _joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *filter(None, map(line, new)))))

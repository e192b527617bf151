"""What can be begun: from nothing, or from a note."""

from collections.abc import Callable, Sequence
from functools import partial

from journal.errors import Usage
from journal.practice.deeds.deed import TWO_LINES, Deed, Said, Wanted, one
from journal.practice.deeds.of_mind import which_note
from journal.practice.finding.days import first_words
from journal.practice.look_back import afterwards
from journal.practice.look_back.trying import try_in_two_lines
from journal.practice.loop import questions
from journal.practice.making import When, line, needed
from journal.practice.mind import assets, beliefs, feedbacks
from journal.practice.tries import contexts, plans
from journal.records.record import Record, Sign

AROUND = tuple(contexts.AROUND.items())
"""What is around the learner, to choose from."""

_WHERE = Wanted("What is it about?", choices=AROUND)

Make = Callable[[Said, When, tuple[str, ...]], Record]
"""Makes a record of what was said; the last are ids of what it links to."""


def to_add(notes: Sequence[Record] = ()) -> list[Deed]:
    """Return what can be begun, in the learner's words; `notes` may show what they bring."""
    found = [
        _new("item", "a question", _question, Wanted("What do you want to find out?")),
        _new("experiment", "a try, in two lines", _try, *TWO_LINES),
        _new("plan", "a try: if …, then …", _plan, Wanted("If …"), Wanted("then I'll …")),
        _new(
            "belief", "a lesson: I think that …", _belief,
            Wanted("What do you think is so?", now="I think that "),
            Wanted("Since when?", must=False),
        ),
        _new(
            "context", "something around me", _around, _WHERE,
            Wanted("What is in the way, or what helps?"),
        ),
        _new("goal", "a goal: learning how to …", _goal, Wanted("What do you want to learn?")),
        _new(
            "feedback", "something someone said", _said,
            Wanted("What was said?"), Wanted("Who said it?", must=False),
        ),
    ]  # fmt: skip
    if notes:
        wants = Wanted("What do you bring?"), which_note(notes)
        found.append(_new("asset", "what I bring", _asset, *wants))
    return found


def of_note(note: Record) -> list[Deed]:
    """Return what a note can become; what it becomes links to it, and the note stays."""
    text = line(note.text)
    return [
        _from(
            "item", "a question", _question_of_note,
            Wanted("What do you want to find out?", now=first_words([note])),
        ),
        _from("experiment", "a try, in two lines", _linked(_try), *TWO_LINES),
        _from(
            "feedback", "what someone said", _said_in_note,
            Wanted("Who said it?", must=False, now=_speaker(note)),
        ),
        _from("asset", "what I bring", _shown_by_note, Wanted("What did you bring that helped?")),
        _from(
            "belief", "a lesson: I think that …", _linked(_belief),
            Wanted("What do you think is so?", now="I think that "),
            Wanted("Since when?", must=False),
        ),
        _from(
            "context", "something around me", _linked(_around), _WHERE,
            Wanted("What is in the way, or what helps?", now=text),
        ),
    ]  # fmt: skip


def _new(kind: str, words: str, make: Make, *wants: Wanted) -> Deed:
    def do(_record: Record, said: Said, when: When) -> tuple[Record, ...]:
        return one(make(said, when, ()))

    return Deed(kind, words, do, wants, op=kind)


def _from(
    kind: str, words: str, do: Callable[[Record, Said, When], Record], *wants: Wanted
) -> Deed:
    return Deed(kind, words, lambda *given: one(do(*given)), wants, op=kind)


def _linked(make: Make) -> Callable[[Record, Said, When], Record]:
    return partial(_made_from, make)


def _made_from(make: Make, note: Record, said: Said, when: When) -> Record:
    return make(said, when, (note.id,))._replace(tags=note.tags)


def _speaker(note: Record) -> str:
    """Return who a note marked so says that said it: "Ana" in "Ana: what for?"."""
    who, colon, _ = line(note.text).partition(":")
    short = 0 < len(who.split()) <= 2
    return who if note.sign is Sign.SAID and colon and short else ""


# --- how each is made


def _question(said: Said, when: When, links: tuple[str, ...]) -> Record:
    return questions.new_question(said[0], when, links)


def _question_of_note(note: Record, said: Said, when: When) -> Record:
    return questions.item_from_note(note, when, said[0])


def _try(said: Said, when: When, links: tuple[str, ...]) -> Record:
    new = try_in_two_lines(said[0], said[1], when, links)
    if new is None:
        raise Usage("A try needs a line: if …, I'll …")
    return new


def _plan(said: Said, when: When, links: tuple[str, ...]) -> Record:
    return plans.new_plan(when, *said, links=links)


def _belief(said: Said, when: When, links: tuple[str, ...]) -> Record:
    rest = line(said[0]).casefold().removeprefix("i think that")
    needed(rest.strip(" ."), "It needs a sentence: “I think that …”")
    return beliefs.new_belief(when, said[0], since=said[1], links=links)


def _around(said: Said, when: When, links: tuple[str, ...]) -> Record:
    return contexts.notice(when, *said, links=links)


def _goal(said: Said, when: When, links: tuple[str, ...]) -> Record:
    new = afterwards.new_goal(said[0], when.at, when.zone, when.day)
    if new is None:
        raise Usage("A goal needs a few words.")
    return new._replace(links=links)


def _said(said: Said, when: When, links: tuple[str, ...]) -> Record:
    return feedbacks.new_feedback(when, *said, links=links)


def _said_in_note(note: Record, said: Said, when: When) -> Record:
    return feedbacks.feedback_from_note(note, when, said[0])._replace(tags=note.tags)


def _asset(said: Said, when: When, _links: tuple[str, ...]) -> Record:
    return assets.new_asset(when, said[0], [said[1]])


def _shown_by_note(note: Record, said: Said, when: When) -> Record:
    return assets.new_asset(when, said[0], [note.id])

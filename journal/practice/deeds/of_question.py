"""What can be done with a question or lesson: the moves of the loop, and what is written to it."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain

from journal.practice.deeds.deed import COPY, HOW_IT_LEAVES, TWO_LINES, Deed, Said, Wanted, one
from journal.practice.finding.days import first_words
from journal.practice.look_back.trying import try_in_two_lines
from journal.practice.loop import needs, questions
from journal.practice.loop.moves import Move, move, moves
from journal.practice.loop.needs import ACTS, NOTHING, Given, Need, heard
from journal.practice.loop.passing_on import leaving
from journal.practice.loop.ways import LESSONS
from journal.practice.making import HELPED, When, own_of, words
from journal.practice.today.answering import CAME, CAME_UP, answer
from journal.practice.tries.plans import OPEN
from journal.records.experiment import Experiment, Stage
from journal.records.item import Item, State
from journal.records.plan import Plan
from journal.records.record import Record

MOVES_TO = "to "
"""How the keys of moves begin."""


def of_question(record: Record, tries: Sequence[Record]) -> list[Deed]:
    """Return what can be done with a question; `tries` are those that belong to it."""
    possible = (_moving(record, each, tries) for each in moves(record, tries))
    return [*filter(None, possible), *_written(record)]


# --- moves


def _moving(record: Record, each: Move, tries: Sequence[Record]) -> Deed | None:
    """Return a move with what it asks; None where what it needs cannot be given in its place."""
    waits = _to_look_at(tries)
    if needs.LOOKED_AT in each.needs and not waits:
        return None
    text = leaving(record) if needs.LOOK in each.needs else ""
    wants = [_wanted(need, waits, text) for need in each.needs]
    return Deed(
        f"{MOVES_TO}{each.to}",
        each.words,
        partial(_moved, each, [len(part) for part in wants], tries),
        tuple(wanted for part in wants for wanted in part),
        op="pass-on" if text else "move",
        leaves=text,
    )


def _to_look_at(tries: Sequence[Record]) -> list[Record]:
    """Return the tries that a lesson waits for: all that run, or else the newest if–then."""
    is_open = (each for each in tries if isinstance(each.own, Plan) and each.own.state == OPEN)
    return [each for each in tries if _is_running(each)] or list(is_open)[-1:]


def _is_running(record: Record) -> bool:
    return isinstance(record.own, Experiment) and record.own.state is Stage.RUNNING


def _wanted(need: Need, waits: Sequence[Record], text: str) -> tuple[Wanted, ...]:
    """Return what is asked for a need: mostly its own question."""
    if need == needs.TRY:
        return TWO_LINES
    if need == needs.LOOKED_AT:
        return tuple(chain.from_iterable(_of_look(need, each, len(waits)) for each in waits))
    if need == needs.LOOK:
        return (Wanted(HOW_IT_LEAVES, shown=text),)
    return (Wanted(need.ask),)


def _of_look(need: Need, each: Record, number: int) -> tuple[Wanted, Wanted]:
    came = CAME_UP if isinstance(each.own, Plan) else CAME
    choices = tuple((choice.key, choice.words) for choice in came)
    which = f"{first_words([each])}. " if number > 1 else ""
    return Wanted(f"{which}{need.ask}", choices=choices), Wanted("What happened?", must=False)


def _moved(
    each: Move, sizes: Sequence[int], tries: Sequence[Record], record: Record, said: Said,
    when: When,
) -> tuple[Record, ...]:  # fmt: skip
    """Return the question after a move, and the try that was made or looked at for it."""
    given, linked, others = NOTHING, list(tries), []
    rest = iter(said)
    for need, size in zip(each.needs, sizes, strict=True):
        answers = [next(rest) for _ in range(size)]
        if need in _WITH_A_TRY:
            made = _WITH_A_TRY[need](record, linked, answers, when)
            linked = [one_ for one_ in linked if one_.id not in {new.id for new in made}] + made
            others += made
        else:
            given = _given(need, answers[0], given)
    return (move(record, each.to, given, when, linked), *others)


def _given(need: Need, typed: str, given: Given) -> Given:
    if need == needs.LOOK:
        said = words(typed)
        return given._replace(looked=bool(said), way=COPY if said.casefold() == COPY else "file")
    return heard(need, typed, given)


def _new_try(
    record: Record, _tries: Sequence[Record], said: Sequence[str], when: When
) -> list[Record]:
    made = try_in_two_lines(said[0], said[1], when, [record.id])
    return [made] if made else []


def _looked_at(
    _record: Record, tries: Sequence[Record], said: Sequence[str], when: When
) -> list[Record]:
    return [
        answer(each, came, happened, when)
        for each, came, happened in zip(_to_look_at(tries), said[::2], said[1::2], strict=True)
    ]


_WITH_A_TRY: dict[Need, Callable[[Record, Sequence[Record], Sequence[str], When], list[Record]]] = {
    needs.TRY: _new_try,
    needs.LOOKED_AT: _looked_at,
}


# --- what is written to it, wherever it is


def _written(record: Record) -> list[Deed]:
    own = own_of(record, Item)
    found = Deed("found", "note a source, or whom I asked", _found, (Wanted(needs.FOUND.ask),))
    ways = tuple(ACTS.items())
    sense = Deed(
        "sense",
        "say what I make of it",
        _sense,
        (Wanted("In which way?", choices=ways), Wanted("In your own words:")),
    )
    another = [_another_try()] if own.state is State.TRYING else []
    return [found, sense, *another, *(_of_a_lesson(own) if own.state in LESSONS else ())]


def _another_try() -> Deed:
    """Return one more try of a question that has one: inquiry goes over several."""
    words = "try something else for it, too"
    return Deed("another try", words, _tried_too, TWO_LINES, op="experiment")


def _tried_too(record: Record, said: Said, when: When) -> tuple[Record, ...]:
    return record, *_new_try(record, (), said, when)


def _of_a_lesson(own: Item) -> list[Deed]:
    helped = tuple((each, each) for each in HELPED)
    used = Deed(
        "used",
        "note that I used it somewhere else",
        lambda record, said, when: one(questions.used_again(record, when.day, *said)),
        (
            Wanted("Where was it used?"),
            Wanted("Did it work there?", must=False, choices=helped),
        ),
    )
    aid = Deed(
        "aid",
        "put it in a few lines to have at hand",
        lambda record, said, _when: one(questions.with_aid(record, said[0])),
        (Wanted("Up to seven lines for the moment in which they are needed:", now=own.job_aid),),
    )
    looked_up = Deed(
        "aid used",
        "note that I had its lines at hand today",
        lambda record, _said, when: one(questions.aid_used(record, when.day)),
    )
    return [used, aid, *([looked_up] if own.job_aid else [])]


def _found(record: Record, said: Said, when: When) -> tuple[Record, ...]:
    return one(questions.with_words(record, heard(needs.FOUND, said[0]), when))


def _sense(record: Record, said: Said, when: When) -> tuple[Record, ...]:
    given = Given(sense=said[1], act=said[0])
    return one(questions.with_words(record, given, when))

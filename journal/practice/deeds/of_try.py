"""What can be done with a try: a small inquiry, an if–then, or a change to what is around."""

from collections.abc import Iterable
from functools import partial

from journal.practice.deeds.deed import HOW_IT_LEAVES, TWO_LINES, WHY, Deed, Said, Wanted, one
from journal.practice.finding.days import first_words
from journal.practice.making import When, own_of
from journal.practice.today.answering import CAME, CAME_UP, DID_HELP, Choice, answer
from journal.practice.tries import contexts, experiments, plans
from journal.practice.tries.cards import card_of, card_text
from journal.practice.tries.two_lines import expectation, intention
from journal.practice.tries.what_next import NEXT, decide
from journal.records.context import ContextMove
from journal.records.experiment import Experiment, Stage
from journal.records.item import Item, State
from journal.records.plan import Plan
from journal.records.record import Record

_EXPECT = Wanted("What do you expect? How sure, if you like: “fewer calls (7 of 10)”")


def answers_in_place(choices: Iterable[Choice]) -> list[Deed]:
    """Return as deeds the answers that what waits can be given where it stands."""
    return [
        Deed(
            each.key,
            each.words,
            partial(_answered, each),
            (Wanted(each.asks, must=each.must),) if each.asks else (),
            op="join" if each.becomes else "answer",
        )
        for each in choices
    ]


def _answered(choice: Choice, record: Record, said: Said, when: When) -> tuple[Record, ...]:
    if choice.becomes is not None:
        return one(choice.becomes)
    return one(answer(record, choice.key, said[0] if said else "", when))


# --- a try of two lines


def of_try(record: Record, around: Iterable[Record] = ()) -> list[Deed]:
    """Return what can be done with a try, by where it is; a card of it can always be written.

    around  the questions and tries that it can be put beside
    """
    own = own_of(record, Experiment)
    return [*_by_stage(own), *_beside(record, own, around), _card(record)]


def _beside(record: Record, own: Experiment, around: Iterable[Record]) -> list[Deed]:
    """Return what puts it beside a question, and a colleague's beside a try of one's own, too."""
    fits = [
        each
        for each in around
        if not each.trashed
        and each.id not in (record.id, *record.links)
        and (_is_asked(each) or (own.whose and _is_mine(each)))
    ]
    if not fits:
        return []
    fits.sort(key=lambda each: (each.at, each.id), reverse=True)
    choices = tuple((each.id, first_words([each])) for each in fits)
    words = "put it beside one of mine" if own.whose else "put it beside a question of mine"
    return [Deed("beside", words, _put_beside, (Wanted("Beside which?", choices=choices),))]


def _is_asked(record: Record) -> bool:
    return isinstance(record.own, Item) and record.own.state is not State.DROPPED


def _is_mine(record: Record) -> bool:
    return isinstance(record.own, Experiment) and not record.own.whose


def _put_beside(record: Record, said: Said, _when: When) -> tuple[Record, ...]:
    return one(record._replace(links=tuple(dict.fromkeys((*record.links, *said)))))


def _by_stage(own: Experiment) -> list[Deed]:
    if own.whose:
        return _theirs(own)
    by_stage = {
        Stage.DRAFTED: _drafted,
        Stage.RUNNING: _running,
        Stage.REVIEWED: _looked_at,
    }
    return by_stage[own.state](own) if own.state in by_stage else []


def _drafted(own: Experiment) -> list[Deed]:
    return [Deed("begin", "begin it", _begun, () if own.prediction else (_EXPECT,)), _dropped()]


def _begun(record: Record, said: Said, when: When) -> tuple[Record, ...]:
    return one(_started(_expecting(record, said[0]) if said else record, when))


def _expecting(record: Record, typed: str) -> Record:
    expected, sure = expectation(typed)
    return experiments.edit_try(record, prediction=expected, sureness=sure)


def _started(record: Record, when: When) -> Record:
    return experiments.start(record, when.day)


def _running(_own: Experiment) -> list[Deed]:
    came = Wanted("What came?", choices=tuple((each.key, each.words) for each in CAME))
    return [
        Deed("look", "look at what came", _looked, (came, _HAPPENED, _TEACHES)),
        Deed(
            "remark",
            "note something on it",
            lambda record, said, when: one(experiments.remark(record, when.day, said[0])),
            (Wanted("What did you see?"),),
        ),
        Deed(
            "smaller",
            "make it smaller",
            lambda record, said, when: one(experiments.shrink(record, said[0], when.day)),
            (Wanted("Which smaller step? What could be done in five minutes?"),),
        ),
        Deed(
            "keep on",
            "keep it on, and look again later",
            lambda record, _said, when: one(experiments.keep_on(record, when.day)),
        ),
        _dropped(),
    ]


_HAPPENED = Wanted("What happened? What was seen, not how well it went.", must=False)
_TEACHES = Wanted("What does it teach you?", must=False)


def _looked(record: Record, said: Said, when: When) -> tuple[Record, ...]:
    came, happened, teaches = said
    looked = experiments.look_at(record, when.day, came, happened)
    return one(experiments.edit_try(looked, teaches=teaches) if teaches else looked)


def _looked_at(_own: Experiment) -> list[Deed]:
    return [
        _next("adopt"),
        _next("adapt", *TWO_LINES),
        _next("repeat"),
        _dropped(),
        _next("can't tell"),
    ]


def _theirs(own: Experiment) -> list[Deed]:
    mine = [
        _next("repeat", _EXPECT)._replace(words="try it myself"),
        _next("adapt", *TWO_LINES)._replace(words="try it myself, in my way"),
    ]
    ended = own.state not in (Stage.DRAFTED, Stage.REVIEWED)
    return [*mine, *([] if ended else [_dropped()])]


def _dropped() -> Deed:
    return Deed("drop", NEXT["drop"].words, partial(_decided, "drop"), (WHY,), op="decide")


def _next(key: str, *wants: Wanted) -> Deed:
    return Deed(key, NEXT[key].words, partial(_decided, key), wants, op="decide")


def _decided(key: str, record: Record, said: Said, when: When) -> tuple[Record, ...]:
    """Return a try with what follows; the try that follows begins at once where it can."""
    why = said[0] if key == "drop" else ""
    before, *child = decide(record, key, when, why, **_other(key, said))
    if not child:
        return (before,)
    follows = child[0]
    if key == "repeat" and said:
        follows = _expecting(follows, said[0])
    if own_of(follows, Experiment).prediction:
        follows = _started(follows, when)
    return before, follows


def _other(key: str, said: Said) -> dict[str, str]:
    """Return in which fields an adapted try differs: what is left empty stays as it was."""
    if key != "adapt":
        return {}
    cue, response = intention(said[0])
    return {
        name: text
        for name, text in (
            ("cue", cue),
            ("response", response),
            ("prediction", expectation(said[1]).prediction),
        )
        if text
    }


def _card(record: Record) -> Deed:
    text = card_text(card_of(record))
    wanted = Wanted(HOW_IT_LEAVES, shown=text)
    return Deed(
        "card", "write it on a card, for a colleague", lambda *_: (), (wanted,), leaves=text
    )


# --- an if–then, and what is around


def of_plan(record: Record) -> list[Deed]:
    """Return what can be done with an if–then."""
    if own_of(record, Plan).state == plans.OPEN:
        return answers_in_place(CAME_UP)
    return [
        Deed(
            "open",
            "take it up again",
            lambda record, _said, when: one(plans.become(record, plans.OPEN, when.day)),
        )
    ]


def of_context(record: Record) -> list[Deed]:
    """Return what can be done with something around the learner."""
    own = own_of(record, ContextMove)
    change = Deed(
        "change",
        "note another change" if own.changed else "change something about it",
        lambda record, said, when: one(contexts.change(record, said[0], when.day)),
        (Wanted("What did you change? A small thing is enough."),),
    )
    reaches = tuple((each, each) for each in contexts.REACHES)
    sort = Deed(
        "sort",
        "say whose it is to change",
        lambda record, said, _when: one(contexts.sort(record, said[0])),
        (Wanted("Whose is it?", choices=reaches),),
    )
    helped = tuple((each.key, each.words) for each in DID_HELP)
    look = Deed(
        "helped",
        "say whether it helped",
        lambda record, said, _when: one(contexts.did_help(record, *said)),
        (Wanted("Did it help?", choices=helped), Wanted("What came of it?", must=False)),
    )
    return [*([look] if own.changed else []), change, sort]

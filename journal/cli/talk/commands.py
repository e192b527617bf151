"""The commands of a conversation: one table from which dispatch, help and the docs are made."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from journal.cli.taking_back import step_in_words, what_stays
from journal.cli.talk import (
    bringing,
    coach,
    coach_page,
    coach_pages,
    days,
    deeds,
    earlier,
    finding,
    left,
    locking,
    loop,
    noting,
    nouns,
    records,
    setting,
    waits,
)
from journal.cli.talk.look_back import look_back
from journal.cli.talk.reviewing import look_longer
from journal.cli.talk.state import Entry, Talk
from journal.cli.talk.voice import Leaving
from journal.cli.talk.wording import first_words
from journal.practice.called import CALLED
from journal.practice.shelves import SHELVES
from journal.store.journal import Taken


class Command(NamedTuple):
    """One thing that can be typed after a colon.

    names  all its names, that which is told first
    about  what it does, one sentence
    run    does it, with what stands behind the name
    """

    names: tuple[str, ...]
    about: str
    run: Callable[[Talk, str], None]


def _words(command: Command) -> str:
    """Return how a command is told of: its two first names, and what it does."""
    either = " or ".join(f":{name}" for name in command.names[:2])
    return f"{either}. {command.about}"


def _undo(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    _tell(talk, talk.journal.undo(own_first=True), "Took back", ":redo does it again")


def _redo(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    _tell(talk, talk.journal.redo(), "Did again", ":u takes it back")


def _tell(talk: Talk, taken: Taken, said: str, then: str) -> None:
    talk.others.pass_over(*taken.records)
    words = first_words(taken.records[0]) if taken.records else ""
    talk.say(f"{said} {step_in_words(taken)}, {then}: {words}")
    if stays := what_stays(taken):
        talk.say(stays)


def _more(talk: Talk, typed: str) -> None:
    """Go on with a list; without one, say what can be done with a record."""
    if talk.has_more:
        talk.go_on()
    else:
        _with_this(talk, typed)


def _with_this(talk: Talk, typed: str) -> None:
    record, _ = talk.record(typed)
    talk.say(first_words(record))
    talk.say(f"With this: {', '.join(_short(each) for each in ON_A_RECORD)}.")
    talk.say("A number behind a command names another one of the last list, as in :e 3.")


def _short(command: Command) -> str:
    return f":{command.names[0]} {command.names[1]}"


def _help(talk: Talk, typed: str) -> None:
    """Read the commands, or what one of them does."""
    name = typed.removeprefix(":").lower()
    found = [each for each in TABLE if name in each.names]
    talk.read_list([Entry(None, partial(_words, each)) for each in found or TABLE])


def _growth(what: str) -> Callable[[Talk, str], None]:
    def run(talk: Talk, typed: str) -> None:
        from journal.cli.talk import growth  # nobody else waits for the analysis

        getattr(growth, what)(talk, typed)

    return run


def _sample(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    talk.say("The sample opens beside this: :q leaves, then type journal demo --plain.")


def _quit(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    raise Leaving


NOUNS = (
    *(
        Command((word,), f"Keep a {CALLED[kind]}; words behind it are the first line.",
                partial(nouns.begin, word))
        for word, kind in nouns.BEGINS.items()
    ),
    *(
        Command((word,), SHELVES[name].about, partial(nouns.read, word))
        for word, name in nouns.READS.items()
    ),
    Command(("read in a card",), "Read in the card of a colleague's try, a file.", nouns.card_in),
)  # fmt: skip
"""Each noun by its word."""

LONGER = (
    Command(("look back on the week", "week"), "Read the week again, and answer.",
            partial(look_longer, "week")),
    Command(("look back on the month", "month"), "Goals, changed minds, six sentences.",
            partial(look_longer, "month")),
    Command(("look back on twelve weeks", "quarter"), "Then and now, side by side.",
            partial(look_longer, "quarter")),
    Command(("the first page", "first page"), "How you go about learning, just now.",
            partial(look_longer, "first")),
    Command(("on this day",), "What you wrote on this day in earlier years.", earlier.on_the_day),
    Command(("the same week earlier", "same week"), "This week, a quarter or a year ago.",
            earlier.in_the_week),
    Command(("days without a line", "gaps"), "Workdays of four weeks without a line.",
            earlier.read_gaps),
    Command(("why",), "Why a day had no line: its number, and the words.", earlier.say_why),
)  # fmt: skip
"""Looking back on more than a day."""

LOCKING = (
    Command(("lock", "lock now"), "Lock the journal; the passphrase opens it again.", locking.lock),
    Command(("unlock",), "Open the locked journal with the passphrase.", locking.unlock),
    Command(("encrypt", "lock the journal with a passphrase"), "Nobody reads its files without it.",
            locking.encrypt),
    Command(("passphrase", "change the passphrase"), "Have another one open the journal.",
            locking.change_passphrase),
    Command(("recovery", "a new recovery key"), "For when the passphrase is forgotten.",
            locking.new_recovery),
    Command(("decrypt", "take the passphrase off"), "Open the journal for good, to anybody.",
            locking.decrypt),
)  # fmt: skip
"""The passphrase."""

ON_A_RECORD = (
    Command(
        ("open", "read"), "Read all of it; a number opens one of the last list.", days.open_one
    ),
    Command(("m", "move on"), "What may come next with it, and do it: :m 2.", deeds.move_on),
    Command(("z", "not now"), "Not now: what waits comes back in a week.", waits.not_now),
    Command(("e", "edit"), "Change its text.", records.edit),
    Command(("o", "in my editor"), "Change its text in your own editor.", records.in_my_editor),
    Command(("t", "tags"), "Change its tags.", records.tags),
    Command(("s", "sign"), "Say in one word what it is: stuck, worked, …", noting.sign),
    Command(("*", "star"), "Give it a star, or take it off.", records.star),
    Command(("history", "before"), "Read what it said before.", records.history),
    Command(("x", "to the trash"), "Move it to the trash; :u brings it back.", records.throw_away),
    Command(("r", "bring back", "restore"), "Bring it back from the trash.", records.bring_back),
    Command(("y", "copy"), "Copying is not possible here.", records.copy),
)
"""What acts on the record that was shown or kept last, or on a number of the last list."""

GROWTH = (
    Command(("d", "doesn't count"), "Take a passage out of a line of Growth: :d stuck 2 why.",
            _growth("take_out")),
    Command(("v", "pictures"), "Read in words what the pictures of Growth show.",
            _growth("read_pictures")),
    Command(("figures",), "Choose which figures Growth says, at most three.",
            _growth("choose_figures")),
    Command(("two passages",), "Put two passages of yours side by side.",
            _growth("put_side_by_side")),
    Command(("a missed sentence", "missed"), "Say what a sentence shows that no list has.",
            _growth("say_missed")),
    Command(("growth as a file",), "Write the page of Growth: :growth as a file ~/growth.html.",
            _growth("write_growth")),
    Command(("own words as a file",), "Twelve weeks in your own words, as a file to print.",
            _growth("write_twelve_weeks")),
)  # fmt: skip
"""What Growth can do besides being read."""

COACH = (
    Command(("5", "coach"), "Read your coaches, their pages and answers.", coach.read_coaches),
    Command(("a page for a coach", "new page"), "Choose, hide names, read it, agree.",
            coach_page.make_page),
    Command(("take in an answer", "take in"), "Take in what a coach answered.", coach.take_in),
    Command(("c", "for a coach"), "Set it aside for a page for a coach: :c 2.", coach.set_aside),
    Command(("w", "take back"), "Take a page back: :w 2.", coach_pages.take_back),
    Command(("longer", "for longer"), "Let a coach keep a page for longer: :longer 2.",
            coach_pages.keep_longer),
    Command(("anew", "make anew"), "Make a page anew, with the same choices: :anew 2.",
            coach_pages.make_anew),
    Command(("what was agreed", "agreed"), "What was agreed with each coach, and when.",
            coach.read_agreed),
    Command(("a coach's card", "card"), "Write a coach's card, or change one: :card Ana.",
            coach.card),
)  # fmt: skip
"""Pages for a coach."""

TABLE = (
    Command(("h", "?", "help", "all commands"), "The commands; :h and a name tells of one.", _help),
    Command(
        ("l", "look back"),
        "Look back on the day; also :l minute, :l page, :l heavy, :l fri.",
        look_back,
    ),
    Command(("1", "today"), "Read today, and what waits.", days.read_today),
    Command(("2", "loop"), "Read what you seek, make sense of, try and share.", loop.read_loop),
    Command(("3", "days", "day"), "Read the list of days, or one: :3 last friday.", days.days),
    Command(
        ("4", "growth"),
        "Read then and now, or what a line rests on: :4 stuck.",
        _growth("read_growth"),
    ),
    *GROWTH,
    Command(
        ("find", "/"), 'Find words, "a phrase", -not, tag:x, from:2w, last friday.', finding.find
    ),
    Command(("more",), "Read on in a long list.", _more),
    Command(("waiting", "what waits"), "Read what waits, if you like.", waits.read_waiting),
    Command(("answer",), "Answer what waits: :answer 1, or :answer 1 partly.", waits.answer),
    Command(("a", "add here", "add"), "Begin a question, a try, a goal, …", deeds.add),
    *NOUNS,
    *LONGER,
    *COACH,
    Command(("u", "undo"), "Take back the newest change, of this window first.", _undo),
    Command(("redo",), "Do again what was taken back.", _redo),
    *ON_A_RECORD,
    Command(("q", "quit"), "Leave the journal; everything is kept.", _quit),
    Command(("n", "note"), "Write a note of several lines.", noting.write_note),
    Command(("earlier", "<"), "Read the day before.", days.earlier),
    Command(("later", ">"), "Read the day after.", days.later),
    Command(("year ago", "a year ago"), "Go to this week a year ago.", days.a_year_ago),
    Command((".", "what"), "What can I do with this?", _with_this),
    Command(("trash", "see the trash"), "Read what is in the trash.", finding.trash),
    Command(("import", "bring notes"), "Bring in notes from another journal.", bringing.bring_in),
    Command(("sample", "see a sample"), "A sample journal, twelve weeks on.", _sample),
    *LOCKING,
    Command((",", "settings"), "Read or change how the journal behaves.", setting.settings),
    Command(("keep",), "Keep as a note what another window left unfinished.", left.keep_texts),
    Command(("forget",), "Throw that away.", left.forget_texts),
)
"""All commands, the most needed first."""

BY_NAME = {name: each for each in TABLE for name in each.names}

"""The commands of a conversation: one table from which dispatch, help and the docs are made."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from journal.cli.taking_back import step_in_words
from journal.cli.talk import bringing, days, finding, left, noting, records, setting
from journal.cli.talk.look_back import look_back
from journal.cli.talk.state import Entry, Talk
from journal.cli.talk.voice import Leaving
from journal.cli.talk.wording import first_words
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


def _more(talk: Talk, typed: str) -> None:
    """Go on with a list; without one, say what can be done with a record."""
    if talk.has_more:
        talk.go_on()
    else:
        _with_this(talk, typed)


def _with_this(talk: Talk, typed: str) -> None:
    record, _ = talk.record(typed)
    talk.say(f"{', '.join(_short(each) for each in ON_A_RECORD)}: {first_words(record)}")
    talk.say("A number behind a command names another one of the last list, as in :e 3.")


def _short(command: Command) -> str:
    return f":{command.names[0]} {command.names[1]}"


def _help(talk: Talk, typed: str) -> None:
    """Read the commands, or what one of them does."""
    name = typed.removeprefix(":").lower()
    found = [each for each in TABLE if name in each.names]
    talk.read_list([Entry(None, partial(_words, each)) for each in found or TABLE])


def _no_such_place(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    talk.say("There is no such place yet. :1 reads today, :3 the days.")


def _quit(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    raise Leaving


ON_A_RECORD = (
    Command(
        ("open", "read"), "Read all of it; a number opens one of the last list.", days.open_one
    ),
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

TABLE = (
    Command(("h", "?", "help", "all commands"), "The commands; :h and a name tells of one.", _help),
    Command(
        ("l", "look back"),
        "Look back on the day; also :l minute, :l page, :l heavy, :l fri.",
        look_back,
    ),
    Command(("1", "today"), "Read today.", days.read_today),
    Command(("3", "days", "day"), "Read the list of days, or one: :3 last friday.", days.days),
    Command(
        ("find", "/"), 'Find words, "a phrase", -not, tag:x, from:2w, last friday.', finding.find
    ),
    Command(("more",), "Read on in a long list.", _more),
    Command(("u", "undo"), "Take back the newest change, of this window first.", _undo),
    Command(("redo",), "Do again what was taken back.", _redo),
    *ON_A_RECORD,
    Command(("q", "quit"), "Leave the journal; everything is kept.", _quit),
    Command(("n", "note"), "Write a note of several lines.", noting.write_note),
    Command(("earlier", "<"), "Read the day before.", days.earlier),
    Command(("later", ">"), "Read the day after.", days.later),
    Command((".", "what"), "What can I do with this?", _with_this),
    Command(("trash",), "Read what is in the trash.", finding.trash),
    Command(("import", "bring notes"), "Bring in notes from another journal.", bringing.bring_in),
    Command((",", "settings"), "Read or change how the journal behaves.", setting.settings),
    Command(("keep",), "Keep as a note what another window left unfinished.", left.keep_texts),
    Command(("forget",), "Throw that away.", left.forget_texts),
)
"""All commands, the most needed first."""

NO_PLACES_YET = Command(("2", "4", "5"), "Places that are not there yet.", _no_such_place)

BY_NAME = {name: each for each in (*TABLE, NO_PLACES_YET) for name in each.names}

"""The conversation: it greets, takes line after line, and ends with everything kept."""

import contextlib
import gc

from journal.cli.shell import Shell
from journal.cli.talk import locking
from journal.cli.talk.commands import BY_NAME
from journal.cli.talk.greeting import greet
from journal.cli.talk.noting import keep_line
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back, Leaving, Typed, Voice, parse
from journal.cli.talk.wording import entry
from journal.errors import JournalError
from journal.practice.telling.operations import OPERATIONS
from journal.records.record import Record

MANY = 3
"""From more changes than this, made elsewhere, only their number is told."""


def talk(shell: Shell) -> int:
    """Hold a conversation on the journal of `shell` until it is left; return the exit code.

    That is 0, or the code of the last save that failed. Raises Damaged where the journal cannot be
    read at all, and KeyboardInterrupt; what was being answered is kept by then.
    """
    gc.enable()
    voice = Voice(shell)
    one = Talk(voice)
    with voice.ends.watched():
        try:
            locking.begin(one)
            if not one.journal.locked:
                greet(one)
                one.others.listen()
            while True:
                _turn(one)
        except Leaving:
            one.say("Everything is kept." if not one.code else "What was not kept is said above.")
            return one.code
        finally:
            voice.journal.close()


def _turn(one: Talk) -> None:
    """Take one line. Raises Leaving."""
    try:
        if not one.journal.locked:
            _tell_news(one)
        line = locking.hear(one)
        with contextlib.suppress(JournalError):  # what was typed comes first
            one.others.catch_up()
        expects, one.expects = one.expects, None
        typed = parse(line, BY_NAME)
        if typed.command is not None:
            _do(one, typed)
        elif one.has_more and line.strip().lower() == "more":
            one.go_on()
        elif expects is not None:
            expects(typed.text)
        else:
            _keep(one, typed.text)
    except Back:
        one.say("Left as it was.")
    except JournalError as error:
        one.voice.show_error(error)


def _do(one: Talk, typed: Typed) -> None:
    if typed.command or not typed.text:  # a colon alone asks for all commands
        BY_NAME[typed.command or "h"].run(one, typed.text)
    else:
        one.say(f"“:{typed.text}” is no command. :h lists them; a note can begin with two colons.")


def _keep(one: Talk, text: str) -> None:
    if text.strip():
        keep_line(one, text)
    else:
        one.say("Type a note, or :h for the commands.")


def _tell_news(one: Talk) -> None:
    """Say what other windows have added since the last line."""
    news = one.others.news()
    for record in news if len(news) <= MANY else []:
        one.say(f"From another window: {_done(one, record)}, {entry(record)}")
    if len(news) > MANY:
        one.say(f"From another window: {len(news)} changes. :1 reads today.")


def _done(one: Talk, record: Record) -> str:
    [*_, last] = one.journal.history(record.id)
    return OPERATIONS.get(last.op, last.op)

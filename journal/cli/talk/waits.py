"""What waits, if one likes: read, answered where it stands, or put off by a week."""

from functools import partial

from journal.cli.talk import deeds
from journal.cli.talk.state import Entry, Talk
from journal.cli.talk.wording import first_words
from journal.cli.waiting import in_words_of, rows
from journal.errors import Usage
from journal.practice.deeds.of_try import answers_in_place
from journal.practice.today.looking_again import put_off
from journal.practice.today.waiting import MOST, Waiting

HOW = ":answer and a number answers one, :z and a number puts it off by a week."


def entries(talk: Talk) -> list[Entry]:
    """Return what waits as entries of a list; none where nothing does."""
    due = rows(talk.voice)[:MOST]
    return [Entry(each.id, partial(in_words_of, each)) for each in due]


def read_waiting(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read what waits."""
    due = entries(talk)
    talk.say(f"Waiting, if you like. {HOW}" if due else "Nothing waits.")
    talk.read_list(due)


def answer(talk: Talk, typed: str) -> None:
    """Answer what waits: its number, and the answer in a word, if it is not to be asked."""
    due, words = _named(talk, typed)
    if not words:
        talk.say(in_words_of(due))
    deed = deeds.choose(talk, answers_in_place(due.choices), words)
    if deed is None:
        talk.say("Left as it was.")
        return
    deeds.do(talk, due.record, deed)


def _named(talk: Talk, typed: str) -> tuple[Waiting, str]:
    """Return what waits and was named by its number, or else the first, and what else was typed."""
    due = rows(talk.voice)
    first, _, rest = typed.partition(" ")
    thing = talk.numbered(first)
    id_, words = (thing, rest.strip()) if thing else (talk.current, typed)
    found = [each for each in due if each.id == id_] or ([] if thing else due)
    if not found:
        raise Usage("That does not wait.", ":waiting reads what does.")
    return found[0], words


def not_now(talk: Talk, typed: str) -> None:
    """Put off what waits; it comes back in a week."""
    record, _ = talk.record(typed)
    kept = talk.save(put_off(record, talk.voice.today), "put-off")
    talk.say(f"In a week: {first_words(kept)}")

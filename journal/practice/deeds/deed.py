"""What can be done with a record, in the learner's words, and what each asks in its place.

A face lists the deeds, asks what the chosen one wants, gives it the answers, and saves what comes
back. What may be done, and what comes of it, the rules of each kind say.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from journal.practice.making import When
from journal.records.record import Record

Said = tuple[str, ...]
"""The answers to what a deed wants, one each; "" where none was given."""

Do = Callable[[Record, Said, When], tuple[Record, ...]]


class Wanted(NamedTuple):
    """One thing that a deed asks.

    words    the question
    must     whether it needs an answer
    choices  keys and words to choose from; () where it is typed
    now      what stands there at first
    shown    what is read before, word for word; or ""
    """

    words: str
    must: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    now: str = ""
    shown: str = ""


class Deed(NamedTuple):
    """One thing that can be done.

    key     a word for code
    words   what a learner reads
    do      given the record as it is now and the answers, returns what is to be saved: the record,
            changed where it is, and new ones besides. Raises Usage where a rule does not allow it
    wants   what is asked first, in order
    op      what the change is called, see `operations`
    leaves  the exact text that leaves the journal with it, or ""; the last answer says how
    """

    key: str
    words: str
    do: Do
    wants: tuple[Wanted, ...] = ()
    op: str = "edit"
    leaves: str = ""


COPY = "copy"
"""What is typed to copy what leaves; anything else names a file."""

HOW_IT_LEAVES = "This leaves, word for word. Type “copy”, or the name of a file to write it to."

TWO_LINES = (
    Wanted("Which small thing will you try? “If …, I'll …”"),
    Wanted("What do you expect? How sure, if you like: “fewer calls (7 of 10)”", must=False),
)
"""What begins a try."""

WHY = Wanted("Why? A few words are enough.")


def one(changed: Record) -> tuple[Record, ...]:
    """Return a changed record as what is to be saved."""
    return (changed,)


def named(deeds: Iterable[Deed], key: str) -> Deed | None:
    """Return the deed that is called so, or None where it cannot be done now."""
    return next((deed for deed in deeds if deed.key == key), None)

"""Doing what can be done with a record: what a deed asks is asked here, one line each."""

from collections.abc import Callable, Sequence
from datetime import date

from journal.cli.lines import SHORT
from journal.cli.nouns.needing import Choices, chosen
from journal.errors import Usage
from journal.paths import typed_path
from journal.practice.deeds.deed import COPY, Deed, Said, Wanted
from journal.records.record import Record
from journal.sharing.files import destination, leaving
from journal.visible import one_line

MANY = 10
"""So many choices are told at most; the others can be named by how they begin."""

LEAST = 3
"""So many letters at least has one of the words by which one of several is looked for."""

Ask = Callable[[str], str]
Say = Callable[[str], None]


def chosen_deed(deeds: Sequence[Deed], typed: str, ask: Ask) -> Deed | None:
    """Return the deed that was typed by number, key or words, or is chosen; None for none.

    Raises Usage where there is no such deed.
    """
    pairs = [(deed.key, deed.words) for deed in deeds]
    said = typed.strip() or ask(f"{listed(pairs)}. Its number, or Enter for none.").strip()
    if not said:
        return None
    key = chosen(said, pairs)
    return next(deed for deed in deeds if deed.key == key)


def answers(deed: Deed, ask: Ask, say: Say, first: str = "") -> Said | None:
    """Return what is said to what a deed asks; None where it needs an answer and gets none.

    first  the answer to its first question that is answered in words, if it was typed already
    """
    said: list[str] = []
    for wanted in deed.wants:
        if first and not wanted.choices:
            typed, first = first, ""
        else:
            typed = _needed(wanted, ask, say) if any((first, *said)) else _answer(wanted, ask, say)
        if wanted.must and not typed:
            return None
        said.append(typed)
    return tuple(said)


def _needed(wanted: Wanted, ask: Ask, say: Say) -> str:
    """Ask until there is an answer where one must be, so that what was said before is not lost."""
    while not (typed := _answer(wanted, ask, say)) and wanted.must:
        say("This needs an answer; :back drops what you typed.")
    return typed


def _answer(wanted: Wanted, ask: Ask, say: Say) -> str:
    for line in wanted.shown.splitlines():
        say(line)
    now = f" Enter: {one_line(wanted.now)}" if wanted.now else ""
    offered = wanted.choices
    while True:
        choices = f" {_told(offered)}." if offered else ""
        typed = ask(f"{wanted.words}{choices}{now}").strip() or wanted.now.strip()
        if not (typed and wanted.choices):
            return typed
        try:
            return chosen(typed, offered)
        except Usage as error:
            offered = _with_words(wanted.choices, typed)
            if len(offered) == 1:
                return offered[0][0]
            if not offered:
                offered = wanted.choices
                say(f"{error.message} {error.hint}")


def _with_words(choices: Choices, typed: str) -> tuple[tuple[str, str], ...]:
    """Return the choices in which words begin as all those do that were typed."""
    wanted = [f" {word}" for word in typed.casefold().split()]
    if max(map(len, wanted), default=0) <= LEAST:
        return ()
    return tuple(
        each for each in choices if all(word in f" {each[1].casefold()}" for word in wanted)
    )


def _told(choices: Sequence[tuple[str, str]]) -> str:
    """Return choices with their numbers; of many, such as all notes, only the first."""
    told = listed(choices[:MANY])
    return f"{told}; or words of another one" if len(choices) > MANY else told


def listed(choices: Sequence[tuple[str, str]]) -> str:
    """Return choices with their numbers: "1 as expected; 2 partly"."""
    return "; ".join(f"{number} {words}" for number, (_, words) in enumerate(choices, 1))


def file_of(deed: Deed, said: Said) -> str:
    """Return the file to which what leaves is to be written, "" where it is not to a file."""
    return said[-1] if deed.leaves and said[-1].casefold() != COPY else ""


def write_out(deed: Deed, said: Said, record: Record, day: date, save: Callable[[], None]) -> str:
    """Save what a deed did, and what leaves with it; return where that is now, or "".

    Raises JournalError; then neither is done.
    """
    named = file_of(deed, said)
    if not named:
        save()
        return ""
    path = destination(typed_path(named), f"{record.id[:SHORT]}.txt")
    with leaving(path, deed.leaves.encode(), day):
        save()
    return str(path)

"""`journal add`: a note, as fast as it can be kept."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.noting import new_note, typed_sign
from journal.records.record import Sign

if TYPE_CHECKING:  # a note without options does without argparse
    from journal.cli.parsing import Arguments, Parser

NO_SIGN = "none"
SIGN_WORDS = (*(sign.value for sign in Sign), NO_SIGN)
"""What --sign may be."""

DAY = timedelta(days=1)
"""How far ahead a note may lie."""


def add_verb_arguments(parser: "Parser") -> None:
    """Add the arguments of `journal add`."""
    parser.add_argument("text", nargs="*", help="the note; - reads it from a pipe")
    parser.add_argument("--at", metavar="WHEN", help="when it was: 17:30, yesterday 17:30, …")
    parser.add_argument("--day", metavar="DAY", help="the day it belongs to")
    parser.add_argument("-t", "--tag", action="append", default=[], help="a tag; repeatable")
    parser.add_argument("--sign", choices=SIGN_WORDS, help="what it is a sign of")
    parser.add_argument("--star", action="store_true", help="mark it with a star")


def add_verb_plainly(words: Sequence[str]) -> SimpleNamespace | None:
    """Return what the parser would make of words among which is no option."""
    if any(word[:1] == "-" and word[:2] not in ("-", "- ") for word in words):
        return None
    return SimpleNamespace(
        text=list(words), at=None, day=None, tag=[], sign=None, star=False, yes=False, color="auto"
    )


def add_verb(shell: Shell, args: "Arguments") -> int:
    """Keep a note; its id is the result."""
    at, day = moment(shell, args.at, args.day)  # what is refused here has taken no text yet
    typed, by_hand = text_given(shell, args.text, "What did you notice?")
    sign, text = typed_sign(typed) if by_hand and args.sign is None else (None, typed)
    if not text.strip():
        raise Usage("There is nothing to note.", 'Write it after the verb: journal add "…"')
    chosen = sign or sign_of(args.sign)
    note = new_note(text, at, shell.clock.zone, day, sign=chosen, tags=args.tag, starred=args.star)
    [kept] = shell.rescuing(typed, lambda: shell.journal.save(note))
    if sign:
        shell.say(f"noted as {sign}")
    if note.text != text:
        shell.say("What was not UTF-8 in it is kept as \ufffd.")
    shell.put(kept.id)
    return 0


def text_given(shell: Shell, words: Sequence[str], question: str) -> tuple[str, bool]:
    """Return the text, and whether it was typed here, so that a sign in front of it is one.

    Without words it comes through a pipe, or on a terminal it answers the question. What comes
    through a pipe is never read for signs: a list in it is not a list of setbacks.
    """
    if words and [*words] != ["-"]:
        return " ".join(words), True
    if not words and shell.stdin.isatty():
        return shell.ask(question), True
    return shell.read_stdin(), False


def sign_of(word: str | None) -> Sign | None:
    """Return the sign that --sign names, None for "none" and for nothing."""
    return Sign(word) if word and word != NO_SIGN else None


def moment(shell: Shell, when: str | None, on: str | None) -> tuple[datetime, date]:
    """Return the moment and the logical day that --at and --day name; what they mean is said.

    Raises Usage where they cannot be understood, lie ahead, or are days apart.
    """
    now = shell.clock.now()
    if when is None and on is None:
        return now, shell.today
    from journal.dates import in_words, parse_day, parse_when

    settings = shell.settings
    named = parse_when(when or on or "", now, settings.day_ends, settings.date_order)
    at, day, said = named.at, named.day, named.understood
    if when is not None and on is not None:
        day = parse_day(on, shell.today, settings.date_order)
        said = f"{said}, kept under {in_words(day, shell.today)}"
    days = when is None or _is_day(when, shell.today, settings.date_order)
    if day > shell.today + DAY or (at > now + DAY and not days):
        raise Usage("That is more than a day ahead.", "A note is about what has happened.")
    if abs((at.date() - day).days) > 2:
        raise Usage("--at and --day are more than two days apart.", "Give one of them.")
    shell.say(said)
    return at, day


def _is_day(named: str, today: date, order: str) -> bool:
    """Tell whether a day was named and no time on it; tomorrow is a day ahead at any hour."""
    from journal.dates import parse_day

    try:
        parse_day(named, today, order)
    except Usage:
        return False
    return True

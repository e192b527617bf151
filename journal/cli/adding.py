"""`journal add`: a note, as fast as it can be kept."""

from datetime import date, datetime, timedelta

from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.noting import new_note, typed_sign
from journal.records.record import Sign

NO_SIGN = "none"


def add_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal add`."""
    parser.add_argument("text", nargs="*", help="the note; - reads it from a pipe")
    parser.add_argument("--at", metavar="WHEN", help="when it was: 17:30, yesterday 17:30, …")
    parser.add_argument("--day", metavar="DAY", help="the day it belongs to")
    parser.add_argument("-t", "--tag", action="append", default=[], help="a tag; repeatable")
    parser.add_argument("--sign", choices=[*Sign, NO_SIGN], help="what it is a sign of")
    parser.add_argument("--star", action="store_true", help="mark it with a star")


def add_verb(shell: Shell, args: Arguments) -> int:
    """Keep a note; its id is the result."""
    typed, by_hand = _text(shell, args.text)
    sign, text = _sign(shell, args.sign, typed, by_hand)
    if not text.strip():
        raise Usage("There is nothing to note.", 'Write it after the verb: journal add "…"')
    at, day = moment(shell, args.at, args.day)
    note = new_note(text, at, shell.clock.zone, day, sign=sign, tags=args.tag, starred=args.star)
    [kept] = shell.rescuing(typed, lambda: shell.journal.save(note))
    shell.put(kept.id)
    return 0


def _text(shell: Shell, words: list[str]) -> tuple[str, bool]:
    """Return the text, and whether a sign in front of it was typed as one.

    A text of several lines from a pipe is a page: a list in it is not a list of signs.
    """
    if words and words != ["-"]:
        return " ".join(words), True
    if not words and shell.stdin.isatty():
        return shell.ask("What did you notice?"), True
    text = shell.read_stdin()
    return text, "\n" not in text


def _sign(
    shell: Shell,
    asked: str | None,
    typed: str,
    by_hand: bool,  # noqa: FBT001
) -> tuple[Sign | None, str]:
    """Return the sign asked for, or else the one in front of the text, and the text without it."""
    if asked is not None:
        return (None if asked == NO_SIGN else Sign(asked)), typed
    sign, text = typed_sign(typed) if by_hand else (None, typed)
    if sign:
        shell.say(f"Noted as {sign}.")
    return sign, text


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
    if at > now + timedelta(days=1):
        raise Usage("That is more than a day ahead.", "A note is about what has happened.")
    if abs((at.date() - day).days) > 2:
        raise Usage("--at and --day are more than two days apart.", "Give one of them.")
    shell.say(said)
    return at, day

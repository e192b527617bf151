"""What a command still needs: it takes an option, asks on a terminal, or names the option."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

from journal.cli.adding import text_given
from journal.cli.nouns.noun import sentence
from journal.cli.numbers import number_typed
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.dates import in_words, parse_day
from journal.errors import Usage
from journal.practice.making import needed, rated
from journal.visible import one_line, storable

Choices = Sequence[tuple[str, str]]
"""What can be chosen, each by its key, with its words."""


TOLD = 12
"""So many choices are told at most to somebody who named none of them."""

BEHIND = "The answer behind the id"
"""What gives a choice that has no option of its own."""


def text_or_answer(shell: Shell, words: Sequence[str], question: str, example: str) -> str:
    """Return the words that were typed, or came through a pipe, or answer the question.

    example  the command to copy where there are none; raises Usage then
    """
    text, _ = text_given(shell, words, question)
    if not text.strip():
        raise Usage("There is nothing to keep.", f"For example: {example}")
    return storable(text).strip()


def option_or_answer(shell: Shell, given: str | None, question: str, option: str) -> str:
    """Return what an option gave, or on a terminal the answer to `question`; "" where it is empty.

    Raises Usage that names the option where nobody can be asked.
    """
    if given is not None:
        return sentence(given)
    if not shell.asks:
        raise Usage(f"{question} Nobody can be asked here.", f"{option} says it.")
    return sentence(shell.ask(question))


def also(shell: Shell, given: str | None, question: str) -> str:
    """Return what an option gave, or the answer to a question that may be skipped, or ""."""
    if given is not None:
        return sentence(given)
    return sentence(shell.ask(question)) if shell.asks else ""


def choice_or_answer(
    shell: Shell, given: str | None, question: str, option: str, choices: Choices
) -> str:
    """Return the key that an option gave, or that was chosen by its number or its words.

    Raises Usage where there is no such answer, and where nobody can be asked.
    """
    listed = "; ".join(f"{number} {words}" for number, (_, words) in enumerate(choices, 1))
    said = option_or_answer(shell, given, f"{question} {listed}.", option)
    return chosen(said, choices)


def chosen(said: str, choices: Choices) -> str:
    """Return the key of the choice that was named by number, key or words, or by how one begins.

    Raises Usage where there is no such choice.
    """
    wanted = said.casefold().strip(" .:")
    if 0 < (number := number_typed(wanted) or 0) <= len(choices):
        return choices[number - 1][0]
    for key, words in choices:
        if wanted in (key.casefold(), key.casefold().replace(" ", "-"), words.casefold()):
            return key
    begun = [key for key, words in choices if _begins(words, wanted)]
    if len(begun) == 1:
        return begun.pop()
    more = ["…"] if len(choices) > TOLD else []
    there = ", ".join(dict.fromkeys([*(words for _, words in choices[:TOLD]), *more]))
    raise Usage(
        f"“{one_line(said)[:40]}” is no answer here." if wanted else "Nothing was chosen.",
        f"There is: {there}.",
    )


def _begins(words: str, wanted: str) -> bool:
    return bool(wanted) and not wanted.isdecimal() and words.casefold().startswith(wanted)


def rating(what: str) -> Callable[[str], int]:
    """Return what makes a number from 0 to 10 of an option; `what` it is, for whoever misses."""

    def read(typed: str) -> int:
        number = number_typed(typed.strip())
        return rated(-1 if number is None else number, what) or 0

    return read


def add_look(parser: Parser) -> None:
    """Add the option that names the day to look again."""
    parser.add_argument("--look", metavar="DAY", help="when to look again, at most a week ahead")


def look_typed(shell: Shell, args: Arguments) -> date | None:
    """Return the day that --look names, a coming one where it could be either; None without it.

    Here alone the future is preferred: nobody looks again last Friday.
    """
    if args.look is None:
        return None
    order, today = shell.settings.date_order, shell.today
    day = parse_day(args.look, today, order)
    for ahead in ("next", "in") if day < today else ():
        with suppress(Usage):
            day = parse_day(f"{ahead} {args.look}", today, order)
            break
    shell.say(f"Look again: {in_words(day, today)}.")
    return day


def add_origins(parser: Parser, option: str) -> None:
    """Add the option that says what a new record comes from."""
    parser.add_argument(option, dest="origins", action="append", default=[], metavar="ID",
                        help="what it comes from; repeatable")  # fmt: skip


def origins_typed(shell: Shell, args: Arguments) -> list[str]:
    """Return the ids of what `add_origins` was given. Raises NoSuchRecord."""
    return [shell.journal.get(typed).id for typed in args.origins]


def add_words(parser: Parser) -> None:
    """Add the words that a step may take."""
    parser.add_argument("text", nargs="*", metavar="TEXT", help="in your words")


def said_or_asked(shell: Shell, args: Arguments, question: str, missing: str) -> str:
    """Return the words of `add_words`, or the answer to `question`. Raises Usage without either."""
    typed = " ".join(args.text)
    if not typed and shell.asks:
        typed = shell.ask(question)
    return needed(typed, missing, f"{question} Write it behind the id.")


def words_option(parser: Parser, name: str, about: str) -> None:
    """Add an option that takes words on one line."""
    parser.add_argument(f"--{name}", type=sentence, metavar="TEXT", help=about)

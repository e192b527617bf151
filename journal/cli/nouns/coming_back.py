"""What several nouns can do with a record: answer what waits, put it off, link it to others."""

from journal.cli.nouns.needing import BEHIND, also, choice_or_answer
from journal.cli.nouns.noun import Noun, add_id, keep_change, record_of, step, when_now
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.today import looking_again
from journal.practice.today.answering import Choice, answer
from journal.records.record import Record


def answering(
    noun: Noun, name: str, about: str, question: str, choices: tuple[Choice, ...]
) -> Action:
    """Return `<name> ID [ANSWER]`: the answer to what comes back, in a word and a few more."""

    def add_arguments(parser: Parser) -> None:
        add_id(parser)
        listed = ", ".join(each.key for each in choices)
        parser.add_argument("answer", nargs="*", metavar="ANSWER", help=listed)
        parser.add_argument("--words", metavar="TEXT", help=choices[0].asks or "anything to add")

    def run(shell: Shell, args: Arguments) -> int:
        record = record_of(shell, noun, args.id)
        typed = " ".join(args.answer) or None
        pairs = [(each.key, each.words) for each in choices]
        key = choice_or_answer(shell, typed, question, BEHIND, pairs)
        [choice] = [each for each in choices if each.key == key]
        return answered(shell, record, choice, args.words)

    return Action(name, about, run, add_arguments)


def answered(shell: Shell, record: Record, choice: Choice, given: str | None = None) -> int:
    """Keep what waited with its answer; the question that belongs to it is asked.

    given  the answer to that question, if it was given already; raises Usage where it needs one
    """
    said = also(shell, given, choice.asks) if choice.asks or given else ""
    if choice.must and not said:
        raise Usage(f"{choice.asks} It needs a few words.", "--words says it.")
    after = answer(record, choice.key, said, when_now(shell))
    return keep_change(shell, record, after, "Kept", op="answer")


def putting_off(noun: Noun) -> Action:
    """Return `later ID`: it comes back in a week."""

    def change(shell: Shell, _args: Arguments, record: Record) -> Record:
        return looking_again.put_off(record, shell.today)

    about = "not now: it comes back in a week"
    return step(noun, "later", about, change, "In a week", op="put-off")


def linking(noun: Noun) -> Action:
    """Return `link ID OTHER…`: what a record leads to, or has to do with."""

    def add_arguments(parser: Parser) -> None:
        parser.add_argument("others", nargs="+", metavar="OTHER", help="ids of other records")
        parser.add_argument("--off", action="store_true", help="take these links off")

    def change(shell: Shell, args: Arguments, record: Record) -> Record:
        others = [shell.journal.get(typed).id for typed in args.others]
        if record.id in others:
            raise Usage("A record does not link to itself.", "Name another one.")
        kept = [link for link in record.links if link not in others]
        new = kept if args.off else dict.fromkeys((*record.links, *others))
        return record._replace(links=tuple(new))

    return step(noun, "link", "link it to other records", change, "Linked", add_arguments)

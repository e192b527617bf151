"""`journal context`: what is around the learner: noticed, changed, and whether that helped."""

from journal.cli.nouns.coming_back import answering, linking, putting_off
from journal.cli.nouns.needing import (
    BEHIND,
    add_look,
    add_origins,
    add_words,
    choice_or_answer,
    look_typed,
    origins_typed,
    said_or_asked,
    text_or_answer,
)
from journal.cli.nouns.noun import Noun, keep_made, listing, showing, step, when_now
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.practice.today.answering import DID_HELP
from journal.practice.tries import contexts
from journal.records.context import CONTEXTS
from journal.records.record import Record

CONTEXT = Noun("context", "context", "change around you", is_open=lambda own: not own.helped)

_REACHES = [(reach, reach) for reach in contexts.REACHES]


def _new_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what you noticed")
    parser.add_argument("--in", dest="context", choices=CONTEXTS, help="what it belongs to")
    parser.add_argument("--reach", choices=contexts.REACHES, help="whose it is to change")
    add_origins(parser, "--from")


def _new(shell: Shell, args: Arguments) -> int:
    links = origins_typed(shell, args)
    around = list(contexts.AROUND.items())
    which = choice_or_answer(shell, args.context, "What does it belong to?", "--in", around)
    example = 'journal context new --in physical "The phone rings all morning"'
    noticed = text_or_answer(shell, args.text, "What is in the way, or helps?", example)
    made = contexts.notice(when_now(shell), which, noticed, reach=args.reach or "", links=links)
    return keep_made(shell, made)


def _edit(shell: Shell, args: Arguments, record: Record) -> Record:
    said = said_or_asked(shell, args, "What did you notice?", "Nothing was changed.")
    return contexts.reworded(record, said)


def _sort_arguments(parser: Parser) -> None:
    parser.add_argument("reach", nargs="*", metavar="REACH", help=", ".join(contexts.REACHES))


def _sort(shell: Shell, args: Arguments, record: Record) -> Record:
    typed = " ".join(args.reach) or None
    return contexts.sort(record, choice_or_answer(shell, typed, "Whose is it?", BEHIND, _REACHES))


def _change_arguments(parser: Parser) -> None:
    add_words(parser)
    add_look(parser)


def _change(shell: Shell, args: Arguments, record: Record) -> Record:
    did = said_or_asked(shell, args, "What did you change?", "Say what you changed.")
    return contexts.change(record, did, shell.today, look_typed(shell, args))


context_verb_actions = (
    Action("new", "something around you that is in the way, or helps", _new, _new_arguments),
    listing(CONTEXT),
    showing(CONTEXT),
    step(CONTEXT, "sort", "whose it is to change", _sort, "Sorted", _sort_arguments),
    step(CONTEXT, "change", "what you changed", _change, "Changed", _change_arguments,
         op="start"),
    answering(CONTEXT, "helped", "whether it helped", "Did it help?", DID_HELP),
    putting_off(CONTEXT),
    step(CONTEXT, "edit", "put what you noticed otherwise", _edit, "Now", add_words),
    linking(CONTEXT),
)  # fmt: skip
"""What can follow `journal context`."""

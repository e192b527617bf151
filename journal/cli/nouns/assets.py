"""`journal asset`: what the learner brings, each thing shown by notes of their own."""

from journal.cli.nouns.needing import option_or_answer, text_or_answer, words_option
from journal.cli.nouns.noun import (
    Noun,
    add_id,
    keep_change,
    keep_made,
    listing,
    record_of,
    sentence,
    showing,
    step,
    when_now,
)
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.mind import assets
from journal.records.record import Record

ASSET = Noun("asset", "asset", "thing that you bring")


def _new_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what you bring")
    parser.add_argument("--note", action="append", default=[], metavar="ID",
                        help="a note that shows it; at least one")  # fmt: skip
    words_option(parser, "how", "how it helped")


def _new(shell: Shell, args: Arguments) -> int:
    question = "Which note shows it? The beginning of its id."
    named = args.note or [option_or_answer(shell, None, question, "--note ID")]
    notes = [shell.journal.get(typed).id for typed in named]
    name = text_or_answer(shell, args.text, "What do you bring?", _EXAMPLE)
    made = assets.new_asset(when_now(shell), sentence(name), notes, args.how or "")
    return keep_made(shell, made)


_EXAMPLE = 'journal asset new "Asking before answering" --note k7q2xz'


def _note_argument(parser: Parser) -> None:
    parser.add_argument("note", metavar="NOTE", help="the id of a note")


def _shown(shell: Shell, args: Arguments, record: Record) -> Record:
    return assets.shown_by(record, shell.journal.get(args.note).id)


def _not_shown(shell: Shell, args: Arguments, record: Record) -> Record:
    return assets.not_shown_by(record, shell.journal.get(args.note).id)


def _edit_arguments(parser: Parser) -> None:
    add_id(parser)
    parser.add_argument("text", nargs="*", metavar="TEXT", help="its new name")
    words_option(parser, "how", "how it helped")


def _edit(shell: Shell, args: Arguments) -> int:
    record = record_of(shell, ASSET, args.id)
    if not args.text and args.how is None:
        raise Usage("Nothing was named to change.", "Its new name, or --how TEXT.")
    after = assets.edit_asset(record, name=" ".join(args.text) or None, how=args.how)
    return keep_change(shell, record, after, "Now")


asset_verb_actions = (
    Action("new", "something that you bring, shown by a note", _new, _new_arguments),
    listing(ASSET),
    showing(ASSET),
    step(ASSET, "shown", "one more note shows it", _shown, "Shown", _note_argument),
    step(ASSET, "not-shown", "a note does not show it after all", _not_shown, "Taken off",
         _note_argument),
    Action("edit", "change its name, or say how it helped", _edit, _edit_arguments),
)  # fmt: skip
"""What can follow `journal asset`."""

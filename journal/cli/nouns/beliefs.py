"""`journal belief`: what the learner thinks is so, and what changed their mind."""

from journal.cli.look_back.gathering import packs
from journal.cli.nouns.coming_back import linking
from journal.cli.nouns.needing import (
    add_origins,
    add_words,
    option_or_answer,
    origins_typed,
    said_or_asked,
    text_or_answer,
    words_option,
)
from journal.cli.nouns.noun import (
    Change,
    Noun,
    add_id,
    keep_change,
    keep_made,
    listing,
    record_of,
    showing,
    step,
    when_now,
)
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.practice.look_back.prompts import asked
from journal.practice.making import own_of
from journal.practice.mind import beliefs
from journal.records.belief import GIVEN_UP, HELD, Belief
from journal.records.record import Record

BELIEF = Noun("belief", "belief", "belief", is_open=lambda own: own.state == HELD,
              states=(HELD, GIVEN_UP))  # fmt: skip


def _new_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="“I think that …”")
    words_option(parser, "since", "since when you think so")
    add_origins(parser, "--from")


def _new(shell: Shell, args: Arguments) -> int:
    links = origins_typed(shell, args)
    example = 'journal belief new "I think that checklists hide what they do not list"'
    statement = text_or_answer(shell, args.text, "I think that …", example)
    made = beliefs.new_belief(when_now(shell), statement, since=args.since or "", links=links)
    return keep_made(shell, made)


def _evidence_arguments(parser: Parser) -> None:
    add_words(parser)
    parser.add_argument("--note", metavar="ID", help="the note that shows it")


def _evidence(side: str) -> Change:
    question = f"What speaks {side} it?"

    def change(shell: Shell, args: Arguments, record: Record) -> Record:
        note = shell.journal.get(args.note) if args.note is not None else None
        if note and not args.text:
            said = note.text
        else:
            said = said_or_asked(shell, args, question, question)
        after = beliefs.add_evidence(record, shell.today, side, said, note.id if note else "")
        links = (*after.links, note.id) if note else after.links
        return after._replace(links=tuple(dict.fromkeys(links)))

    return change


def _who_arguments(parser: Parser) -> None:
    add_words(parser)
    words_option(parser, "who", "who says so; you, where it is left out")


def _said(shell: Shell, args: Arguments, record: Record) -> Record:
    said = said_or_asked(shell, args, "What was said about it?", "What was said is missing.")
    return beliefs.add_saying(record, shell.today, args.who or "", said)


def _doubt(shell: Shell, args: Arguments, record: Record) -> Record:
    said = said_or_asked(shell, args, _doubting(shell, record), "A doubt needs a few words.")
    return beliefs.add_doubt(record, shell.today, said, args.who or "")


def _doubting(shell: Shell, record: Record) -> str:
    """Return the question of a doubter, each time the next one."""
    there = [prompt.full for prompt in asked(packs(shell), "doubt")]
    doubted = len(own_of(record, Belief).doubts)
    return there[doubted % len(there)] if there else "Where would it break first?"


def _revise_arguments(parser: Parser) -> None:
    add_words(parser)
    words_option(parser, "why", "what changed your mind")


def _revise(shell: Shell, args: Arguments, record: Record) -> Record:
    now = said_or_asked(
        shell, args, "What do you think now? I think that …", "It needs a sentence."
    )
    return beliefs.revise(record, now, _why(shell, args), shell.today)


def _give_up(shell: Shell, args: Arguments, record: Record) -> Record:
    return beliefs.give_up(record, _why(shell, args), shell.today)


def _why(shell: Shell, args: Arguments) -> str:
    return option_or_answer(shell, args.why, "What changed your mind?", "--why")


def _why_argument(parser: Parser) -> None:
    words_option(parser, "why", "what changed your mind")


def _edit_arguments(parser: Parser) -> None:
    add_id(parser)
    words_option(parser, "since", "since when you think so")


def _edit(shell: Shell, args: Arguments) -> int:
    record = record_of(shell, BELIEF, args.id)
    since = option_or_answer(shell, args.since, "Since when do you think so?", "--since")
    return keep_change(shell, record, beliefs.with_since(record, since), "Now")


belief_verb_actions = (
    Action("new", "a sentence that begins: I think that …", _new, _new_arguments),
    listing(BELIEF),
    showing(BELIEF),
    step(BELIEF, "for", "what speaks for it", _evidence("for"), "Noted", _evidence_arguments),
    step(BELIEF, "against", "what speaks against it", _evidence("against"), "Noted",
         _evidence_arguments),
    step(BELIEF, "said", "what somebody said about it", _said, "Noted", _who_arguments),
    step(BELIEF, "doubt", "doubt it on purpose", _doubt, "Doubted", _who_arguments),
    step(BELIEF, "revise", "what you think now, and what changed your mind", _revise,
         "Changed your mind", _revise_arguments, op="revise"),
    step(BELIEF, "give-up", "you think so no more", _give_up, "Given up", _why_argument,
         op="revise"),
    Action("edit", "since when you think so", _edit, _edit_arguments),
    linking(BELIEF),
)  # fmt: skip
"""What can follow `journal belief`."""

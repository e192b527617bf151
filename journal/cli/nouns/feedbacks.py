"""`journal feedback`: what somebody said to the learner, and what they do with it."""

from journal.cli.nouns.coming_back import answering, linking, putting_off
from journal.cli.nouns.needing import text_or_answer, words_option
from journal.cli.nouns.noun import (
    Noun,
    add_id,
    keep,
    keep_made,
    listing,
    record_of,
    showing,
    step,
    when_now,
)
from journal.cli.nouns.trying import add_lines, add_parts, made_try
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.mind import feedbacks
from journal.practice.today.answering import DECISIONS
from journal.records.coach import Coach
from journal.records.record import Record
from journal.sharing.desk import coach_named, coaches_called
from journal.store.ids import new_id

FEEDBACK = Noun("feedback", "feedback", "note of what someone said",
                is_open=lambda own: not own.decision)  # fmt: skip


def _new_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what was said")
    words_option(parser, "who", "who said it")
    words_option(parser, "about", "what it was about")
    parser.add_argument("--from", dest="origin", metavar="ID|COACH",
                        help="the note that says it, or the coach who did")  # fmt: skip
    parser.add_argument("--unread", action="store_true", help="keep it to be read later")


def _new(shell: Shell, args: Arguments) -> int:
    now, about = when_now(shell), args.about or ""
    origin = _origin(shell, args.origin) if args.origin is not None else None
    coach = origin.own if origin and isinstance(origin.own, Coach) else Coach()
    who = args.who or coach.name
    example = 'journal feedback new --who Ana "You answered before she had asked"'
    if origin and not coach.name and not args.text:
        said = origin.text
    else:
        said = text_or_answer(shell, args.text, "What was said?", example)
    links = [origin.id] if origin else []
    made = feedbacks.new_feedback(now, said, who, about, read=not args.unread, links=links)
    return keep_made(shell, made)


def _origin(shell: Shell, typed: str) -> Record:
    """Return the card of the coach with this name, or the record with this id."""
    if coaches_called(shell.journal, typed):
        return coach_named(shell.journal, typed)
    return shell.journal.get(typed)


def _edit_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what was said")
    words_option(parser, "who", "who said it")
    words_option(parser, "about", "what it was about")


def _edit(_shell: Shell, args: Arguments, record: Record) -> Record:
    if not args.text and args.who is None and args.about is None:
        raise Usage("Nothing was named to change.", "What was said, --who or --about.")
    said = " ".join(args.text) or None
    return feedbacks.reworded(record, said=said, who=args.who, about=args.about)


def _read(_shell: Shell, _args: Arguments, record: Record) -> Record:
    return feedbacks.read_it(record)


def _done(_shell: Shell, _args: Arguments, record: Record) -> Record:
    return feedbacks.enacted(record)


def _try_arguments(parser: Parser) -> None:
    add_id(parser)
    parser.add_argument("text", nargs="*", metavar="TEXT", help="“If …, I'll …” in one piece")
    add_lines(parser)
    add_parts(parser)
    parser.add_argument("--draft", action="store_true", help="do not begin it yet")


def _try(shell: Shell, args: Arguments) -> int:
    """Keep a try that comes of it, and with it where it came from."""
    record = record_of(shell, FEEDBACK, args.id)
    made = made_try(shell, args, " ".join(args.text), [record.id])._replace(id=new_id())
    return keep(shell, made, feedbacks.came_of_it(record, made.id), op="experiment")


feedback_verb_actions = (
    Action("new", "what somebody said to you", _new, _new_arguments),
    listing(FEEDBACK),
    showing(FEEDBACK),
    step(FEEDBACK, "read", "say that you have read it", _read, "Read"),
    answering(FEEDBACK, "decide", "what you do with it, and why", "What do you do with it?",
              DECISIONS),
    Action("try", "a try that comes of it", _try, _try_arguments),
    step(FEEDBACK, "edit", "what was said, by whom, about what", _edit, "Now", _edit_arguments),
    step(FEEDBACK, "done", "say that you did something with it", _done, "Done"),
    putting_off(FEEDBACK),
    linking(FEEDBACK),
)  # fmt: skip
"""What can follow `journal feedback`."""

"""`journal item`: questions, what is made of them, and the lessons that they become."""

from journal.cli.lines import first_line, put_line
from journal.cli.nouns.coming_back import answering, linking, putting_off
from journal.cli.nouns.in_a_row import in_a_row_action
from journal.cli.nouns.item_moving import (
    add_found,
    found_typed,
    move_arguments,
    move_on,
    tries_for,
)
from journal.cli.nouns.needing import add_words, rating, said_or_asked, text_or_answer, words_option
from journal.cli.nouns.noun import (
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
from journal.errors import NothingFound
from journal.practice.loop import questions
from journal.practice.loop.moves import moves
from journal.practice.loop.ways import IN_WORDS
from journal.practice.making import HELPED, own_of
from journal.practice.today.answering import STILL
from journal.practice.tries.evidence import Row, evidence_table
from journal.records.criteria import Criteria
from journal.records.item import Item, State
from journal.records.record import Record
from journal.visible import one_line

_ENDED = (State.PARKED, State.DROPPED)
_WORDS = ("works_when", "fails_when", "disagree", "setting")
"""What can be said of a lesson, each with an option."""


def _line(record: Record) -> str:
    return f"{first_line(record)}  ({IN_WORDS[own_of(record, Item).state]})"


ITEM = Noun(
    "item", "item", "question", is_open=lambda item: item.state not in _ENDED, line=_line,
    states=tuple(State),
)  # fmt: skip


# --- new and other words


def _new_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what you want to find out")
    parser.add_argument("--from", dest="origin", metavar="ID", help="the note that it comes from")
    add_found(parser)


def _new(shell: Shell, args: Arguments) -> int:
    now = when_now(shell)
    if args.origin is not None:
        note = shell.journal.get(args.origin)
        made = questions.item_from_note(note, now, " ".join(args.text))
    else:
        example = 'journal item new "Why does the second review find more?"'
        asked = text_or_answer(shell, args.text, "What do you want to find out?", example)
        made = questions.new_question(asked, now)
    return keep_made(shell, questions.with_words(made, found_typed(args), now))


def _edit_arguments(parser: Parser) -> None:
    add_id(parser)
    parser.add_argument("text", nargs="*", metavar="TEXT", help="its new wording")
    words_option(parser, "works-when", "when the lesson works")
    words_option(parser, "fails-when", "when it fails")
    words_option(parser, "disagree", "who might disagree")
    words_option(parser, "setting", "where it was learned")
    parser.add_argument("--aid", metavar="TEXT", help="up to seven lines for the moment of need; "
                        "- reads them from a pipe")  # fmt: skip
    parser.add_argument("--sure", type=rating("How sure you are"), metavar="N",
                        help="how sure you are of it, 0 to 10")  # fmt: skip


def _edit(shell: Shell, args: Arguments) -> int:
    record = record_of(shell, ITEM, args.id)
    said = {name: getattr(args, name) for name in _WORDS if getattr(args, name) is not None}
    if not (args.text or said or args.aid is not None or args.sure is not None):
        said["question"] = said_or_asked(shell, args, "Its new wording?", "Nothing was changed.")
    elif args.text:
        said["question"] = " ".join(args.text)
    after = questions.describe(record, **said)
    if args.aid is not None:
        after = questions.with_aid(after, shell.read_stdin() if args.aid == "-" else args.aid)
    if args.sure is not None:
        after = questions.how_sure(after, args.sure)
    return keep_change(shell, record, after, "Now")


# --- making sense, moving on


def _note_arguments(parser: Parser) -> None:
    add_words(parser)
    add_found(parser)


def _note(shell: Shell, args: Arguments, record: Record) -> Record:
    given = found_typed(args)
    if args.text or not (given.sources or given.people or given.none_found):
        ask = "What do you make of it, in your own words?"
        given = given._replace(sense=said_or_asked(shell, args, ask, "There is nothing to keep."))
    return questions.with_words(record, given, when_now(shell))


def _move(shell: Shell, args: Arguments) -> int:
    return move_on(shell, args, record_of(shell, ITEM, args.id))


def _report_arguments(parser: Parser) -> None:
    add_id(parser)
    parser.add_argument("--json", action="store_true", help="as a JSON array")


def _moves(shell: Shell, args: Arguments) -> int:
    record = record_of(shell, ITEM, args.id)
    possible = moves(record, tries_for(shell, record))
    if args.json:
        shell.put_json([
            {"to": each.to, "words": each.words, "needs": [need.name for need in each.needs]}
            for each in possible
        ])  # fmt: skip
    for each in [] if args.json else possible:
        needs = f"  needs {', '.join(need.short for need in each.needs)}" if each.needs else ""
        shell.put(f"{each.to:13}{each.words}{needs}")
    return 0


# --- a lesson in use, and its tries


def _used_arguments(parser: Parser) -> None:
    add_words(parser)
    parser.add_argument("--worked", choices=HELPED, default="", help="whether it helped there")


def _used(shell: Shell, args: Arguments, record: Record) -> Record:
    where = said_or_asked(shell, args, "Where was it used?", "Say where it was used.")
    return questions.used_again(record, shell.today, where, args.worked)


def _aid_used(shell: Shell, _args: Arguments, record: Record) -> Record:
    return questions.aid_used(record, shell.today)


def _tries(shell: Shell, args: Arguments) -> int:
    record = record_of(shell, ITEM, args.id)
    rows = evidence_table(record, shell.journal.find(Criteria(kinds=("experiment",))))
    if args.json:
        shell.put_json([{**row._asdict(), "record": row.record.id} for row in rows])
    for row in [] if args.json else rows:
        put_line(shell, row.record)
        for line in _told(row):
            shell.put("    ", line)
    if not rows:
        raise NothingFound("No try belongs to it yet.", f"journal item move {args.id} trying")
    return 0


def _told(row: Row) -> list[str]:
    sure = f" ({row.sure} of 10)" if row.sure is not None else ""
    parts = (
        ("Expected", f"{row.expected}{sure}" if row.expected else ""),
        ("Came", ": ".join(filter(None, (row.difference, row.came)))),
        ("It teaches", row.teaches),
        ("Their conditions" if row.whose else "My conditions", row.conditions),
    )
    return [f"{label}: {one_line(words)}" for label, words in parts if words]


item_verb_actions = (
    Action("new", "begin a question, or make one of a note", _new, _new_arguments),
    listing(ITEM),
    showing(ITEM),
    Action("edit", "change its wording, or say more of a lesson", _edit, _edit_arguments),
    step(ITEM, "note", "what you found, or make of it, without moving it", _note, "Noted",
         _note_arguments),
    Action("moves", "where it can go from here, and what that needs", _moves, _report_arguments),
    Action("move", "move it on; what that needs is taken or asked for", _move, move_arguments),
    answering(ITEM, "answer", "answer a lesson that came back", "Still true?", STILL),
    putting_off(ITEM),
    step(ITEM, "used", "say that a lesson was used somewhere else", _used, "Used again",
         _used_arguments),
    step(ITEM, "aid-used", "say that its aid was used", _aid_used, "Used"),
    Action("tries", "the tries on it: what was expected, what came", _tries, _report_arguments),
    in_a_row_action(ITEM, "story", "tell a lesson as a story, in four steps"),
    linking(ITEM),
)  # fmt: skip
"""What can follow `journal item`."""

"""What `journal growth` takes from the learner: not this, missed, doesn't count, a pair, closed."""

from collections.abc import Sequence

from journal.analysis.entries import Entry
from journal.analysis.growth.held import HELD
from journal.analysis.growth.label_words import LABELS
from journal.analysis.growth.material import Material
from journal.analysis.growth.rules import RULES, rule
from journal.analysis.names import names
from journal.cli.nouns.noun import add_id, keep, sentence, when_now
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.sentences import (
    LISTS,
    by_rules,
    marked_in,
    number,
    of_lists,
    one_of,
    sentence_arguments,
    sentences,
    sentences_arguments,
    span_of,
)
from journal.cli.shell import Shell
from journal.errors import NothingFound
from journal.practice import marks
from journal.practice.deeds.of_passage import OP, Passage
from journal.records.criteria import Criteria
from journal.records.mark import Ending, Named
from journal.records.record import Record
from journal.visible import one_line

ENDINGS = {ending.value.removeprefix("did ").replace(" ", "-"): ending for ending in Ending}
NAMES = {named.value.removeprefix("a "): named for named in Named}


def _why(parser: Parser, about: str = "anything to say to it") -> None:
    parser.add_argument("--why", type=sentence, default="", metavar="TEXT", help=about)


def _not_this_arguments(parser: Parser) -> None:
    sentence_arguments(parser)
    parser.add_argument("--list", choices=LISTS, help="which list has it, where several have")
    _why(parser)


def _not_this(shell: Shell, args: Arguments) -> int:
    record = shell.journal.get(args.id)
    each = one_of(record, by_rules(record, marked_in(shell, record)), args)
    made = marks.not_this(
        record, when_now(shell), each.label, each.start, each.end, each.cue, args.why
    )  # fmt: skip
    return _keep(shell, made, f"Not this ({LABELS[each.label]}): {each.words}")


def _missed_arguments(parser: Parser) -> None:
    sentence_arguments(parser)
    parser.add_argument("--list", choices=LISTS, required=True, help="what it shows")
    _why(parser)


def _missed(shell: Shell, args: Arguments) -> int:
    record, label = shell.journal.get(args.id), LISTS[args.list]
    start, end = span_of(record, args.sentence)
    made = marks.missed(record, when_now(shell), label, start, end, args.why)
    return _keep(shell, made, f"Added to “{LABELS[label]}”: {record.text[start:end]}")


def _doesnt_count_arguments(parser: Parser) -> None:
    add_id(parser)
    figures = [each.name for each in RULES]
    parser.add_argument("--figure", choices=figures, required=True, help="what it is left out of")
    _why(parser, "because …; it is shown with it")


def _doesnt_count(shell: Shell, args: Arguments) -> int:
    record, figure = shell.journal.get(args.id), rule(args.figure)
    code = figure.code if figure else args.figure
    made = marks.does_not_count(record, when_now(shell), code, args.why)
    return _keep(shell, made, f"Left out of {args.figure}: {record.text}")


def _pair_arguments(parser: Parser) -> None:
    parser.add_argument("id", metavar="THEN", help="the beginning of an id, or: last")
    parser.add_argument("other", metavar="NOW", help="the other one")
    for name in ("then", "now"):
        about = f"which sentence of it; without, all of {name.upper()}"
        parser.add_argument(f"--{name}-sentence", type=number, metavar="N", help=about)
    _why(parser, "what changed, or why these two")


def _pair(shell: Shell, args: Arguments) -> int:
    then, now = shell.journal.get(args.id), shell.journal.get(args.other)
    whole = (0, 0)
    both = [
        span_of(record, wanted) if wanted is not None else whole
        for record, wanted in ((then, args.then_sentence), (now, args.now_sentence))
    ]
    made = marks.pair(then, now, when_now(shell), both[0], both[1], args.why)
    return _keep(shell, made, "Put side by side")


def _close_arguments(parser: Parser) -> None:
    sentence_arguments(parser)
    parser.add_argument("ending", choices=ENDINGS, metavar="HOW", help=", ".join(ENDINGS))
    _why(parser, "a word on how")


def _close(shell: Shell, args: Arguments) -> int:
    record, ending = shell.journal.get(args.id), ENDINGS[args.ending]
    open_ = [each for each, mark in _held(shell, record) if mark is None]
    fits = [each for each in open_ if ending in marks.ENDINGS[each.label]]
    each = one_of(record, fits or open_, args)
    made = marks.closed(
        record, when_now(shell), each.label, each.start, each.end, ending, args.why
    )  # fmt: skip
    return _keep(shell, made, f"Closed, {ending}: {each.words}")


def _reopen(shell: Shell, args: Arguments) -> int:
    record = shell.journal.get(args.id)
    closed = {each: mark for each, mark in _held(shell, record) if mark is not None}
    each = one_of(record, closed, args)
    return _keep(shell, marks.opened_again(closed[each]), f"Open again: {each.words}")


def _held(shell: Shell, record: Record) -> list[tuple[Passage, Record | None]]:
    """Return what a record means or asks, each with the mark that closed it, if there is one."""
    marked = marked_in(shell, record)
    return [
        (each, marked.closed(record, each.label, each.start, each.end))
        for each in of_lists(record, marked)
        if each.label in HELD
    ]


def _name_arguments(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", help="a name that comes back")
    parser.add_argument("what", choices=NAMES, metavar="WHAT", help=", ".join(NAMES))


def _name(shell: Shell, args: Arguments) -> int:
    records = Material(shell.journal.find(Criteria()), shell.today).written_late
    found = names(Entry(each.id, each.day, each.text) for each in records)
    wanted = args.name.casefold()
    name = next((each for each in found if each.name.casefold() == wanted), None)
    if name is None:
        raise NothingFound(
            f"“{one_line(args.name)}” does not come back.", "`journal growth` lists the names."
        )
    place, what = name.mentions[-1], NAMES[args.what]
    record = shell.journal.get(place.id)
    made = marks.named(record, when_now(shell), place.start, place.end, what)
    return _keep(shell, made, f"{name.name}: {what}")


def _keep(shell: Shell, mark: Record, said: str) -> int:
    shell.say(one_line(said))
    return keep(shell, mark, op=OP)


marking_actions: Sequence[Action] = (
    Action("sentences", "the sentences of a record, with their numbers and lists",
           sentences, sentences_arguments),
    Action("not-this", "a sentence is not what its list says", _not_this, _not_this_arguments),
    Action("missed", "a sentence shows something that no list has", _missed, _missed_arguments),
    Action("doesnt-count", "a record is left out of a figure, because …",
           _doesnt_count, _doesnt_count_arguments),
    Action("pair", "two passages side by side", _pair, _pair_arguments),
    Action("close", "close an intention or a question, in a word", _close, _close_arguments),
    Action("reopen", "open again what was closed", _reopen, sentence_arguments),
    Action("name", "say what a name is: person, resource, neither", _name, _name_arguments),
)  # fmt: skip
"""What `journal growth` can do besides showing the page."""

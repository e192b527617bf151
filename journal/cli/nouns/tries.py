"""`journal try`: small experiments; two lines begin one, a look and a next step end it."""

from journal.cli.nouns.coming_back import linking, putting_off
from journal.cli.nouns.in_a_row import in_a_row_action
from journal.cli.nouns.needing import (
    BEHIND,
    add_look,
    add_origins,
    add_words,
    also,
    choice_or_answer,
    look_typed,
    option_or_answer,
    origins_typed,
    rating,
    said_or_asked,
    words_option,
)
from journal.cli.nouns.noun import (
    Noun,
    add_id,
    keep_change,
    keep_made,
    listing,
    record_of,
    showing,
    step,
)
from journal.cli.nouns.try_cards import sharing_cards
from journal.cli.nouns.try_deciding import deciding
from journal.cli.nouns.trying import add_lines, add_parts, made_try, parts_typed
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.making import own_of
from journal.practice.today.answering import CAME
from journal.practice.tries import experiments
from journal.practice.tries.two_lines import expectation
from journal.records.experiment import Experiment, Stage
from journal.records.record import Record

_GOING_ON = (Stage.DRAFTED, Stage.RUNNING, Stage.REVIEWED)
_RESULT = ("cause", "teaches", "conditions")
"""What can be said of a result besides what happened."""

TRY = Noun("try", "experiment", "try", is_open=lambda own: own.state in _GOING_ON,
           states=tuple(Stage))  # fmt: skip


# --- begin


def _new_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="“If …, I'll …” in one piece")
    add_lines(parser)
    add_parts(parser)
    add_origins(parser, "--for")
    parser.add_argument("--draft", action="store_true", help="do not begin it yet")


def _new(shell: Shell, args: Arguments) -> int:
    links = origins_typed(shell, args)
    return keep_made(shell, made_try(shell, args, " ".join(args.text), links))


def _start_arguments(parser: Parser) -> None:
    words_option(parser, "expect", "what you expect of it; kept as it is from now on")
    parser.add_argument("--sure", type=rating("How sure you are"), metavar="N",
                        help="how sure of that, 0 to 10")  # fmt: skip
    add_look(parser)


def _start(shell: Shell, args: Arguments, record: Record) -> Record:
    own = own_of(record, Experiment)
    expected, sure = own.prediction, own.sureness
    if args.expect is not None or not expected:
        said = option_or_answer(shell, args.expect, "What do you expect of it?", "--expect")
        expected, sure = expectation(said)
    sure = sure if args.sure is None else args.sure
    drafted = experiments.edit_try(record, prediction=expected, sureness=sure)
    return experiments.start(drafted, shell.today, look_typed(shell, args))


# --- on the way


def _edit_arguments(parser: Parser) -> None:
    add_id(parser)
    add_lines(parser)
    add_parts(parser)
    _add_result(parser)


def _add_result(parser: Parser) -> None:
    for name, about in zip(
        _RESULT,
        ("what made the difference", "what it teaches", "under which conditions"),
        strict=True,
    ):
        words_option(parser, name, about)


def _result_typed(args: Arguments) -> dict[str, str]:
    return {name: getattr(args, name) for name in _RESULT if getattr(args, name) is not None}


def _edit(shell: Shell, args: Arguments) -> int:
    record = record_of(shell, TRY, args.id)
    lines = {"cue": args.cue, "response": args.response, "prediction": args.expect,
             "sureness": args.sure}  # fmt: skip
    said = {name: value for name, value in lines.items() if value is not None}
    fields = said | parts_typed(args) | _result_typed(args)
    if not fields:
        raise Usage("Nothing was named to change.", "For example: --because TEXT")
    return keep_change(shell, record, experiments.edit_try(record, **fields), "Now")


def _remark(shell: Shell, args: Arguments, record: Record) -> Record:
    said = said_or_asked(shell, args, "What did you notice on it?", "A remark needs a few words.")
    return experiments.remark(record, shell.today, said)


def _keep_on(shell: Shell, args: Arguments, record: Record) -> Record:
    return experiments.keep_on(record, shell.today, look_typed(shell, args))


def _shrink_arguments(parser: Parser) -> None:
    words_option(parser, "step", "the smaller step")


def _shrink(shell: Shell, args: Arguments, record: Record) -> Record:
    smaller = option_or_answer(shell, args.step, "Which smaller step?", "--step")
    return experiments.shrink(record, smaller, shell.today)


# --- look at it


def _result_arguments(parser: Parser) -> None:
    came = ", ".join(choice.key for choice in CAME)
    parser.add_argument("came", nargs="*", metavar="CAME", help=came)
    words_option(parser, "happened", "what happened: seen, not judged")
    parser.add_argument("--rating", type=rating("The result"), metavar="N",
                        help="your own rating of it, 0 to 10")  # fmt: skip
    _add_result(parser)


def _result(shell: Shell, args: Arguments, record: Record) -> Record:
    expected = own_of(record, Experiment).prediction
    question = f"You expected: {expected}. What came?" if expected else "What came?"
    pairs = [(choice.key, choice.words) for choice in CAME]
    came = choice_or_answer(shell, " ".join(args.came) or None, question, BEHIND, pairs)
    happened = also(shell, args.happened, "What happened?")
    more = _result_typed(args)
    return experiments.look_at(record, shell.today, came, happened, result=args.rating, **more)


try_verb_actions = (
    Action("new", "begin one in two lines", _new, _new_arguments),
    step(TRY, "start", "begin one; what you expect stays as it is from then on", _start, "Begun",
         _start_arguments, op="start"),
    step(TRY, "result", "say what came of it", _result, "Looked at", _result_arguments,
         op="answer"),
    listing(TRY),
    showing(TRY),
    Action("edit", "add or change its lines", _edit, _edit_arguments),
    step(TRY, "note", "add a remark on the way", _remark, "Noted", add_words),
    *deciding(TRY),
    putting_off(TRY),
    step(TRY, "keep-on", "go on with one that has gone quiet", _keep_on, "Goes on", add_look),
    step(TRY, "shrink", "go on with a smaller step", _shrink, "Made smaller", _shrink_arguments),
    in_a_row_action(TRY, "questions", "go through five questions about it, one line each"),
    *sharing_cards(TRY),
    linking(TRY),
)  # fmt: skip
"""What can follow `journal try`."""

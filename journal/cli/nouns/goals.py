"""`journal goal`: what the learner is learning."""

from journal.cli.editor import edited
from journal.cli.nouns.coming_back import linking
from journal.cli.nouns.needing import choice_or_answer, said_or_asked, text_or_answer
from journal.cli.nouns.noun import (
    Change,
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
from journal.practice.making import changed, made, own_of
from journal.practice.mind import goals
from journal.records.goal import FRAMINGS, Goal
from journal.records.record import Record

ACTIVE, REACHED, LET_GO = goals.STATES

GOAL = Noun("goal", "goal", "learning goal", is_open=lambda goal: goal.state == ACTIVE,
            states=goals.STATES)  # fmt: skip


def _parts_arguments(parser: Parser) -> None:
    parser.add_argument(
        "--leading", action="append", type=sentence, metavar="SIGN",
        help="a sign that the way there works, looked at weekly; at most twice",
    )  # fmt: skip
    parser.add_argument(
        "--lagging", type=sentence, metavar="SIGN", help="a sign of the outcome, looked at monthly"
    )
    parser.add_argument(
        "--wider", type=sentence, metavar="TEXT", help="what it is good for beyond you"
    )
    parser.add_argument("--framing", choices=FRAMINGS, help=", or ".join(FRAMINGS.values()))


def _with_parts(args: Arguments, record: Record) -> Record:
    """Return a goal with what the options say; an empty one takes that part off."""
    leading = None if args.leading is None else tuple(args.leading)
    record = goals.with_signs(record, leading, args.lagging)
    if args.framing is not None:
        record = goals.frame(record, args.framing)
    return record if args.wider is None else changed(record, wider=args.wider)


def _new_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what you want to learn")
    _parts_arguments(parser)


def _new(shell: Shell, args: Arguments) -> int:
    record = _with_parts(args, made(Goal(), when_now(shell)))  # refused here, no text is taken yet
    question, example = "What do you want to learn?", 'journal goal new "Learning how to …"'
    aim = text_or_answer(shell, args.text, question, example)
    record = changed(record, aim=sentence(aim))
    if suggested := goals.suggestion(_goal(record)):
        shell.tell(f"Kept as you put it. {suggested.words}")
    return keep_made(shell, record)


def _edit_arguments(parser: Parser) -> None:
    add_id(parser)
    parser.add_argument("text", nargs="*", metavar="TEXT", help="its new wording")
    _parts_arguments(parser)


def _edit(shell: Shell, args: Arguments) -> int:
    record = record_of(shell, GOAL, args.id)
    after = _with_parts(args, record)
    if args.text:
        after = changed(after, aim=sentence(" ".join(args.text)))
    elif after == record:
        after = changed(after, aim=_reworded(shell, _goal(record).aim))
    return keep_change(shell, record, after, "Now")


def _reworded(shell: Shell, aim: str) -> str:
    """Return the aim as it leaves the learner's editor; emptied, it stays as it was."""
    if not shell.asks:
        raise Usage("There is no terminal to edit on.", "Give the text: journal goal edit ID TEXT")
    return sentence(edited(shell, aim)) or aim


def _seen_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what you saw of it")
    parser.add_argument("--sign", metavar="SIGN", help="of which sign, as it is worded")


def _seen(shell: Shell, args: Arguments, record: Record) -> Record:
    """Return a goal with what was seen; with a single sign it need not be named."""
    own = _goal(record)
    signs = [(sign, sign) for sign in (*own.leading, own.lagging) if sign]
    sign = args.sign or ""
    if len(signs) == 1 and not sign:
        [(sign, _)] = signs
    elif signs:
        sign = choice_or_answer(shell, args.sign, "Of which sign?", "--sign", signs)
    said = said_or_asked(shell, args, "What did you see?", "What you saw is missing.")
    return goals.observe(record, shell.today, sign, said)


def _become(state: str) -> Change:
    def change(_shell: Shell, _args: Arguments, record: Record) -> Record:
        return goals.become(record, state)

    return change


def _goal(record: Record) -> Goal:
    return own_of(record, Goal)


goal_verb_actions = (
    Action("new", "begin to learn something", _new, _new_arguments),
    listing(GOAL),
    showing(GOAL),
    Action("edit", "change its wording or its signs", _edit, _edit_arguments),
    step(GOAL, "seen", "what you saw of one of its signs", _seen, "Noted", _seen_arguments),
    step(GOAL, "reach", "say that you have reached it", _become(REACHED), "Reached"),
    step(GOAL, "let-go", "stop, which is a good ending too", _become(LET_GO), "Let go"),
    step(GOAL, "open", "take it up again", _become(ACTIVE), "Taken up again"),
    linking(GOAL),
)
"""What can follow `journal goal`."""

"""`journal plan`: if–thens, which come back to be answered in a word."""

from journal.cli.nouns.coming_back import answering, linking, putting_off
from journal.cli.nouns.needing import add_origins, option_or_answer, origins_typed
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
from journal.cli.nouns.trying import add_halves
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.today.answering import CAME_UP
from journal.practice.tries import plans
from journal.practice.tries.two_lines import intention
from journal.records.record import Record

PLAN = Noun("plan", "plan", "if–then", is_open=lambda plan: plan.state == plans.OPEN,
            states=plans.STATES)  # fmt: skip


def _new_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="“If …, I'll …” in one piece")
    add_halves(parser)
    add_origins(parser, "--for")


def _new(shell: Shell, args: Arguments) -> int:
    links = origins_typed(shell, args)
    cue, response = intention(" ".join(args.text))
    cue, response = args.cue or cue, args.response or response
    cue = cue or option_or_answer(shell, None, "If what comes up?", "--if")
    response = response or option_or_answer(shell, None, "What will you do then?", "--then")
    return keep_made(shell, plans.new_plan(when_now(shell), cue, response, links=links))


def _edit_arguments(parser: Parser) -> None:
    add_id(parser)
    add_halves(parser)


def _edit(shell: Shell, args: Arguments) -> int:
    record = record_of(shell, PLAN, args.id)
    if args.cue is None and args.response is None:
        raise Usage("Nothing was named to change.", "--if TEXT or --then TEXT.")
    after = plans.edit_plan(record, cue=args.cue, response=args.response)
    return keep_change(shell, record, after, "Now")


def _become(state: str) -> Change:
    def change(shell: Shell, _args: Arguments, record: Record) -> Record:
        return plans.become(record, state, shell.today)

    return change


plan_verb_actions = (
    Action("new", "if this comes up, I'll do that", _new, _new_arguments),
    listing(PLAN),
    showing(PLAN),
    answering(PLAN, "answer", "did it come up, and did it help", "Did it come up?", CAME_UP),
    putting_off(PLAN),
    Action("edit", "change its words", _edit, _edit_arguments),
    step(PLAN, "keep", "a habit by now", _become(plans.KEPT), "A habit"),
    step(PLAN, "let-go", "stop, which is a good ending too", _become(plans.LET_GO), "Let go"),
    step(PLAN, "open", "take it up again", _become(plans.OPEN), "Taken up again"),
    linking(PLAN),
)
"""What can follow `journal plan`."""

"""`journal share preview list show`: what would leave, to the byte, before anything does."""

from journal.cli.coach.shown_pages import (
    add_json,
    add_page,
    day_of,
    page_json,
    show_page,
    state_in_words,
)
from journal.cli.nouns.noun import sentence, when_now
from journal.cli.numbers import number_typed
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import NothingFound, Usage
from journal.practice.making import own_of
from journal.records.coach import Coach
from journal.records.excerpt import Choice, Chosen, Form, Help, Precision
from journal.records.record import Record
from journal.sharing import desk, giving
from journal.sharing.select import FIELDS
from journal.visible import one_line


def preview_arguments(parser: Parser) -> None:
    """Add the arguments of `journal share preview`."""
    option = parser.add_argument
    option("coach", metavar="COACH", help="their name, or the beginning of an id")
    option("--question", type=sentence, default="", metavar="TEXT", help="what you ask them")
    option("--passage", action="append", default=[], metavar="ID[.N]",
           help="words of yours; .N is the Nth paragraph or answer; one to three")  # fmt: skip
    option(
        "--try", dest="tries", action="append", default=[], metavar="ID", help="a try, as a card"
    )
    option("--since", type=sentence, default="", metavar="TEXT",
           help="what became of what you agreed last time")  # fmt: skip
    option("--since-try", action="append", default=[], metavar="ID", help="a try that says so")
    option("--want", action="append", default=[], choices=[each.value for each in Help],
           help="what they are to do; repeatable")  # fmt: skip
    option("--not-for", type=sentence, default="", metavar="TEXT", help="not for discussion")
    option("--show", action="append", default=[], choices=FIELDS,
           help="what else of passages and tries is shown; repeatable")  # fmt: skip
    option("--tag", action="append", default=[], help="a tag that may be shown, with --show tags")
    option("--dates", choices=[each.value for each in Precision], default=Precision.DAY.value,
           help="how exactly days are given")  # fmt: skip
    option("--form", choices=[form.value for form in Form], default=Form.HTML.value)
    option("--until", metavar="DAY", help="they may keep it up to this day")
    add_json(parser)


def preview(shell: Shell, args: Arguments) -> int:
    """Prepare a page and show it; nothing leaves."""
    card = desk.coach_named(shell.journal, args.coach)
    if not own_of(card, Coach).learner:
        raise Usage(
            "The card does not say by which name this coach knows you.",
            f'journal coach edit "{own_of(card, Coach).name}" --learner NAME',
        )
    until = day_of(shell, args.until) if args.until else None
    page = giving.prepare(
        shell.journal, card, _choice(shell, args), when_now(shell), form=Form(args.form),
        until=until,
    )  # fmt: skip
    _offer_tries(shell, card, args)
    return show_page(shell, page, as_json=args.json)


def _offer_tries(shell: Shell, card: Record, args: Arguments) -> None:
    """Say which tries came of this coach's answers; whether they are shown is the learner's."""
    for tried in desk.since_last_time(shell.journal, card.id):
        if not args.since_try:
            line = one_line(tried.text.partition("\n")[0])
            shell.say(f"Came of an answer, for --since-try: {tried.id[:6]}  {line}")


def _choice(shell: Shell, args: Arguments) -> Choice:
    return Choice(
        question=args.question,
        passages=tuple(_chosen(shell, typed) for typed in args.passage),
        tries=tuple(shell.journal.get(typed).id for typed in args.tries),
        since=args.since,
        since_of=tuple(shell.journal.get(typed).id for typed in args.since_try),
        help=tuple(dict.fromkeys(map(Help, args.want))),
        not_for=args.not_for,
        fields=tuple(field for field in FIELDS if field in args.show),
        tags=tuple(args.tag),
        precision=Precision(args.dates),
    )


def _chosen(shell: Shell, typed: str) -> Chosen:
    """Return the passage that was named: "kq7" or, for its second part, "kq7.2"."""
    id_, _, part = typed.partition(".")
    number = number_typed(part or "0")
    if number is None:
        raise Usage(f"“{typed}” names no part of a record.", "For example: kq7.2")
    return Chosen(shell.journal.get(id_).id, number)


def show_arguments(parser: Parser) -> None:
    """Add the arguments of `journal share show`."""
    add_page(parser)
    add_json(parser)


def show_one(shell: Shell, args: Arguments) -> int:
    """Show a page that was prepared, to the byte."""
    return show_page(shell, desk.page_named(shell.journal, args.page), as_json=args.json)


def list_pages(shell: Shell, args: Arguments) -> int:
    """List the pages, the newest last."""
    found = [desk.ready(shell.journal, page, shell.today) for page in desk.pages(shell.journal)]
    if args.json:
        shell.put_json([page_json(ready) for ready in found])
    for ready in [] if args.json else found:
        stale = ", has changed since" if ready.stale else ""
        state = f"  {state_in_words(ready.state)}{stale}"
        shell.put(
            Dim(f"{ready.record.day}  "),
            ready.excerpt.code,
            f"  for {ready.coach.name}",
            Dim(state),
        )
    if not found:
        shell.say("There is no page yet. `journal share preview COACH` prepares one.")
    return 0 if found else NothingFound.code

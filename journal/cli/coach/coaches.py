"""`journal coach`: who gets pages, what for, and which names they never read."""

from journal.cli.nouns.noun import Noun, keep_change, keep_new, listing, sentence
from journal.cli.parsing import Action, Arguments, Parser, count
from journal.cli.reading import show_record
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.making import own_of
from journal.records.coach import Coach, Role
from journal.records.record import Record, having
from journal.sharing.card_deeds import PURPOSE, about_key
from journal.sharing.consent import LONGEST
from journal.sharing.desk import coach_named, coaches_called
from journal.sharing.glossary import with_name
from journal.sharing.seal import key_typed

COACH = Noun("coach", "coach", "coach", line=lambda record: own_of(record, Coach).name,
             begins="add")  # fmt: skip


def _card_arguments(parser: Parser) -> None:
    option = parser.add_argument
    option("--role", choices=[role.name.lower() for role in Role], help="who they are to you")
    option("--contact", type=sentence, metavar="TEXT", help="where you reach them")
    option("--verified", type=sentence, metavar="TEXT", help="how you know that it is them")
    option("--key", metavar="KEY|FILE", help="their age or ssh-ed25519 public key; empty: none")
    option("--purpose", type=sentence, metavar="TEXT", help="what pages for them are for")
    option(
        "--days", type=count, metavar="N", help=f"they may keep a page so long; at most {LONGEST}"
    )
    option("--storage", type=sentence, metavar="TEXT", help="where they say they keep it")
    option("--learner", type=sentence, metavar="NAME", help="the name by which they know you")
    option("--reach", type=sentence, metavar="TEXT", help="where they reach you")


def _with_card(args: Arguments, coach: Coach) -> Coach:
    """Return `coach` with what the options say; an empty one takes that part off."""
    named = ("contact", "verified", "purpose", "days", "storage", "learner", "reach")
    said = {name: getattr(args, name) for name in named if getattr(args, name) is not None}
    if said.get("days", 0) > LONGEST:
        raise Usage(f"A page is given for at most {LONGEST} days.", "It can be renewed.")
    if args.role is not None:
        said["role"] = Role[args.role.upper()]
    if args.key is not None:
        said["key"] = key_typed(args.key) if args.key else ""
    return coach._replace(**said)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("name", type=sentence, metavar="NAME", help="as you call them")
    _card_arguments(parser)


def _add(shell: Shell, args: Arguments) -> int:
    if not args.name:
        raise Usage("A coach needs a name.", 'For example: journal coach add "Ana"')
    if coaches_called(shell.journal, args.name):
        raise Usage(
            f"There is a coach called {args.name} already.",
            f'`journal coach edit "{args.name}"` changes the card.',
        )
    coach = _with_card(args, Coach(name=args.name, purpose=PURPOSE))
    _tell(shell, coach)
    return keep_new(shell, coach)


def _tell(shell: Shell, coach: Coach) -> None:
    shell.say(about_key(coach))
    if not coach.learner:
        shell.say("Pages need the name by which they know you: --learner NAME")


def _named_arguments(parser: Parser) -> None:
    parser.add_argument("coach", metavar="COACH", help="their name, or the beginning of an id")


def _edit_arguments(parser: Parser) -> None:
    _named_arguments(parser)
    _card_arguments(parser)


def _edit(shell: Shell, args: Arguments) -> int:
    record = coach_named(shell.journal, args.coach)
    coach = _with_card(args, _coach(record))
    _tell(shell, coach)
    return keep_change(shell, record, having(record, coach), "Changed")


def _show_arguments(parser: Parser) -> None:
    _named_arguments(parser)
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def _show(shell: Shell, args: Arguments) -> int:
    return show_record(shell, coach_named(shell.journal, args.coach), as_json=args.json)


def _hide_arguments(parser: Parser) -> None:
    _named_arguments(parser)
    parser.add_argument(
        "names", nargs="+", metavar="NAME[=WORDS]", help="a name, and what stands in its place"
    )


def _hide(shell: Shell, args: Arguments) -> int:
    record = coach_named(shell.journal, args.coach)
    coach = _coach(record)
    for typed in args.names:
        term, _, shown = typed.partition("=")
        if not sentence(term):
            raise Usage("There is no name before the =.", 'For example: "Acme=a customer"')
        coach = coach._replace(hidden=with_name(coach.hidden, sentence(term), sentence(shown)))
    return keep_change(shell, record, having(record, coach), "Hidden")


def _coach(record: Record) -> Coach:
    return own_of(record, Coach)


coach_verb_actions = (
    Action("add", "make a card for somebody who gets pages from you", _add, _add_arguments),
    listing(COACH),
    Action("show", "one card whole, with keys and hidden names", _show, _show_arguments),
    Action("edit", "change a card", _edit, _edit_arguments),
    Action("hide", "names that they never get to read", _hide, _hide_arguments),
)
"""What can follow `journal coach`."""

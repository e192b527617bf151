"""`journal share give renew withdraw`: consent, typed; and taking it back."""

from journal.cli.coach.shown_pages import add_page, add_to, day_of
from journal.cli.nouns.noun import when_now
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.sharing import desk, giving
from journal.sharing.agreeing import Yes, may_be_given, must_hold


def _yes_arguments(parser: Parser) -> None:
    parser.add_argument("--agree", metavar="NAME", help="the coach's name: that you agree")
    parser.add_argument("--free", choices=("yes", "no"), help="whether you could freely say no")


def give_arguments(parser: Parser) -> None:
    """Add the arguments of `journal share give`."""
    add_page(parser)
    add_to(parser)
    _yes_arguments(parser)


def give(shell: Shell, args: Arguments) -> int:
    """Write a page's file once the learner agrees; its path is the result."""
    page = desk.page_named(shell.journal, args.page)
    ready = desk.ready(shell.journal, page, shell.today)
    may_be_given(ready)
    yes = _asked(shell, args, ready, ready.agree)
    shell.put(str(giving.give(shell.journal, page, yes, args.to, when_now(shell))))
    shell.say(f"Given. Send it to {ready.coach.name} your own way; an answer: journal reply FILE")
    shell.say(f"To take it back: journal share withdraw {ready.excerpt.code}")
    return 0


def _asked(shell: Shell, args: Arguments, ready: desk.Ready, agree: tuple[str, ...]) -> Yes:
    """Return what the learner says to the sentences; whoever is not asked has said nothing."""
    for sentence_ in agree:
        shell.say(sentence_)
    free = args.free
    if ready.asks_free and free is None and shell.asks:
        question = (
            f"{ready.coach.name} is your {ready.coach.role}. Could you freely say no? (yes, no)"
        )
        free = shell.ask(question).strip().lower()
    name = args.agree
    if name is None and shell.asks:
        name = shell.ask(f"To agree, type {ready.coach.name}; Enter alone leaves it:")
    if name is None:
        shell.say("Nobody can be asked here: --agree NAME says that you agree.")
    return Yes(name or "", {"yes": True, "no": False}.get(free or ""))


def renew_arguments(parser: Parser) -> None:
    """Add the arguments of `journal share renew`."""
    give_arguments(parser)
    parser.add_argument("--until", required=True, metavar="DAY", help="the new last day")


def renew(shell: Shell, args: Arguments) -> int:
    """Let a coach keep a page for longer; the path of the notice is the result."""
    page = desk.page_named(shell.journal, args.page)
    ready = desk.ready(shell.journal, page, shell.today)
    must_hold(ready)
    until = day_of(shell, args.until)
    agree = (f"{ready.coach.name} may keep {ready.excerpt.code} until {until}.",)
    yes = _asked(shell, args, ready, agree)
    shell.put(str(giving.renew(shell.journal, page, yes, until, args.to, when_now(shell))))
    shell.say(f"Renewed. The notice is for {ready.coach.name}.")
    return 0


def withdraw_arguments(parser: Parser) -> None:
    """Add the arguments of `journal share withdraw`."""
    add_page(parser)
    add_to(parser)


def withdraw(shell: Shell, args: Arguments) -> int:
    """Take a page back; the path of the notice is the result."""
    page = desk.page_named(shell.journal, args.page)
    notice = giving.withdraw(shell.journal, page, args.to, when_now(shell))
    if notice is None:
        shell.say("It had not left, and now it will not.")
    else:
        shell.put(str(notice))
        shell.say(f"Taken back. Send this notice. {giving.CANNOT_BE_RECALLED}")
    return 0

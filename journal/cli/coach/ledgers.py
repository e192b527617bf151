"""`journal share ledger verify`: what was prepared, given and taken back; whether it is whole."""

from pathlib import Path
from typing import Any

from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import Damaged, NothingFound
from journal.practice.making import own_of
from journal.records.coach import Coach
from journal.records.excerpt import Excerpt
from journal.records.record import Record
from journal.records.shape import to_fields
from journal.sharing import desk, ledger
from journal.sharing.checking import check_file


def ledger_arguments(parser: Parser) -> None:
    """Add the arguments of `journal share ledger`."""
    parser.add_argument("coach", nargs="?", metavar="COACH", help="only this coach")
    parser.add_argument("--json", action="store_true", help="as a JSON array, receipts within")


def show_ledger(shell: Shell, args: Arguments) -> int:
    """Write what happened to pages, coach by coach."""
    cards = desk.everything(shell.journal, "coach")
    if args.coach:
        cards = [desk.coach_named(shell.journal, args.coach)]
    codes = {page.id: own_of(page, Excerpt).code for page in desk.pages(shell.journal)}
    lines = [(card, event) for card in cards for event in desk.events(shell.journal, card.id)]
    if args.json:
        shell.put_json([_event_json(card, event, codes) for card, event in lines])
    for card, event in [] if args.json else lines:
        until = f" until {event.own.until}" if event.own.until else ""
        words = f"{codes.get(event.own.excerpt, event.own.excerpt)}  {event.own.state}{until}"
        shell.put(
            Dim(f"{event.record.at:%Y-%m-%d %H:%M}  "), f"{own_of(card, Coach).name}  ", words
        )
    if not lines:
        shell.say("Nothing has happened yet: no page was prepared, given or taken back.")
    return 0 if lines else NothingFound.code


def _event_json(card: Record, event: ledger.Event, codes: dict[str, str]) -> dict[str, Any]:
    fields = {"at": event.record.at.isoformat(), **to_fields(event.own)}
    return {**fields, "coach": own_of(card, Coach).name, "page_code": codes.get(event.own.excerpt)}


def verify_arguments(parser: Parser) -> None:
    """Add the arguments of `journal share verify`."""
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="a page, to hold against what was agreed"
    )


def verify(shell: Shell, args: Arguments) -> int:
    """Check the ledger of every coach, or one file; end with 6 where it is not whole."""
    if args.file:
        checked = check_file(shell.journal, Path(args.file))
        shell.put(checked.words)
        return 0 if checked.is_ours else Damaged.code
    wrong = 0
    cards = desk.everything(shell.journal, "coach")
    if not cards:
        shell.say("There is no coach yet, so nothing to check.")
    for card in cards:
        found = ledger.wrong(desk.events(shell.journal, card.id))
        wrong += len(found)
        name, count = own_of(card, Coach).name, len(desk.events(shell.journal, card.id))
        for line in found or [f"{count} events, whole."]:
            shell.put(f"{name}: {line}")
    return Damaged.code if wrong else 0

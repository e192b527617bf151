"""A page for a coach as the shell shows it, and the options that verbs about pages share."""

from datetime import date
from pathlib import Path
from typing import Any

from journal.cli.parsing import Parser
from journal.cli.shell import Shell
from journal.dates import parse_day
from journal.records.consent import Consented
from journal.records.record import Record
from journal.sharing import desk

_STATES = {
    None: "unknown",
    Consented.PROPOSED: "prepared",
    Consented.REFUSED: "not given",
    Consented.SUPERSEDED: "replaced",
}
"""What a state is called where it is not called by its own name."""


def add_page(parser: Parser) -> None:
    """Add the argument that names a page."""
    parser.add_argument("page", metavar="PAGE", help="its four words, or the beginning of an id")


def add_to(parser: Parser) -> None:
    """Add the option that says where a file goes."""
    parser.add_argument(
        "--to", type=Path, default=Path(), metavar="PATH", help="where the file goes"
    )


def add_json(parser: Parser) -> None:
    """Add --json to what shows pages."""
    parser.add_argument("--json", action="store_true", help="as JSON, the page within")


def show_page(shell: Shell, page: Record, *, as_json: bool) -> int:
    """Write the page as the bytes that would leave, and say on stderr what leaves with them."""
    ready = desk.ready(shell.journal, page, shell.today)
    if as_json:
        shell.put_json(page_json(ready))
        return 0
    shell.stdout.write(ready.excerpt.payload)
    for line in _about(ready):
        shell.say(line)
    return 0


def _about(ready: desk.Ready) -> list[str]:
    """Return what is said of a page that was prepared, line by line."""
    facts = [f"  {name:12} {words}" for name, words in ready.facts if words]
    lines = ["", "These are the bytes that leave. With them:", *facts]
    if ready.hidden:
        hidden = ", ".join(f"{count} {rule}" for rule, count in ready.hidden.items())
        lines.append(f"Hidden: {hidden}")
    if ready.left:
        lines.append(f"Written like names; may they stay? {', '.join(ready.left)}")
    if ready.stale:
        return [*lines, "What it was made of has changed since: prepare it anew to give it."]
    if ready.state is not Consented.PROPOSED:
        return [*lines, f"It is {state_in_words(ready.state)}."]
    lines.append(f"It is {ready.length}. It has not left.")
    return [*lines, f"To agree to it: journal share give {ready.excerpt.code}"]


def page_json(ready: desk.Ready) -> dict[str, Any]:
    """Return all that is known of a page, the page itself within."""
    return {
        "id": ready.record.id,
        "page": ready.excerpt.code,
        "coach": ready.coach.name,
        "state": state_in_words(ready.state),
        "stale": ready.stale,
        "until": ready.excerpt.until.isoformat() if ready.excerpt.until else None,
        "size": len(ready.excerpt.payload.encode()),
        "sha256": ready.excerpt.digest,
        "facts": [list(fact) for fact in ready.facts],
        "hidden": ready.hidden,
        "left": ready.left,
        "agree": list(ready.agree),
        "payload": ready.excerpt.payload,
    }


def state_in_words(state: Consented | None) -> str:
    """Return what the state of a page is called."""
    return _STATES.get(state) or str(state)


def day_of(shell: Shell, typed: str) -> date:
    """Return the day that was typed. Raises Usage."""
    return parse_day(typed, shell.today, shell.settings.date_order)

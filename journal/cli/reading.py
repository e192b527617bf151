"""`journal list show search history`: reading what is there."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from journal.cli.lines import check_format, formatted, made_at, page_lines, put_line
from journal.cli.numbers import number_typed
from journal.cli.shell import Dim, Shell
from journal.errors import NothingFound, Usage
from journal.practice.called import CALLED
from journal.practice.noting import clean_tags
from journal.records.codec import to_json
from journal.records.criteria import Criteria, hits
from journal.records.kinds import KINDS
from journal.records.record import Record
from journal.store.journal import Past

if TYPE_CHECKING:  # what is typed most often does without argparse
    from journal.cli.parsing import Arguments, Parser

LAST = 20
"""How many records a list without a filter shows."""


def list_verb_plainly(typed: Sequence[str]) -> SimpleNamespace | None:
    """Return what the parser would make of nothing at all, or of -n and a number."""
    n = number_typed(typed[1]) if len(typed) == 2 and typed[0] == "-n" else None
    if typed and n is None:
        return None
    return SimpleNamespace(
        n=n, first=None, last=None, on=None, tag=[], not_tag=[],
        kind=None, starred=False, json=False, format=None, yes=False, color="auto",
    )  # fmt: skip


def list_verb_arguments(parser: "Parser") -> None:
    """Add the arguments of `journal list`."""
    from journal.cli.parsing import count

    parser.add_argument("-n", type=count, metavar="N", help="only the newest N")
    parser.add_argument("--from", dest="first", metavar="DAY", help="from this day on")
    parser.add_argument("--to", dest="last", metavar="DAY", help="up to this day, all of it")
    parser.add_argument("--on", metavar="DAY", help="on this day, or in this week or month")
    parser.add_argument("--tag", action="append", default=[], help="with this tag; repeatable")
    parser.add_argument("--not-tag", action="append", default=[], help="without this tag")
    parser.add_argument("--kind", choices=[*KINDS, "all"], help="only this kind")
    parser.add_argument("--starred", action="store_true", help="only what has a star")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as a JSON array")
    form.add_argument("--format", metavar="TEXT", help="for example '{day} {time} {id} {text}'")


def list_verb(shell: Shell, args: "Arguments") -> int:
    """List records, the newest last."""
    criteria = _criteria(shell, args)
    check_format(args.format or "")
    shown = criteria._replace(kinds=_kinds(args.kind))
    newest = args.n if args.n is not None else 0 if criteria != Criteria() else LAST
    if args.n == 0:
        return _found(shell, args, [])
    return _found(shell, args, shell.journal.find(shown, newest=newest))


def _kinds(kind: str | None) -> tuple[str, ...]:
    if kind == "all":
        return ()
    return (kind,) if kind else ("note", "close")


def _criteria(shell: Shell, args: "Arguments") -> Criteria:
    if not (args.first or args.last or args.on):
        return _marks(args)
    from journal.dates import parse_range

    today, order = shell.today, shell.settings.date_order
    criteria = _marks(args)
    if args.first:
        criteria = criteria._replace(first=parse_range(args.first, today, order)[0])
    if args.last:
        criteria = criteria._replace(last=parse_range(args.last, today, order)[1])
    if args.on:
        first, last = parse_range(args.on, today, order)
        first, last = max(first, criteria.first or first), min(last, criteria.last or last)
        criteria = criteria._replace(first=first, last=last)
    return criteria


def _marks(args: "Arguments") -> Criteria:
    tags, not_tags = clean_tags(args.tag), clean_tags(args.not_tag)
    return Criteria(tags=tags, not_tags=not_tags, starred=args.starred)


def _found(shell: Shell, args: "Arguments", records: list[Record]) -> int:
    if args.json:
        shell.put_json([to_json(record) for record in records])
    for record in [] if args.json else records:
        if args.format is None:
            put_line(shell, record)
        else:
            shell.put(formatted(record, args.format))
    return matched(records)


def matched(records: Sequence[object], otherwise: str = "Nothing matched.") -> int:
    """Return 0. Raises NothingFound, which says `otherwise`, where there is nothing."""
    if not records:
        raise NothingFound(otherwise)
    return 0


def search_verb_plainly(typed: Sequence[str]) -> SimpleNamespace | None:
    """Return what the parser would make of words among which is no option."""
    if not typed or any(word.startswith("-") for word in typed):
        return None
    return SimpleNamespace(words=list(typed), n=None, json=False, yes=False, color="auto")


def search_verb_arguments(parser: "Parser") -> None:
    """Add the arguments of `journal search`."""
    from journal.cli.parsing import count

    parser.add_argument(
        "words", nargs="+", help='words, -word, "a phrase", tag:x, kind:x, from:2w, to:…, sign:x'
    )
    parser.add_argument("-n", type=count, metavar="N", help="only the newest N")
    parser.add_argument("--json", action="store_true", help="as a JSON array, with hits")


def search_verb(shell: Shell, args: "Arguments") -> int:
    """Find records, the newest first."""
    from journal.practice.finding.query import parse_search  # a list need not wait for it

    criteria = parse_search(args.words, shell.today, shell.settings.date_order)
    if criteria == Criteria():
        raise Usage("There is nothing to look for.", "For example: journal search pump from:2w")
    found = [] if args.n == 0 else shell.journal.find(criteria, newest=args.n or 0)
    found.reverse()
    if args.json:
        shell.put_json([_with_hits(record, criteria) for record in found])
    for record in [] if args.json else found:
        put_line(shell, record, line_of_hit(record, criteria))
    return matched(found)


def _with_hits(record: Record, criteria: Criteria) -> dict[str, Any]:
    return {**to_json(record), "hits": [list(hit) for hit in hits(criteria, record.text)]}


def line_of_hit(record: Record, criteria: Criteria) -> str:
    """Return the line of a record's text in which the first hit is, "" where there is none."""
    for start, end in hits(criteria, record.text)[:1]:
        first = record.text.rfind("\n", 0, start) + 1
        last = record.text.find("\n", end)
        line = record.text[first : last if last >= 0 else None].replace("\n", " ").strip()
        return line if first == 0 and last < 0 else f"… {line} …"
    return ""


def show_verb_arguments(parser: "Parser") -> None:
    """Add the arguments of `journal show`."""
    parser.add_argument("id", help="the beginning of an id, or: last")
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def show_verb(shell: Shell, args: "Arguments") -> int:
    """Show one record whole."""
    return show_record(shell, shell.journal.get(args.id), as_json=args.json)


def show_record(shell: Shell, record: Record, *, as_json: bool) -> int:
    """Write one record whole, with its tags, links and history."""
    past = shell.journal.history(record.id)
    if as_json:
        shell.put_json({**to_json(record), "history": [_past_json(one) for one in past]})
        return 0
    shell.put(Dim(_heading(shell, record)))
    for line in page_lines(record, shell.today, shell.journal):
        shell.put(line)
    for label, values in (("Tags", record.tags), ("Links", record.links)):
        if values:
            shell.put(Dim(f"{label}: "), "  ".join(values))
    if len(past) > 1:
        made = ", ".join(f"{_operation(one)} {made_at(one.t):%Y-%m-%d %H:%M}" for one in past)
        shell.put(Dim(f"History: {made}"))
    return 0


def _heading(shell: Shell, record: Record) -> str:
    from journal.dates import in_words

    kind = CALLED.get(record.kind, record.kind)
    parts = [record.id, kind, in_words(record.day, shell.today), f"{record.at:%H:%M}", record.zone]
    parts += [record.sign] if record.sign else []
    parts += ["with a star"] if record.starred else []
    parts += ["in the trash"] if record.trashed else []
    return " · ".join(parts)


def history_verb_arguments(parser: "Parser") -> None:
    """Add the arguments of `journal history`."""
    parser.add_argument("id", help="the beginning of an id, or: last")
    parser.add_argument("--json", action="store_true", help="as a JSON array")


def history_verb(shell: Shell, args: "Arguments") -> int:
    """Show the versions of a record, the newest last."""
    past = shell.journal.history(shell.journal.get(args.id).id)
    if args.json:
        shell.put_json([{**_past_json(one), "record": to_json(one.record)} for one in past])
        return 0
    put_history(shell, past)
    return 0


def put_history(shell: Shell, past: list[Past]) -> None:
    """Write the versions of a record, the newest last."""
    for one in past:
        state = "  (in the trash)" if one.record.trashed else ""
        shell.put(Dim(f"{made_at(one.t):%Y-%m-%d %H:%M}  {_operation(one)}{state}"))
        for line in page_lines(one.record, shell.today):
            shell.put("  ", line)


def _operation(past: Past) -> str:
    """Return what a version's operation is called."""
    from journal.practice.telling.operations import OPERATIONS  # a list need not wait for it

    return OPERATIONS.get(past.op, past.op)


def _past_json(past: Past) -> dict[str, Any]:
    made = made_at(past.t).isoformat()
    return {"version": past.record.version, "made": made, "op": past.op, "by": past.computer}

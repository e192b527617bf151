"""`journal day review status`: what was written, read again."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from journal.cli.lines import put_page
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.dates import ago, in_words, month_of, parse_day, quarter_of, week_of
from journal.errors import NothingFound
from journal.practice.gather import line_for_today
from journal.records.close import Close
from journal.records.codec import to_json
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.visible import one_line

WRITTEN = ("note", "close")
FORTNIGHT = timedelta(days=15)

SPANS: dict[str, Callable[[date], tuple[date, date]]] = {
    "day": lambda day: (day, day),
    "week": week_of,
    "month": month_of,
    "quarter": quarter_of,
}
"""What can be reviewed, and the days that it covers."""


def day_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal day`."""
    parser.add_argument("day", nargs="?", metavar="DAY", help="today unless you name another")
    parser.add_argument("--json", action="store_true", help="as JSON")


def day_verb(shell: Shell, args: Arguments) -> int:
    """Show everything on one day."""
    day = parse_day(args.day, shell.today, shell.settings.date_order) if args.day else shell.today
    return _show_json(shell, day, day) if args.json else show_day(shell, day)


def show_day(shell: Shell, day: date) -> int:
    """Write one day as a page; what was left for today stands above today's notes."""
    if day == shell.today and (line := _left_for_today(shell)):
        shell.put(Dim("You left this for today"))
        shell.put("  ", line)
        shell.put()
    records = _records(shell, day, day)
    if not records:
        shell.say(f"Nothing is written on {in_words(day, shell.today)}.")
    put_page(shell, records, shell.today)
    return 0


def review_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal review`."""
    parser.add_argument("what", choices=(*SPANS, "onthisday", "gaps"), nargs="?", default="day")
    parser.add_argument("day", nargs="?", metavar="DAY", help="any day in it; today otherwise")
    parser.add_argument("--json", action="store_true", help="as JSON")


def review_verb(shell: Shell, args: Arguments) -> int:
    """Show a stretch of days in the learner's own words."""
    day = parse_day(args.day, shell.today, shell.settings.date_order) if args.day else shell.today
    if args.what == "onthisday":
        return _on_this_day(shell, day, args.json)
    if args.what == "gaps":
        return _gaps(shell, day, args.json)
    first, last = SPANS[args.what](day)
    if args.json:
        return _show_json(shell, first, last)
    if first == last:
        return show_day(shell, day)
    records = _records(shell, first, last)
    put_page(shell, records, shell.today)
    return 0 if records else NothingFound.code


def _records(shell: Shell, first: date, last: date) -> list[Record]:
    return shell.journal.find(Criteria(kinds=WRITTEN, first=first, last=last))


def _show_json(shell: Shell, first: date, last: date) -> int:
    records = _records(shell, first, last)
    shell.put_json(
        {"from": first.isoformat(), "to": last.isoformat(), "days": list(_by_day(records))}
    )
    return 0 if records or first == last else NothingFound.code


def _by_day(records: Iterable[Record]) -> Iterable[dict[str, Any]]:
    days: dict[date, list[Record]] = {}
    for record in records:
        days.setdefault(record.day, []).append(record)
    for day, on_it in sorted(days.items()):
        yield {"day": day.isoformat(), "records": [to_json(record) for record in on_it]}


def _on_this_day(shell: Shell, day: date, as_json: bool) -> int:  # noqa: FBT001
    """Show what was written on this day of earlier years, and in the same week a quarter ago."""
    earlier = shell.journal.find(Criteria(kinds=WRITTEN, last=day - timedelta(days=1)))
    week = {day - timedelta(weeks=13, days=day.weekday() - n) for n in range(7)}
    found = [
        record
        for record in earlier
        if (record.day.month, record.day.day) == (day.month, day.day) or record.day in week
    ]
    if as_json:
        shell.put_json([to_json(record) for record in found])
        return 0 if found else NothingFound.code
    for then in dict.fromkeys(record.day for record in found):
        shell.put(Dim(ago(then, day)))
        put_page(shell, (record for record in found if record.day == then), shell.today)
        shell.put()
    return 0 if found else NothingFound.code


def _gaps(shell: Shell, day: date, as_json: bool) -> int:  # noqa: FBT001
    """List the workdays of the last four weeks on which nothing was written."""
    first = day - timedelta(weeks=4)
    written = {record.day for record in _records(shell, first, day)}
    days = (first + timedelta(days=number) for number in range(28))
    gaps = [each for each in days if each.weekday() < 5 and each not in written]
    if as_json:
        shell.put_json([gap.isoformat() for gap in gaps])
    for gap in [] if as_json else gaps:
        shell.put(f"{gap}  {in_words(gap, shell.today)}")
    return 0 if gaps else NothingFound.code


def status_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal status`."""
    parser.add_argument("--line", action="store_true", help="one short line, or nothing")
    parser.add_argument("--json", action="store_true", help="as JSON")


def status_verb(shell: Shell, args: Arguments) -> int:
    """Say what waits, and whether today was looked back on."""
    today = _records(shell, shell.today, shell.today)
    notes = sum(record.kind == "note" for record in today)
    looked_back = any(isinstance(r.own, Close) and not r.own.left for r in today)
    line = _left_for_today(shell)
    if args.json:
        shell.put_json(
            {
                "day": shell.today.isoformat(),
                "notes": notes,
                "looked_back": looked_back,
                "left_for_today": line or None,
                "interrupted": [r.id for r in today if isinstance(r.own, Close) and r.own.left],
                "drafts": len(shell.journal.drafts.left_behind()),
            }
        )
    elif args.line:
        short = _short(line, notes, looked_back)
        if short:
            shell.put(short)
    else:
        _tell(shell, line, notes, looked_back)
    return 0


def _short(line: str, notes: int, looked_back: bool) -> str:  # noqa: FBT001
    if line and not looked_back:
        return one_line(line)
    return "" if looked_back or not notes else _counted(notes)


def _tell(shell: Shell, line: str, notes: int, looked_back: bool) -> None:  # noqa: FBT001
    if line:
        shell.put("You left this for today: ", line)
    shell.put(_counted(notes) if notes else "Nothing noted today yet.")
    if looked_back:
        shell.put("You have looked back on today.")
    for _ in shell.journal.drafts.left_behind():
        shell.put("Something you were writing was not kept yet; the app offers it.")


def _counted(notes: int) -> str:
    return f"{notes} note{'s' if notes > 1 else ''} today"


def _left_for_today(shell: Shell) -> str:
    closes = Criteria(kinds=("close",), first=shell.today - FORTNIGHT)
    return line_for_today(shell.journal.find(closes), shell.clock.now())

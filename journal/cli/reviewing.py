"""`journal day review`: what was written, read again."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from journal.cli.lines import put_page
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.cli.waiting import left_for_today
from journal.dates import ago, in_words, month_of, parse_day, quarter_of, week_of
from journal.errors import NothingFound
from journal.records.codec import to_json
from journal.records.criteria import Criteria
from journal.records.record import Record

WRITTEN = ("note", "close")

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
    if day == shell.today and (line := left_for_today(shell)):
        shell.put(Dim("You left this for today"))
        shell.put("  ", line)
        shell.put()
    records = _records(shell, day, day)
    if not records:
        shell.say(nothing_on(day, shell.today))
    put_page(shell, records, shell.today)
    return 0


def nothing_on(day: date, today: date) -> str:
    """Return the sentence on a day without a record."""
    if day == today:
        return "Nothing is written today yet."
    word = in_words(day, today)
    return f"Nothing was written {word if word in ('yesterday', 'tomorrow') else f'on {word}'}."


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

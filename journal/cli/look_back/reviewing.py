"""`journal day review`: what was written, read again; longer look backs and their questions."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from typing import Any

from journal.cli.lines import SHORT, put_page
from journal.cli.look_back.days_without import WRITTEN, keep_reason, show_gaps
from journal.cli.look_back.gathering import goals, past_day
from journal.cli.look_back.going_through import go_through, put_section
from journal.cli.look_back.longer import LONGER, kept, questions_json, sections_json, sections_of
from journal.cli.parsing import Arguments, Parser
from journal.cli.reading import matched
from journal.cli.shell import Dim, Shell
from journal.cli.waiting import in_words_of, left_for_today, rows
from journal.dates import in_words, parse_day
from journal.practice.longer.earlier import on_this_day, same_week
from journal.practice.longer.parts import span_of
from journal.practice.look_back.afterwards import goal_on_top
from journal.practice.today.waiting import MOST
from journal.records.codec import to_json
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.visible import one_line

SPANS: dict[str, Callable[[date], tuple[date, date]]] = {
    "day": lambda day: (day, day),
    **{span: partial(span_of, span) for span in (*LONGER, "first")},
}
"""What can be reviewed, and the days that it covers; a quarter is twelve weeks."""


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
    if day == shell.today and (aim := goal_on_top(goals(shell))):
        shell.put(Dim(one_line(aim)))
        shell.put()
    if day == shell.today and (line := left_for_today(shell)):
        shell.put(Dim("You left this for today"))
        shell.put("  ", line)
        shell.put()
    records = _records(shell, day, day)
    if not records:
        shell.say(nothing_on(day, shell.today))
    put_page(shell, records, shell.today)
    if day == shell.today:
        _put_waiting(shell)
    return 0


def _put_waiting(shell: Shell) -> None:
    """Write what waits, if there is anything."""
    due = rows(shell)[:MOST]
    if due:
        shell.put()
        shell.put(Dim("Waiting, if you like"))
    for each in due:
        shell.put("  ", Dim(f"{each.id[:SHORT]}  "), in_words_of(each))


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
    parser.add_argument(
        "--answer", action="store_true",
        help="go through its questions, one line each, from a pipe, too",
    )  # fmt: skip
    parser.add_argument("--reason", metavar="WORDS", help="why nothing was noted on DAY: gaps only")


def review_verb(shell: Shell, args: Arguments) -> int:
    """Show a stretch of days in the learner's own words, or go through its questions."""
    day = parse_day(args.day, shell.today, shell.settings.date_order) if args.day else shell.today
    if args.answer:
        return go_through(shell, args.what, past_day(shell, args.day) if args.day else day)
    if args.reason is not None:
        return keep_reason(shell, args.what, args.day, args.reason)
    if args.what == "onthisday":
        return _on_this_day(shell, day, as_json=args.json)
    if args.what == "gaps":
        return show_gaps(shell, day, as_json=args.json)
    first, last = SPANS[args.what](day)
    if args.json:
        return _show_json(shell, first, last, args.what)
    if args.what == "day":
        return show_day(shell, day)
    return _show_longer(shell, args.what, first, last)


def _show_longer(shell: Shell, span: str, first: date, last: date) -> int:
    """Show the pages of a stretch of days, then what else its look back shows."""
    records = [*_records(shell, first, last), *kept(shell, span, first)]
    put_page(shell, records, shell.today)
    sections = [each for each in sections_of(shell, span, _seen_from(shell, last)) if each.lines]
    for section in sections:
        if section.id != "read":
            put_section(shell, section)
    matched([*records, *sections], _nothing_in(shell, first, last))
    shell.say(f"Its questions: journal review {span} --answer")
    return 0


def _seen_from(shell: Shell, last: date) -> date:
    """Return the day from which a stretch of days is seen: its last one, or today."""
    return min(last, shell.today)


def _nothing_in(shell: Shell, first: date, last: date) -> str:
    """Return the sentence on a week, a month, a quarter without a record."""
    if first <= shell.today <= last:
        return f"Nothing is written since {in_words(first, shell.today)} yet."
    days = f"{in_words(first, shell.today)} to {in_words(last, shell.today)}"
    return f"Nothing was written from {days}."


def _records(shell: Shell, first: date, last: date) -> list[Record]:
    return shell.journal.find(Criteria(kinds=WRITTEN, first=first, last=last))


def _show_json(shell: Shell, first: date, last: date, span: str = "day") -> int:
    """Write the days, and of a longer time what its look back shows, asks and was answered."""
    records = _records(shell, first, last)
    shown: dict[str, Any] = {
        "from": first.isoformat(), "to": last.isoformat(), "days": list(_by_day(records)),
    }  # fmt: skip
    if span != "day":
        seen = _seen_from(shell, last)
        shown["sections"] = sections_json(sections_of(shell, span, seen))
        shown["questions"] = questions_json(shell, span, seen)
        shown["reviews"] = [to_json(record) for record in kept(shell, span, first)]
    shell.put_json(shown)
    return 0 if first == last else matched(records, _nothing_in(shell, first, last))


def _by_day(records: Iterable[Record]) -> Iterable[dict[str, Any]]:
    days: dict[date, list[Record]] = {}
    for record in records:
        days.setdefault(record.day, []).append(record)
    for day, on_it in sorted(days.items()):
        yield {"day": day.isoformat(), "records": [to_json(record) for record in on_it]}


def _on_this_day(shell: Shell, day: date, *, as_json: bool) -> int:
    """Show what was written on this day of earlier years, and in the same week some time ago."""
    earlier = shell.journal.find(Criteria(kinds=WRITTEN, last=day - timedelta(days=1)))
    found = {then.day: then for then in (*on_this_day(earlier, day), *same_week(earlier, day))}
    thens = [found[then] for then in sorted(found)]
    records = [record for then in thens for record in then.records]
    if as_json:
        shell.put_json([to_json(record) for record in records])
    for then in [] if as_json else thens:
        shell.put(Dim(then.words))
        put_page(shell, then.records, shell.today)
        shell.put()
    return matched(
        records, "Nothing was written on this day in earlier years, or in that week before."
    )

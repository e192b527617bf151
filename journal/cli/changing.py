"""`journal edit rm trash`: changing what is there; nothing is ever gone by it."""

from journal.cli.adding import DAY, SIGN_WORDS, moment, sign_of
from journal.cli.editor import edited
from journal.cli.lines import put_line
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.dates import in_words, parse_day
from journal.errors import NothingFound, Usage
from journal.practice.noting import clean_tags
from journal.practice.page import text_to_edit, with_text
from journal.records.codec import to_json
from journal.records.criteria import Criteria
from journal.records.record import Record


def edit_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal edit`."""
    parser.add_argument("id", help="the beginning of an id, or: last")
    parser.add_argument("--text", metavar="TEXT", help="the new text; - reads it from a pipe")
    parser.add_argument("--at", metavar="WHEN", help="when it was; gives it a new day too")
    parser.add_argument("--day", metavar="DAY", help="the day it belongs to")
    parser.add_argument("-t", "--tag", action="append", default=[], help="add a tag; repeatable")
    parser.add_argument("--untag", action="append", default=[], help="take a tag off; repeatable")
    parser.add_argument("--sign", choices=SIGN_WORDS, help="what it is a sign of")
    parser.add_argument("--star", action="store_true", default=None, help="mark it with a star")
    parser.add_argument("--unstar", action="store_false", dest="star", help="take its star off")


def edit_verb(shell: Shell, args: Arguments) -> int:
    """Change a record; its id is the result."""
    record = shell.journal.get(args.id)
    changed = _with_marks(shell, args, record)
    if args.text is not None:
        text = shell.read_stdin() if args.text == "-" else args.text
        changed = shell.rescuing(text, lambda: _with_text(changed, text))
    elif not _any_flag(args):
        if not shell.asks:
            raise Usage(
                "There is no terminal to edit on.", "Give the text: journal edit ID --text -"
            )
        changed = by_editor(shell, record)
    if changed == record:
        shell.say("Unchanged.")
    else:
        shell.rescuing(changed.text, lambda: shell.journal.save(changed, op="edit"))
    shell.put(record.id)
    return 0


def _any_flag(args: Arguments) -> bool:
    said = (args.at, args.day, args.sign, args.star)
    return bool(args.tag or args.untag) or any(each is not None for each in said)


def _with_marks(shell: Shell, args: Arguments, record: Record) -> Record:
    if args.at is not None:
        at, day = moment(shell, args.at, args.day)
        record = record._replace(at=at, day=day, zone=shell.clock.zone)
    elif args.day is not None:
        record = _on_day(shell, record, args.day)
    gone = clean_tags(args.untag)
    tags = tuple(tag for tag in clean_tags([*record.tags, *args.tag]) if tag not in gone)
    if args.sign:
        record = record._replace(sign=sign_of(args.sign))
    starred = record.starred if args.star is None else args.star
    return record._replace(tags=tags, starred=starred)


def _on_day(shell: Shell, record: Record, named: str) -> Record:
    """Return `record` on another logical day, at the time of day that it had."""
    day = parse_day(named, shell.today, shell.settings.date_order)
    if day > shell.today + DAY:
        raise Usage("That is more than a day ahead.", "A note is about what has happened.")
    shell.say(in_words(day, shell.today))
    at = record.at + (day - record.day)
    if record.zone == shell.clock.zone:
        at = at.replace(tzinfo=None).astimezone()  # summer time may have begun or ended between
    return record._replace(at=at, day=day)


def _with_text(record: Record, text: str) -> Record:
    if not text.strip():
        raise Usage("The text is empty; nothing was changed.", "`journal rm` moves a record away.")
    return with_text(record, text)


def by_editor(shell: Shell, record: Record) -> Record:
    """Return `record` as the learner leaves it in their editor; emptied, it stays as it was.

    Raises as `edited` and `with_text`; what was written is then told where it is.
    """
    before = text_to_edit(record)
    after = edited(shell, before)
    if not after.strip() or after == before:
        return record
    return shell.rescuing(after, lambda: _with_text(record, after))


def rm_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal rm`."""
    parser.add_argument("ids", nargs="+", metavar="ID", help="the beginning of an id, or: last")


def rm_verb(shell: Shell, args: Arguments) -> int:
    """Move records to the trash."""
    records = {record.id: record for record in map(shell.journal.get, args.ids)}
    there = [record for record in records.values() if not record.trashed]
    if there:
        shell.journal.remove(*there)
    for record in records.values():
        put_line(shell, record)
    shell.say("In the trash. `journal undo` brings it back.")
    return 0


def trash_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal trash`."""
    parser.add_argument("action", choices=("list", "restore"), nargs="?", default="list")
    parser.add_argument("ids", nargs="*", metavar="ID", help="what to bring back")
    parser.add_argument("--json", action="store_true", help="as a JSON array")


def trash_verb(shell: Shell, args: Arguments) -> int:
    """Show what is in the trash, or bring back from there."""
    if args.action == "restore":
        return _restore(shell, args.ids)
    records = shell.journal.find(Criteria(trashed=True))
    if args.json:
        shell.put_json([to_json(record) for record in records])
    for record in [] if args.json else records:
        put_line(shell, record)
    return 0 if records else NothingFound.code


def _restore(shell: Shell, ids: list[str]) -> int:
    if not ids:
        raise Usage("Which record should come back?", "journal trash restore ID")
    records = {record.id: record for record in map(shell.journal.get, ids)}
    back = [record._replace(trashed=False) for record in records.values() if record.trashed]
    if not back:
        raise NothingFound("It is not in the trash.")
    shell.journal.save(*back, op="restore")
    for record in back:
        put_line(shell, record)
    return 0

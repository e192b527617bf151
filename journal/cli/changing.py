"""`journal edit rm trash`: changing what is there; nothing is ever gone by it."""

from journal.cli.adding import DAY, SIGN_WORDS, moment, sign_of
from journal.cli.agreeing import must_agree
from journal.cli.editor import edited
from journal.cli.lines import SHORT, put_line
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.cli.verbs import verb_about
from journal.dates import in_words, parse_day
from journal.errors import Damaged, NothingFound, Usage
from journal.practice.called import CALLED
from journal.practice.noting import clean_tags
from journal.practice.telling.page import has_page, text_to_edit, with_text
from journal.records.codec import to_json
from journal.records.criteria import Criteria
from journal.records.record import Record

PAGE = "# "
"""How the page of a record that has several parts begins."""


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
    if not text.startswith(PAGE):
        _must_be_text(record)
    return with_text(record, text)


def _must_be_text(record: Record) -> None:
    """Raise Usage where a record has parts of its own that have a verb of their own."""
    if verb := verb_about(record.kind):
        raise Usage(
            f"This is a {CALLED.get(record.kind, record.kind)}: it has more parts than one text.",
            f"journal {verb.name} edit {record.id[:SHORT]} changes them."
            if verb.actions
            else f"`journal help {verb.name}` says what changes them.",
        )


def by_editor(shell: Shell, record: Record) -> Record:
    """Return `record` as the learner leaves it in their editor; emptied, it stays as it was.

    Raises as `edited` and `with_text`; what was written is then told where it is.
    """
    if not has_page(record):
        _must_be_text(record)
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
    records = _named(shell, args)
    there = [record for record in records if not record.trashed]
    if there:
        shell.journal.remove(*there)
    for record in records:
        put_line(shell, record)
    shell.say("In the trash. `journal undo` brings it back.")
    return 0


def _named(shell: Shell, args: Arguments) -> list[Record]:
    """Return the records that were named, each once."""
    return list({record.id: record for record in map(shell.journal.get, args.ids)}.values())


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="as a JSON array")


def _list(shell: Shell, args: Arguments) -> int:
    records = shell.journal.find(Criteria(trashed=True))
    if args.json:
        shell.put_json([to_json(record) for record in records])
    for record in [] if args.json else records:
        put_line(shell, record)
    if not records:
        raise NothingFound("The trash is empty.")
    return 0


def _restore_arguments(parser: Parser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="the beginning of an id")


def _restore(shell: Shell, args: Arguments) -> int:
    records = _named(shell, args)
    back = [record._replace(trashed=False) for record in records if record.trashed]
    if not back:
        raise NothingFound("It is not in the trash.")
    shell.journal.save(*back, op="restore")
    for record in back:
        put_line(shell, record)
    return 0


def _purge(shell: Shell, args: Arguments) -> int:
    from journal.sharing.desk import must_not_be_needed

    records = _named(shell, args)
    kept = [record for record in records if not record.trashed]
    if kept:
        raise Usage(
            f"{kept[0].id[:SHORT]} is not in the trash.",
            f"First: journal rm {kept[0].id[:SHORT]}",
        )
    must_not_be_needed(shell.journal, records, shell.today)
    for record in records:
        put_line(shell, record)
    must_agree(shell, args, "Take this and its history out for good? No undo brings it back.")
    shell.journal.purge(*records)
    shell.tell(
        "Gone from the journal here, and from other computers when they come up to date. A disk "
        "may hold traces."
    )
    _tell_what_holds(shell, [record.id for record in records])
    return 0


def _tell_what_holds(shell: Shell, ids: list[str]) -> None:
    from journal.store.kept.holding import holding

    try:
        held = holding(shell.journal, ids)
    except Damaged as error:
        shell.say(f"Whether backups still hold it cannot be told: {error.message}")
        return
    if not held:
        shell.say("Backups: none holds it.")
        return
    shell.say("Backups still hold it, until they are let go of, or you remove these folders:")
    for backup in held:
        shell.say(f"  {backup.folder}")


trash_verb_actions = (
    Action("list", "what is in the trash", _list, _list_arguments),
    Action("restore", "bring records back from there", _restore, _restore_arguments),
    Action("purge", "take records out of the journal for good", _purge, _restore_arguments),
)
"""What can follow `journal trash`."""

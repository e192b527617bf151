"""`journal import export`: journals coming and going, and what is lost on the way."""

from collections.abc import Callable

from journal.cli.parsing import Arguments, Parser
from journal.cli.progress import progress_bar
from journal.cli.shell import Shell
from journal.errors import Unreadable, Usage
from journal.exchange.bring import carry_out, plan
from journal.exchange.formats import FORMATS, Format, format_named
from journal.exchange.moments import Local
from journal.exchange.send import Report, export
from journal.exchange.weighing import Plan
from journal.paths import typed_path

SHOWN = 10
"""How many examples of each thing are listed; `--json` has them all."""


def import_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal import`."""
    parser.add_argument("format", nargs="?", metavar="FORMAT", help="without it, lists formats")
    parser.add_argument("path", nargs="?", metavar="PATH", help="a file or folder; - is a pipe")
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def import_verb(shell: Shell, args: Arguments) -> int:
    """Bring in notes from another journal; a second time adds nothing."""
    if args.format is None:
        return _list(shell, args, lambda each: each.can_import)
    if args.path is None:
        chosen = format_named(args.format)
        raise Usage("Where is the journal to bring in?", f"journal import {chosen.name} PATH")
    given = shell.stdin.buffer.read() if args.path == "-" else typed_path(args.path)
    local = Local(shell.clock.zone, shell.settings.day_ends)
    planned = plan(shell.journal, args.format, given, local)
    if not args.dry_run:
        with progress_bar(shell, "Bringing in notes") as progress:
            carry_out(shell.journal, planned, progress)
    if args.json:
        shell.put_json({**planned.summary(), "dry_run": args.dry_run})
    else:
        _tell_plan(shell, planned, "would be " if args.dry_run else "")
    return Unreadable.code if planned.unread else 0


def _list(shell: Shell, args: Arguments, fits: Callable[[Format], bool]) -> int:
    formats = [each for each in FORMATS.values() if fits(each)]
    if args.json:
        shell.put_json([{"name": each.name, "title": each.title} for each in formats])
    for each in [] if args.json else formats:
        shell.put(f"{each.name:10} {each.title}")
    return 0


def _tell_plan(shell: Shell, planned: Plan, would: str) -> None:
    shell.put(f"{counted(planned, would)}.")
    for name, lost in planned.lost.items():
        shell.put(f"Not kept: {lost.things} × {name} (for example of {', '.join(lost.examples)})")
    for label, parts in (("Skipped", planned.skipped), ("Unreadable", planned.unread)):
        for part in parts[:SHOWN]:
            shell.say(f"{label}: {part.where}: {part.reason}")
        if len(parts) > SHOWN:
            shell.say(f"… and {len(parts) - SHOWN} more; --json lists them all.")


def counted(planned: Plan, would: str) -> str:
    """Return what an import does with how many entries; `would` stands before each verb."""
    return (
        f"{len(planned.added)} {would}added, {planned.unchanged} unchanged, "
        f"{len(planned.changed)} {would}changed, {len(planned.skipped)} skipped, "
        f"{len(planned.unread)} unreadable"
    )


def export_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal export`."""
    parser.add_argument("format", nargs="?", metavar="FORMAT", help="without it, lists formats")
    parser.add_argument("path", nargs="?", metavar="PATH", help="where to; stdout otherwise")
    parser.add_argument("--history", action="store_true", help="with earlier versions (json)")
    parser.add_argument("--json", action="store_true", help="report as a JSON object")


def export_verb(shell: Shell, args: Arguments) -> int:
    """Write the journal in another format, and say what that format cannot hold."""
    if args.format is None:
        return _list(shell, args, lambda each: each.can_export)
    path = None if args.path in (None, "-") else typed_path(args.path).absolute()
    if args.json and path is None:
        raise Usage("Where to? A report and the export cannot both be the result.", "Name a PATH.")
    report = export(shell.journal, args.format, path, history=args.history)
    if report.data is not None:
        _pour(shell, report.data)
    elif args.json:
        shell.put_json(_summary(report))
    _tell_report(shell, report)
    return 0


def _pour(shell: Shell, data: bytes) -> None:
    """Write an export to stdout: on a terminal so that nothing in it acts, else to the byte."""
    if shell.stdout.isatty():
        shell.stdout.write(shell.safe(data.decode("utf-8", "replace")))
        return
    shell.stdout.flush()
    shell.stdout.buffer.write(data)


def _summary(report: Report) -> dict[str, object]:
    return {**report._asdict(), "data": None, "path": str(report.path)}


def _tell_report(shell: Shell, report: Report) -> None:
    where = f" to {report.path}" if report.path else ""
    shell.say(f"{report.records} records{where}.")
    for name, count in report.lost.items():
        shell.say(f"Not in it: {name} ({count})")
    for name in report.edited[:SHOWN]:
        shell.say(f"Left as it is, because it was edited there: {name}")
    for name in report.stale[:SHOWN]:
        shell.say(f"From an earlier export, no longer needed: {name}")
    if report.damaged:
        shell.say(
            f"{report.damaged} parts of the journal cannot be read; `journal check` names them."
        )

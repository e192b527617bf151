"""`journal growth`: then and now, and what happened in between."""

import os
from functools import partial

from journal.analysis.growth.as_html import as_html, twelve_weeks_as_html
from journal.analysis.growth.as_json import page_json, plain
from journal.analysis.growth.as_text import evidence_lines, page_lines
from journal.analysis.growth.figures import figures
from journal.analysis.growth.material import Material
from journal.analysis.growth.module_1 import strands
from journal.analysis.growth.page import Page, page_of
from journal.analysis.growth.twelve_weeks import twelve_weeks
from journal.cli.marking import marking_actions
from journal.cli.parsing import DEFAULT_ACTION, Action, Arguments, Parser
from journal.cli.progress import progress_bar
from journal.cli.shell import Dim, Shell
from journal.dates import in_words
from journal.errors import NotWritten, Usage
from journal.paths import typed_path
from journal.records.criteria import Criteria
from journal.records.record import Record

SHOWN = 5
"""So much evidence of each strand is shown before the rest is counted."""


def _page_arguments(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON, with all fourteen figures")
    parser.add_argument("--module1", action="store_true", help="only Module 1, with its evidence")
    parser.add_argument("--words", action="store_true", help="pictures as words")
    parser.add_argument("--html", metavar="FILE", help="write the page as one HTML file")
    parser.add_argument(
        "--twelve-weeks", metavar="FILE", help="write your own words of twelve weeks as HTML"
    )


def _show(shell: Shell, args: Arguments) -> int:
    """Show then and now, what happened in between, and what the figures that were chosen say."""
    records = shell.journal.find(Criteria())
    if args.module1:
        return _module_1(shell, records, as_json=args.json)
    if args.twelve_weeks:
        write_page(
            shell,
            args.twelve_weeks,
            twelve_weeks_as_html(twelve_weeks(records, shell.today), shell.today),
        )
        return 0
    material = Material(records, shell.today)
    page = _page(shell, material)
    if args.html:
        write_page(shell, args.html, as_html(page))
    elif args.json:
        shell.put_json(page_json(page, figures(material)))
    else:
        for line in page_lines(page, draws=not args.words):
            shell.put(line)
    return 0


def _page(shell: Shell, material: Material) -> Page:
    with progress_bar(shell, "Reading (ctrl+c leaves)") as progress:
        return page_of(material, shell.settings.figures.split(), progress)


def _module_1(shell: Shell, records: list[Record], *, as_json: bool) -> int:
    found = strands(Material(records, shell.today))
    if as_json:
        shell.put_json(plain(found))
        return 0
    in_days = partial(in_words, today=shell.today)
    for strand in found:
        shell.put(f"{strand.title}: {strand.said}")
        for line in evidence_lines(strand.evidence[:SHOWN], in_days, signed=False):
            shell.put("  ", line)
        if more := len(strand.evidence[SHOWN:]):
            shell.put(Dim(f"  and {more} more: journal growth --module1 --json"))
        shell.put()
    return 0


def write_page(shell: Shell, file: str, html: str) -> None:
    """Write the learner's page, for them alone. Raises Usage where the file is there already."""
    if file == "-":
        shell.stdout.write(html)
        return
    path = typed_path(file).absolute()
    try:
        with open(path, "x", encoding="utf-8", opener=_private) as out:
            out.write(html)
    except FileExistsError:
        raise Usage(f"{path} is there already.", "Choose another name, or move it away.") from None
    except OSError as error:
        raise NotWritten(f"{path} cannot be written: {error.strerror}.") from error
    shell.say(f"Written to {path}. It holds your own words, readable by whoever opens it.")


def _private(path: str, flags: int) -> int:
    """Open a file that only its owner can read."""
    return os.open(path, flags, 0o600)


growth_verb_actions = (
    Action(DEFAULT_ACTION, "the page, from top to bottom", _show, _page_arguments),
    *marking_actions,
)

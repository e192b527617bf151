"""Headings with lines below them, as entries of a list: lines that open a record are numbered."""

from collections.abc import Iterable
from functools import partial

from journal.cli.talk.state import Entry
from journal.practice.longer.parts import Line
from journal.visible import one_line


def entries_under(heading: str, lines: Iterable[Line]) -> list[Entry]:
    """Return a heading and its lines as entries."""
    return [Entry(None, partial(str, heading)), *map(_entry, lines)]


def _entry(line: Line) -> Entry:
    return Entry(line.record.id if line.record else None, partial(_words, line))


def _words(line: Line) -> str:
    return ", ".join(filter(None, (one_line(line.words), one_line(line.beside))))

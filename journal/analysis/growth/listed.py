"""Every line of the page of Growth that opens a list: what it is called, and what is in it."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from journal.analysis.growth.as_text import figure_says
from journal.analysis.growth.between import Line, times
from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.figures import Figure
from journal.analysis.growth.held import HELD
from journal.analysis.growth.module_1 import Strand
from journal.analysis.growth.naming import Called, Names, names_line
from journal.analysis.growth.page import Page
from journal.analysis.growth.pulse import Statement
from journal.analysis.growth.recurring import THEME, Recurring
from journal.analysis.growth.suggested import Suggested
from journal.dates.calendar import MONTHS

Part = Line | Strand | Figure | Suggested | Recurring | Statement | Called

NAMES = "name"
"""How the ids of lists of names begin."""

ASKED = "A person, a resource, or neither?"


class Moves(StrEnum):
    """What moving on does with a passage of a list."""

    CLOSE = "close"
    REOPEN = "open again"
    NAME = "name"


class Listed(NamedTuple):
    """A list of passages, and all that is to be read above it.

    id        by which it is found again in another page
    title     what the page says
    says      what else there is to say, line by line
    evidence  the passages
    label     what "not this" is said of here, such as "frame:mastery"; or ""
    figure    what a passage does not count for, when that is said here; or ""
    left_out  passages that do not count, each with the reason
    is_signed  whether each says if it counts
    moves     what moving on does with a passage here; None where nothing
    closed    the list of those that were closed, if there are any
    """

    id: str
    title: str
    says: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    label: str = ""
    figure: str = ""
    left_out: tuple[tuple[Evidence, str], ...] = ()
    is_signed: bool = False
    moves: Moves | None = None
    closed: "Listed | None" = None


def all_listed(page: Page) -> Iterator[Listed]:
    """Yield the lists of a page, from top to bottom."""
    parts: tuple[Part, ...] = (
        *page.lines, *page.strands, *page.figures, *page.suggested, *page.themes,
        *page.names.people, *page.names.resources, *page.statements,
    )  # fmt: skip
    for found in (listed(part, page.today) for part in parts):
        yield found
        if found.closed:
            yield found.closed
    if page.names.asked:
        yield names_asked(page.names)


def names_asked(names: Names) -> Listed:
    """Return the list of the names of which is to be said what they are, with a passage each."""
    evidence = tuple(
        each.evidence[0]._replace(why=f"{each.name}, {times(each.times)}. {ASKED}")
        for each in names.asked
    )
    return Listed("names", names_line(names), (), evidence, moves=Moves.NAME)


def listed(part: Part, today: date) -> Listed:
    """Return the list that one line of the page opens."""
    match part:
        case Line():
            return _line(part)
        case Strand():
            return Listed(f"strand {part.id}", f"{part.title}: {part.said}", (), part.evidence)
        case Figure():
            return _figure(part, today)
        case Suggested():
            return _suggested(part)
        case Recurring():
            return Listed(f"{THEME}:{part.phrase}", part.title, (part.said,), part.evidence)
        case Called():
            return Listed(f"{NAMES} {part.name}", part.name, (), part.evidence, moves=Moves.NAME)
        case Statement():
            return _statement(part)


def _line(line: Line) -> Listed:
    return Listed(f"line {line.figure}", line.words, (), line.evidence, figure=line.figure)


def _figure(figure: Figure, today: date) -> Listed:
    return Listed(
        f"figure {figure.rule.code}", figure.rule.title, tuple(figure_says(figure, today)),
        figure.evidence, figure=figure.rule.code, left_out=figure.not_counted,
        is_signed=figure.now.interval is not None,
    )  # fmt: skip


def _suggested(found: Suggested) -> Listed:
    own = Listed(found.label, found.title, (found.own.said,), found.evidence, label=found.label)
    return own._replace(moves=Moves.CLOSE, closed=_closed(found)) if found.label in HELD else own


def _closed(found: Suggested) -> Listed | None:
    if not found.closed:
        return None
    evidence = tuple(each.evidence for each in found.closed)
    return Listed(
        f"closed {found.label}", f"{found.title}: closed", (), evidence, moves=Moves.REOPEN
    )


def _statement(statement: Statement) -> Listed:
    answers = tuple(
        Evidence(each.id, each.month, f"{MONTHS[each.month.month - 1]}: {each.answer}")
        for each in statement.answers
        if each.answer
    )
    return Listed(f"month {statement.wording}", statement.wording, (), answers)

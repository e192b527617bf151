"""The card of a record as text: heading by heading, halves side by side where there is room.

Nothing here is markup: what a learner wrote comes in through `plain`.
"""

from collections.abc import Sequence

from textual.content import Content

from journal.practice.longer.parts import Line
from journal.practice.telling.card_parts import Card, Section
from screens.safe_text import plain

BETWEEN = 3
"""Cells between two halves."""

HALF = 24
"""So wide a half has to be, at least."""

LONGEST = 20_000
"""So many characters of one line of a card are drawn; to wrap megabytes would hold up every key."""


def card_text(card: Card, width: int, *, with_records: bool = True) -> Content:
    """Return what there is to read below the title of a card, `width` cells wide.

    with_records  whether lines that open a record are there; not where a list below has them
    """
    sections = [_without_records(each) for each in card.sections] if not with_records else []
    wanted = [each for each in sections or card.sections if each.lines or each.missing]
    return Content("\n\n").join(_blocks(wanted, width))


def card_page(card: Card, width: int) -> Content:
    """Return a card as it is read whole: its title, and everything but what is listed below it."""
    title = Content("\n").join(line.stylize("bold") for line in plain(card.title).wrap(width))
    below = Content("\n").join(line.stylize("dim") for line in plain(card.below).wrap(width))
    text = card_text(card, width, with_records=False)
    return Content("\n").join([title, below, Content(""), text])


def _without_records(section: Section) -> Section:
    lines = tuple(line for line in section.lines if line.record is None)
    if section.lines and not lines:
        return section._replace(lines=(), missing="")
    return section._replace(lines=lines)


def _blocks(sections: Sequence[Section], width: int) -> list[Content]:
    half = (width - BETWEEN) // 2
    blocks: list[Content] = []
    rest = list(sections)
    while rest:
        first = rest.pop(0)
        if first.half and rest and rest[0].half and half >= HALF:
            blocks.append(_side_by_side(_block(first, half), _block(rest.pop(0), half), half))
        else:
            blocks.append(_block(first, width))
    return blocks


def _block(section: Section, width: int) -> Content:
    heading = [Content.styled(section.heading, "bold")] if section.heading else []
    if not section.lines:
        missing = [each.stylize("dim") for each in _wrapped(section.missing, width, 2)]
        return Content("\n").join([*heading, *missing])
    lines = [each for line in section.lines for each in _line(line, width)]
    return Content("\n").join([*heading, *lines])


def _line(line: Line, width: int) -> list[Content]:
    said = _wrapped(line.words, width, 2)
    if not line.beside:
        return said
    beside = plain(line.beside.strip())
    if said and len(said[-1]) + 2 + beside.cell_length <= width:
        return [*said[:-1], Content.assemble(said[-1], "  ", beside.stylize("dim"))]
    return [*said, *(each.stylize("dim") for each in _wrapped(line.beside, width, 4))]


def _wrapped(text: str, width: int, indent: int) -> list[Content]:
    lead = len(text) - len(text.lstrip(" "))
    room = max(width - indent - lead, 8)
    return [line.pad_left(indent + lead) for line in plain(text[:LONGEST].strip()).wrap(room)]


def _side_by_side(left: Content, right: Content, width: int) -> Content:
    lefts, rights = left.split("\n", allow_blank=True), right.split("\n", allow_blank=True)
    rows = []
    for number in range(max(len(lefts), len(rights))):
        one = lefts[number] if number < len(lefts) else Content("")
        other = rights[number] if number < len(rights) else Content("")
        rows.append(one.pad_right(max(width + BETWEEN - one.cell_length, 0)) + other)
    return Content("\n").join(rows)

"""The page of Growth as rows: then and now, in between, Module 1, figures, what the text says."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from textual.content import Content

from journal.analysis.growth.as_text import foreign_line
from journal.analysis.growth.between import several, times
from journal.analysis.growth.figures import Figure
from journal.analysis.growth.listed import Part, listed, names_asked
from journal.analysis.growth.naming import PEOPLE_AND_RESOURCES, Names, names_line
from journal.analysis.growth.page import Page
from journal.analysis.growth.pulse import Statement
from journal.analysis.growth.recurring import COMES_BACK, Recurring
from journal.analysis.growth.suggested import Suggested
from journal.analysis.growth.then_now import Pair, Said
from journal.dates.calendar import MONTHS
from journal.visible import capitalised
from screens.growth.row_list import Opens, Row
from screens.safe_text import plain
from screens.widgets.record_text import day_title

TITLES = 28
"""Cells for the title of a strand, where what it says stands beside it."""

NARROW = 56
"""In so few cells it stands below it."""

MOST_LINES = 6
"""So many lines of either side of a pair are shown; all of it is there when it is opened."""

SUGGESTS = "What the text of twelve weeks suggests; you know better"


Of = TypeVar("Of", Suggested, Recurring)


def page_rows(page: Page, number: int) -> Iterator[Row]:
    """Yield the rows of the page, with the pair of that number, the first being 0."""
    today = page.today
    if page.pairs:
        yield from _pair(page.pairs[number], number, len(page.pairs), today)
    if page.first_page.is_offered:
        yield gap("first page")
        words = "The first page could be written" + (" again" if page.first_page.written else "")
        yield Row("first_page", wrapped(words), "first_page")
    if page.lines:
        yield from heading("between", "What happened in between")
        yield from (_row(line, today, line.words) for line in page.lines)
    yield from heading("strands", "Module 1, strand by strand")
    for strand in page.strands:
        said = _beside(strand.title, strand.said)
        yield Row(f"strand {strand.id}", said, _opens(strand, today))
    yield from heading("figures", "The figures that you chose" if page.figures else "Figures")
    yield from (_figure(figure, today) for figure in page.figures)
    words = "Choose others" if page.figures else "Choose up to three figures"
    yield Row("figures", wrapped(words, dim=True), "figures")
    yield from _lists("suggested", SUGGESTS, page.suggested, _how_many, today)
    if page.foreign:
        yield gap("foreign")
        yield Row("heading foreign", _indented(foreign_line(page.foreign)))
    yield from _lists("themes", COMES_BACK, page.themes, lambda each: each.said, today)
    yield from _names(page.names, today)
    yield from _months(page.statements, today)


def heading(id_: str, words: str, beside: str = "") -> Iterator[Row]:
    """Yield a heading with an empty line above it; what is said `beside` ends the line."""

    def draw(width: int) -> Content:
        lines = plain(words).stylize("bold").wrap(max(width + 2 - len(beside), 1))
        space = " " * max(width + 2 - lines[0].cell_length - len(beside), 2)
        first = Content.assemble(lines[0], space, (beside, "dim")) if beside else lines[0]
        return Content("\n").join([first, *lines[1:]])

    yield gap(id_)
    yield Row(f"heading {id_}", draw)


def gap(id_: str) -> Row:
    """Return an empty line."""
    return Row(f"heading above {id_}", lambda _width: Content(""))


def wrapped(words: str, *, dim: bool = False) -> Callable[[int], Content]:
    """Return what draws words as lines of the width that there is."""
    text = plain(words).stylize("dim") if dim else plain(words)
    return lambda width: Content("\n").join(text.wrap(width))


def _indented(words: str) -> Callable[[int], Content]:
    text = plain(words).stylize("dim")
    return lambda width: Content("\n").join(each.pad_left(2) for each in text.wrap(width))


def _pair(pair: Pair, number: int, of: int, today: date) -> Iterator[Row]:
    beside = f"pair {number + 1} of {of}" if of > 1 else ""
    _, title = heading("pair", pair.heading, beside)
    yield title
    if pair.about:
        yield Row("heading about", _indented(pair.about))
    yield gap("then")
    yield Row("then", _side("Then", pair.then, today), pair.then)
    yield gap("now")
    yield Row("now", _side("Now", pair.now, today), pair.now)
    if pair.why:
        yield Row("heading why", _indented(f"Because: {pair.why}"))


def _side(name: str, said: Said, today: date) -> Callable[[int], Content]:
    def draw(width: int) -> Content:
        lines = plain(said.words.strip()).wrap(max(width - 2, 1))
        if len(lines) > MOST_LINES:
            lines = [*lines[: MOST_LINES - 1], Content.styled("… enter reads on", "dim")]
        when = Content.assemble(f"{name:7}", (day_title(said.day, today), "dim"))
        return Content("\n").join([when, *(line.pad_left(2) for line in lines)])

    return draw


def _row(part: Part, today: date, words: str) -> Row:
    opens = listed(part, today)
    return Row(opens.id, wrapped(words), opens)


def _opens(part: Part, today: date) -> Opens | None:
    found = listed(part, today)
    return found if found.evidence else None


def _beside(title: str, said: str) -> Callable[[int], Content]:
    """Return what draws a title and what is said of it, beside it or below it."""

    def draw(width: int) -> Content:
        if width < NARROW:
            below = [each.pad_left(2) for each in plain(said).stylize("dim").wrap(width - 2)]
            return Content("\n").join([plain(title), *below])
        first, *others = plain(said).wrap(width - TITLES)
        lines = [plain(title).pad_right(TITLES - len(title)) + first]
        return Content("\n").join([*lines, *(each.pad_left(TITLES) for each in others)])

    return lambda width: _passed_over(draw(width), said)


def _passed_over(drawn: Content, said: str) -> Content:
    """Return a row that opens nothing as the others are drawn."""
    if said != "nothing yet":
        return drawn
    return Content("\n").join(line.pad_left(2) for line in drawn.stylize("dim").split("\n"))


def _figure(figure: Figure, today: date) -> Row:
    opens = listed(figure, today)
    past = figure.then
    before = f"Before: {past.said}. " if past and past.n and figure.is_enough else ""
    said = f"{capitalised(figure.said)}."
    change = figure.change_said
    beyond = f"{before}{capitalised(change)}{'.' if change else ''}"

    def draw(width: int) -> Content:
        lines = [plain(figure.rule.title)]
        for words, style in ((said, ""), (beyond, "dim")):
            lines += [
                each.pad_left(2) for each in plain(words).stylize(style).wrap(width - 2) if words
            ]
        return Content("\n").join(lines)

    return Row(opens.id, draw, opens)


def _lists(
    id_: str, words: str, lists: Iterable[Of], say: Callable[[Of], str], today: date
) -> Iterator[Row]:
    """Yield a heading and a row for each list, with what there is to `say`; nothing without one."""
    for number, each in enumerate(lists):
        if number == 0:
            yield from heading(id_, words)
        opens = listed(each, today)
        yield Row(opens.id, _counted(each.title, say(each)), opens)


def _how_many(found: Suggested) -> str:
    closed = f", {len(found.closed)} closed" if found.closed else ""
    return several(len(found.evidence), "sentence", "sentences") + closed


def _names(names: Names, today: date) -> Iterator[Row]:
    """Yield a heading, who and what was confirmed, and in one row the names that come back."""
    known = (*names.people, *names.resources)
    if known or names.asked:
        yield from heading("names", PEOPLE_AND_RESOURCES)
    for each in known:
        opens = listed(each, today)
        yield Row(opens.id, _counted(each.name, times(each.times).lower()), opens)
    if names.asked:
        yield Row("names", wrapped(names_line(names)), names_asked(names))


def _counted(title: str, many: str) -> Callable[[int], Content]:
    """Return what draws a title and how many there are: beside it, or below where it is narrow."""
    words, beside = plain(title), plain(many).stylize("dim")

    def draw(width: int) -> Content:
        space = width - words.cell_length - beside.cell_length
        if space >= 2:
            return Content.assemble(words, " " * space, beside)
        below = (each.pad_left(2) for each in beside.wrap(width - 2))
        return Content("\n").join([*words.wrap(width), *below])

    return draw


def _months(statements: Iterable[Statement], today: date) -> Iterator[Row]:
    for number, each in enumerate(statements):
        if number == 0:
            yield from heading("months", "Month by month, as you answered")
        answers = ", ".join(f"{MONTHS[a.month.month - 1]}: {a.answer or '–'}" for a in each.answers)
        opens = listed(each, today)
        yield Row(opens.id, _statement(each.wording, answers), opens)


def _statement(wording: str, answers: str) -> Callable[[int], Content]:
    def draw(width: int) -> Content:
        below = plain(answers).stylize("dim").wrap(width - 2)
        lines = [*plain(wording).wrap(width), *(each.pad_left(2) for each in below)]
        return Content("\n").join(lines)

    return draw

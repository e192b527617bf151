"""The page of Growth as lines of text: for a terminal, a pipe and a screen reader."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice

from journal.analysis.growth.drawn import lines_of
from journal.analysis.growth.evidence import Evidence, due_in_words, perhaps_in_words
from journal.analysis.growth.figures import Figure
from journal.analysis.growth.naming import PEOPLE_AND_RESOURCES, Called, Names, names_line
from journal.analysis.growth.page import Page
from journal.analysis.growth.pulse import Statement
from journal.analysis.growth.recurring import COMES_BACK, Recurring
from journal.analysis.growth.suggested import Suggested
from journal.analysis.growth.then_now import Pair, Said
from journal.dates import in_words
from journal.dates.calendar import MONTHS
from journal.visible import capitalised

EMPTY = (
    "Nothing to compare yet, and nothing is missing.",
    "After a few weeks this page puts what you write now beside what you wrote then, on the same "
    "question. It never scores you.",
)
FIRST_PAGE_ASKED = "How do you go about learning something new at work, just now?"
SUGGESTED = "What the text of twelve weeks suggests, sentence by sentence; you know better"

SHOWN = 3
"""So many sentences of a list are shown before the rest is counted."""

_SHORT = 6

Days = Callable[[date], str]


def page_lines(page: Page, *, draws: bool = True, width: int = 78) -> Iterator[str]:
    """Yield the page line by line; with `draws` pictures are drawn, otherwise they are words."""
    if page.is_empty:
        yield from EMPTY
        yield f"One page makes it better, whenever you like: {FIRST_PAGE_ASKED}"
        return
    yield from pairs_lines(page.pairs, page.today)
    if page.first_page.is_offered:
        yield f"The first page could be written again: {FIRST_PAGE_ASKED}"
        yield ""
    yield "What happened in between"
    yield from (f"  {line.words}" for line in page.lines)
    yield ""
    yield from strands_lines(page)
    for figure in page.figures:
        yield ""
        yield from figure_lines(figure, page.today)
    yield from _suggested_lines(page.suggested, page.today)
    yield from _themes_lines(page.themes, page.today)
    yield from _names_lines(page.names)
    yield from _pulse_lines(page.statements)
    for picture in page.pictures:
        yield ""
        yield picture.title
        drawn = lines_of(picture, width - 2) if draws else picture.words
        yield from (f"  {line}" for line in drawn)
    if page.foreign:
        yield ""
        yield foreign_line(page.foreign)


def strands_lines(page: Page) -> Iterator[str]:
    """Yield Module 1, strand by strand."""
    yield "Module 1, strand by strand"
    yield from (f"  {strand.title:<27} {strand.said}" for strand in page.strands)


def pairs_lines(pairs: Iterable[Pair], today: date) -> Iterator[str]:
    """Yield each pair: why it is one, then, now, and what changed it."""
    for pair in pairs:
        yield pair.heading
        if pair.about:
            yield f"  {pair.about}"
        yield from _side("Then", pair.then, today)
        yield from _side("Now", pair.now, today)
        if pair.why:
            yield f"  Because: {pair.why}"
        yield ""


def figure_lines(figure: Figure, today: date) -> Iterator[str]:
    """Yield a figure: what it says, of which days, out of what, and what it rests on."""
    yield figure.rule.title
    yield from (f"  {line}" for line in figure_says(figure, today))
    yield from (f"    {line}" for line in _evidence_of(figure, today))
    for each, why in figure.not_counted:
        yield f"    does not count, because {why}: {each.words}  [{each.id[:_SHORT]}]"


def figure_says(figure: Figure, today: date) -> Iterator[str]:
    """Yield what a figure says, of which days, and what it is, line by line."""
    yield f"{capitalised(figure.said)}{_between(figure)}, {_days(figure, today)}."
    if figure.then and figure.then.n and figure.is_enough:
        yield f"In the same time before: {figure.then.said}."
    if figure.change:
        yield f"{capitalised(figure.change_said)}."
    if figure.now.missing:
        yield f"Missing: {figure.now.missing}; they are not counted as no."
    yield f"What it is: {figure.rule.definition}"
    yield f"What would change it: {figure.rule.moves}"


def _evidence_of(figure: Figure, today: date) -> Iterator[str]:
    signed = figure.now.interval is not None
    return evidence_lines(figure.evidence, partial(in_words, today=today), signed=signed)


def evidence_lines(
    evidence: Iterable[Evidence], in_days: Days, *, signed: bool = True
) -> Iterator[str]:
    """Yield one line for each passage: day, words, why it is there, and the id that opens it.

    in_days  says a day in words
    signed   whether a sign in front says if it counts: ✓ it does, – it does not, ? it is missing
    """
    for each in evidence:
        sign = {True: "✓ ", False: "– ", None: "? "}[each.counts] if signed else ""
        why = f" ({each.why})" if each.why else ""
        yield f"{sign}{in_days(each.day)}: {each.words}{why}  [{each.id[:_SHORT]}]"


def foreign_line(entries: int) -> str:
    """Return the sentence on entries in another language."""
    what = "one entry is" if entries == 1 else f"{entries} entries are"
    return f"The text is read in English only; {what} in another language, and left out there."


def _side(name: str, said: Said, today: date) -> Iterator[str]:
    yield f"  {name:<5} {in_words(said.day, today)}  [{said.id[:_SHORT]}]"
    yield from (f"    {line}" for line in said.words.splitlines())


def _between(figure: Figure) -> str:
    interval = figure.now.interval
    if not interval or not figure.is_enough:
        return ""
    return f" (with chance allowed for, {interval.low:.0%} to {interval.high:.0%})"


def _days(figure: Figure, today: date) -> str:
    first, last = figure.window
    return f"{in_words(first, today)} to {in_words(min(last, today), today)}"


def _suggested_lines(lists: Iterable[Suggested], today: date) -> Iterator[str]:
    for number, each in enumerate(lists):
        yield ""
        if number == 0:
            yield SUGGESTED
        yield f"  {each.title} ({len(each.evidence)}). {each.own.said}"
        yield from _newest(each.evidence, today)
        if each.closed:
            yield f"    {closed_line(each)}"


def _themes_lines(themes: Iterable[Recurring], today: date) -> Iterator[str]:
    for number, each in enumerate(themes):
        if number == 0:
            yield ""
            yield COMES_BACK
        yield f"  {each.title}: {each.said}"
        yield from _newest(each.evidence, today)


def _newest(evidence: Iterable[Evidence], today: date) -> Iterator[str]:
    """Yield the first sentences of a list, which are the newest."""
    for found in islice(evidence, SHOWN):
        yield f"    {in_words(found.day, today)}: {found.words}  [{found.id[:_SHORT]}]"
        yield from (f"      {line}" for line in beside(found, today))


def beside(found: Evidence, today: date) -> Iterator[str]:
    """Yield why a passage is there, until when, and by which later one it may be closed."""
    said = (found.why, due_in_words(found, today))
    yield from filter(None, said)
    if later := found.perhaps:
        yield f"{perhaps_in_words(found)}: “{later.words}”  [{later.id[:_SHORT]}]"


def closed_line(found: Suggested) -> str:
    """Return how many of a list were closed: "closed: 4"."""
    return f"closed: {len(found.closed)}"


def _names_lines(names: Names) -> Iterator[str]:
    """Yield who and what was confirmed, and the names of which nothing was said yet."""
    if names.people or names.resources or names.asked:
        yield ""
        yield PEOPLE_AND_RESOURCES
    for what, called in (("People", names.people), ("Resources", names.resources)):
        if called:
            yield f"  {what}: {', '.join(map(_called, called))}"
    if names.asked:
        yield f"  {names_line(names)}"


def _called(each: Called) -> str:
    return f"{each.name} {each.times}"


def _pulse_lines(statements: Iterable[Statement]) -> Iterator[str]:
    for number, each in enumerate(statements):
        if number == 0:
            yield ""
            yield "Month by month, as you answered"
        answers = ", ".join(f"{MONTHS[a.month.month - 1]}: {a.answer or '–'}" for a in each.answers)
        yield f"  {each.wording}"
        yield f"    {answers}"

"""A list of passages as rows: when, the words with what the rule saw underlined, and why."""

from collections.abc import Callable, Iterator
from datetime import date

from textual.content import Content

from journal.analysis.growth.evidence import Evidence, due_in_words, perhaps_in_words
from journal.analysis.growth.listed import Listed
from screens.growth.page_rows import gap, wrapped
from screens.growth.row_list import Row
from screens.safe_text import plain
from screens.widgets.record_text import day_title

SIGNS = {True: "✓ ", False: "– ", None: "? "}
SIGNS_SAY = "✓ it counts   – it does not   ? something is missing to say so"
CUE = "bold underline"
NONE_LEFT = "Nothing is in this list any more."


def listed_rows(shown: Listed, today: date) -> Iterator[Row]:
    """Yield what is said of the list, then its passages, then what was left out."""
    signs = (SIGNS_SAY,) if shown.is_signed and shown.evidence else ()
    for number, words in enumerate((*shown.says, *signs)):
        yield Row(f"heading {number}", wrapped(words, dim=True))
    if not shown.evidence:
        yield gap("none")
        yield Row("heading none", wrapped(NONE_LEFT))
    for number, each in enumerate(shown.evidence):
        id_ = f"{each.id} {each.start} {number}"
        if number or shown.says:
            yield gap(id_)
        yield Row(id_, _drawing(each, today, SIGNS[each.counts] if shown.is_signed else ""), each)
        if each.perhaps:
            yield Row(f"perhaps {id_}", _perhaps(each), each.perhaps)
    for number, (each, why) in enumerate(shown.left_out):
        id_ = f"out {each.id} {number}"
        out = each._replace(why=f"doesn't count, because: {why}")
        yield gap(id_)
        yield Row(id_, _drawing(out, today, ""), each)
    if shown.closed:
        yield gap("closed")
        yield Row("closed", wrapped(f"closed: {len(shown.closed.evidence)}"), shown.closed)


def _drawing(each: Evidence, today: date, sign: str) -> Callable[[int], Content]:
    def draw(width: int) -> Content:
        until = due_in_words(each, today)
        day = f"{day_title(each.day, today)}, {until}" if until else day_title(each.day, today)
        when = Content.assemble(sign, (day, "dim"))
        why = plain(each.why).stylize("dim")
        lines = [*_words(each).wrap(width - 2), *(why.wrap(width - 2) if each.why else ())]
        return Content("\n").join([when, *(line.pad_left(2) for line in lines)])

    return draw


def _perhaps(each: Evidence) -> Callable[[int], Content]:
    """Return what draws the later passage by which one may be closed."""
    later = each.perhaps.words if each.perhaps else ""
    said = plain(f"{perhaps_in_words(each)}: “{later}”")

    def draw(width: int) -> Content:
        return Content("\n").join(line.pad_left(2) for line in said.wrap(width - 2))

    return draw


def _words(each: Evidence) -> Content:
    """Return the words of a passage, with those underlined that its rule rests on."""
    start, end = each.cue_start - each.start, each.cue_end - each.start
    words = plain(each.words)
    if 0 <= start < end <= len(words) == len(each.words):
        return words.stylize(CUE, start, end)
    return words

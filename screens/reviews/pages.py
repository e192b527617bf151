"""A longer look back as pages: what each shows, and what is asked on it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from journal.practice.longer import reviews
from journal.practice.longer.parts import Line, Section, span_of
from journal.practice.longer.quarter import last_snapshot, side_by_side
from journal.practice.look_back.prompts import Pack, Prompt, in_language
from journal.practice.making import When, own_of
from journal.records.record import Record
from journal.records.review import Aspect, Review

APART = ("pulse", "snapshot")
"""Steps whose questions are rows of their own, each answered in a word."""

AT_ONCE = 4
"""So many fields stand on one page, at most."""

LINE = "line "
"""How the ids of rows begin that are lines of a section."""

SPANS = {"week": "week", "month": "month", "quarter": "quarter", "first_page": "first"}
"""By the name of its command, how long a look back is."""


class Page(NamedTuple):
    """What stands on the screen at one time.

    asking  the questions of the page: fields, or with a step of APART rows
    """

    section: Section
    asking: tuple[Prompt, ...] = ()

    @property
    def is_apart(self) -> bool:
        """Whether its questions are rows, each answered in a word."""
        return self.section.step in APART


class Begun(NamedTuple):
    """A longer look back as it stands when it is opened.

    record  new, or the one of these days that was interrupted
    before  the snapshot of last time
    """

    record: Record
    pages: tuple[Page, ...]
    asking: tuple[Prompt, ...]
    before: tuple[Aspect, ...]


def begun(
    span: str, records: Sequence[Record], packs: Sequence[Pack], language: str, when: When
) -> Begun:
    """Return a longer look back that begins now, or goes on."""
    spoken = in_language(packs, language)
    asking = reviews.questions(span, spoken, records, when.day)
    sections = (
        (Section("first", "The first page", (), "first"),)
        if span == "first"
        else reviews.sections(span, records, when.day, spoken)
    )
    record = _unfinished(span, records, when.day) or reviews.begin(span, when, asking)
    return Begun(record, pages(sections, asking), tuple(asking), last_snapshot(records, when.day))


def _unfinished(span: str, records: Sequence[Record], day: date) -> Record | None:
    days = span_of(span, day)
    for record in records:
        own = record.own
        if not isinstance(own, Review) or record.trashed or not own.left:
            continue
        if own.span == span and (own.first, own.last) == days:
            return record
    return None


def pages(sections: Sequence[Section], asking: Sequence[Prompt]) -> tuple[Page, ...]:
    """Return the pages: one for each section, more where it asks more than fits."""
    found: list[Page] = []
    for section in sections:
        asked = tuple(prompt for prompt in asking if section.step and prompt.step == section.step)
        if section.step in APART:
            found.append(Page(section, asked))
            continue
        parts = [asked[at : at + AT_ONCE] for at in range(0, len(asked), AT_ONCE)] or [()]
        found += [Page(section, part) for part in parts]
    return tuple(found)


def rows_of(page: Page, record: Record, before: Sequence[Aspect]) -> list[tuple[str, Line]]:
    """Return the rows of a page, each with its id: records to open, or questions of a word."""
    own = own_of(record, Review)
    if page.section.step == "pulse":
        said = {each.prompt: each.answer for each in own.pulse}
        return [(p.key, Line(None, p.full, said.get(p.key, ""))) for p in page.asking]
    if page.section.step == "snapshot":
        pairs = {pair.heading: pair for pair in side_by_side(before, own.snapshot)}
        rows = []
        for prompt in page.asking:
            pair = pairs.get(prompt.full)
            then = f"then, {_said(pair.then)}" if pair and pair.then else ""
            now = f"now, {_said(pair.now)}" if pair and pair.now else ""
            rows.append((prompt.key, Line(None, prompt.full, "\n".join(filter(None, (then, now))))))
        return rows
    return [(f"{LINE}{number}", line) for number, line in enumerate(page.section.lines)]


def record_of(page: Page, id_: str) -> Record | None:
    """Return the record that the row with this id opens, if any."""
    if not id_.startswith(LINE):
        return None
    return page.section.lines[int(id_.removeprefix(LINE))].record


def _said(aspect: Aspect) -> str:
    return ": ".join(filter(None, (aspect.mark, aspect.evidence)))


def title(span: str, first: date) -> str:
    """Return what the first line calls it: "Look back on the week of 23 November"."""
    if span == "first":
        return "The first page"
    if span == "month":
        return f"Look back on {first:%B}"
    length = "twelve weeks, from" if span == "quarter" else "the week of"
    return f"Look back on {length} {first.day} {first:%B}"

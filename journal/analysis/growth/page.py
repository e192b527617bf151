"""The whole of Growth as data: one page from top to bottom, for every face."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from journal.analysis.growth.between import Line, in_between
from journal.analysis.growth.figures import Figure, figures
from journal.analysis.growth.first_page import FirstPage, first_page
from journal.analysis.growth.material import Material
from journal.analysis.growth.module_1 import Strand, strands
from journal.analysis.growth.naming import Names, naming
from journal.analysis.growth.pictures import Picture, pictures
from journal.analysis.growth.pulse import Statement, pulse
from journal.analysis.growth.readings import Progress, Readings
from journal.analysis.growth.recurring import Recurring, recurring
from journal.analysis.growth.suggested import Suggested, suggestions
from journal.analysis.growth.then_now import Pair, pairs
from journal.records.record import Record
from journal.settings import FIGURES_AT_ONCE


class Page(NamedTuple):
    """What Growth shows, in the order in which it shows it.

    today       the logical day that it was made on
    pairs       then and now, the strongest first
    lines       what happened in between
    strands     Module 1
    figures     those that were chosen, at most three
    suggested   what the text suggests, list by list
    themes      what comes back in the text, each with its sentences
    names       people and resources that the learner confirmed, and names to say it of
    statements  the monthly sentences and their answers
    pictures    what can be drawn of all this
    first_page  the first page and its returns
    foreign     how many of the entries that were read are in another language
    """

    today: date
    pairs: tuple[Pair, ...]
    lines: tuple[Line, ...]
    strands: tuple[Strand, ...]
    figures: tuple[Figure, ...]
    suggested: tuple[Suggested, ...]
    themes: tuple[Recurring, ...]
    names: Names
    statements: tuple[Statement, ...]
    pictures: tuple[Picture, ...]
    first_page: FirstPage
    foreign: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to compare yet, and nothing that happened."""
        return not (self.pairs or self.lines)


def growth_page(
    records: Iterable[Record], today: date, chosen: Iterable[str] = (),
    progress: Progress | None = None, readings: Readings | None = None,
) -> Page:  # fmt: skip
    """Return the page of Growth of a whole journal, with the marks in it (kind "mark").

    readings  what was read before: pass the same ones again, and only what has changed is read
    For the others see `page_of`.
    """
    return page_of(Material(records, today, readings), chosen, progress)


def page_of(
    material: Material, chosen: Iterable[str] = (), progress: Progress | None = None
) -> Page:
    """Return the page of Growth.

    Texts are read as far back as a figure looks: thirty weeks.

    chosen    the figures to show, by code or name; the first three of them are
    progress  told of the reading of texts; it may raise, to leave
    """
    material.readings.read_all(material.written_late, progress)
    names = list(dict.fromkeys(chosen))[:FIGURES_AT_ONCE]
    return Page(
        today=material.today,
        pairs=tuple(pairs(material)),
        lines=tuple(in_between(material)),
        strands=tuple(strands(material)),
        figures=tuple(figures(material, names)) if names else (),
        suggested=tuple(suggestions(material)),
        themes=tuple(recurring(material)),
        names=naming(material),
        statements=tuple(pulse(material)),
        pictures=tuple(pictures(material)),
        first_page=first_page(material),
        foreign=sum(map(material.readings.is_foreign, material.written_late)),
    )

"""What a longer look back asks of single lines: where a question goes, what was seen of a sign."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from journal.practice.deeds.all_deeds import deeds_of, moves_of
from journal.practice.deeds.deed import Deed, Said, Wanted
from journal.practice.longer.parts import Line, Section
from journal.practice.making import When
from journal.practice.mind import goals
from journal.records.record import Record

QUIET = ("keep on", "smaller", "drop")
"""What can be done with a try that has gone quiet."""


class Asked(NamedTuple):
    """A line that something is asked of, and the deeds that answer it."""

    line: Line
    record: Record
    deeds: tuple[Deed, ...]


def asked_of(section: Section, around: Sequence[Record] = ()) -> list[Asked]:
    """Return what a section asks of its lines, each sign of a goal once.

    around  records that may belong to those of the lines
    """
    find = _DEEDS.get(section.id)
    lines = {(one.record.id, one.words): (one, one.record) for one in section.lines if one.record}
    if find is None:
        return []
    asked = [
        Asked(line, record, find(section, line, record, around)) for line, record in lines.values()
    ]
    return [each for each in asked if each.deeds]


_Find = Callable[[Section, Line, Record, Sequence[Record]], tuple[Deed, ...]]


def _moves(
    _section: Section, _line: Line, record: Record, around: Sequence[Record]
) -> tuple[Deed, ...]:
    return tuple(moves_of(deeds_of(record, around)))


def _called(*keys: str) -> _Find:
    def find(
        _section: Section, _line: Line, record: Record, around: Sequence[Record]
    ) -> tuple[Deed, ...]:
        return tuple(deed for deed in deeds_of(record, around) if deed.key in keys)

    return find


def _seen(
    section: Section, line: Line, _record: Record, _around: Sequence[Record]
) -> tuple[Deed, ...]:
    def do(record: Record, said: Said, when: When) -> tuple[Record, ...]:
        return (goals.observe(record, when.day, line.words, said[0]),)

    return (Deed("seen", f"{line.words}, seen", do, (Wanted(section.asks),)),)


_DEEDS: dict[str, _Find] = {
    "sort": _moves,
    "quiet": _called(*QUIET),
    "doubt": _called("doubt"),
    "leading": _seen,
    "lagging": _seen,
}
"""By the id of a section."""

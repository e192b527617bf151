"""The place Loop: seek, sense, try, share, each with what is there and one short line beside it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from journal.practice.loop.stage_rows import SEEK, SENSE, SHARE, TRY, placed
from journal.records.item import Item, State
from journal.records.record import Record

GLOSSES = {
    SEEK: "what I want to find out",
    SENSE: "what I make of it",
    TRY: "what I am testing",
    SHARE: "what I pass on",
}
"""The four stages and what each is about, in the learner's words."""

_KEPT = (State.SETTLED, State.KEPT_PRIVATE, State.REVISIT)


class Row(NamedTuple):
    """One thing in a stage.

    title   what the learner calls it
    beside  a short line: "needs your own words", "look again today", "2 for, 1 against"
    """

    record: Record
    title: str
    beside: str


class Part(NamedTuple):
    """One of the four stages, what it is about, and what is in it: the newest first."""

    name: str
    gloss: str
    rows: tuple[Row, ...]


class Loop(NamedTuple):
    """All four, and one line on what is kept and parked: "9 lessons kept, 4 parked", or ""."""

    parts: tuple[Part, ...]
    kept: str


def stages(records: Iterable[Record], today: date) -> Loop:
    """Return what is in the loop on the logical day `today`, the trash left out."""
    there = [record for record in records if not record.trashed]
    there.sort(key=_newest, reverse=True)
    found: dict[str, list[Row]] = {name: [] for name in GLOSSES}
    for record in there:
        if place := placed(record, today):
            found[place.stage].append(Row(record, place.title, place.beside))
    parts = tuple(Part(name, gloss, tuple(found[name])) for name, gloss in GLOSSES.items())
    return Loop(
        parts, _kept([record.own.state for record in there if isinstance(record.own, Item)])
    )


def _newest(record: Record) -> tuple[float, bool, str]:
    """Return by what the stages are in order: a question stands before the try made of it."""
    return _moved(record), isinstance(record.own, Item), record.id


def _moved(record: Record) -> float:
    passages = record.own.passages if isinstance(record.own, Item) else ()
    return (passages[-1].at if passages else record.at).timestamp()


def _kept(states: list[State]) -> str:
    kept, aside = sum(each in _KEPT for each in states), states.count(State.PARKED)
    lessons_ = f"{kept} lesson{'' if kept == 1 else 's'} kept" if kept else ""
    return ", ".join(filter(None, (lessons_, f"{aside} parked" if aside else "")))

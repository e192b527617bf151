"""The look back on twelve weeks: a snapshot by headings beside the last one, never added up."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from journal.practice.longer.parts import Line, Section, finished, shown
from journal.practice.making import line, one_of, own_of, words
from journal.records.record import Record
from journal.records.review import Aspect, Review

MARKS = ("helps", "mixed", "hinders", "can't tell", "")
"""What can be said of a heading; "" while unsaid."""


class Pair(NamedTuple):
    """One heading then and now; None where it was not asked or not answered."""

    heading: str
    then: Aspect | None
    now: Aspect | None


def side_by_side(then: Sequence[Aspect], now: Sequence[Aspect]) -> tuple[Pair, ...]:
    """Return two snapshots heading by heading: those of now first, then those only then."""
    old, new = ({each.heading: each for each in aspects} for aspects in (then, now))
    return tuple(Pair(name, old.get(name), new.get(name)) for name in dict.fromkeys((*new, *old)))


def aspect(heading: str, shows: str = "", mark: str = "") -> Aspect:
    """Return what the learner says of a heading. Raises Usage where `mark` is not one of MARKS.

    shows  one sentence of what shows it, or ""
    """
    return Aspect(line(heading), words(shows), one_of(mark, MARKS))


def last_snapshot(records: Sequence[Record], day: date) -> tuple[Aspect, ...]:
    """Return the newest snapshot that was finished before `day`, or ()."""
    past = [own_of(each, Review) for each in finished(records, "quarter") if each.day < day]
    return next((own.snapshot for own in reversed(past) if own.snapshot), ())


def quarter(
    records: Sequence[Record], day: date, headings: Sequence[str], now: Sequence[Aspect] = ()
) -> tuple[Section, ...]:
    """Return the sections of the look back on the twelve weeks up to `day`.

    headings  those asked now; `now` is what was said of them so far
    """
    asked = tuple(Aspect(heading) for heading in headings)
    said = {each.heading: each for each in (*asked, *now)}
    pairs = side_by_side(last_snapshot(records, day), tuple(said.values()))
    lines = tuple(Line(None, pair.heading, _then(pair.then)) for pair in pairs)
    return shown(
        (
            Section("quarter", "Twelve weeks, in your own words", (), "quarter"),
            Section("snapshot", "How it is to learn here", lines, "snapshot"),
        )
    )


def _then(then: Aspect | None) -> str:
    said = ": ".join(filter(None, (then.mark, then.evidence))) if then else ""
    return f"then, {said}" if said else ""

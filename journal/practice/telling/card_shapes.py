"""What cards are made of: sections, and the few ways in which what is kept is told."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from journal.dates import in_words
from journal.practice.finding.days import first_words
from journal.practice.longer.parts import Line
from journal.practice.loop.stage_rows import placed
from journal.practice.tries.evidence import tries_of
from journal.records.experiment import Experiment
from journal.records.record import MARKS, Record


class Section(NamedTuple):
    """One heading of a card.

    lines    what stands below it; those with a record open it
    missing  what is said where there is nothing; "" leaves the heading out
    half     whether it stands beside its neighbour where there is room
    """

    heading: str
    lines: tuple[Line, ...] = ()
    missing: str = ""
    half: bool = False


class Card(NamedTuple):
    """A record to be read: what it is called, one line below that, and its sections."""

    title: str
    below: str
    sections: tuple[Section, ...]


class Seen(NamedTuple):
    """A record, those around it, and the logical day on which it is read."""

    record: Record
    around: Sequence[Record]
    today: date

    def day(self, day: date) -> str:
        """Return a day in words."""
        return in_words(day, self.today)


Tell = Callable[[Seen, Any], list[Line]]
Rows = tuple[tuple[str, Tell, str, bool], ...]


def told(*texts: str) -> list[Line]:
    """Return a line for each of the texts that says something."""
    return [Line(None, text) for text in texts if text]


def field(name: str) -> Tell:
    """Return what tells a field of words as it is."""
    return lambda _seen, own: told(getattr(own, name))


def row(
    heading: str, tell: Tell | str, missing: str = "", *, half: bool = False
) -> tuple[str, Tell, str, bool]:
    """Return one heading of a card: the name of a field, or what tells its lines; see `Section`."""
    return heading, field(tell) if isinstance(tell, str) else tell, missing, half


NOT_YET = "not said yet"


Kind = tuple[Callable[[Any], str], Callable[[Seen, Any], str], Rows]
"""How the card of a kind is called, what stands below that, and its headings."""


def come_from(seen: Seen, own: Any) -> list[Line]:
    """Return what it comes from: notes, sources, people."""
    linked = {each.id: each for each in seen.around}
    notes = [linked[id_] for id_ in seen.record.links if id_ in linked]
    asked = (f"@ {who}" for who in getattr(own, "people", ()))
    said = told(*getattr(own, "sources", ()), *asked)
    none = told("looked, none found") if getattr(own, "none_found", False) else []
    return [*(brief(note, seen) for note in notes), *said, *none]


def brief(record: Record, seen: Seen) -> Line:
    """Return a record as one line of another's card: its day and its words."""
    mark = f"{MARKS[record.sign]} " if record.sign else ""
    place = placed(record, seen.today)
    words = place.title if place else first_words([record])
    return Line(record, f"{short(record.day)}  {mark}{words}", place.beside if place else "")


def short(day: date) -> str:
    """Return a day as it stands in a card: "11 Nov"."""
    return f"{day.day} {day:%b}"


def tried_as(seen: Seen, _own: Any) -> list[Line]:
    """Return the tries that belong to a record."""
    return [_brief_try(each, seen) for each in tries_of(seen.record, seen.around)]


def _brief_try(record: Record, seen: Seen) -> Line:
    own = record.own
    if not isinstance(own, Experiment):
        return brief(record, seen)
    before = f" Expected: {expected(own)}." if own.prediction else ""
    came = f" It came {_came(own)}." if own.difference else ""
    whose = f" ({own.whose})" if own.whose else ""
    place = placed(record, seen.today)
    words = f"{own.response or own.cue}{whose}, {short(record.day)}.{before}{came}"
    return Line(record, words, place.beside if place else "")


def expected(own: Experiment) -> str:
    """Return what was expected, and how sure of it: "fewer questions (7 of 10)"."""
    sure = f" ({own.sureness} of 10)" if own.sureness is not None else ""
    return f"{own.prediction.rstrip('.')}{sure}"


def _came(own: Experiment) -> str:
    return {
        "partly": "in part",
        "different": "otherwise",
        "can't tell": "so that nobody can tell",
    }.get(str(own.difference), str(own.difference))

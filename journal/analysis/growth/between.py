"""What happened between then and now, in plain lines; a line about nothing is not there."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.material import Material
from journal.analysis.growth.phases import LEAST
from journal.analysis.growth.rules import Rule, rule
from journal.analysis.growth.summing import by_week
from journal.analysis.growth.windows import TWELVE_WEEKS, last_twelve_weeks, whole_weeks
from journal.records.experiment import Difference


class Line(NamedTuple):
    """One line: what happened, and the evidence behind it.

    figure  the code of the figure that it belongs to
    """

    words: str
    evidence: tuple[Evidence, ...]
    figure: str


def in_between(material: Material) -> list[Line]:
    """Return what happened in the last twelve weeks, line by line."""
    lines = []
    for code, say in _LINES.items():
        each = _rule(code)
        weekly = each.days == TWELVE_WEEKS
        window = whole_weeks(material.today) if weekly else last_twelve_weeks(material.today)
        out = material.marked.not_counted(code)
        evidence = [e for e in material.once(each.find) if window.holds(e.day) and e.id not in out]
        if words := say(evidence) if evidence else "":
            lines.append(Line(words, tuple(reversed(evidence)), code))
    return lines


def _rule(code: str) -> Rule:
    found = rule(code)
    assert found  # noqa: S101 - the codes are those of the table
    return found


_CAME = {
    Difference.AS_EXPECTED: "as expected",
    Difference.PARTLY: "partly so",
    Difference.DIFFERENT: "differently",
}


def _tries(evidence: Sequence[Evidence]) -> str:
    came = Counter(each.part for each in evidence)
    said = [f"{came[part]} {words}" for part, words in _CAME.items() if came[part]]
    if said:
        said[0] = said[0].replace(" ", " went ", 1)
    said += [f"{came[Difference.UNKNOWN]} can't tell"] if came[Difference.UNKNOWN] else []
    return f"{several(len(evidence), 'try', 'tries')} looked at: {', '.join(said)}"


def _stuck(evidence: Sequence[Evidence]) -> str:
    return f"{times(len(evidence))} stuck, {_yes(evidence)} followed by another way within a week"


def _plans(evidence: Sequence[Evidence]) -> str:
    return f"{times(len(evidence))} an if–then came up, {_yes(evidence)} tried"


def _minds(evidence: Sequence[Evidence]) -> str:
    return f"{times(len(evidence))} you changed your mind"


def _said(evidence: Sequence[Evidence]) -> str:
    acted = sum(each.part == "acted on" for each in evidence)
    said = several(len(evidence), "thing", "things")
    return f"{said} that people said, {_yes(evidence)} decided, {acted} acted on"


def _around(evidence: Sequence[Evidence]) -> str:
    made, helped = (
        sum(each.part.endswith(f": {name}") for each in evidence) for name in ("changed", "helped")
    )
    return f"{several(made, 'change', 'changes')} around you, {helped} helped" if made else ""


def _reused(evidence: Sequence[Evidence]) -> str:
    worked = sum(each.part == "yes" for each in evidence)
    return f"{times(len(evidence))} a lesson was used elsewhere, {worked} worked"


def _phases(evidence: Sequence[Evidence]) -> str:
    found = by_week(evidence)
    return f"Before, during and after: {found.said}" if found.n >= LEAST else ""


_LINES: dict[str, Callable[[Sequence[Evidence]], str]] = {
    "I3": _tries,
    "I5": _plans,
    "I4": _stuck,
    "I11": _minds,
    "I12": _said,
    "I10": _around,
    "I6": _reused,
    "I13": _phases,
}


def times(n: int) -> str:
    """Return how often: "once", "7 times"."""
    return "Once" if n == 1 else f"{n} times"


def several(n: int, one: str, many: str) -> str:
    """Return a number of things: "1 try", "6 tries"."""
    return f"{n} {one if n == 1 else many}"


def _yes(evidence: Sequence[Evidence]) -> int:
    return sum(each.counts is True for each in evidence)


def ids(evidence: Sequence[Evidence]) -> Iterator[str]:
    """Yield the ids behind some evidence, each once, in order."""
    yield from dict.fromkeys(id_ for each in evidence for id_ in (each.id, *each.also))

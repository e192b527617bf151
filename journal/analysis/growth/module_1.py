"""Module 1, strand by strand: identity, behaviours, agency, mastery, self-regulation."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from journal.analysis.growth import answers, phases, tries, writing
from journal.analysis.growth.between import several
from journal.analysis.growth.change import TOO_FEW
from journal.analysis.growth.evidence import Evidence, first_words, whole
from journal.analysis.growth.material import Material
from journal.analysis.growth.suggested import of_sentence
from journal.analysis.growth.summing import by_week
from journal.analysis.growth.windows import last_twelve_weeks, whole_weeks
from journal.records.asset import Asset
from journal.records.goal import FRAMINGS, LEARN, Goal
from journal.records.item import Item

RARELY = 5
"""What is there less than a fifth as often as the most frequent is called rare."""


class Strand(NamedTuple):
    """One strand: its name in data, its title, what it says, and the evidence for it."""

    id: str
    title: str
    said: str
    evidence: tuple[Evidence, ...]


def strands(material: Material) -> list[Strand]:
    """Return the five strands; one without evidence says that nothing is there yet."""
    made = (
        ("identity", "What I bring", _brought),
        ("behaviours", "What I do to learn", _done),
        ("agency", "Where I took the wheel", _wheel),
        ("mastery", "To learn it or to show it", _to_learn),
        ("self-regulation", "Before, during, after", _phases),
    )
    return [Strand(id_, title, *_said(material, make)) for id_, title, make in made]


Made = tuple[str, Sequence[Evidence]]


def _said(material: Material, make: Callable[[Material], Made]) -> tuple[str, tuple[Evidence, ...]]:
    said, evidence = make(material)
    return (said, tuple(evidence)) if evidence else ("nothing yet", ())


def _brought(material: Material) -> Made:
    found = [
        whole(record, words=own.name)._replace(also=record.links, why=own.how or "shown by a note")
        for record, own in material.of(Asset)
    ]
    return f"{several(len(found), 'thing', 'things')}, each with its note", found


def _done(material: Material) -> Made:
    window = last_twelve_weeks(material.today)
    found = [each for each in _ways(material) if window.holds(each.day)]
    counted = [(sum(each.part == way for each in found), way) for way in WAYS]
    most = max(n for n, _ in counted)
    often = [way for n, way in sorted(counted, key=lambda each: -each[0]) if n * RARELY >= most > 0]
    rarely = [way for n, way in counted if 0 < n * RARELY < most]
    said = ", ".join(often) + (f"; rarely {', '.join(rarely)}" if rarely else "")
    return said, found


ASKED, TRIED, LOOKED_UP, OTHER_WAY, KEPT_AT, PASSED_ON = (
    "asked", "tried", "looked it up", "went about it in steps", "kept at it", "passed it on",
)  # fmt: skip
WAYS = (ASKED, TRIED, LOOKED_UP, OTHER_WAY, KEPT_AT, PASSED_ON)
"""What learners do to learn, as far as records and sentences show it."""

_IN_SENTENCES = {
    ("regulation", "help_seeking"): ASKED,
    ("regulation", "strategy"): OTHER_WAY,
    ("regulation", "effort"): KEPT_AT,
}


def _ways(material: Material) -> Iterator[Evidence]:
    for record, own in tries.own_tries(material):
        if own.started:
            yield whole(record, own.started, tries.called(own))._replace(part=TRIED, why="a try")
    for each in material.once(answers.if_thens_tried):
        if each.counts:
            yield each._replace(part=TRIED)
    for record, item in material.of(Item):
        words = first_words(item.question)
        if item.people:
            why = f"asked: {', '.join(item.people)}"
            yield whole(record, words=words)._replace(part=ASKED, why=why)
        if item.sources:
            why = f"found in: {', '.join(item.sources)}"
            yield whole(record, words=words)._replace(part=LOOKED_UP, why=why)
        for sharing in item.sharings:
            why = f"passed on to {sharing.to}"
            yield whole(record, sharing.at.date(), words)._replace(part=PASSED_ON, why=why)
    yield from _in_sentences(material)


def _in_sentences(material: Material) -> Iterator[Evidence]:
    window = last_twelve_weeks(material.today)
    for record in material.written_late:
        if window.holds(record.day):
            for sentence, label in writing.found_in(material, record, frozenset(_IN_SENTENCES)):
                found = of_sentence(record, sentence, label)
                yield found._replace(part=_IN_SENTENCES[label.name, label.value])


def _wheel(material: Material) -> Made:
    window = last_twelve_weeks(material.today)
    found = [
        each
        for each in material.once(answers.around_you)
        if window.holds(each.day) and not each.part.endswith(": noticed")
    ]
    changed = [each for each in found if each.part.endswith(": changed")]
    helped = len(found) - len(changed)
    planned = [e for e in material.once(answers.if_thens_tried) if e.counts and window.holds(e.day)]
    said = f"{several(len(changed), 'change', 'changes')} around you, {helped} helped"
    if planned:
        said += f"; {several(len(planned), 'if–then', 'if–thens')} tried"
    return said, [*changed, *planned]


_FRAMED = {**FRAMINGS, LEARN: "says “learn how”"}
"""What is said of a goal by what the learner called it."""


def _to_learn(material: Material) -> Made:
    found = []
    for record, own in material.of(Goal):
        why = _FRAMED.get(own.framing, "not said")
        found.append(whole(record, words=own.aim)._replace(counts=own.is_to_learn, why=why))
    learning = sum(each.counts is True for each in found)
    return f"{several(len(found), 'goal', 'goals')}, {learning} say “learn how”", found


def _phases(material: Material) -> Made:
    window = whole_weeks(material.today)
    found = [each for each in material.once(phases.touched) if window.holds(each.day)]
    all_three = sum(len(there) == len(phases.PHASES) for there in phases.weeks(found).values())
    n = by_week(found).n
    if n < phases.LEAST:
        return f"{TOO_FEW} ({several(n, 'week', 'weeks')})", found
    if all_three == n:
        return f"all three in every one of {n} weeks", found
    most = "most weeks" if all_three * 2 > n else f"{all_three} of {n} weeks"
    return f"all three in {most}", found

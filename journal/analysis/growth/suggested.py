"""What the text suggests: sentences, each with its cue and rule, never a score of the person."""

from functools import cache
from typing import NamedTuple

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.held import Closed, held
from journal.analysis.growth.intervals import CONFIDENCE, Interval, two_sided, wilson
from journal.analysis.growth.label_words import LABELS
from journal.analysis.growth.material import Material
from journal.analysis.growth.windows import last_twelve_weeks
from journal.analysis.reading import Label, Sentence
from journal.analysis.shipped import shipped_table
from journal.records.record import Record
from journal.visible import one_line


class Own(NamedTuple):
    """How often the learner agreed with a list; nobody but them says what is right.

    shown     so many sentences the rules found, those taken off included
    rejected  of so many the learner said "not this"
    missed    so many the learner added
    right     the share that was not taken off, with its interval; None without a sentence
    """

    shown: int
    rejected: int
    missed: int
    right: Interval | None

    @property
    def said(self) -> str:
        """The same in words."""
        if not self.rejected and not self.missed:
            return "You have not taken one off yet, nor added one."
        return (
            f"Of {self.shown} that the rules found you took {self.rejected} off; "
            f"you added {self.missed}."
        )


class Suggested(NamedTuple):
    """The sentences that may show one label, the newest first.

    closed  those that the learner closed; they are not in `evidence`
    """

    label: str
    title: str
    evidence: tuple[Evidence, ...]
    own: Own
    closed: tuple[Closed, ...] = ()


def suggestions(material: Material) -> list[Suggested]:
    """Return the lists of the last twelve weeks that have sentences, or had some taken off."""
    window = last_twelve_weeks(material.today)
    found: dict[str, list[Evidence]] = {label: [] for label in LABELS}
    rejected = dict.fromkeys(LABELS, 0)
    for record in material.written_late:
        for sentence in material.readings.of(record) if window.holds(record.day) else ():
            for label in sentence.labels:
                name = f"{label.name}:{label.value}"
                if name not in found:
                    continue
                if material.marked.is_not_this(record, name, sentence.start, sentence.end):
                    rejected[name] += 1
                else:
                    found[name].append(of_sentence(record, sentence, label))
    made = (_list(material, name, found[name], rejected[name]) for name in LABELS)
    return [each for each in made if each.evidence or each.own.rejected or each.closed]


def of_sentence(record: Record, sentence: Sentence, label: Label) -> Evidence:
    """Return a sentence as evidence, with the words that the rule rests on."""
    return Evidence(
        record.id, record.day, one_line(record.text[sentence.start : sentence.end]),
        sentence.start, sentence.end, cue=label.cue, cue_start=label.start, cue_end=label.end,
        why=in_words(label.cue, record.text[label.start : label.end]),
    )  # fmt: skip


def in_words(cue: str, words: str) -> str:
    """Return a rule in words: which words it saw, and a sentence that shows what it looks for."""
    example = _examples().get(cue, "")
    as_in = f", as in “{example}”" if example else ""
    return f"“{one_line(words)}” (rule {cue}{as_in})"


@cache
def _examples() -> dict[str, str]:
    return {cue.id: cue.catches for cue in shipped_table().cues}


def _list(material: Material, name: str, evidence: list[Evidence], rejected: int) -> Suggested:
    known = {(each.id, each.start) for each in evidence}
    window = last_twelve_weeks(material.today)
    added = [
        Evidence(
            place.record.id, place.record.day,
            one_line(place.record.text[place.start : place.end]), place.start, place.end,
            why="you added it",
        )
        for place in material.marked.missed(name)
        if window.holds(place.record.day)
        and (place.record.id, place.start) not in known  # the rules may have learned since
    ]  # fmt: skip
    shown = len(evidence) + rejected
    z = two_sided(1 - CONFIDENCE)
    right = wilson(len(evidence) / shown, shown, z) if shown else None
    own = Own(shown, rejected, len(added), right)
    everything = sorted((*evidence, *added), key=lambda each: (each.day, each.start), reverse=True)
    open_, closed = held(material, name, everything)
    return Suggested(name, LABELS[name], tuple(open_), own, tuple(closed))

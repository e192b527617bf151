"""The monthly sentences and their answers over the months: side by side, never added up."""

from datetime import date
from typing import NamedTuple

from journal.analysis.growth.material import Material
from journal.records.review import Review


class Answered(NamedTuple):
    """What was answered in one month, "" where it was not; `id` is the look back's."""

    month: date
    answer: str
    id: str


class Statement(NamedTuple):
    """One sentence as it was put, and its answers, the earliest first."""

    wording: str
    answers: tuple[Answered, ...]


def pulse(material: Material) -> list[Statement]:
    """Return each sentence with its answers over the months in which any was answered."""
    looks = [(record, own) for record, own in material.of(Review) if own.pulse]
    wordings = dict.fromkeys(each.wording for _, own in looks for each in own.pulse)
    return [
        Statement(
            wording,
            tuple(Answered(own.last, _answer(own, wording), record.id) for record, own in looks),
        )
        for wording in wordings
    ]


def _answer(own: Review, wording: str) -> str:
    return next((each.answer for each in own.pulse if each.wording == wording), "")

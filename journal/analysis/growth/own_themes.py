"""The themes of a journal, and which are there more now than in the first weeks, or less."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from journal.analysis.entries import Entry
from journal.analysis.growth.intervals import two_sided
from journal.analysis.growth.material import Material
from journal.analysis.growth.windows import TWELVE_WEEKS, Window, ending
from journal.analysis.log_odds import Share, standard_score
from journal.analysis.themes import Mention, Theme, is_often, themes, words_said
from journal.records.mark import Named

MEASURES = {
    "minute", "minutes", "hour", "hours", "o'clock", "morning", "afternoon", "evening", "half",
    "four", "five", "six", "seven", "eight", "nine", "ten",
}  # fmt: skip
"""Words about how long, when or how many: what they come back in is no theme."""

KEPT = (Named.PERSON, Named.RESOURCE)
"""What a word that is listed elsewhere was confirmed as."""

LEAST_DAYS = 21
"""The first weeks, and the last ones, are so many days at least; otherwise nothing is compared."""

Z = two_sided(0.05)
"""So many standard deviations apart the two must be: as far as chance brings one in twenty."""

_ENTRIES = 400


class Lean(StrEnum):
    """When a theme is there more."""

    THEN = "then"
    NOW = "now"


LEANS = {
    Lean.THEN: "more in the first weeks than now",
    Lean.NOW: "more now than in the first weeks",
}
"""The same in words."""


def all_themes(material: Material) -> list[Theme]:
    """Return the themes of the earliest and the latest entries, the most frequent first.

    Left out are what says when, how long or how many, and confirmed people and resources.
    """
    return [
        theme
        for theme in themes(material.once(_entries))
        if not MEASURES & set(theme.phrase.split())
        and material.marked.named(theme.phrase) not in KEPT
    ]


def lean(material: Material, theme: Theme) -> Lean | None:
    """Return when a theme is there more; None where it is too little, or too close, to say.

    Compared are the first and the last half of the days up to today, at most twelve weeks each. A
    theme leans to the one in which it is often (see `themes`), where it is said there more often
    among all words that say something by at least Z standard deviations.
    """
    compared = material.once(_first_and_last)
    if compared is None:
        return None
    then, now = (_within(theme.mentions, weeks.window) for weeks in compared)
    early, late = (
        Share(len(there), weeks.words) for there, weeks in zip((then, now), compared, strict=True)
    )
    score = standard_score(early, late)
    if abs(score) < Z or not is_often(now if score > 0 else then):
        return None
    return Lean.NOW if score > 0 else Lean.THEN


class _Weeks(NamedTuple):
    """Days, and how many words that say something are in their entries."""

    window: Window
    words: int


def _first_and_last(material: Material) -> tuple[_Weeks, _Weeks] | None:
    """Return what is compared; None where there are too few days."""
    entries = material.once(_entries)
    first = entries[0].day if entries else material.today
    days = min(((material.today - first).days + 1) // 2, TWELVE_WEEKS)
    if days < LEAST_DAYS:
        return None
    now = ending(material.today, days)
    return _weeks(entries, ending(first + timedelta(days=days - 1), days)), _weeks(entries, now)


def _weeks(entries: Iterable[Entry], window: Window) -> _Weeks:
    return _Weeks(window, sum(words_said(each) for each in entries if window.holds(each.day)))


def _within(mentions: Iterable[Mention], window: Window) -> Sequence[Mention]:
    return [mention for mention in mentions if window.holds(mention.day)]


def _entries(material: Material) -> list[Entry]:
    """Return the earliest and the latest entries; a theme is sought in these."""
    written = material.written
    if len(written) > 2 * _ENTRIES:
        written = [*written[:_ENTRIES], *written[-_ENTRIES:]]
    return [Entry(record.id, record.day, record.text) for record in written]

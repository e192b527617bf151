"""Then and now, side by side, in the learner's own words: the strongest evidence first."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from journal.analysis.growth.marked import Place
from journal.analysis.growth.material import Material
from journal.analysis.growth.own_themes import all_themes
from journal.analysis.themes import Mention
from journal.records.belief import Belief
from journal.records.close import Answer, Close
from journal.records.note import Note
from journal.records.record import Record
from journal.records.review import Review

APART = timedelta(days=21)
"""Then and now lie at least so far apart."""

FIRST_PAGE = "first/just-now"

OF_ONE_DAY = {
    "daily/moment", "daily/way-home", "daily/moved", "daily/happened", "daily/expected",
    "daily/if", "daily/expect", "daily/keep", "daily/page", "week/one-eye-on", "week/take-along",
    "week/most-room", "week/underline",
}  # fmt: skip
"""Questions about what one day or week brought: two answers to them say little about each other."""

_MOST = {"question": 5, "belief": 3, "theme": 2}
_ENOUGH = 3
_WORDS = 4


class Said(NamedTuple):
    """One side of a pair.

    id          of the record; `day` its logical day
    words       the learner's words
    start, end  their characters in the record's text; 0 and 0 where the text holds them no more
    """

    id: str
    day: date
    words: str
    start: int = 0
    end: int = 0


class Pair(NamedTuple):
    """Then beside now.

    kind     "question", "belief", "own", "star" or "theme", in the order of trust
    heading  why these two stand side by side, in words
    about    the question that both answer, the theme; or ""
    why      what the learner says changed it, or ""
    """

    kind: str
    heading: str
    about: str
    then: Said
    now: Said
    why: str = ""


def pairs(material: Material) -> list[Pair]:
    """Return all pairs, those that need least guessing first.

    Themes, which guess most, are looked for only where there is little else.
    """
    found = [
        *islice(_same_question(material), _MOST["question"]),
        *islice(_beliefs(material), _MOST["belief"]),
        *_own(material),
        *_stars(material),
    ]
    themed = _themes(material) if len(found) < _ENOUGH else iter(())
    return [*found, *islice(themed, _MOST["theme"])]


def _same_question(material: Material) -> Iterator[Pair]:
    """Yield the earliest and the latest answer to each question.

    The first page comes before all others, then what was answered most often.
    """
    given: dict[tuple[str, int], list[tuple[Record, Answer]]] = defaultdict(list)
    for record, answers in _all_answers(material):
        for answer in answers:
            if answer.prompt not in OF_ONE_DAY and len(answer.text.split()) >= _WORDS:
                given[answer.prompt, answer.version].append((record, answer))
    found = []
    for (prompt, _), both in given.items():
        both.sort(key=lambda each: (each[0].day, each[0].at))
        (early, then), (late, now) = both[0], both[-1]
        if late.day - early.day >= APART and then.text != now.text:
            wording = max((answer.wording for _, answer in both), key=len)  # it may have faded
            one = Pair(
                "question", "The same question, then and now", wording,
                _said(early, then.text), _said(late, now.text),
            )  # fmt: skip
            found.append((prompt != FIRST_PAGE, -len(both), early.day - late.day, one))
    yield from (pair for *_, pair in sorted(found, key=lambda each: each[:3]))


def _all_answers(material: Material) -> Iterator[tuple[Record, tuple[Answer, ...]]]:
    yield from ((record, close.answers) for record, close in material.of(Close))
    yield from ((record, review.answers) for record, review in material.of(Review))


def _beliefs(material: Material) -> Iterator[Pair]:
    """Yield what the learner thought before and after, the newest change of mind first."""
    turns = [
        (turn, record)
        for record, own in material.of(Belief)
        for turn in own.revisions
        if turn.before and turn.after
    ]
    for turn, record in sorted(turns, key=lambda each: each[0].on, reverse=True):
        then = Said(record.id, record.day, turn.before)
        now = _said(record, turn.after)._replace(day=turn.on)
        yield Pair("belief", "What you thought, and think now", "", then, now, turn.why)


def _own(material: Material) -> Iterator[Pair]:
    """Yield the pairs that the learner made, the newest first."""
    for mark, then, now in reversed(material.marked.pairs()):
        yield Pair("own", "Two passages that you put together", "", _at(then), _at(now), mark.text)


def _stars(material: Material) -> Iterator[Pair]:
    """Yield the earliest and the latest starred line."""
    starred = [record for record, _ in material.of(Note, Close) if record.starred]
    starred.sort(key=lambda record: (record.day, record.at))
    if starred and starred[-1].day - starred[0].day >= APART:
        then, now = (_said(record, record.text) for record in (starred[0], starred[-1]))
        yield Pair("star", "Two lines that you starred", "", then, now)


def _themes(material: Material) -> Iterator[Pair]:
    """Yield the earliest and the latest passage on a theme; those of several words first."""
    found = material.once(all_themes)
    for theme in sorted(found, key=lambda each: (" " not in each.phrase, -len(each.mentions))):
        then, now = theme.mentions[0], theme.mentions[-1]
        if now.day - then.day >= APART and then.id != now.id:
            yield Pair(
                "theme", "The earliest and the latest on", theme.phrase,
                _around(material, then), _around(material, now),
            )  # fmt: skip


def _around(material: Material, mention: Mention) -> Said:
    """Return the sentence that a theme is mentioned in."""
    record = material.by_id[mention.id]
    start, end = material.sentence_at(record, mention.start)
    return Said(record.id, record.day, record.text[start:end], start, end)


def _said(record: Record, words: str) -> Said:
    start = record.text.find(words)
    if start < 0:
        return Said(record.id, record.day, words)
    return Said(record.id, record.day, words, start, start + len(words))


def _at(place: Place) -> Said:
    words = place.record.text[place.start : place.end]
    return Said(place.record.id, place.record.day, words, place.start, place.end)

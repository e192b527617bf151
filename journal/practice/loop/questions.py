"""A question and what is written to it on its way: from a note to a lesson that is used again."""

from collections.abc import Iterable
from datetime import date

from journal.errors import Usage
from journal.practice.finding.days import first_words
from journal.practice.loop.needs import Given, with_given
from journal.practice.making import (
    HELPED,
    When,
    changed,
    line,
    made,
    needed,
    one_of,
    own_of,
    rated,
    words,
)
from journal.records.item import Item, Reuse
from journal.records.record import Record, having

MOST_LINES = 7
"""So many lines has an aid for the moment of need, at most."""

_NEW = "A question needs a few words."


def new_question(question: str, when: When, links: Iterable[str] = ()) -> Record:
    """Return a question that has not been saved. Raises Usage where it is empty."""
    return made(Item(needed(question, _NEW)), when, links)


def item_from_note(note: Record, when: When, question: str = "") -> Record:
    """Return the question that a note leads to; it links to the note and has its tags.

    question  its wording, or "" for the note's first words
    """
    asked = question if words(question) else first_words([note])
    return new_question(asked, when, [note.id])._replace(tags=note.tags)


def with_words(record: Record, given: Given, when: When) -> Record:
    """Return a question with sources, people or sense added, without moving it."""
    return having(record, with_given(own_of(record, Item), given, when.at))


def describe(
    record: Record,
    *,
    question: str | None = None,
    works_when: str | None = None,
    fails_when: str | None = None,
    disagree: str | None = None,
    setting: str | None = None,
) -> Record:
    """Return a question or lesson with other words; None leaves as it is, "" takes off.

    Raises Usage where the question itself would be empty.
    """
    own_of(record, Item)
    if question is not None:
        needed(question, _NEW)
    said = {
        "question": question,
        "works_when": works_when,
        "fails_when": fails_when,
        "disagree": disagree,
        "setting": setting,
    }
    return changed(record, **{name: words(text) for name, text in said.items() if text is not None})


def how_sure(record: Record, number: int | None) -> Record:
    """Return a lesson with how sure the learner is of it, 0 to 10, or None. Raises Usage."""
    own_of(record, Item)
    return changed(record, sureness=rated(number))


def used_again(record: Record, day: date, setting: str, worked: str = "") -> Record:
    """Return a lesson that was used in another setting than its own. Raises Usage."""
    item = own_of(record, Item)
    where = line(needed(setting, "Where was it used?", "A few words name the place or the task."))
    reuse = Reuse(day, where, one_of(worked, ("", *HELPED)))
    return changed(record, reuses=(*item.reuses, reuse))


def with_aid(record: Record, text: str) -> Record:
    """Return a lesson with an aid for the moment of need; "" takes it off.

    Raises Usage where it is longer than MOST_LINES.
    """
    item = own_of(record, Item)
    aid = "\n".join(row.rstrip() for row in words(text).splitlines())
    if len(aid.splitlines()) > MOST_LINES:
        raise Usage(f"An aid has at most {MOST_LINES} lines.", "Keep what is needed in the moment.")
    if aid == item.job_aid:
        return record
    return changed(record, job_aid=aid, aid_version=item.aid_version + 1 if aid else 0)


def aid_used(record: Record, day: date) -> Record:
    """Return a lesson whose aid was used on `day`. Raises Usage where it has none."""
    if not own_of(record, Item).job_aid:
        raise Usage("This lesson has no aid yet.", "Up to seven lines for the moment of need.")
    return changed(record, aid_used=day)

"""The card of a record, what it is passed on as, and the shelves on which all of a noun stand."""

from datetime import date

import pytest

from journal.practice.loop.passing_on import leaving
from journal.practice.loop.questions import describe, with_aid
from journal.practice.shelves import SHELVES, shelf
from journal.practice.telling.card_parts import belonging, card
from journal.practice.tries.experiments import look_at
from journal.records.item import Act, State
from journal.records.record import Record
from journal.sample import sample_records
from tests.practice.making import day, kept, question, running, when
from tests.screens.test_words import forbidden

TODAY = date(2026, 11, 24)
SAMPLE = sample_records(TODAY, "Etc/UTC")


def headings(record: Record, around: list[Record] | None = None) -> list[str]:
    """Return the headings of a card, in order."""
    shown = card(record, around or [], day(1))
    assert shown is not None
    return [section.heading for section in shown.sections]


def test_what_was_expected_stands_above_what_came() -> None:
    looked = look_at(running(), day(1), "different", "Two calls.")
    found = headings(looked)
    assert found.index("What I expected") < found.index("What came")
    shown = card(looked, [], day(1))
    assert shown is not None
    lines = {s.heading: [line.words for line in s.lines] for s in shown.sections}
    assert lines["What I expected"] == ["fewer questions (7 of 10)"]
    assert lines["What came"] == ["Two calls.", "different, today"]


def test_a_question_names_its_tries_and_what_it_still_needs() -> None:
    asked = question(state=State.SENSING)
    tried = running()._replace(links=(asked.id,))
    shown = card(asked, [tried], day(1))
    assert shown is not None
    sections = {section.heading: section for section in shown.sections}
    assert "One sentence makes this a lesson" in sections["In my own words"].missing
    assert sections["Tried as"].lines[0].beside == "look again today"
    assert belonging(asked, [tried, asked]) == [tried]


def test_only_what_belongs_to_the_loop_has_a_card() -> None:
    kinds = {record.kind for record in SAMPLE if card(record, SAMPLE, TODAY) is None}
    assert kinds == {"note", "close", "coach"}


def test_what_leaves_is_the_lesson_and_nothing_of_how_it_came_about() -> None:
    lesson = question(
        acts=(Act(when(0).at, "present", "It is about the order."),),
        sources=("the manual",), people=("Ana",), state=State.READY,
    )  # fmt: skip
    lesson = describe(lesson, works_when="There are two.", disagree="Tom")
    assert leaving(lesson) == "Why twice?\n\nIt is about the order.\n\nWorks when: There are two.\n"
    assert leaving(with_aid(lesson, "Look.\nCount.")) == "Why twice?\n\nLook.\nCount.\n"


@pytest.mark.parametrize("name", SHELVES)
def test_each_shelf_holds_every_record_of_its_noun_once(name: str) -> None:
    groups = shelf(name, SAMPLE, TODAY)
    shown = [row.record.id for group in groups for row in group.rows if row.record]
    wanted = SHELVES[name]
    there = [each for each in SAMPLE if each.kind in wanted.kinds and wanted.group(each.own)]
    assert sorted(shown) == sorted(each.id for each in there)
    assert all(group.rows for group in groups)
    assert not [text for group in groups for text in (group.name, group.gloss) if forbidden(text)]


def test_what_lies_in_the_trash_stands_on_no_shelf() -> None:
    assert shelf("tries", [kept(running())._replace(trashed=True)], day(1)) == []


def test_no_card_says_a_word_that_belongs_to_the_code() -> None:
    said = [
        text
        for record in SAMPLE
        if (shown := card(record, (), TODAY))
        for section in shown.sections
        for text in (section.heading, section.missing)
    ]
    assert [text for text in said if forbidden(text)] == []

import pytest

from journal.errors import Usage
from journal.practice.marks import (
    ENDINGS,
    closed,
    does_not_count,
    missed,
    named,
    not_this,
    opened_again,
    pair,
)
from journal.records.codec import from_doc, to_doc
from journal.records.mark import Ending, Mark, Named, Says, digest_of
from journal.records.record import Record
from tests.analysis.growth.making import note, when


def own(record: Record) -> Mark:
    assert isinstance(record.own, Mark)
    return record.own


def test_no_word_of_a_passage_is_kept_twice() -> None:
    sentence = "Nobody laughed at the plumber."
    there = note(f"Went well. {sentence}")

    mark = not_this(
        there, when(21), "frame:performance", 11, 11 + len(sentence), "performance-shame"
    )

    assert own(mark).says is Says.NOT_THIS
    assert own(mark).spots[0].digest == digest_of(sentence)
    assert mark.text == ""
    assert mark.links == (there.id,)
    assert "plumber" not in repr(mark)


@pytest.mark.parametrize("span", [(0, 0), (-1, 3), (4, 2), (0, 99)])
def test_a_sentence_lies_in_the_text(span: tuple[int, int]) -> None:
    with pytest.raises(Usage):
        missed(note("Short."), when(21), "frame:mastery", *span)


def test_what_does_not_count_needs_a_reason() -> None:
    with pytest.raises(Usage):
        does_not_count(note("x"), when(21), "I4", "  ")

    assert does_not_count(note("x"), when(21), "I4", "a drill").text == "a drill"


def test_of_a_pair_the_earlier_passage_comes_first() -> None:
    late, early = note("I asked.", 30), note("I guessed.", 3)

    mark = pair(late, early, when(31), why="the same valve")

    assert [spot.id for spot in own(mark).spots] == [early.id, late.id]
    assert mark.text == "the same valve"


def test_a_passage_makes_no_pair_with_itself() -> None:
    one = note("I asked.")
    with pytest.raises(Usage):
        pair(one, one, when(31))


@pytest.mark.parametrize("label", ENDINGS)
@pytest.mark.parametrize("ending", Ending)
def test_what_is_closed_ends_in_one_of_its_ways(label: str, ending: Ending) -> None:
    there = note("Ring Ana? I'll ring Ana.")
    if ending not in ENDINGS[label]:
        with pytest.raises(Usage):
            closed(there, when(21), label, 0, 9, ending)
        return
    mark = closed(there, when(21), label, 0, 9, ending, " at  noon ")
    assert (own(mark).says, own(mark).ending) == (Says.CLOSED, ending)
    assert (own(mark).label, mark.text, mark.links) == (label, "at  noon", (there.id,))
    assert opened_again(mark).trashed


def test_what_shows_something_else_cannot_be_closed() -> None:
    with pytest.raises(Usage):
        closed(note("Went well."), when(21), "frame:mastery", 0, 5, Ending.DONE)


def test_a_name_is_kept_as_where_it_stands() -> None:
    mark = named(note("With Ruth."), when(21), 5, 9, Named.PERSON)
    assert own(mark).spots[0].digest == digest_of("ruth")
    assert (own(mark).named, mark.text) == (Named.PERSON, "")


def test_a_word_of_a_later_version_is_kept_as_it_is() -> None:
    doc = to_doc(named(note("With Ruth."), when(21), 5, 9, Named.PERSON)._replace(id="abcdefghij"))
    assert from_doc("abcdefghij", doc).own == Mark(
        Says.NAMED, own(from_doc("abcdefghij", doc)).spots, named=Named.PERSON
    )
    later = {**doc, "named": "a place"}
    assert to_doc(from_doc("abcdefghij", later)) == later

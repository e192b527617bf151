import pytest

from journal.errors import Usage
from journal.practice.marks import does_not_count, missed, not_this, pair
from journal.records.mark import Mark, Says, digest_of
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

"""What the learner said of sentences outlives changes, and feeds their own precision."""

from typing import Any

from journal.analysis.growth.material import Material
from journal.analysis.growth.suggested import Suggested, suggestions
from journal.practice.marks import missed, not_this, pair
from journal.records.record import Record
from tests.analysis.growth.making import day, kept, note, when

WILL = "I'll ring the wholesaler tomorrow."
BOTH = f"{WILL} I'll draw the riser first."
INTENTION = "intention:intention"


def mark(made: Record) -> Record:
    own: Any = made.own
    return kept(own, 21)


def listed(label: str, *records: Record) -> Suggested | None:
    found = suggestions(Material(records, day(40)))
    return next((each for each in found if each.label == label), None)


def test_each_sentence_is_shown_with_its_words_and_its_rule() -> None:
    text = f"The pump stopped. {WILL}"

    found = listed(INTENTION, note(text))

    assert found
    [each] = found.evidence
    assert (each.words, text[each.start : each.end]) == (WILL, WILL)
    assert text[each.cue_start : each.cue_end] in each.why
    assert each.cue in each.why
    assert found.own.said == "You have not taken one off yet, nor added one."


def test_not_this_takes_a_sentence_off_and_is_counted() -> None:
    there = note(BOTH)
    off = mark(not_this(there, when(21), INTENTION, 0, len(WILL)))

    found = listed(INTENTION, there, off)

    assert found
    assert [each.words for each in found.evidence] == ["I'll draw the riser first."]
    assert (found.own.shown, found.own.rejected) == (2, 1)
    assert found.own.right
    assert found.own.right.low < 0.5 < found.own.right.high


def test_it_holds_when_the_text_around_it_changes_and_not_when_the_sentence_does() -> None:
    there = note(BOTH)
    off = mark(not_this(there, when(21), INTENTION, 0, len(WILL)))
    longer = there._replace(text=f"Late. {BOTH}", version="2")
    other = there._replace(text=BOTH.replace("wholesaler", "plumber"), version="3")

    for record, rejected in ((longer, 1), (other, 0)):
        found = listed(INTENTION, record, off)
        assert found
        assert found.own.rejected == rejected


def test_what_was_missed_is_added() -> None:
    sentence = "Seven lamps, in the order of the plan."
    text = f"Nights. {sentence}"
    there = note(text)
    added = mark(missed(there, when(21), "frame:mastery", 8, len(text)))
    moved = there._replace(text=f"Short ones. {text}", version="2")

    for record in (there, moved):
        found = listed("frame:mastery", record, added)
        assert found
        assert [each.words for each in found.evidence] == [sentence]
        assert found.own.missed == 1


def test_what_was_added_and_is_found_by_the_rules_later_is_there_once() -> None:
    there = note(WILL)
    added = mark(missed(there, when(21), INTENTION, 0, len(WILL)))

    found = listed(INTENTION, there, added)

    assert found
    assert len(found.evidence) == 1
    assert found.own.missed == 0


def test_marks_on_what_is_gone_say_nothing() -> None:
    there = note(BOTH)
    off = mark(not_this(there, when(21), INTENTION, 0, len(WILL)))
    put = mark(pair(there, note("later", 30), when(31)))

    material = Material([off, put], day(40))

    assert suggestions(material) == []
    assert material.marked.pairs() == []
    assert material.marked.rejected(INTENTION) == 0

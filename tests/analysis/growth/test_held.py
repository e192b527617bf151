"""Intentions and open questions stay open until the learner closes them; closure is suggested."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.growth.as_html import as_html
from journal.analysis.growth.as_json import page_json
from journal.analysis.growth.as_text import page_lines
from journal.analysis.growth.evidence import due_in_words, perhaps_in_words
from journal.analysis.growth.listed import Moves, listed
from journal.analysis.growth.material import Material
from journal.analysis.growth.page import growth_page
from journal.analysis.growth.suggested import Suggested, suggestions
from journal.on_passages import moved, moving_on
from journal.practice.deeds.deed import named
from journal.practice.marks import closed, missed, opened_again
from journal.records.mark import Ending
from journal.records.record import Record
from tests.analysis.growth.making import day, kept, note, when

WILL = "I'll ring the wholesaler about the ferrules by Friday."
WHY = "Why does the pump drip?"
RANG = "Rang the wholesaler about ferrules."
INTENTION, QUESTION = "intention:intention", "question:question"


def mark(made: Record, number: int = 30) -> Record:
    own: Any = made.own
    return kept(own, number)


def found(label: str, *records: Record) -> Suggested | None:
    lists = suggestions(Material(records, day(40)))
    return next((each for each in lists if each.label == label), None)


def close(record: Record, ending: Ending = Ending.DONE, why: str = "") -> Record:
    return mark(closed(record, when(30), INTENTION, 0, len(WILL), ending, why))


def test_an_intention_is_open_with_its_day_and_a_later_passage_by_which_it_may_be_done() -> None:
    there, later = note(WILL, 20), note(f"It rained. {RANG}", 23)

    list_ = found(INTENTION, there, later)

    assert list_
    [each] = list_.evidence
    assert due_in_words(each, day(40)) == "for Friday 27 March"
    assert perhaps_in_words(each) == "perhaps done, 3 days later"
    assert each.perhaps
    assert (each.perhaps.id, each.perhaps.words) == (later.id, RANG)
    assert later.text[each.perhaps.start : each.perhaps.end] == RANG
    assert list_.closed == ()


def test_a_question_may_be_answered() -> None:
    list_ = found(QUESTION, note(WHY, 20), note("The pump drips because of the seal.", 21))
    assert list_
    assert [perhaps_in_words(each) for each in list_.evidence] == [
        "perhaps answered, a day later"
    ]  # fmt: skip


def test_what_is_closed_leaves_the_list_and_is_told_apart() -> None:
    there = note(WILL, 20)

    list_ = found(INTENTION, there, close(there, why="the second wholesaler"))

    assert list_
    assert list_.evidence == ()
    [each] = list_.closed
    assert (each.ending, each.why) == (Ending.DONE, "the second wholesaler")
    assert each.evidence.words == WILL
    assert (list_.own.shown, list_.own.rejected) == (1, 0)


def test_it_stays_closed_when_the_text_around_it_changes_and_not_when_the_sentence_does() -> None:
    there = note(WILL, 20)
    end = close(there)

    moved_ = found(INTENTION, there._replace(text=f"Late. {WILL}", version="2"), end)
    other = there._replace(text=WILL.replace("wholesaler", "plumber"), version="3")

    assert moved_
    assert (len(moved_.evidence), len(moved_.closed)) == (0, 1)
    open_ = found(INTENTION, other, end)
    assert open_
    assert (len(open_.evidence), len(open_.closed)) == (1, 0)


def test_it_is_open_again_when_the_mark_is_taken_back() -> None:
    there = note(WILL, 20)
    list_ = found(INTENTION, there, opened_again(close(there)))
    assert list_
    assert (len(list_.evidence), len(list_.closed)) == (1, 0)


def test_what_the_learner_added_can_be_closed_too() -> None:
    text = "The riser, on Friday."
    there = note(text, 20)
    added = mark(missed(there, when(21), INTENTION, 0, len(text)), 21)
    end = mark(closed(there, when(30), INTENTION, 0, len(text), Ending.LET_GO))

    open_ = found(INTENTION, there, added)
    assert open_
    assert [due_in_words(each, day(40)) for each in open_.evidence] == ["for Friday 27 March"]
    list_ = found(INTENTION, there, added, end)
    assert list_
    assert [each.ending for each in list_.closed] == [Ending.LET_GO]


def test_of_an_open_one_the_list_offers_the_endings_and_of_a_closed_one_to_open_it() -> None:
    there = note(WILL, 20)
    open_ = found(INTENTION, there)
    assert open_
    shown = listed(open_, day(40))
    deeds = moving_on(shown, shown.evidence[0])
    assert [deed.words for deed in deeds] == ["done", "did something else", "let go"]

    end = named(deeds, "otherwise")
    assert end
    kept_ = mark(end.do(there, ("rang Ana",), when(30))[0])
    list_ = found(INTENTION, there, kept_)
    assert list_
    below = listed(list_, day(40)).closed
    assert below
    assert below.moves is Moves.REOPEN
    [each] = below.evidence
    assert each.why == "did something else: rang Ana"
    assert moved(below, each) == kept_.id
    [again] = moving_on(below, each)
    assert again.do(kept_, (), when(31))[0].trashed


TEXTS = st.sampled_from([WILL, WHY, RANG, "Drips because of the seal, the pump.", "I did it all."])


@given(st.lists(st.tuples(TEXTS, st.integers(0, 40)), max_size=8))
def test_nothing_is_ever_closed_by_itself(told: list[tuple[str, int]]) -> None:
    records = [note(text, number) for text, number in told]
    material = Material(records, day(40))
    lists = {each.label: each for each in suggestions(material)}
    assert not any(each.closed for each in lists.values())
    for label, text in ((INTENTION, WILL), (QUESTION, WHY)):
        open_ = lists[label].evidence if label in lists else ()
        assert len(open_) == [words for words, _ in told].count(text)
        for each in open_:
            later = each.perhaps and material.by_id[each.perhaps.id]
            here = material.by_id[each.id]
            assert not later or (later.day, later.at) > (here.day, here.at)


def test_page_file_and_data_tell_of_what_is_open_and_of_what_is_closed() -> None:
    starred = [note("First.", 1, starred=True), note("Last.", 30, starred=True)]
    there = note(WILL, 20)
    other = note(WHY, 20)
    end = mark(closed(other, when(30), QUESTION, 0, len(WHY), Ending.LET_GO, "<b>nobody</b>"))
    page = growth_page([*starred, there, note(RANG, 23), other, end], day(40))

    text = "\n".join(page_lines(page))
    assert "      for Friday 27 March\n      perhaps done, 3 days later: “Rang the" in text
    assert "    closed: 1" in text
    html = as_html(page)
    assert "for Friday 27 March, perhaps done, 3 days later" in html
    assert "closed, let go: &lt;b&gt;nobody&lt;/b&gt;" in html
    lists = {each["label"]: each for each in page_json(page, ())["suggested"]}
    assert lists[INTENTION]["evidence"][0]["perhaps"]["words"] == RANG
    assert lists[QUESTION]["closed"][0]["ending"] == "let go"

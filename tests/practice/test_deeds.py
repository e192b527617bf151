"""What can be done with a record: everything offered can be done, and no rule is passed by."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.deeds.all_deeds import deeds_of, moves_of
from journal.practice.deeds.deed import Deed, Said, named
from journal.practice.deeds.in_a_row import in_a_row
from journal.practice.deeds.new import of_note, to_add
from journal.practice.loop.moves import moves
from journal.practice.making import own_of
from journal.practice.mind.feedbacks import new_feedback
from journal.practice.noting import new_note
from journal.practice.tries.cards import card_of, card_text, from_card
from journal.practice.tries.evidence import pooled
from journal.records.experiment import Experiment, Stage
from journal.records.feedback import Feedback
from journal.records.item import Item, State
from journal.records.record import Record, Sign
from tests.practice.lookbacks import PACKS
from tests.practice.making import day, kept, own_item, question, running, when
from tests.screens.test_words import forbidden


def answers(deed: Deed, number: int = 1) -> Said:
    """Return an answer to everything that a deed asks, another one for each number."""
    return tuple(_answer(wanted.choices, wanted.words, number) for wanted in deed.wants)


def _answer(choices: tuple[tuple[str, str], ...], words: str, number: int) -> str:
    if choices:
        return choices[0][0]
    typed = f"If it rings, I'll stop {number}" if "If …" in words else f"words {number}"
    return "@Ana" if "@Ana" in words else typed


def done(deed: Deed, record: Record, number: int = 1) -> list[Record]:
    """Return what comes of a deed, kept."""
    return [kept(each) for each in deed.do(record, answers(deed, number), when(number % 5 + 1))]


def note(text: str = "Ana: what for?", sign: Sign | None = Sign.SAID) -> Record:
    return kept(new_note(text, when(0).at, "UTC", day(0), sign=sign))


@given(st.lists(st.integers(0, 20), max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_sequence_of_deeds_loses_a_passage_or_offers_what_cannot_be_done(
    choices: list[int],
) -> None:
    asked, around = question(), list[Record]()
    for number, choice in enumerate(choices):
        possible = deeds_of(asked, [asked, *around])
        deed = possible[choice % len(possible)]
        before = own_item(asked).passages
        saved = done(deed, asked, number)
        after = own_item(saved[0])
        assert after.passages[: len(before)] == before
        asked = saved[0]
        changed = {each.id for each in saved}
        around = [*(each for each in around if each.id not in changed), *saved[1:]]


@given(st.lists(st.integers(0, 20), max_size=10))
@settings(max_examples=60, deadline=None)
def test_whatever_is_begun_can_be_gone_on_with(choices: list[int]) -> None:
    shown = [note()]
    for deed in [*to_add(shown), *of_note(shown[0])]:
        record = done(deed, shown[0], 100)[0]
        assert record.kind == deed.key
        for number, choice in enumerate(choices):
            possible = deeds_of(record, [record, *shown])
            if not possible:
                break
            saved = done(possible[choice % len(possible)], record, number)
            record = saved[0] if saved else record


def test_the_moves_are_those_of_the_loop_and_come_first() -> None:
    asked = question(state=State.SENSING)
    offered = deeds_of(asked)
    assert [deed.words for deed in moves_of(offered)] == [move.words for move in moves(asked)]
    assert offered[: len(moves(asked))] == moves_of(offered)


def test_a_move_that_needs_a_look_at_a_try_is_offered_where_there_is_one_to_look_at() -> None:
    asked = question(state=State.TRYING)
    assert named(deeds_of(asked), "to settled") is None
    tried = running()._replace(links=(asked.id,))
    deed = named(deeds_of(asked, [tried]), "to settled")
    assert deed is not None
    lesson, looked = deed.do(asked, ("different", "Two calls.", "It depends."), when(1))
    assert isinstance(lesson.own, Item) and lesson.own.state is State.SETTLED  # noqa: PT018
    assert isinstance(looked.own, Experiment) and looked.own.state is Stage.REVIEWED  # noqa: PT018


def test_what_is_said_of_how_it_leaves_is_kept_and_nothing_leaves_unread() -> None:
    ready = question(state=State.READY)
    deed = named(deeds_of(ready), "to shared")
    assert deed is not None
    assert deed.leaves == deed.wants[-1].shown == "Why twice?\n"
    [shared] = deed.do(ready, ("the team", "copy"), when(1))
    assert own_item(shared).sharings[0].way == "copy"
    with pytest.raises(Usage, match="read what leaves"):
        deed.do(ready, ("the team", ""), when(1))


def test_a_note_names_who_said_it_and_stays() -> None:
    said = note()
    deed = named(of_note(said), "feedback")
    assert deed is not None
    assert deed.wants[0].now == "Ana"
    [made] = deed.do(said, ("Ana",), when(0))
    assert made.links == (said.id,)
    assert named(of_note(note("Nobody knew: why?", None)), "feedback").wants[0].now == ""  # type: ignore[union-attr]


def test_a_try_of_what_someone_said_leads_back_to_it_and_it_to_the_try() -> None:
    said = kept(new_feedback(when(0), "You answered before she had asked", "Ana"))
    deed = named(deeds_of(said), "try")
    assert deed is not None
    after, tried = deed.do(said, ("If she asks, I'll wait", "fewer questions"), when(1))
    assert tried.links == (said.id,)
    assert own_of(after, Feedback).experiment == tried.id
    assert tried.id != deed.do(said, ("If she asks, I'll wait", ""), when(2))[1].id


def test_a_question_being_tried_can_be_tried_in_another_way_too() -> None:
    asked = question(state=State.TRYING)
    deed = named(deeds_of(asked, [running(0)]), "another try")
    assert deed is not None
    same, made = deed.do(asked, ("If it rings, I'll stop", "a quiet hour"), when(1))
    assert (same, made.links) == (asked, (asked.id,))


@pytest.mark.parametrize(
    ("record", "key", "number"),
    [(running(0), "coaching", 5), (question(state=State.SETTLED), "story", 4)],
)
def test_questions_gone_through_in_a_row_become_a_page(
    record: Record, key: str, number: int
) -> None:
    [deed] = in_a_row(record, PACKS)
    assert (deed.key, len(deed.wants)) == (key, number)
    said = ("The first.", *[""] * (number - 2), "The last.")
    same, page = deed.do(record, said, when(1))
    assert (same, page.links) == (record, (record.id,))
    first, last = deed.wants[0].words, deed.wants[-1].words
    assert page.text == f"{first}\nThe first.\n\n{last}\nThe last."
    with pytest.raises(Usage, match="Nothing was answered"):
        deed.do(record, ("",) * number, when(1))


def test_no_questions_in_a_row_where_they_do_not_fit() -> None:
    asked = question()
    trashed = running(0)._replace(trashed=True)
    assert [in_a_row(each, PACKS) for each in (asked, trashed, note())] == [[], [], []]
    assert in_a_row(running(0), []) == []


def test_a_lesson_of_several_tries_asks_what_came_of_each() -> None:
    asked = question(state=State.TRYING)
    tries = [running(n)._replace(links=(asked.id,)) for n in (0, 1)]
    deed = named(deeds_of(asked, tries), "to settled")
    assert deed is not None
    came = [wanted.words for wanted in deed.wants if wanted.choices]
    assert len(came) == 2
    said = ("different", "Two calls.", "as expected", "", "It depends.")
    lesson, *looked = deed.do(asked, said, when(2))
    assert own_item(lesson).state is State.SETTLED
    assert [str(getattr(each.own, "difference", "")) for each in looked] == [
        "different",
        "as expected",
    ]


def test_a_colleagues_try_is_put_beside_ones_own() -> None:
    mine, asked = running(0), question()
    card = card_text(card_of(mine)).encode()
    theirs = kept(from_card(card, when(1), "Ana"))
    deed = named(deeds_of(theirs, [mine, asked, theirs]), "beside")
    assert deed is not None
    assert {key for key, _ in deed.wants[0].choices} == {mine.id, asked.id}
    [beside] = deed.do(theirs, (mine.id,), when(1))
    assert [each.whose for each in pooled(mine, [mine, beside])] == ["Ana"]
    left = named(deeds_of(beside, [mine, asked, beside]), "beside")
    assert left is not None
    assert [key for key, _ in left.wants[0].choices] == [asked.id]
    assert named(deeds_of(mine, [mine, theirs]), "beside") is None, "mine needs a question"


def test_nothing_is_done_with_what_lies_in_the_trash() -> None:
    assert deeds_of(question()._replace(trashed=True)) == []


def test_no_deed_says_a_word_that_belongs_to_the_code() -> None:
    records = [question(state=state) for state in State]
    tries = [running(), kept(running()._replace(links=(records[4].id,)))]
    deeds = [*to_add([note()]), *of_note(note())]
    deeds += [each for record in [*records, *tries] for each in deeds_of(record, tries)]
    texts = [text for deed in deeds for text in (deed.words, *(w.words for w in deed.wants))]
    assert [text for text in texts if forbidden(text)] == []

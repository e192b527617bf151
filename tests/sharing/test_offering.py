"""What can be put on a page: nothing is chosen beforehand, filters propose, three is enough."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.making import made
from journal.practice.noting import new_note
from journal.records.close import Answer, Close, own_words
from journal.records.excerpt import Choice, Chosen
from journal.records.experiment import Difference, Experiment
from journal.records.feedback import Feedback
from journal.records.record import Record
from journal.sharing.aside import can_be_set_aside
from journal.sharing.aside import toggled as aside_toggled
from journal.sharing.offering import Offer, Place, is_chosen, offers, proposed, toggled
from journal.sharing.select import MOST
from tests.sharing.desks import NOW, ana


def note(number: int, text: str = "A line.") -> Record:
    day = date(2026, 11, 24) - timedelta(days=number)
    at = NOW.at - timedelta(days=number)
    return new_note(text, at, NOW.zone, day)._replace(id=f"note{number}")


def look_back() -> Record:
    answers = (
        Answer("daily/happened", 1, "What happened?", "full", "It went wrong."),
        Answer("daily/made", 1, "What do you make of it?", "full", "I hadn't asked."),
    )
    own = Close(answers=answers)
    return note(9, own_words(answers, ""))._replace(id="close9", own=own)


TRY = made(
    Experiment("a call drifts", "ask for the decision", "it ends", difference=Difference.PARTLY),
    NOW,
)._replace(id="try1")
CARD = made(ana(), NOW)._replace(id="card1")

RECORDS = st.lists(st.integers(0, 9), unique=True, max_size=8).map(
    lambda numbers: [note(number) for number in numbers]
)


@given(RECORDS)
def test_nothing_is_chosen_until_it_is_chosen(records: list[Record]) -> None:
    every = offers([*records, look_back(), TRY, CARD], set())
    assert not any(is_chosen(offer, Choice()) for offer in every)
    for offer in every:
        once = toggled(offer, Choice())
        assert is_chosen(offer, once)
        assert [each for each in every if is_chosen(each, once)] == [offer]
        assert toggled(offer, once) == Choice()


def test_a_note_is_offered_whole_and_by_its_paragraphs_all_else_by_its_parts() -> None:
    two = note(1, "One.\n\nTwo.")
    said = made(Feedback("Ana", "Ask first.", about="the hand-over"), NOW)._replace(id="said1")
    assert [each.part for each in offers([two], set())] == [0, 1, 2]
    assert [each.part for each in offers([note(2)], set())] == [0]
    assert [each.part for each in offers([look_back()], set())] == [1, 2]
    assert 0 not in [each.part for each in offers([said], set())]


def test_what_is_on_a_page_whole_can_be_taken_off_it() -> None:
    choice = Choice("Why?", (Chosen("close9"),))
    whole, *parts = offers([look_back()], set(), choice.passages)
    assert (whole.part, len(parts)) == (0, 2)
    assert toggled(whole, choice).passages == ()


@given(RECORDS, st.data())
def test_a_filter_only_proposes(records: list[Record], data: st.DataObject) -> None:
    every = offers(records, set())
    choice = Choice()
    for offer in (
        data.draw(st.lists(st.sampled_from(every), max_size=MOST, unique_by=id)) if every else []
    ):
        choice = toggled(offer, choice)
    aside = (
        data.draw(st.sets(st.sampled_from([record.id for record in records]))) if records else set()
    )
    shown = proposed(every, choice, aside, lambda _record: False)
    assert {offer.key for offer in shown} == {
        offer.key for offer in every if is_chosen(offer, choice) or offer.record.id in aside
    }
    whole = proposed(every, choice, aside)
    assert sorted(each.key for each in whole) == sorted(each.key for each in every)
    places = [each.record.id in aside for each in whole]
    assert places == sorted(places, reverse=True)


def test_answers_and_paragraphs_are_offered_one_by_one() -> None:
    found = offers([look_back(), note(1, "One.\n\nTwo."), note(2), TRY, CARD], {"try1"})
    assert [(offer.place, offer.record.id, offer.part) for offer in found] == [
        (Place.SINCE, "try1", 0),
        (Place.PASSAGE, "note1", 0),
        (Place.PASSAGE, "note1", 1),
        (Place.PASSAGE, "note1", 2),
        (Place.PASSAGE, "note2", 0),
        (Place.PASSAGE, "close9", 1),
        (Place.PASSAGE, "close9", 2),
    ]
    assert found[0].words == "ask for the decision, and what came of it"


def test_a_fourth_passage_is_refused_and_tries_do_not_count() -> None:
    choice = toggled(offers([TRY], set())[0], Choice())
    passages = [offers([note(number)], set())[0] for number in range(4)]
    for offer in passages[:MOST]:
        choice = toggled(offer, choice)
    with pytest.raises(Usage, match="at most 3"):
        toggled(passages[MOST], choice)


def test_days_of_another_year_say_so() -> None:
    old = Offer(Place.PASSAGE, note(400), 0, "")
    assert old.lead(date(2026, 11, 24)) == "20 Oct 2025"
    assert Offer(Place.TRY, TRY, 0, "").lead(date(2026, 11, 24)) == "Try"


def test_setting_aside_is_a_link_of_the_card_and_taken_off_again() -> None:
    once = aside_toggled(CARD, note(1))
    assert once.links == ("note1",)
    assert aside_toggled(once, note(1)) == CARD
    assert not can_be_set_aside(CARD)
    with pytest.raises(Usage, match="cannot stand on a page"):
        aside_toggled(CARD, CARD)

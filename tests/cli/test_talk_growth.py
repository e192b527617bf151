"""Growth, one line at a time: the page, what a line rests on, and what is taken out."""

from datetime import timedelta

from tests.cli.home import Home
from tests.cli.talking import WORDS_FOR_CODE, records, talk


def stuck(home: Home) -> None:
    """Be stuck on three days, the first of them eleven days ago."""
    now = home.now
    for days in (11, 10, 1):
        home.now = now - timedelta(days=days)
        home.add(f"- no toner, {days} days ago")
    home.now = now


def test_a_line_is_read_by_its_name_and_a_passage_is_taken_out(home: Home) -> None:
    stuck(home)
    said = talk(home, ":4", ":growth stuck", ":4 not stuck 2 it was a joke", ":4", ":u")
    assert "3 times stuck, 0 followed by another way within a week" in said
    assert "2. " in said
    assert "no toner, 10 days ago" in said
    assert "Kept: doesn't count. :u takes it back." in said
    assert "2 times stuck" in said
    assert "Took back a word on a passage" in said
    assert not WORDS_FOR_CODE.search(said)
    assert records(home, "mark") == []


def test_what_is_not_there_is_said(home: Home) -> None:
    stuck(home)
    said = talk(home, ":4 juggling", ":4 not stuck", ":4 not stuck 9 why", ":4 not stuck 1")
    assert "No line of Growth says “juggling”." in said
    assert "Which one?" in said
    assert "There is no number 9 to take out there." in said
    assert "It doesn't count because" in said
    assert records(home, "mark") == []


def test_with_nothing_to_compare_it_offers_the_first_page(home: Home) -> None:
    said = talk(home, ":4")
    assert "nothing is missing" in said
    assert ":first page" in said


MEANT = "I'll ring the wholesaler about the ferrules."
RANG = "Rang the wholesaler about ferrules."


def meant(home: Home) -> None:
    """Mean something three days ago, do it a day later, and be stuck, so that there is a page."""
    stuck(home)
    now = home.now
    for days, text in ((3, MEANT), (2, f"It rained. {RANG}")):
        home.now = now - timedelta(days=days)
        home.add(text)
    home.now = now


def test_an_intention_is_closed_by_its_number_and_opened_again(home: Home) -> None:
    meant(home)
    said = talk(home, ":4 mean to do", ":m 1", "done", "she had them", ":4 to do: closed")
    assert ":m and a number closes one." in said
    assert f"2. Perhaps done, a day later: {RANG}" in said
    assert "1 done; 2 did something else; 3 let go" in said
    assert "Kept: done. :u takes it back." in said
    assert f"{MEANT} (done: she had them)" in said
    assert not WORDS_FOR_CODE.search(said)
    [mark] = records(home, "mark")
    assert (mark["ending"], mark["why"]) == ("done", "she had them")

    said = talk(home, ":4 to do: closed", ":m 1", "open again")
    assert ":m and a number opens one again." in said
    assert "Kept: open again." in said
    assert records(home, "mark") == []


def test_a_later_passage_opens_and_closes_what_it_belongs_to(home: Home) -> None:
    meant(home)
    said = talk(home, ":4 mean to do", ":open 2", ":4 mean to do", ":m 2 let go", "")
    assert "It rained." in said
    assert [mark["ending"] for mark in records(home, "mark")] == ["let go"]
    assert "Kept: let go." in said
    assert "Kept: not this." in talk(home, ":u", ":4 not mean to do 2 only a thought")
    assert [mark["says"] for mark in records(home, "mark")] == ["not this"]


def test_a_name_is_confirmed_by_its_number(home: Home) -> None:
    stuck(home)
    for text in ("I asked Zeynep.", "Then Zeynep rang.", "With Zeynep, late."):
        home.add(text)
    said = talk(home, ":4 names", ":m 1 a person", ":4 zeynep")
    assert "Names that come back: Zeynep 3." in said
    assert "Kept: a person." in said
    assert "Zeynep.\n:m and a number says" in said
    assert "1. today: With Zeynep, late.\n2. today: Then Zeynep rang." in said
    assert [mark["named"] for mark in records(home, "mark")] == ["a person"]


def test_two_passages_are_chosen_by_their_words(home: Home) -> None:
    meant(home)
    said = talk(home, ":two passages", "ring the wholesaler", "rang wholesaler", "2", "it helped")
    assert "Then: which passage? Type words of it." in said
    assert "Kept: two passages, side by side. :u takes it back." in said
    [mark] = records(home, "mark")
    assert len(mark["spots"]) == 2
    assert "Because: it helped" in talk(home, ":4")


def test_a_missed_sentence_is_added_to_a_list(home: Home) -> None:
    meant(home)
    said = talk(home, ":find rained", ":a missed sentence 1", "It rained.", "otherwise than", "")
    assert "Which sentence? 1 It rained.; 2 Rang the wholesaler about ferrules." in said
    assert [mark["label"] for mark in records(home, "mark")] == ["move:changed_view"]
    assert "Seeing something otherwise than before. 1 sentence." in talk(home, ":4", ":more")


def test_one_entry_makes_no_pair(home: Home) -> None:
    home.add("only this")
    assert "there are not two yet" in talk(home, ":two passages")

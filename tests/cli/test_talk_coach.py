"""Pages for a coach in a conversation: the whole way, every way out, and answers from outside."""

import json

import pytest

from tests.cli.home import Home
from tests.cli.talking import WORDS_FOR_CODE, records, talk

CARD = (":card", "Ana", "3", "Sam", "ana@example.org", "", "", "30", "", "")
"""A coach's card: a peer, kept for thirty days."""

CHOOSE = ("How do I ask sooner?", "2", "1", "", "", "the job", "")
"""A question, the help, one passage, no more; nothing of last time, what is not for discussion."""

HIDE = ("yes", "")
READ = ("yes",)
PAGE = (":new page", *CHOOSE, *HIDE, *READ)


def files(home: Home) -> list[str]:
    return sorted(path.suffix for path in home.folder.glob("*-*-*-*-*.*"))


def test_from_a_card_to_a_page_to_an_answer_to_a_try_and_back(home: Home) -> None:
    home.add("I asked Lea too late")
    answer = ("Hello Sam,", "Something to try next time: If it drags, I'll ask", ":done")
    said = talk(
        home, ":5", *CARD, *PAGE, "", "Ana", ":5", ":take in", *answer, "now", "1", "It is short",
        "", "they say it", ":5", ":agreed",
    )  # fmt: skip
    assert "There is no coach yet; :card writes a card." in said
    assert "1. 24 Nov: I asked Lea too late" in said
    assert "Nothing is chosen until you choose it." in said
    assert "Is “Lea” a name to hide?" in said
    assert "24 November: I asked [name A] too late" in said
    assert "SHA-256: " in said
    assert "<!doctype html>" in said
    assert "To agree, type Ana." in said
    assert "The journal sends nothing. Attach it to a message to ana@example.org" in said
    assert "Page of 24 November: given until 24 December" in said
    assert "Enter: If it drags, I'll ask" in said
    assert "Answer, use it: Hello Sam," in said
    assert "given until 24 December 2026" in said
    assert "From another window" not in said
    assert files(home) == [".html"]
    [tried] = records(home, "experiment")
    assert (tried["response"], tried["prediction"]) == ("ask", "they say it")


def test_what_is_said_has_no_word_that_belongs_to_the_code(home: Home) -> None:
    home.add("I asked Lea too late")
    said = talk(home, *CARD, ":new page", *CHOOSE, *HIDE, "no", "", "Ana", ":5", ":agreed")
    assert WORDS_FOR_CODE.findall(said) == []


@pytest.mark.parametrize("keys", [PAGE[:2], PAGE[:5], PAGE[:9], PAGE, (*PAGE, "")], ids=len)
def test_back_leaves_no_file_and_keeps_what_was_chosen(home: Home, keys: tuple[str, ...]) -> None:
    home.add("I asked Lea too late")
    said = talk(home, *CARD, *keys, ":back", ":5")
    assert "Left as it was." in said
    assert "1. Go on with the page for Ana" in said
    assert files(home) == []
    again = talk(home, ":new page", "", ":back")
    assert "Enter: How do I ask sooner?" in again
    assert "You were writing this when another window" not in again


def test_another_name_leaves_nothing(home: Home) -> None:
    home.add("I asked Lea too late")
    said = talk(home, *CARD, *PAGE, "", "Anna")
    assert "Nothing has left: the coach's name was not typed." in said
    assert files(home) == []


def test_of_a_line_manager_one_is_asked_whether_no_could_be_said(home: Home) -> None:
    home.add("I asked Lea too late")
    said = talk(home, *CARD[:2], "line manager", *CARD[3:], *PAGE, "no", ":5")
    assert "Ana is your line manager. Could you freely say no?" in said
    assert "Then it is no consent, and the page is not given." in said
    assert files(home) == []


def test_a_page_is_taken_back_in_typed_words(home: Home) -> None:
    home.add("I asked Lea too late")
    talk(home, *CARD, *PAGE, "", "Ana")
    said = talk(home, ":5", ":w 2", "yes", ":w 2", "take back", ":5", ":w 2")
    assert said.count("Copies already received cannot be recalled.") >= 2
    assert "Nothing was done." in said
    assert "Page of 24 November: taken back" in said
    assert "This page was taken back already" in said
    assert files(home) == [".html", ".md"]


def test_a_page_is_kept_for_longer_once_the_name_is_typed(home: Home) -> None:
    home.add("I asked Lea too late")
    talk(home, *CARD, *PAGE, "", "Ana")
    said = talk(home, ":longer", "2027-01-10", "Ben", ":5", ":longer 2", "2027-01-10", "Ana", ":5")
    assert "Nothing has left: the coach's name was not typed." in said
    assert "Ana may keep it until 10 January 2027. To agree, type Ana." in said
    assert "Page of 24 November: given until 10 January 2027" in said
    assert files(home) == [".html", ".md"]


def test_a_page_is_made_anew_with_the_same_choices(home: Home) -> None:
    home.add("I asked Lea too late")
    talk(home, *CARD, *PAGE, "", "Ana")
    said = talk(home, ":anew", "", ":back", ":anew", "no", ":5", ":longer 1", ":anew 1")
    assert "Enter: How do I ask sooner?" in said
    assert "A page for Ana is begun already." in said
    assert "Nothing was done. :new page goes on with it." in said
    assert said.count("That is no page for a coach.") == 2


def test_what_is_set_aside_is_proposed_first(home: Home) -> None:
    home.add("the one")
    home.add("another")
    said = talk(home, *CARD, ":1", ":c 1", ":5", ":new page", "Why?", "", "", ":back")
    assert "Set aside for a page for Ana." in said
    assert "1 set aside" in said
    assert "1. 24 Nov: the one\n2. 24 Nov: another" in said
    assert "Not set aside for Ana any more." in talk(home, ":1", ":c 1")


def test_words_find_what_to_choose_and_three_are_enough(home: Home) -> None:
    for number in range(4):
        home.add(f"pump {number}")
    home.add("nothing else")
    said = talk(home, *CARD, ":new page", "Why?", "", "pump", "1 2 3 4", ":back")
    assert "A page has at most 3 passages." in said
    assert "chosen, 24 Nov: pump" in said


HOSTILE = {
    "deep JSON": '{"page":' + "[" * 100_000 + "]" * 100_000 + "}",
    "a name twice": '{"noticed":"a","noticed":"b"}',
    "another page": "Page: apple-apple-apple-apple",
    "an escape": "Nice. \x1b[2J",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_answer_is_refused(home: Home, text: str) -> None:
    home.add("I asked Lea too late")
    said = talk(home, *CARD, *PAGE, "", "Ana", ":take in", text, ":done", "now")
    assert records(home, "feedback") == []
    assert "From another window" not in said


def test_an_answer_kept_for_later_is_not_read_out(home: Home) -> None:
    home.add("I asked Lea too late")
    said = talk(home, *CARD, *PAGE, "", "Ana", ":take in", "Too soon.", ":done", "later", ":5")
    assert "Too soon." not in said
    assert "An answer, kept to be read when you want to" in said


def test_a_card_can_be_changed(home: Home) -> None:
    talk(home, *CARD, ":card Ana", "change how long they may keep a page", "7")
    assert json.loads(home.run("coach", "show", "Ana", "--json").out)["days"] == 7

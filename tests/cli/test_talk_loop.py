"""The loop, one line at a time: the same week in a conversation, what waits, and every noun."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.cli.talk.nouns import BEGINS, READS
from tests.cli.home import Home
from tests.cli.talking import WORDS_FOR_CODE, records, talk

ASKED = "Why does the second review always find more"


def test_the_same_week_in_a_conversation(home: Home, tmp_path: Path) -> None:
    said = talk(
        home, f"? {ASKED}", ":m", "1", "",  # Monday: a question
        ":m make sense of it", "@Ana",
        ":m say what I make of it", "1", "It looks for the intent",
        ":m a try", "If I open a review, I'll name the intent", "two rounds (7 of 10)",
    )  # fmt: skip
    assert "a source, a person" not in said
    [question] = records(home, "item")
    assert (question["state"], question["people"]) == ("trying", ["Ana"])
    [try_] = records(home, "experiment")
    assert (try_["sureness"], try_["state"], try_["links"]) == (7, "running", [question["id"]])

    home.now += timedelta(days=1)
    said = talk(home, ":1", ":answer 1 as expected", "both short", ":2", ":m 1", "keep doing it")
    assert "Waiting, if you like. name the intent: look again today." in said
    path = tmp_path / "lesson.txt"
    said = talk(
        home, ":questions", ":m 1 a lesson", ":m make it ready to pass on",
        ":m pass it on", "the team", str(path),
        ":m an answer came", "Ben: and hotfixes?", ":m make sense of the answer", ":u",
    )  # fmt: skip
    assert f"Written to {path}." in said
    assert "It looks for the intent" in path.read_text()
    assert "Took back a step in the loop" in said
    [question] = records(home, "item")
    assert question["state"] == "echoed"
    assert not WORDS_FOR_CODE.search(said)


def test_what_waits_is_answered_in_place_or_put_off(home: Home) -> None:
    for n in range(5):
        home.run("plan", "new", "--if", f"cue {n}", "--then", "act")
    home.now += timedelta(days=1)
    said = talk(home, ":waiting")
    rows = [line.split(": ")[0] for line in said.splitlines() if line[:2] in ("1.", "2.", "3.")]
    assert len(rows) == 3
    first, second = (row[3:] for row in rows[:2])
    said = talk(home, ":waiting", ":answer 2 9", ":answer 2", "2", ":z 1", ":z 1", ":answer")
    assert "“9” is no answer here." in said
    assert f"In a week: If {first} → act" in said
    by_cue = {each["cue"]: each for each in records(home, "plan")}
    assert by_cue[second]["occasions"][0]["helped"] == "yes"
    assert by_cue[first]["put_off"] == 2
    assert "Nothing waits." in talk(Home(home.folder / "other"), ":waiting")


def test_what_does_not_wait_is_not_answered(home: Home) -> None:
    said = talk(home, "a note", "", ":answer", ":answer 1 habit")
    assert "That does not wait." in said
    assert "no number 1" in said
    assert home.record()["kind"] == "note"


def test_a_place_with_nothing_says_what_it_will_hold(home: Home) -> None:
    said = talk(home, ":2", *(f":{word}" for word in READS))
    assert "Nothing is here yet. :question begins one" in said
    assert said.count("Nothing is here yet.") == len(READS) + 1
    assert records(home, "note") == []


BEGUN = {
    "question": (":question Why twice",),
    "try": (":try If it rains, I'll stay", "dry feet"),
    "if": (":if it rains", "stay"),
    "i think that": (":i think that it rains", "always"),
    "i notice": (":i notice", "3", "noise"),
    "goal": (":goal Learning how to listen",),
    "i bring": ("a note", "", ":i bring patience", "1"),
    "someone said": (":someone said too early", "Ana"),
}


@pytest.mark.parametrize("word", BEGINS)
def test_each_noun_is_begun_by_its_word_and_read_by_its_plural(home: Home, word: str) -> None:
    said = talk(home, *BEGUN[word], ":u", ":redo")
    [made] = records(home, BEGINS[word])
    assert "Kept: " in said
    assert "Took back" in said
    read = talk(home, *(f":{plural}" for plural in READS), ":open 1")
    assert made["text"].partition("\n")[0] in read


def test_add_asks_which_and_enter_begins_nothing(home: Home) -> None:
    said = talk(
        home, ":a", "", ":a", "1", "Why twice", ":add here a goal: learning how to …", ":back"
    )
    assert "Nothing was begun." in said
    assert "Left as it was." in said
    assert [each["question"] for each in records(home, "item")] == ["Why twice"]
    assert records(home, "goal") == []


def test_a_needed_answer_that_is_not_given_changes_nothing(home: Home) -> None:
    home.run("item", "new", "Why twice")
    said = talk(home, ":2", ":m 1 make sense of it", "", ":m 1 nonsense", ":m 9", ":m 1", "")
    assert said.count("Left as it was.") == 2
    assert "no answer here" in said
    assert "no number 9" in said
    assert records(home, "item")[0]["state"] == "captured"


def test_a_record_of_several_parts_is_changed_part_by_part(home: Home) -> None:
    id_ = home.run("feedback", "new", "too early", "--who", "Ana").id
    said = talk(home, ":what people said", ":e 1", "", "Ben", "the call", ":e 1 at once")
    assert "Who said it. You wrote: “Ana”." in said
    assert ":e alone" in said
    made = home.record(id_)
    assert (made["said"], made["who"], made["about"]) == ("too early", "Ben", "the call")


def test_a_longer_look_back_reads_asks_and_goes_on(home: Home) -> None:
    home.add("a note")
    said = talk(home, ":look back on the week", "that line", ":later")
    assert "Your week:\n1. a note" in said
    assert "Kept for later; :week goes on with it." in said
    [kept] = records(home, "review")
    assert (len(kept["answers"]), bool(kept["left"])) == (1, True)
    talk(home, ":week", ":enough")
    [kept] = records(home, "review")
    assert kept["left"] == []
    said = talk(home, ":quarter", "", "", "helps: Mondays", ":enough", ":first page", "By asking")
    assert "Everything is kept." in said
    assert len(records(home, "review")) == 3
    assert "nothing was kept" in talk(home, ":month", ":back")
    assert "Twelve weeks" in talk(home, ":long look backs")


def test_a_look_back_on_the_week_asks_where_a_question_goes(home: Home) -> None:
    id_ = home.run("item", "new", "Why twice").id
    home.run("item", "move", id_, "sensing", "--source", "Ana")
    said = talk(home, ":week", "", "", "park", "next month", ":later")
    assert "Why twice: Move it? 1 a lesson; 2 a try;" in said
    assert "Kept: park it." in said
    assert home.record(id_)["state"] == "parked"


def test_earlier_days_and_gaps(home: Home) -> None:
    home.add("--at", "2025-11-24 10:00", "a year ago")
    said = talk(home, ":on this day", ":same week", ":days without a line")
    assert said.count("1. a year ago") == 2
    assert "yesterday" in said
    assert "Nothing was written then." in talk(Home(home.folder / "other"), ":on this day")


def test_a_card_is_read_in_and_a_hostile_one_refused(home: Home, tmp_path: Path) -> None:
    card = tmp_path / "card.json"
    card.write_text(json.dumps({"format": "journal-try", "version": 1, "response": "ask"}))
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "journal-try", "version": 1, "cue": "\\u001b[2J"}')
    said = talk(home, f":read in a card {bad}", f":read in a card {card}", ":read in a card", "")
    assert "not a card of a try" in said
    assert [each["response"] for each in records(home, "experiment")] == ["ask"]
    out = tmp_path / "out.json"
    talk(home, ":tries", ":m 1 write it on a card, for a colleague", str(out))
    assert json.loads(out.read_text())["response"] == "ask"


def test_what_waits_is_told_at_the_start(home: Home) -> None:
    home.run("plan", "new", "--if", "it rains", "--then", "stay")
    home.now = datetime(2026, 11, 25, 9, 0)  # noqa: DTZ001 - local
    assert "Waiting, if you like. it rains: → I'll stay. Did it come up?" in talk(home)


def test_a_list_to_choose_from_shuts_nobody_in(home: Home) -> None:
    home.run("item", "new", "Why twice")
    said = talk(home, ":questions", ":m 1", ":2", ":m 1", "a thought of my own", ":m 1", "99")
    assert "Seek, what I want to find out.\n1. Why twice" in said
    assert said.count("Left as it was.") == 2
    assert [each["text"] for each in records(home, "note")] == ["a thought of my own"]
    assert "“99” is no answer here." in said


def test_a_choice_is_named_by_how_it_begins(home: Home) -> None:
    home.run("item", "new", "Why twice")
    said = talk(home, ":questions", ":m 1 ask")
    assert "Kept, ask around first: Why twice" in said
    assert records(home, "item")[0]["state"] == "seeking"


def test_what_was_typed_is_not_lost_to_an_answer_that_is_missing(home: Home) -> None:
    said = talk(home, "a note", ":i bring patience", "", "1", ":i notice the noise", "3")
    assert "This needs an answer; :back drops what you typed." in said
    assert records(home, "asset")[0]["name"] == "patience"
    assert records(home, "context")[0]["noticed"] == "the noise"


def test_ill_is_said_once(home: Home) -> None:
    talk(home, ":if", "If it rains", "then I'll stay")
    id_ = records(home, "plan")[0]["id"]
    assert (home.record(id_)["cue"], home.record(id_)["response"]) == ("it rains", "stay")
    home.run("plan", "edit", id_, "--then", "I will go")
    made = home.run("try", "new", "--if", "it pours", "--then", "I’ll wait").id
    assert (home.record(id_)["response"], home.record(made)["response"]) == ("go", "wait")


def test_a_record_is_read_as_its_card(home: Home) -> None:
    note = home.add("a note")
    id_ = home.run("item", "new", "Why twice").id
    home.run("item", "link", id_, note)
    said = talk(home, ":questions", ":open 1")
    assert "A question since today." in said
    assert "From: 24 Nov  a note" in said
    assert "It leads to:\n1. Today, " in said
    shown = home.run("item", "show", id_).out
    assert "A question since today.\nFrom: 24 Nov  a note\nIn my own words: nothing yet." in shown


def test_days_before_the_first_note_are_no_gaps(home: Home) -> None:
    home.add("the first")
    assert "no workday of the last four weeks" in talk(home, ":gaps")
    home.run("review", "gaps", code=1)
    home.now += timedelta(days=2)
    assert "no workday" not in talk(home, ":gaps")


def test_a_day_without_a_line_is_given_a_reason_by_its_number(home: Home) -> None:
    home.add("--at", "2026-11-19 10:00", "the first")
    said = talk(home, ":gaps", ":why 1 holiday", ":gaps", ":why", ":why 9 ill", ":why 2", "ill")
    assert "1. Friday\n2. yesterday" in said
    assert "1. Friday, holiday\n" in said
    assert said.count("Which day?") == 2
    assert "2. yesterday, ill" in talk(home, ":gaps")


def test_a_try_is_gone_through_in_five_questions(home: Home) -> None:
    id_ = home.run("try", "new", "If it rings, I'll wait", "--expect", "less").id
    said = talk(home, ":tries", ":m 1 go through five questions", "To wait", "", "", "", "", ":q")
    assert "Kept, go through five questions about it" in said
    [page] = records(home, "note")
    assert page["links"] == [id_]


def test_a_journal_is_named_with_its_path_at_once(home: Home, tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("an old note\n")
    said = talk(home, ":import", f"markdown {tmp_path / 'old.md'}", "yes")
    assert "Brought in: " in said


def test_of_many_notes_the_newest_are_told_and_any_can_be_named(home: Home) -> None:
    said = talk(home, *(f"note {n:02}" for n in range(15)), ":i bring patience", "note 02")
    assert "; 10 note 05; or words of another one." in said
    [made] = records(home, "asset")
    assert home.record(made["links"][0])["text"] == "note 02"

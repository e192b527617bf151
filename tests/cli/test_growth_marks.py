"""What the shell says of passages on Growth, and what `journal growth --json` says then."""

from typing import Any

import pytest

from tests.cli.home import Home

TEXT = "It rained. I'll ring Zeynep about the ferrules by Friday. Why does the pump drip?"


@pytest.fixture
def note(home: Home) -> str:
    """Keep a note of three sentences: one means something, one asks something."""
    return home.add(TEXT)


def listed(home: Home, label: str) -> dict[str, Any]:
    """Return one list of what the text suggests; empty where it is not there."""
    lists = home.run("growth", "--json").json["suggested"]
    return next((each for each in lists if each["label"].startswith(label)), {})


def test_sentences_have_numbers_and_lists(home: Home, note: str) -> None:
    lines = home.run("growth", "sentences", note).lines
    assert lines[0].strip() == "1. It rained."
    assert lines[1].endswith("by Friday.  intention, forethought")
    found = home.run("growth", "sentences", note, "--json").json
    assert [each["sentence"] for each in found] == [1, 2, 3]
    assert found[2]["lists"] == ["question"]
    assert TEXT[found[2]["start"] : found[2]["end"]] == found[2]["text"]


def test_what_is_meant_and_asked_is_closed_and_opened_again(home: Home, note: str) -> None:
    open_ = listed(home, "intention")
    assert open_["evidence"][0]["due"] == ["2026-11-27", "2026-11-27"]
    assert open_["closed"] == []

    closed = home.run("growth", "close", note, "done", "--why", "she had the list")
    assert "Closed, done: I'll ring Zeynep" in closed.err
    assert home.record(closed.id)["ending"] == "done"
    [end] = listed(home, "intention")["closed"]
    assert (end["ending"], end["why"]) == ("done", "she had the list")
    assert end["evidence"]["id"] == note

    home.run("growth", "close", note, "done", code=2)
    home.run("growth", "close", note, "answered")
    assert listed(home, "question")["evidence"] == []
    assert "Which one?" in home.run("growth", "reopen", note, code=2).err
    assert home.run("growth", "reopen", note, "--sentence", "2").id == closed.id
    assert listed(home, "intention")["closed"] == []
    home.run("undo")
    assert len(listed(home, "intention")["closed"]) == 1


def test_not_this_and_missed(home: Home, note: str) -> None:
    assert "--sentence N" in home.run("growth", "not-this", note, code=2).err
    home.run("growth", "not-this", note, "--list", "question", "--why", "I know it")
    question = listed(home, "question")
    assert (question["evidence"], question["rejected"]) == ([], 1)

    home.run("growth", "missed", note, "--list", "self-evaluation", code=2)
    home.run("growth", "missed", note, "--list", "self-evaluation", "--sentence", "1")
    [added] = listed(home, "regulation:self_evaluation")["evidence"]
    assert added["words"] == "It rained."
    home.run("growth", "missed", note, "--list", "mastery", "--sentence", "4", code=2)
    home.run("growth", "not-this", note, "--list", "mastery", code=2)


def test_the_lists_of_a_sentence_are_those_that_the_learner_left_standing(
    home: Home, note: str
) -> None:
    home.run("growth", "not-this", note, "--list", "intention")
    home.run("growth", "missed", note, "--list", "mastery", "--sentence", "1")

    lists = [each["lists"] for each in home.run("growth", "sentences", note, "--json").json]
    assert lists == [["mastery"], ["forethought"], ["question"]]
    assert "  mastery" in home.run("growth", "sentences", note).lines[0]
    home.run("growth", "not-this", note, "--list", "intention", code=2)
    home.run("growth", "close", note, "done", code=2)
    home.run("undo")
    home.run("undo")
    assert home.run("growth", "sentences", note).lines[1].endswith("  intention, forethought")


def test_a_record_is_left_out_of_a_figure_and_a_reason_is_needed(home: Home) -> None:
    stuck = home.add("- no toner")
    home.run("growth", "doesnt-count", stuck, "--figure", "stuck", code=2)
    home.run("growth", "doesnt-count", stuck, "--figure", "stuck", "--why", "a drill")
    figures = home.run("growth", "--json").json["figures"]
    [found] = [each for each in figures if each["name"] == "stuck"]
    assert found["not_counted"] == [{"id": stuck, "because": "a drill"}]


def test_two_passages_are_put_side_by_side(home: Home, note: str) -> None:
    now = home.add("I asked at once.")
    home.run("growth", "pair", now, note, "--now-sentence", "3", "--why", "it helped")
    [pair] = home.run("growth", "--json").json["pairs"]
    assert (pair["then"]["words"], pair["now"]["words"]) == (
        "Why does the pump drip?",
        "I asked at once.",
    )
    assert pair["why"] == "it helped"
    home.run("growth", "pair", now, now, code=2)


def test_a_name_is_confirmed_once(home: Home) -> None:
    for text in ("I asked Zeynep.", "Then Zeynep rang.", "With Zeynep, late."):
        home.add(text)
    [asked] = home.run("growth", "--json").json["names"]["asked"]
    assert (asked["name"], asked["times"]) == ("Zeynep", 3)

    home.run("growth", "name", "zeynep", "person")
    names = home.run("growth", "--json").json["names"]
    assert (names["asked"], [each["name"] for each in names["people"]]) == ([], ["Zeynep"])
    assert len(names["people"][0]["evidence"]) == 3
    home.run("growth", "name", "Ruth", "person", code=1)

from datetime import timedelta
from pathlib import Path

import pytest

from journal.practice.loop.ways import IN_WORDS, WAYS
from journal.records.item import State
from tests.cli.home import Home

ASKED = "Why does the second review find more"


@pytest.fixture
def question(home: Home) -> str:
    return home.run("item", "new", ASKED).id


@pytest.fixture
def lesson(home: Home, question: str) -> str:
    home.run("item", "move", question, "sensing", "--none-found")
    home.run("item", "move", question, "settled", "--text", "It looks for the intent")
    return question


def state(home: Home, id_: str) -> str:
    found: str = home.record(id_)["state"]
    return found


def test_a_note_becomes_a_question_that_leads_back_to_it(home: Home) -> None:
    note = home.add("-t", "review", "? why twice")
    id_ = home.run("item", "new", "--from", note).id
    made = home.record(id_)
    assert (made["question"], made["links"], made["tags"]) == ("why twice", [note], ["review"])
    [line] = home.run("item").lines
    assert "why twice (noted)" in line
    assert home.run("item", "new", "--from", "zzz", code=3).out == ""


def test_moves_are_told_in_words_with_what_they_need(home: Home, question: str) -> None:
    told = home.run("item", "moves", question)
    assert "make sense of it  needs a source, a person, or “none found”" in told.out
    found = home.run("item", "moves", question, "--json").json
    assert [each["to"] for each in found] == [
        way.to for way in WAYS if way.origin is State.CAPTURED
    ]
    assert found[1]["needs"] == ["source"]


def test_a_move_may_be_named_by_its_words(home: Home, question: str) -> None:
    home.run("item", "move", question, "park", "it")
    assert state(home, question) == "parked"
    home.run("item", "move", question, "take it up again")
    assert state(home, question) == "captured"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["settled"], "make sense of it"),
        (["nowhere"], "kept-private"),
        (["sensing"], "--none-found"),
        ([], "A state behind the id"),
        (["sensing", "--none-found", "--act", "guess"], "present"),
    ],
)
def test_a_move_that_its_guard_forbids_changes_nothing(
    home: Home, question: str, words: list[str], hint: str
) -> None:
    before = home.record(question)
    refused = home.run("item", "move", question, *words, code=2)
    assert refused.out == ""
    assert hint in refused.err
    assert len(refused.err.splitlines()) == 2
    assert home.record(question) == before


def test_a_lesson_needs_the_learners_own_words(home: Home, question: str) -> None:
    home.run("item", "move", question, "sensing", "--source", "the manual", "--person", "Ana")
    assert "--text" in home.run("item", "move", question, "settled", code=2).err
    home.run("item", "note", question, "Order matters", "--act", "question")
    home.run("item", "move", question, "settled")
    made = home.record(question)
    assert (made["sources"], made["people"]) == (["the manual"], ["Ana"])
    assert [act["act"] for act in made["acts"]] == ["question"]
    assert made["due"] == "2026-12-01"


def test_a_question_is_tried_by_a_try_that_is_made_or_named(home: Home, question: str) -> None:
    home.run("item", "move", question, "sensing", "--none-found")
    assert "--try ID" in home.run("item", "move", question, "trying", code=2).err
    lines = ["--if", "a review begins", "--then", "name the intent", "--expect", "fewer rounds"]
    moved = home.run("item", "move", question, "trying", *lines, "--sure", "7", "--look", "fri")
    assert moved.id == question
    [made] = home.run("try", "list", "--json").json
    assert (made["links"], made["state"], made["sureness"]) == ([question], "running", 7)
    assert made["look"] == "2026-11-27"
    assert made["id"][:6] in home.run("item", "move", question, "settled", code=2).err
    home.run("undo")
    assert (state(home, question), home.run("try", code=1).out) == ("sensing", "")

    named = home.run("try", "new", *lines).id
    home.run("item", "move", question, "trying", "--try", named)
    [row] = home.run("item", "tries", question, "--json").json
    assert (row["record"], row["expected"]) == (named, "fewer rounds")
    assert "Expected: fewer rounds" in home.run("item", "tries", question).out


def test_what_leaves_is_shown_and_agreed_to_before_it_is_printed(home: Home, lesson: str) -> None:
    home.run("item", "edit", lesson, "--works-when", "code is new", "--fails-when", "hurry")
    home.run("item", "move", lesson, "ready")
    assert "--to" in home.run("item", "move", lesson, "shared", code=2).err
    refused = home.run("item", "move", lesson, "shared", "--to", "the team", code=2)
    assert (refused.out, state(home, lesson)) == ("", "ready")
    assert "  Works when: code is new" in refused.err

    shared = home.run("item", "move", lesson, "shared", "--to", "the team", "--yes")
    assert shared.out.startswith(f"{ASKED}\n\nIt looks for the intent\n")
    assert lesson[:6] not in shared.out
    assert home.record(lesson)["sharings"][0]["to"] == "the team"
    assert "a lesson passed on" in home.run("undo").out


def test_what_leaves_can_go_to_a_file_that_is_not_there_yet(
    home: Home, lesson: str, tmp_path: Path
) -> None:
    home.run("item", "move", lesson, "ready")
    path = tmp_path / "lesson.txt"
    path.write_text("mine")
    pass_on = ["item", "move", lesson, "shared", "--to", "Ben", "--yes", "--file", str(path)]
    assert "is there already" in home.run(*pass_on, code=2).err
    assert (path.read_text(), state(home, lesson)) == ("mine", "ready")
    path.unlink()
    assert home.run(*pass_on).id == lesson
    assert path.read_text().startswith(ASKED)
    assert "a file it was written to, stay." in home.run("undo").err
    assert path.exists()


def test_an_aid_has_seven_lines(home: Home, lesson: str) -> None:
    home.run("item", "aid-used", lesson, code=2)
    home.run("item", "edit", lesson, "--aid", "-", stdin="\n".join("1234567"))
    home.run("item", "edit", lesson, "--aid", "-", stdin="\n".join("12345678"), code=2)
    home.run("item", "edit", lesson, "--sure", "11", code=2)
    home.run("item", "edit", lesson, "--sure", "10", "--disagree", "Ben")
    home.run("item", "aid-used", lesson)
    made = home.record(lesson)
    assert (made["job_aid"].count("\n"), made["sureness"], made["disagree"]) == (6, 10, "Ben")
    assert "At hand:\n  1\n" in home.run("item", "show", lesson).out


@pytest.mark.parametrize(
    ("answer", "then"), [("still true", "settled"), ("changed", "sensing"), ("retired", "dropped")]
)
def test_a_lesson_comes_back_and_is_answered(
    home: Home, lesson: str, answer: str, then: str
) -> None:
    assert home.run("status", "--json").json["waiting"] == []
    home.now += timedelta(weeks=1)
    [waits] = home.run("status", "--json").json["waiting"]
    assert (waits["id"], waits["answers"]) == (lesson, ["still true", "changed", "retired"])
    assert "behind the id" in home.run("item", "answer", lesson, code=2).err
    assert "no answer" in home.run("item", "answer", lesson, "perhaps", code=2).err
    home.run("item", "answer", lesson, *answer.split(), "--words", "seen twice")
    assert state(home, lesson) == then
    assert "an answer" in home.run("undo").out


def test_a_lesson_is_put_off_used_and_linked(home: Home, lesson: str) -> None:
    home.run("item", "later", lesson)
    home.run("item", "used", lesson, "in the lab", "--worked", "partly")
    note = home.add("a note")
    home.run("item", "link", lesson, note)
    made = home.record(lesson)
    assert (made["due"], made["links"]) == ("2026-12-01", [note])
    assert made["reuses"][0]["setting"] == "in the lab"
    home.run("item", "link", lesson, lesson, code=2)
    home.run("item", "link", lesson, note, "--off")
    assert home.record(lesson)["links"] == []


def test_states_are_listed(home: Home, lesson: str) -> None:
    home.run("item", "move", lesson, "dropped")
    assert home.run("item", "list", "--json", code=1).json == []
    assert home.run("item", "list", "--state", "dropped", "--json").json[0]["id"] == lesson
    assert home.run("item", "list", "--state", "ready", code=1).out == ""
    assert ", let go since today." in home.run("item", "show", lesson).out
    way = home.run("history", lesson).out
    for word in (IN_WORDS[State.SENSING], IN_WORDS[State.SETTLED], "let go"):
        assert f"{word} since today." in way

"""Conversations beside other windows and shells, and what those leave behind."""

import json
from datetime import timedelta

import pytest

from tests.cli.home import Home
from tests.cli.talking import begin, look_backs, talk, texts


def leave_behind(home: Home, *drafts: dict[str, object], session: str = "kkkkkkkkkk") -> None:
    """Leave drafts as a window that was killed does."""
    folder = home.folder / "state" / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{session}.json").write_text(
        json.dumps([{"session": session, "more": {}, **draft} for draft in drafts])
    )


def test_what_other_shells_do_is_said_at_the_next_prompt(home: Home) -> None:
    mine = home.add("mine")
    talking = begin(home)
    home.add("+ from a shell")
    said = talking.type("here")
    assert said.count("From another window: a note, 09:02, worked: from a shell\n") == 1
    assert "From another window" not in talking.type("") + talking.type(":1")
    home.run("edit", mine, "--text", "mine, changed")
    assert "From another window: a change, 09:01: mine, changed\n" in talking.type(":u")
    home.run("rm", mine)
    assert "From another window: a move to the trash" in talking.type(":redo")
    for number in range(4):
        home.add(f"{number}")
    assert "From another window: 4 changes." in talking.type(":1")
    assert "From another window" not in talking.type("x") + talking.leave()


def test_news_of_others_do_not_change_what_a_command_acts_on(home: Home) -> None:
    talking = begin(home, "here", "")
    home.add("elsewhere")
    talking.type("")
    assert "With a star: here" in talking.type(":*")
    talking.leave()


def test_two_conversations_at_once_keep_both(home: Home) -> None:
    one, two = begin(home), begin(home)
    one.type(":l")
    two.type(":l")
    one.type("moved here")
    two.type("moved there")
    assert "From another window: a note" not in one.type("of one")
    assert "Kept for later" in one.type(":later")
    assert "Kept for later" in two.type(":later")
    assert "From another window: a look back" in one.type("a note of one")
    assert "From another window: " in two.type("a note of two")
    one.leave()
    two.leave()
    assert sorted(texts(home)) == ["a note of one", "a note of two"]
    assert len(look_backs(home)) == 2
    assert "no damaged" in home.run("check").out


def test_undo_takes_back_ones_own_though_another_was_newer(home: Home) -> None:
    talking = begin(home, "here", "")
    home.add("elsewhere")
    assert "Took back a note, :redo does it again: here" in talking.type(":u")
    talking.leave()
    assert texts(home) == ["elsewhere"]


def test_what_another_window_was_writing_is_offered_and_kept(home: Home) -> None:
    leave_behind(home, {"place": "today", "text": "half a\nthought", "more": {"sign": "stuck"}})
    said = talk(home)
    assert "You were writing this when another window was closed: half a thought" in said
    assert ":keep keeps it as a note" in said
    said = talk(home, ":keep", ":keep")
    assert "Kept as stuck, " in said
    assert "Nothing was left behind." in said
    assert texts(home) == ["half a\nthought"]
    assert home.record()["sign"] == "stuck"
    assert "You were writing" not in talk(home)


def test_what_another_window_was_writing_can_be_thrown_away(home: Home) -> None:
    leave_behind(home, {"place": "today", "text": "half a thought"})
    assert "Thrown away." in talk(home, ":forget")
    assert "You were writing" not in talk(home, ":forget")
    assert texts(home) == []


def test_until_it_is_decided_on_it_waits(home: Home) -> None:
    leave_behind(home, {"place": "today", "text": "half a thought"})
    for _ in range(2):
        assert "half a thought" in talk(home, "a note", "", ":q")


@pytest.mark.parametrize("decision", [":keep", ":forget"])
def test_deciding_on_one_draft_of_a_window_leaves_the_other(home: Home, decision: str) -> None:
    talking = begin(home, ":l", "it moved")
    [file] = (home.folder / "state" / "drafts").glob("*.json")
    [draft] = json.loads(file.read_text())
    talking.program.kill()
    talking.leave(-9)
    leave_behind(
        home, draft, {**draft, "place": "today", "text": "half", "more": {}}, session=file.stem
    )
    talk(home, decision)
    assert texts(home) == (["half"] if decision == ":keep" else [])
    assert "The look back on today was interrupted" in talk(home)
    talk(home, ":l", "yes", ":later")
    [record] = look_backs(home)
    assert record["text"] == "it moved"


def test_going_on_with_a_look_back_leaves_what_else_its_window_was_writing(home: Home) -> None:
    talking = begin(home, ":l", "it moved")
    [file] = (home.folder / "state" / "drafts").glob("*.json")
    [draft] = json.loads(file.read_text())
    talking.program.kill()
    talking.leave(-9)
    leave_behind(
        home, draft, {**draft, "place": "today", "text": "half", "more": {}}, session=file.stem
    )
    home.now += timedelta(hours=1)
    talk(home, ":l", "yes", ":enough", "")
    assert "You were writing this when another window was closed: half" in talk(home, ":keep")
    assert texts(home) == ["half"]


def test_a_draft_that_cannot_be_read_stays_and_disturbs_nobody(home: Home) -> None:
    leave_behind(home, {"place": "look back", "text": "lost?", "more": {"record": 3}})
    (home.folder / "state" / "drafts" / "mmmmmmmmmm.json").write_text("{")
    talk(home, ":l", "one", ":enough", "", ":keep", ":forget")
    assert len(list((home.folder / "state" / "drafts").glob("*.json"))) == 2

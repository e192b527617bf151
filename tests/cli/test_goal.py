import sys
from subprocess import run

import pytest

from tests.cli.home import Home

AIM = "Learning how to hear the question behind the question"


@pytest.fixture
def goal(home: Home) -> str:
    return home.run("goal", "new", AIM).id


def test_a_goal_is_kept_as_it_was_worded(home: Home, goal: str) -> None:
    [kept] = home.run("goal", "--json").json
    assert (kept["id"], kept["kind"], kept["aim"], kept["state"]) == (goal, "goal", AIM, "active")
    [line] = home.run("goal", "list").lines
    assert AIM in line
    assert goal[:6] in line
    assert home.run("goal", "new", AIM).err == ""


def test_another_wording_is_suggested_and_never_forced(home: Home) -> None:
    ended = home.run("goal", "new", "Close", "40 tickets a week")
    assert "Learning how to" in ended.err
    assert home.record(ended.id)["text"] == "Close 40 tickets a week"
    assert home.run("goal", "new", "Close 40", "--framing", "target").err == ""


def test_signs_are_told_apart_where_a_goal_is_read(home: Home, goal: str) -> None:
    home.run("goal", "edit", goal[:5], "--leading", "asked first", "--lagging", "fewer rounds")
    for words in (["goal", "show", "last"], ["show", goal]):
        shown = home.run(*words).out
        assert f"{AIM}\nA goal since today.\nOn the way: asked first\nThe outcome: fewer" in shown
    home.run("goal", "edit", "last", "--leading", "", "Finding out when to ask")
    assert home.record()["leading"] == []
    assert home.record()["aim"] == "Finding out when to ask"
    home.run(
        "goal", "edit", "last", *["--leading", "a", "--leading", "b", "--leading", "c"], code=2
    )
    home.run("goal", "edit", "last", code=2)


@pytest.mark.parametrize(("action", "state"), [("reach", "reached"), ("let-go", "let go")])
def test_what_has_ended_is_listed_only_when_asked_for(
    home: Home, goal: str, action: str, state: str
) -> None:
    assert home.run("goal", action, goal).id == goal
    none = home.run("goal", code=1)
    assert none.out == ""
    assert "--all" in none.err
    assert home.run("goal", "--json", code=1).json == []
    [shown] = home.run("goal", "list", "--all", "--json").json
    assert shown["state"] == state
    assert "Unchanged" in home.run("goal", action, goal).err
    home.run("undo")
    assert home.run("goal", "-n", "1", "--json").json[0]["state"] == "active"


def test_a_goal_may_come_through_a_pipe_but_not_be_empty(home: Home) -> None:
    id_ = home.run("goal", "new", stdin="Learning how to\nlisten\n").id
    assert home.record(id_)["aim"] == "Learning how to listen"
    home.run("goal", "new", " ", code=2)
    home.run("goal", "new", code=2)


def test_what_is_not_a_goal_is_refused(home: Home, goal: str) -> None:
    note = home.add("a note")
    home.run("goal", "reach", note, code=3)
    home.run("goal", "reach", "zzz", code=3)
    refused = home.run("goal", "become", "rich", code=2)
    assert "let-go" in refused.err
    assert "journal goal edit" in home.run("edit", goal, "--text", "x", code=2).err
    home.run("edit", goal, "-t", "ward")
    assert home.record(goal)["tags"] == ["ward"]


def test_options_stand_anywhere(home: Home) -> None:
    id_ = home.run("--yes", "goal", "new", "--wider", "the team", "Learning", "how").id
    assert home.record(id_)["wider"] == "the team"
    assert home.run("goal", "--help").out.startswith("usage: journal goal ")
    assert "--wider" in home.run("goal", "new", "--help").out


LOADED = """\
import sys
from journal.__main__ import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def test_a_note_does_not_wait_for_nouns(home: Home) -> None:
    command = [sys.executable, "-c", LOADED, "add", "x"]
    done = run(command, env=home.env, capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    assert "journal.cli.adding" in loaded
    for module in ("nouns", "goals", "parsing"):
        assert f"journal.cli.{module}" not in loaded

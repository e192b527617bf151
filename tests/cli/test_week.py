"""A week in the life of one question, told in the shell by the installed command."""

from datetime import datetime, time, timedelta

from tests.cli.home import Home

ASKED = "Why does the second review always find more"


def test_from_a_note_to_an_answer_and_round_again(home: Home) -> None:
    def at(days: int, clock: str) -> None:
        day = datetime(2026, 11, 23) + timedelta(days=days)  # noqa: DTZ001 - a Monday, local
        home.now = datetime.combine(day, time.fromisoformat(clock))

    def state() -> str:
        found: str = home.record(question)["state"]
        return found

    # Monday: a note becomes a question, somebody is asked.
    at(0, "11:40")
    note = home.add("?", ASKED)
    question = home.run("item", "new", "--from", note).id
    home.run("item", "move", question, "seeking")
    at(0, "15:10")
    home.run("item", "move", question, "sensing", "--person", "Ana")
    home.run("item", "note", question, "The second reader looks for what the change is for")

    # Tuesday: it is tried.
    at(1, "09:05")
    lines = ("--if", "I open a review", "--then", "name the intent in its first line")
    home.run(
        "item", "move", question, "trying", *lines, "--expect", "two rounds", "--sure", "7",
        "--look", "thu",
    )  # fmt: skip
    [try_] = home.run("try", "--json").json
    assert home.run("status").out == "Nothing waits.\n"

    # Thursday: the look again, where it waits.
    at(3, "16:30")
    [waits] = home.run("status", "--json").json["waiting"]
    assert (waits["id"], waits["words"]) == (
        try_["id"], "look again today. You expected two rounds.",
    )  # fmt: skip
    home.run(
        "try", "result", try_["id"], "as expected", "--happened", "Two rounds, both short",
        "--teaches", "Intent saves the second reader a guess",
    )  # fmt: skip
    home.run("try", "adopt", try_["id"])
    home.run("item", "move", question, "settled")
    home.run("item", "edit", question, "--works-when", "the code is new", "--fails-when",
             "it is a hotfix")  # fmt: skip

    # Friday: it is passed on, and answered.
    at(4, "10:00")
    home.run("item", "move", question, "ready", "--why", "for the team")
    passed = home.run("item", "move", question, "shared", "--to", "the team", "--yes")
    assert passed.out.splitlines()[0] == ASKED
    assert "Works when: the code is new" in passed.out
    at(4, "14:20")
    home.run("item", "move", question, "echoed", "--why", "Ben: and with hotfixes?")
    home.run("item", "move", question, "sensing")
    assert state() == "sensing"
    ended = home.run("review", "week").out
    assert "What came to an end" in ended
    assert ASKED in ended

    # No passage is lost on the way.
    made = home.record(question)
    assert [each["to"] for each in made["passages"]] == [
        "seeking", "sensing", "trying", "settled", "ready", "shared", "echoed", "sensing",
    ]  # fmt: skip
    assert made["links"] == [note]
    assert home.record(try_["id"])["links"] == [question]
    assert (made["sharings"][0]["to"], made["people"]) == ("the team", ["Ana"])

    # Every step can be taken back, each in its own words, the newest first.
    told = [home.run("undo").lines[0].partition(":")[0].removeprefix("Took back ")
            for _ in range(13)]  # fmt: skip
    assert told == [
        "a step in the loop",
        "a step in the loop",
        "a lesson passed on",
        "a step in the loop",
        "a change",
        "a step in the loop",
        "what follows from a try",
        "an answer",
        "a step in the loop of 2 records",
        "a change",
        "a step in the loop",
        "a step in the loop",
        "a question",
    ]
    assert home.run("list", "--kind", "all", "--json").json[0]["id"] == note
    home.run("redo", "13")
    assert home.record(question)["passages"] == made["passages"]

from datetime import timedelta

import pytest

from tests.cli.home import COMMAND, Home
from tests.support.terminal import Terminal

PACK = """\
schema = 1
id = "mine"
version = {version}
language = "en"

[[prompt]]
id = "stays"
step = "minute"
full = "{full}"
"""


def with_pack(home: Home, text: str, name: str = "mine.toml") -> None:
    folder = home.folder / "journal" / "prompts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_questions_are_on_stderr_and_only_the_id_is_the_result(home: Home) -> None:
    home.add("+ it moved")
    ended = home.run("close", stdin="one\ntwo\n" + "\n" * 20)
    record = home.record(ended.id)
    assert record["kind"] == "close"
    assert record["form"] == "five"
    assert [answer["text"] for answer in record["answers"]] == ["one", "two"]
    for answer in record["answers"]:
        assert answer["wording"] in ended.err
    assert record["text"] == "one\n\ntwo"
    assert "+ it moved" in ended.err
    assert record["left"] == []


def test_fewer_lines_than_questions_keep_the_rest_for_later(home: Home) -> None:
    id_ = home.run("close", stdin="one\n").id
    left = home.record(id_)["left"]
    assert left
    assert home.run("status", "--json").json["interrupted"] == [id_]
    ended = home.run("close", "--resume", stdin="\n" * (len(left) - 1) + "ring Ann\n")
    assert ended.id == id_
    record = home.record(id_)
    assert (record["left"], record["tomorrow"]) == ([], "ring Ann")
    assert [answer["text"] for answer in record["answers"]] == ["one"]
    home.run("close", "--resume", code=1)


def test_an_empty_stdin_keeps_nothing_and_is_no_error(home: Home) -> None:
    assert home.run("close").out == ""
    assert home.run("close", "--page", stdin="\n").out == ""
    home.run("list", "--kind", "close", code=1)
    id_ = home.run("close", stdin="one\n").id
    left = home.record(id_)["left"]
    assert home.run("close", "--resume").out == ""
    assert home.record(id_)["left"] == left


def test_empty_lines_skip_and_leave_no_mark(home: Home) -> None:
    id_ = home.run("close", stdin="\n" * 20).id
    record = home.record(id_)
    assert (record["answers"], record["left"], record["text"]) == ([], [], "")
    assert "Looked back" in home.run("day").out


@pytest.mark.parametrize(
    ("option", "form", "stdin"),
    [("--minute", "minute", "one\ntwo\n"), ("--heavy", "heavy", "one\n"), ("--page", "page", "a")],
)
def test_the_shorter_forms(home: Home, option: str, form: str, stdin: str) -> None:
    record = home.record(home.run("close", option, stdin=stdin).id)
    assert (record["form"], record["left"]) == (form, [])


def test_a_page_is_one_answer_of_any_length(home: Home) -> None:
    text = "free\n\n- writing\n- in lines"
    record = home.record(home.run("close", "--page", stdin=f"{text}\n").id)
    assert record["text"] == text
    home.run("close", "--page", stdin=b"\xff", code=2)


def test_two_forms_at_once_are_refused(home: Home) -> None:
    home.run("close", "--minute", "--heavy", stdin="x\n", code=2)
    home.run("close", "--resume", "--page", stdin="x\n", code=2)
    home.run("list", code=1)


def test_the_line_for_tomorrow_is_not_asked_for_where_it_is_given(home: Home) -> None:
    ended = home.run("close", "--minute", "--tomorrow", "ring\nAnn", stdin="one\n")
    record = home.record(ended.id)
    assert (record["tomorrow"], record["left"]) == ("ring Ann", [])
    assert "tomorrow" not in ended.err


def test_a_line_for_tomorrow_alone_is_kept(home: Home) -> None:
    record = home.record(home.run("close", "--tomorrow", "ring Ann").id)
    assert (record["tomorrow"], record["left"]) == ("ring Ann", [])


@pytest.mark.parametrize(
    ("days", "after", "stands"), [(14, 13, True), (2, 3, False), (60, 50, True)]
)
def test_how_long_the_line_stands_is_a_setting(
    home: Home, days: int, after: int, stands: bool
) -> None:
    home.run("config", "set", "line_days", str(days))
    home.run("close", "--minute", "--tomorrow", "ring Ann", stdin="one\n")
    home.now += timedelta(days=after)
    said = home.run("status", "--json").json["left_for_today"]
    assert said == ("ring Ann" if stands else None)


def test_the_line_shows_from_the_next_day_until_the_next_look_back(home: Home) -> None:
    home.run("close", "--minute", "--tomorrow", "ring Ann", stdin="one\n")
    assert "You left this for today" not in home.run().out
    assert home.run("status", "--json").json["left_for_today"] is None
    home.now = home.now.replace(day=25, hour=2)
    assert "You left this for today" not in home.run("day").out
    home.now = home.now.replace(hour=7)
    assert home.run().lines[:2] == ["You left this for today", "  ring Ann"]
    assert home.run("status", "--line").out == "ring Ann\n"
    assert home.run("status", "--json").json["left_for_today"] == "ring Ann"
    assert "ring Ann" not in home.run("day", "yesterday").lines[0]
    home.run("close", "--minute", stdin="two\n\n")
    assert "ring Ann" not in home.run().out


def test_another_day_can_be_looked_back_on(home: Home) -> None:
    home.add("--at", "yesterday 10:00", "of yesterday")
    home.add("of today")
    ended = home.run("close", "--minute", "--day", "yesterday", stdin="one\n\n")
    assert "of yesterday" in ended.err
    assert "of today" not in ended.err
    assert home.record(ended.id)["day"] == "2026-11-23"
    home.run("close", "--day", "tomorrow", stdin="one\n", code=2)


def test_a_night_shift_is_one_day(home: Home) -> None:
    home.now = home.now.replace(hour=22)
    home.add("before midnight")
    home.now = home.now.replace(day=25, hour=3)
    home.add("after midnight")
    home.now = home.now.replace(hour=6)
    err = home.run("close", "--minute", stdin="one\n\n").err
    assert "before midnight" in err
    assert "after midnight" in err


def test_a_broken_pack_is_named_and_all_else_works(home: Home) -> None:
    with_pack(home, PACK.format(version=1, full="What stays?"))
    with_pack(home, PACK.format(version=1, full="x").replace('"minute"', '"nowhere"'), "bad.toml")
    ended = home.run("close", "--minute", stdin="one\ntwo\n\n")
    assert "bad.toml, line 8" in ended.err
    assert "What stays?" in ended.err
    assert len(home.record(ended.id)["answers"]) == 2
    assert "bad.toml, line 8" in home.run("prompts", "check", code=8).err
    assert "What stays?" in home.run("prompts", "show", "mine").out


def test_old_answers_keep_their_wording(home: Home) -> None:
    with_pack(home, PACK.format(version=1, full="What stays?"))
    id_ = home.run("close", "--minute", stdin="one\ntwo\n\n").id
    with_pack(home, PACK.format(version=2, full="What remains?"))
    assert "What stays?" in home.run("show", id_).out
    wordings = [answer["wording"] for answer in home.record(id_)["answers"]]
    assert "What stays?" in wordings
    assert "What remains?" in home.run("close", "--minute", stdin="one\ntwo\n\n").err


def test_prompts_are_listed_and_shown(home: Home) -> None:
    packs = {pack["id"]: pack for pack in home.run("prompts", "--json").json}
    assert packs["daily"]["prompts"]
    assert "daily" in home.run("prompts").out
    assert packs["daily"]["prompts"][0]["full"] in home.run("prompts", "show", "daily").out
    home.run("prompts", "show", "nothing", code=1)
    home.run("prompts", "show", code=2)
    home.run("prompts", "edit", "mine", code=2)
    assert str(home.folder / "journal" / "prompts") in home.run("prompts", "check").err


def test_on_a_terminal_questions_are_broken_between_words(home: Home) -> None:
    wording = " ".join(f"word{number}" for number in range(20))
    with_pack(home, PACK.format(version=1, full=wording))
    command = [str(COMMAND), "close", "--minute"]
    with Terminal(command, env=home.env, size=(50, 30)) as terminal:
        terminal.press("\r")
        terminal.wait("word19")
        terminal.press("\r\r")
        assert terminal.end() == 0
        lines = terminal.text.splitlines()
    shown = [line for line in lines if "word" in line]
    assert len(shown) > 1
    assert " ".join(" ".join(shown).split()).endswith(wording)


def test_it_leads_to_the_try_that_was_written(home: Home) -> None:
    done = home.run("close", stdin="If it rains, I'll stay\n" * 20)
    assert "Kept as a try: stay" in done.err
    [made] = home.run("try", "list", "--json").json
    assert (made["cue"], made["links"]) == ("it rains", [done.id])
    assert home.record(done.id)["kind"] == "close"

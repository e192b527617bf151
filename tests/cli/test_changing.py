import pytest

from tests.cli.home import Home


def test_a_new_text_replaces_the_old_one(home: Home) -> None:
    id_ = home.add("before")
    assert home.run("edit", "last", "--text", "after").id == id_
    assert home.record()["text"] == "after"
    home.run("edit", id_, "--text", "-", stdin="from\na pipe\n")
    assert home.record()["text"] == "from\na pipe"
    home.run("edit", id_, "--text=-x")
    assert home.record()["text"] == "-x"


def test_marks_change_without_the_text(home: Home) -> None:
    id_ = home.add("-t", "a", "-t", "b", "text")
    home.run("edit", id_, "-t", "#c", "--untag", "a", "--sign", "worked", "--star")
    record = home.record()
    assert (record["text"], record["tags"]) == ("text", ["b", "c"])
    assert (record["sign"], record["starred"]) == ("worked", True)
    home.run("edit", id_, "--sign", "none", "--unstar")
    assert (home.record()["sign"], home.record()["starred"]) == (None, False)


def test_a_new_moment_gives_a_new_day(home: Home) -> None:
    id_ = home.add("text")
    ended = home.run("edit", id_, "--at", "2026-11-20 02:00")
    assert "Friday 20 November 2026, 02:00" in ended.err
    assert home.record()["at"] == "2026-11-20T02:00:00+01:00"
    assert home.record()["day"] == "2026-11-19"


def test_a_new_day_keeps_the_time_of_day(home: Home) -> None:
    id_ = home.add("text")
    assert "Friday" in home.run("edit", id_, "--day", "fri").err
    assert home.record()["day"] == "2026-11-20"
    assert home.record()["at"].startswith("2026-11-20T09:01")
    home.run("edit", id_, "--day", "2026-10-01")
    assert home.record()["at"].startswith("2026-10-01T09:01")
    assert home.record()["at"].endswith("+02:00")
    home.run("edit", id_, "--day", "2026-11-26", code=2)


def test_what_changes_nothing_is_no_change(home: Home) -> None:
    id_ = home.add("text")
    for words in (["--text", "text"], ["--unstar"], ["--sign", "none"], ["--untag", "x"]):
        ended = home.run("edit", id_, *words)
        assert (ended.id, ended.err) == (id_, "Unchanged.\n")
    assert len(home.run("history", id_, "--json").json) == 1


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_is_refused(home: Home, text: str) -> None:
    home.add("text")
    home.run("edit", "last", "--text", text, code=2)
    home.run("edit", "last", "--text", "-", stdin=text, code=2)
    assert home.record()["text"] == "text"


def test_without_a_terminal_and_a_flag_there_is_nothing_to_edit_with(home: Home) -> None:
    home.add("text")
    assert "--text -" in home.run("edit", "last", code=2).err


def test_a_pipe_that_is_not_utf8_is_kept(home: Home) -> None:
    home.add("text")
    ended = home.run("edit", "last", "--text", "-", stdin=b"\xe9", code=2)
    assert str(home.folder / "state" / "rescued") in ended.err


def test_a_look_back_is_edited_as_a_page(home: Home) -> None:
    id_ = home.run("close", "--minute", stdin="kept\nring Ann\n").id
    wording = home.record(id_)["answers"][0]["wording"]
    home.run("edit", id_, "--text", "-", stdin=f"# {wording}\n\nbetter\n")
    record = home.record(id_)
    assert [(one["wording"], one["text"]) for one in record["answers"]] == [(wording, "better")]
    assert (record["text"], record["tomorrow"]) == ("better", "")
    ended = home.run("edit", id_, "--text", "no question above me", code=2)
    assert "no question above me" in ended.err
    assert home.record(id_)["text"] == "better"


def test_rm_never_asks_and_the_trash_gives_back(home: Home) -> None:
    first, second = home.add("first"), home.add("second")
    ended = home.run("rm", first, second[:6], first, "--yes")
    assert len(ended.lines) == 2
    home.run("list", code=1)
    home.run("search", "first", code=1)
    assert [record["id"] for record in home.run("trash", "list", "--json").json] == [first, second]
    assert len(home.run("trash").lines) == 2
    assert "in the trash" in home.run("show", first).out
    home.run("trash", "restore", first)
    assert home.record(first)["trashed"] is False
    home.run("trash", "restore", first, code=1)


def test_rm_of_what_is_in_the_trash_changes_nothing(home: Home) -> None:
    home.add("kept")
    id_ = home.add("gone")
    home.run("rm", id_)
    home.run("rm", id_)
    assert "trash" in home.run("undo").out
    assert home.record(id_)["trashed"] is False


def test_rm_of_several_is_all_or_nothing_and_one_undo(home: Home) -> None:
    first, second = home.add("first"), home.add("second")
    home.run("rm", first, "aaaa", code=3)
    assert len(home.run("list").lines) == 2
    home.run("rm", first, second)
    home.run("undo")
    assert len(home.run("list").lines) == 2


def test_restore_wants_ids(home: Home) -> None:
    home.run("trash", "restore", code=2)
    home.run("trash", "restore", "zzzz", code=3)

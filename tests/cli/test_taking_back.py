import pytest

from tests.cli.home import Home


def test_undo_takes_back_the_newest_change_and_prints_it(home: Home) -> None:
    id_ = home.add("one")
    home.run("edit", id_, "--text", "two")
    assert id_[:6] in home.run("undo").out
    assert home.record(id_)["text"] == "one"
    home.run("undo")
    home.run("list", code=1)
    assert [record["id"] for record in home.run("trash", "--json").json] == [id_]
    home.run("undo", code=1)


def test_undo_of_several_prints_each_and_redo_does_them_again(home: Home) -> None:
    ids = [home.add(word) for word in ("one", "two", "three")]
    out = home.run("undo", "2").lines
    assert [ids[2][:6] in out[0], ids[1][:6] in out[1], len(out)] == [True, True, 2]
    assert len(home.run("list").lines) == 1
    assert len(home.run("redo", "2").lines) == 2
    assert len(home.run("list").lines) == 3
    home.run("redo", code=1)


def test_more_than_there_are_takes_back_nothing(home: Home) -> None:
    for word in ("one", "two"):
        home.add(word)
    refused = home.run("undo", "99", code=1)
    assert (refused.out, "only 2 changes" in refused.err) == ("", True)
    assert len(home.run("list").lines) == 2
    home.run("undo")
    assert "only 1 change that can be done again" in home.run("redo", "2", code=1).err
    assert len(home.run("list").lines) == 1


def test_undo_list_shows_and_changes_nothing(home: Home) -> None:
    home.run("undo", "--list", code=1)
    assert home.run("undo", "--list", "--json", code=1).json == []
    id_ = home.add("one")
    home.run("edit", id_, "--star")
    lines = home.run("undo", "--list").lines
    assert [line.split(maxsplit=3)[3] for line in lines] == [
        f"a change {id_[:6]}",
        f"a note {id_[:6]}",
    ]
    found = home.run("undo", "--list", "--json").json
    assert [(step["op"], step["ids"]) for step in found] == [("edit", [id_]), ("add", [id_])]
    assert home.record(id_)["starred"] is True


def test_undo_as_json(home: Home) -> None:
    id_ = home.add("one")
    assert home.run("undo", "--json").json == {"op": "add", "ids": [id_]}
    assert home.run("redo", "--json").json == {"op": "add", "ids": [id_]}


@pytest.mark.parametrize("number", ["0", "-1", "x"])
def test_what_is_no_number_of_changes_is_refused(home: Home, number: str) -> None:
    home.add("one")
    home.run("undo", number, code=2)
    assert len(home.run("list").lines) == 1


def test_a_change_whose_record_has_changed_since_is_not_taken_back(home: Home) -> None:
    id_ = home.add("one")
    home.run("edit", id_, "--text", "two")
    other = Home(home.folder.parent / "other")
    other.now = home.now
    other.run("config", "set", "folder", str(home.folder / "journal"))
    other.run("edit", id_, "--text", "three")
    ended = home.run("undo", code=5)
    assert "changed since" in ended.err
    assert home.record(id_)["text"] == "three"

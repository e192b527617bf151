import pytest

from tests.cli.home import Home

FIELDS = {"id", "kind", "at", "zone", "day", "text", "tags", "sign", "starred", "links", "extra"}


def test_a_list_is_like_a_page_the_newest_last(home: Home) -> None:
    first, second = home.add("first"), home.add("-t", "ward", "+", "second", "--star")
    lines = home.run("list").lines
    assert lines == [
        f"2026-11-24 09:01  {first[:6]}  first",
        f"2026-11-24 09:02  {second[:6]}  + second *  #ward",
    ]


def test_a_list_without_a_filter_has_twenty_with_one_all(home: Home) -> None:
    for number in range(22):
        home.add(f"note {number}")
    assert len(home.run("list").lines) == 20
    assert home.run("list").lines[-1].endswith("note 21")
    assert len(home.run("list", "--on", "today").lines) == 22
    assert len(home.run("list", "-n", "21").lines) == 21
    assert len(home.run("list", "--on", "today", "-n", "5").lines) == 5


def test_json_is_one_array_of_whole_records(home: Home) -> None:
    ids = [home.add("one"), home.add("two")]
    found = home.run("list", "--json").json
    assert [record["id"] for record in found] == ids
    assert all(record.keys() >= FIELDS for record in found)


def test_a_list_holds_notes_and_look_backs_unless_a_kind_is_named(home: Home) -> None:
    home.add("a note")
    home.run("close", "--minute", stdin="kept\nring Ann\n")
    for words, kinds in (
        ([], ["note", "close"]),
        (["--kind", "note"], ["note"]),
        (["--kind", "close"], ["close"]),
        (["--kind", "all"], ["note", "close"]),
    ):
        found = home.run("list", "--json", *words).json
        assert [record["kind"] for record in found] == kinds
    assert "nothing" not in home.run("list", "--kind", "nothing", code=2).out


def test_filters_narrow(home: Home) -> None:
    home.add("-t", "Ward", "--at", "2026-11-15 10:00", "sunday")
    home.add("--at", "2026-11-16 10:00", "monday", "--star")
    home.add("-t", "ward", "-t", "night", "--at", "2026-11-22 23:00", "sunday again")
    home.add("--at", "2026-11-23 10:00", "monday again")

    def texts(*words: str) -> list[str]:
        return [record["text"] for record in home.run("list", "--json", *words).json]

    assert texts("--tag", "ward") == ["sunday", "sunday again"]
    assert texts("--tag", "#ward", "--not-tag", "night") == ["sunday"]
    assert texts("--starred") == ["monday"]
    assert texts("--on", "2026-W47") == ["monday", "sunday again"]
    assert texts("--from", "2026-W47") == ["monday", "sunday again", "monday again"]
    assert texts("--to", "2026-W47") == ["sunday", "monday", "sunday again"]
    assert texts("--to", "2026-11-22") == ["sunday", "monday", "sunday again"]
    assert texts("--from", "last monday", "--to", "today") == ["monday again"]
    assert texts("--from", "nov", "--to", "nov", "-n", "1") == ["monday again"]
    assert texts("--on", "nov", "--from", "2026-11-16", "--to", "2026-11-22", "-n", "5") == [
        "monday",
        "sunday again",
    ]


def test_nothing_matched_is_one_and_an_empty_array(home: Home) -> None:
    home.add("one")
    assert home.run("trash", code=1).err == "The trash is empty.\n"
    assert home.run("trash", "--json", code=1).json == []
    for words in (["list", "--tag", "x"], ["list", "-n", "0"], ["search", "zebra"]):
        nothing = home.run(*words, code=1)
        assert (nothing.out, nothing.err) == ("", "Nothing matched.\n")
        assert home.run(*words, "--json", code=1).json == []


@pytest.mark.parametrize("number", ["-1", "x", "1.5", "²"])
def test_what_is_no_number_is_refused(home: Home, number: str) -> None:
    assert "number" in home.run("list", "-n", number, code=2).err


def test_format_knows_the_field_names_and_nothing_else(home: Home) -> None:
    id_ = home.add("-t", "a", "-t", "b", "--star", "+", "one\ntwo\x1b[31m")
    line = home.run(
        "list", "--format", r"{day} {time} {id} {kind} {sign} {tags} {starred} {zone} {text}\n %s"
    ).out
    assert line == (f"2026-11-24 09:01 {id_} note worked a b * Europe/Vienna one two␛[31m\\n %s\n")
    for template in ("{nope}", "{}", "{text!r}", "{text:>5}", "{text.real}"):
        assert "--format" in home.run("list", "--format", template, code=2).err
        home.run("list", "--tag", "unused", "--format", template, code=2)
    home.run("list", "--format", "{id}", "--json", code=2)


def test_what_acts_on_a_terminal_is_made_visible_and_escaped_in_json(home: Home) -> None:
    text = "red\x1b[31m bell\x07 nul\0 c1\x9b31m bidi\u202e line\u2028 \x7f"
    id_ = home.run("add", "-", stdin=text).id
    for words in (["list"], ["show", id_], ["history", id_], ["search", "bell"], ["day"], []):
        out = home.run(*words).out
        assert not set(out) & set("\x1b\x07\0\x9b\u202e\u2028\x7f")
        assert "red␛[31m" in out
    ended = home.run("show", id_, "--json")
    assert "\\u001b" in ended.out
    assert "\\u202e" in ended.out
    assert "\\u009b" in ended.out
    assert ended.json["text"] == text


def test_wide_characters_are_shown_as_they_are(home: Home) -> None:
    text = "学んだこと 👩‍💻 é e\u0301"
    id_ = home.add(text)
    assert text in home.run("list").out
    assert text in home.run("show", id_, "--json").out


def test_search_takes_words_phrases_and_what_must_not_be_there(home: Home) -> None:
    home.add("the pump at night")
    home.add("the pump by day, second count")
    home.add("- a count, second thoughts")

    def found(*words: str) -> list[str]:
        return [record["text"] for record in home.run("search", "--json", *words).json]

    assert found("pump") == ["the pump by day, second count", "the pump at night"]
    assert found("pump", "-night") == ["the pump by day, second count"]
    assert found("-night", "pump", "-n", "1") == ["the pump by day, second count"]
    assert found("--", "-night", "pump") == ["the pump by day, second count"]
    assert found("-n1", "count") == ["a count, second thoughts"]
    assert found('"second count"') == ["the pump by day, second count"]
    assert found("second count") == ["the pump by day, second count"]
    assert found("sign:stuck") == ["a count, second thoughts"]
    assert found("from:2w", "to:today", "kind:note", "PUMP", "day") == [
        "the pump by day, second count"
    ]


def test_hits_are_offsets_in_the_text(home: Home) -> None:
    home.add("A pump, Straße, pump")
    [record] = home.run("search", "pump", "straße", "--json").json
    assert [record["text"][start:end] for start, end in record["hits"]] == [
        "pump",
        "Straße",
        "pump",
    ]


@pytest.mark.parametrize("words", [[], [""], ["kind:nothing"], ["sign:"], ["from:whenever"]])
def test_a_search_that_cannot_be_understood_is_refused(home: Home, words: list[str]) -> None:
    assert home.run("search", *words, code=2).err


def test_show_has_a_record_whole(home: Home) -> None:
    id_ = home.add("-t", "ward", "one\n\ntwo")
    home.run("edit", id_, "--star")
    shown = home.run("show", id_[:6]).lines
    assert shown[0] == f"{id_} · note · today · 09:01 · Europe/Vienna · with a star"
    assert shown[1:4] == ["one", "", "two"]
    assert "Tags: ward" in shown
    assert shown[-1].startswith("History: a note 2026-11-24 09:01, a change 2026-11-24 09:02")
    assert [one["op"] for one in home.record(id_)["history"]] == ["add", "edit"]


def test_last_is_the_record_last_added_here_and_not_in_the_trash(home: Home) -> None:
    assert home.run("show", "last", code=3).out == ""
    first, second = home.add("first"), home.add("second")
    home.run("edit", first, "--star")
    assert home.record("last")["id"] == second
    home.run("rm", "last")
    assert home.record("last")["id"] == first


@pytest.mark.parametrize("verb", ["show", "history", "rm", "edit"])
def test_an_id_that_fits_none_or_several_ends_with_three(home: Home, verb: str) -> None:
    ids: dict[str, str] = {}
    while True:  # two ids with the same first letter: at most 30 notes
        id_ = home.add("x")
        if other := ids.get(id_[0]):
            break
        ids[id_[0]] = id_
    more = ["--star"] if verb == "edit" else []
    err = home.run(verb, id_[0], *more, code=3).err
    assert id_ in err
    assert other in err
    for wrong in ("aeiou", "?", "LAST", "../x"):
        assert home.run(verb, wrong, *more, code=3).out == ""
    home.run(verb, code=2)


def test_history_shows_every_version(home: Home) -> None:
    id_ = home.add("before")
    home.run("edit", id_, "--text", "after")
    home.run("rm", id_)
    out = home.run("history", id_).lines
    assert [line.strip() for line in out] == [
        "2026-11-24 09:01  a note",
        "before",
        "2026-11-24 09:02  a change",
        "after",
        "2026-11-24 09:03  a move to the trash  (in the trash)",
        "after",
    ]
    versions = home.run("history", id_, "--json").json
    assert [version["record"]["text"] for version in versions] == ["before", "after", "after"]


def test_last_is_said_to_be_in_the_trash_where_all_is(home: Home) -> None:
    assert "Nothing was added" in home.run("show", "last", code=3).err
    home.run("rm", home.add("one"))
    assert "in the trash" in home.run("show", "last", code=3).err


def test_what_is_no_number_is_repeated(home: Home) -> None:
    for words in (["list"], ["search", "x"], ["goal"]):
        ended = home.run(*words, "-n", "ten", code=2)
        assert ended.err == "“ten” is no number of records.\nFor example: -n 10\n"


def test_a_number_may_be_larger_than_anything(home: Home) -> None:
    home.add("one")
    many = "9" * 5000
    assert len(home.run("list", "-n", many).lines) == 1
    assert len(home.run("list", "--json", "-n", many).json) == 1
    home.run("undo", many, code=1)

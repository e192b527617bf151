"""`journal read`: what the cues see, on a screen and as lines of JSON."""

import json

from tests.cli.home import Home

TEXT = "# Monday\n\nI'm hopeless with names. I'll ring Ann tomorrow.\n"


def test_it_says_what_words_and_which_rule(home: Home) -> None:
    lines = home.run("read", stdin=TEXT).lines
    assert lines[0] == "I'm hopeless with names."
    assert "  ability as fixed: “I'm hopeless with names”  settled-bad-at" in lines
    assert "  something to do: “I'll ring”  intention-will" in lines


def test_json_has_a_line_for_each_sentence(home: Home) -> None:
    home.folder.mkdir()
    file = home.folder / "monday.md"
    file.write_text(TEXT, encoding="utf-8")
    for words, given in ((["read", "--json", str(file)], ""), (["read", "-", "--json"], TEXT)):
        first, second = map(json.loads, home.run(*words, stdin=given).lines)
        assert (first["frame"], second["frame"]) == ("fixed", "neutral")
        assert (first["intention"], second["intention"]) == (False, True)
        [seen] = [one for one in first["evidence"] if one["name"] == "frame"]
        assert TEXT[seen["start"] : seen["end"]] == "I'm hopeless with names"


def test_another_language_is_said_and_left(home: Home) -> None:
    ended = home.run("read", stdin="Heute war es nicht so gut, aber ich habe viel gelernt.", code=1)
    assert ended.out == ""
    assert "only English can be read" in ended.err


def test_nothing_and_no_file(home: Home) -> None:
    assert home.run("read", stdin="", code=1).out == ""
    assert "could not be opened" in home.run("read", "/nowhere/at-all", code=2).err

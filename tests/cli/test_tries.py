import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.home import Home

LINES = ("--if", "a call drifts", "--then", "ask what we decide", "--expect", "fewer calls")


@pytest.fixture
def begun(home: Home) -> str:
    return home.run("try", "new", *LINES, "--sure", "7").id


def test_two_lines_begin_a_try(home: Home) -> None:
    id_ = home.run(
        "try", "new", "If a call drifts, I'll ask", "--expect", "fewer calls (7 of 10)"
    ).id
    made = home.record(id_)
    assert (made["cue"], made["response"], made["prediction"]) == (
        "a call drifts", "ask", "fewer calls",
    )  # fmt: skip
    assert (made["sureness"], made["state"], made["look"]) == (7, "running", "2026-11-25")


def test_without_an_expectation_it_waits_to_be_begun(home: Home) -> None:
    id_ = home.run("try", "new", "--then", "ask", "--because", "nobody does").id
    assert home.record(id_)["state"] == "drafted"
    assert "--expect" in home.run("try", "start", id_, code=2).err
    home.run("try", "start", id_, "--expect", "answers", "--sure", "3", "--look", "+3d")
    made = home.record(id_)
    assert (made["state"], made["sureness"], made["look"]) == ("running", 3, "2026-11-27")
    assert "a beginning" in home.run("undo").out
    assert home.record(home.run("try", "new", *LINES, "--draft").id)["state"] == "drafted"


@pytest.mark.parametrize(
    "wrong",
    [
        ("--sure", "11"),
        ("--sure", "-1"),
        ("--sure", "seven"),
        ("--look", "yesterday"),
        ("--look", "2020-01-01"),
        ("--look", "in 8 days"),
        ("--look", "soonish"),
    ],
)
def test_bad_numbers_and_days_get_one_sentence_and_nothing_is_kept(
    home: Home, wrong: tuple[str, str]
) -> None:
    refused = home.run("try", "new", *LINES, "=".join(wrong), code=2)
    assert refused.out == ""
    assert "Traceback" not in refused.err
    assert home.run("list", "--kind", "all", "--json", code=1).json == []


@pytest.mark.parametrize("typed", ["fri", "friday", "3d", "in 3 days", "2026-11-27"])
def test_the_day_to_look_again_is_a_coming_one(home: Home, typed: str) -> None:
    id_ = home.run("try", "new", *LINES, "--look", typed).id
    assert home.record(id_)["look"] == "2026-11-27"


def test_nothing_is_asked_without_a_terminal(home: Home, begun: str) -> None:
    assert "--if" in home.run("try", "new", code=2).err
    assert "behind the id" in home.run("try", "result", begun, code=2).err
    assert "--why" in home.run("try", "drop", begun, code=2).err
    assert "--step" in home.run("try", "shrink", begun, code=2).err
    assert home.run("try", "result", begun, "great", code=2).out == ""
    assert home.record(begun)["state"] == "running"


def test_what_was_expected_stays_as_it_was(home: Home, begun: str) -> None:
    refused = home.run("try", "edit", begun, "--expect", "no calls", code=2)
    assert "stays as you wrote it" in refused.err
    home.run("try", "edit", begun, "--because", "nobody else asks")
    home.run("try", "note", begun, "It", "drifts", "less")
    made = home.record(begun)
    assert (made["prediction"], made["because"]) == ("fewer calls", "nobody else asks")
    assert made["remarks"][0]["words"] == "It drifts less"
    home.run("try", "edit", begun, code=2)


def test_a_try_waits_on_its_day_and_is_looked_at(home: Home, begun: str) -> None:
    assert home.run("status").out == "Nothing waits.\n"
    home.now += timedelta(days=1)
    assert "You expected fewer calls." in home.run("status").out
    assert "You expected fewer calls." in home.run("status", "--line").out
    assert "You expected fewer calls." in home.run("day").out
    home.run("try", "later", begun)
    assert home.run("status", "--line").out == ""
    more = ["--happened", "Only one call", "--rating", "4", "--teaches", "wait longer"]
    home.run("try", "result", begun, "can't", "tell", *more)
    made = home.record(begun)
    assert (made["difference"], made["result"]) == ("can't tell", 4)
    shown = home.run("try", "show", begun).out
    assert shown.index("What I expected: fewer calls (7 of 10)") < shown.index("Only one call")


@pytest.mark.parametrize("verb", ["adopt", "unclear"])
def test_what_follows_needs_a_look_first(home: Home, begun: str, verb: str) -> None:
    assert "First look" in home.run("try", verb, begun, code=2).err
    home.run("try", "result", begun, "partly")
    assert home.run("try", verb, begun).id == begun
    assert home.run("try", code=1).out == ""
    assert "what follows from a try" in home.run("undo").out


def test_a_changed_try_is_a_linked_child_that_begins(home: Home, begun: str) -> None:
    home.run("try", "result", begun, "different")
    assert "what you change" in home.run("try", "adapt", begun, code=2).err
    child = home.run("try", "adapt", begun, "--then", "ask at the start").id
    made = home.record(child)
    assert (made["parent"], made["response"], made["state"]) == (
        begun, "ask at the start", "running",
    )  # fmt: skip
    assert home.record(begun)["state"] == "adapted"
    again = home.run("try", "result", child, "partly") and home.run("try", "repeat", child).id
    assert home.record(again)["parent"] == child
    home.run("undo", "3")
    assert home.record(begun)["state"] == "reviewed"


def test_one_that_went_quiet_goes_on_or_is_let_go(home: Home, begun: str) -> None:
    home.now += timedelta(days=20)
    assert home.run("status").out == "Nothing waits.\n"
    assert "gone quiet" in home.run("review", "week").out
    home.run("try", "keep-on", begun)
    home.run("try", "shrink", begun, "--step", "one call")
    assert home.record(begun)["step"] == "one call"
    home.run("try", "drop", begun, "--why", "no more calls")
    assert home.record(begun)["state"] == "dropped"


def test_a_card_goes_out_and_comes_in(home: Home, begun: str, tmp_path: Path) -> None:
    home.run("try", "result", begun, "partly", "--conditions", "a small team")
    path = tmp_path / "card.json"
    assert home.run("try", "card", begun, str(path), "--from", "Ana").out.strip() == str(path)
    home.run("try", "card", begun, str(path), code=2)
    assert home.run("try", "card", begun, "--from", "Ana").out == path.read_text()
    assert begun not in path.read_text()
    theirs = home.run("try", "pool", str(path), "--with", begun).id
    assert home.record(theirs)["whose"] == "Ana"
    [row] = home.run("try", "compare", begun, "--json").json
    assert (row["whose"], row["theirs"], row["mine"]) == ("Ana", "a small team", "a small team")
    assert "Ana: partly. a small team" in home.run("try", "compare", begun).out
    home.run("try", "compare", theirs, code=1)
    assert home.run("try", "pool", "-", stdin=path.read_bytes()).id


GOOD = {"format": "journal-try", "version": 1, "response": "ask"}


@pytest.mark.parametrize(
    "card",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"[" * 20_000,
        b'"' + b"x" * 40_000 + b'"',
        {},
        {**GOOD, "version": 2},
        {**GOOD, "sureness": 11},
        {**GOOD, "sureness": True},
        {**GOOD, "state": "adopted"},
        {**GOOD, "links": ["k7q2xzabcd"]},
        {**GOOD, "cue": {"a": 1}},
        {**GOOD, "cue": "\x1b]52;c;aGk=\x07"},
        {**GOOD, "cue": "x" * 3000},
        {**GOOD, "difference": "better"},
        {"format": "journal-try", "version": 1},
    ],
    ids=lambda card: repr(card)[:40],
)
def test_a_damaged_or_hostile_card_is_refused_as_a_whole(
    home: Home, tmp_path: Path, card: bytes | dict[str, Any]
) -> None:
    path = tmp_path / "card"
    path.write_bytes(card if isinstance(card, bytes) else json.dumps(card).encode())
    refused = home.run("try", "pool", str(path), code=2)
    assert (refused.out, len(refused.err.splitlines())) == ("", 2)
    assert "not a card of a try" in refused.err
    assert "\x1b" not in refused.err
    home.run("try", "list", code=1)


def test_a_card_that_is_not_there_is_said(home: Home, tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        assert "cannot be read" in home.run("try", "pool", str(path), code=2).err


def test_five_questions_about_a_try_become_a_page_that_leads_to_it(home: Home) -> None:
    id_ = home.run("try", "new", "If it rings, I'll wait", "--expect", "less").id
    told = home.run("try", "questions", id_, stdin="To wait.\n\n\n\nOn Thursday.\n")
    assert told.err.count("?") >= 5
    page = home.record(told.id)
    assert (page["kind"], page["links"]) == ("note", [id_])
    assert "To wait." in page["text"]
    assert "On Thursday." in page["text"]
    home.run("try", "questions", id_, code=2)
    item = home.run("item", "new", "Why twice").id
    assert "lesson" in home.run("item", "story", item, code=2).err

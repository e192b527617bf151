import re
import subprocess
import sys

import pytest

from tests.cli.home import Home

SIGNS = [("+", "worked"), ("-", "stuck"), ("!", "surprise"), ("?", "question"), ("@", "said")]


def test_a_note_is_kept_and_its_id_is_all_of_the_result(home: Home) -> None:
    ended = home.run("add", "Nearly", "missed the alarm")
    assert re.fullmatch(r"[bcdfghjklmnpqrstvwxyz23456789]{10}\n", ended.out)
    assert ended.err == ""
    note = home.record(ended.id)
    assert note["kind"] == "note"
    assert note["text"] == "Nearly missed the alarm"
    assert note["at"].startswith("2026-11-24T09:01:00")
    assert note["at"].endswith("+01:00")
    assert (note["zone"], note["day"]) == ("Europe/Vienna", "2026-11-24")
    assert (note["tags"], note["links"], note["starred"], note["sign"]) == ([], [], False, None)


@pytest.mark.parametrize(("mark", "word"), [*SIGNS, (">", "link")])
def test_a_mark_and_a_space_in_front_are_a_sign_and_that_is_said(
    home: Home, mark: str, word: str
) -> None:
    for words in ([mark, "the", "printer"], [f"{mark} the printer"]):
        ended = home.run("add", *words)
        assert f"noted as {word}" in ended.err
        note = home.record(ended.id)
        assert (note["sign"], note["text"]) == (word, "the printer")


def test_what_only_begins_like_a_sign_is_text(home: Home) -> None:
    for words, text in (
        (["+worked"], "+worked"),
        (["--", "-5 degrees"], "-5 degrees"),
        (["--", "-5", "degrees"], "-5 degrees"),
        (["-5", "degrees"], "-5 degrees"),
        (["--", "--at", "noon"], "--at noon"),
        (["--sign", "none", "- a dash"], "- a dash"),
        (["a", "--", "--", "b"], "a -- b"),
    ):
        ended = home.run("add", *words)
        assert ended.err == ""
        note = home.record(ended.id)
        assert (note["sign"], note["text"]) == (None, text)


def test_marks_tags_and_options_may_stand_anywhere(home: Home) -> None:
    id_ = home.run(
        "add", "-t", "#ward", "asked", "--star", "-t", "two words", "her", "--sign", "said",
        "--tag", "ward", "--yes", "--color", "never",
    ).id  # fmt: skip
    note = home.record(id_)
    assert note["text"] == "asked her"
    assert (note["tags"], note["starred"]) == (["ward", "two-words"], True)
    assert note["sign"] == "said"


@pytest.mark.parametrize("words", [["--frob", "x"], ["-x", "hello"], ["fix", "--a"]])
def test_an_unknown_option_is_refused_with_a_hint_to_two_dashes(
    home: Home, words: list[str]
) -> None:
    ended = home.run("add", *words, code=2)
    assert "`--`" in ended.err
    assert home.run("list", code=1).out == ""


def test_an_unknown_sign_is_refused_and_the_known_ones_are_named(home: Home) -> None:
    ended = home.run("add", "--sign", "great", "x", code=2)
    assert "'worked', 'stuck'" in ended.err


@pytest.mark.parametrize("words", [["-"], []])
def test_text_comes_through_a_pipe_and_loses_one_final_newline(
    home: Home, words: list[str]
) -> None:
    for piped, text in (
        ("one\n", "one"),
        ("one\n\n", "one\n"),
        (" one \t\ntwo", " one \t\ntwo"),
        ("one\r\ntwo\r\n", "one\r\ntwo"),
        ("one\r", "one\r"),
        ("- a list\n", "- a list"),
        ("- a\n- b\n", "- a\n- b"),
        ("\ufeffmark", "\ufeffmark"),
        ("nul\0esc\x1b[31m", "nul\0esc\x1b[31m"),
    ):
        ended = home.run("add", *words, stdin=piped)
        assert ended.err == ""
        note = home.record(ended.id)
        assert (note["text"], note["sign"]) == (text, None)


def test_five_megabytes_come_through_a_pipe(home: Home) -> None:
    text = "Straße ☃ 5 kΩ\n" * 300_000
    id_ = home.run("add", "-", stdin=text).id
    assert home.record(id_)["text"] == text.removesuffix("\n")


@pytest.mark.parametrize("piped", ["", "\n", "  \n \t"])
def test_an_empty_pipe_is_refused(home: Home, piped: str) -> None:
    assert "nothing to note" in home.run("add", "-", stdin=piped, code=2).err
    home.run("list", "--kind", "all", code=1)


def test_a_pipe_that_is_not_utf8_is_refused_and_kept_at_a_path_that_is_named(home: Home) -> None:
    ended = home.run("add", "-", stdin=b"caf\xe9\n", code=2)
    [path] = (home.folder / "state" / "rescued").iterdir()
    assert str(path) in ended.err
    assert "byte 4" in ended.err
    assert path.read_bytes() == b"caf\xe9\n"
    assert path.stat().st_mode & 0o777 == 0o600
    home.run("list", code=1)


def test_bytes_in_words_that_are_not_utf8_are_kept_as_replacements_and_that_is_said(
    home: Home,
) -> None:
    ended = home.run("add", b"caf\xe9")
    assert "not UTF-8" in ended.err
    assert home.record(ended.id)["text"] == "caf\ufffd"


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "de_AT.ISO-8859-1"])
def test_it_is_utf8_in_every_locale(home: Home, locale: str) -> None:
    env = {"LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    ended = home.run("add", "Straße ☃", env=env)
    assert ended.err == ""
    home.run("add", "-", stdin="piped ☃", env=env)
    assert home.record(ended.id)["text"] == "Straße ☃"
    out = home.run("list", env=env).out
    assert "Straße ☃" in out
    assert "piped ☃" in out


def test_when_it_was_is_understood_and_echoed(home: Home) -> None:
    ended = home.run("add", "--at", "yesterday 17:30", "Asked her first")
    assert "Monday 23 November 2026, 17:30" in ended.err
    note = home.record(ended.id)
    assert note["at"] == "2026-11-23T17:30:00+01:00"
    assert note["day"] == "2026-11-23"


def test_the_day_it_belongs_to_may_be_another(home: Home) -> None:
    ended = home.run("add", "--at", "2026-11-23 05:00", "--day", "2026-11-22", "after the shift")
    assert "Sunday" in ended.err
    note = home.record(ended.id)
    assert (note["at"], note["day"]) == ("2026-11-23T05:00:00+01:00", "2026-11-22")


@pytest.mark.parametrize(
    "words",
    [
        ["--at", "2026-11-25T09:02"],
        ["--day", "in 2 days"],
        ["--at", "2026-11-25T08:00", "--day", "2026-11-26"],
        ["--at", "2026-11-01 12:00", "--day", "today"],
        ["--at", "the other day"],
        ["--day", ""],
    ],
)
def test_a_moment_that_cannot_be_is_refused(home: Home, words: list[str]) -> None:
    assert home.run("add", *words, "x", code=2).err
    home.run("list", code=1)


def test_a_moment_up_to_a_day_ahead_is_taken(home: Home) -> None:
    id_ = home.add("--at", "2026-11-25T09:00", "flight")
    assert home.record(id_)["day"] == "2026-11-25"


def test_an_ambiguous_date_is_refused_with_both_readings(home: Home) -> None:
    err = home.run("add", "--at", "03/04", "x", code=2).err
    assert "3 April" in err
    assert "4 March" in err
    home.run("config", "set", "date_order", "dmy")
    id_ = home.add("--at", "03/04", "x")
    assert home.record(id_)["day"] == "2026-04-03"


def test_the_small_hours_belong_to_the_day_before(home: Home) -> None:
    home.now = home.now.replace(hour=1, minute=29)
    assert home.record(home.add("late"))["day"] == "2026-11-23"
    home.run("config", "set", "day_ends", "01:00")
    assert home.record(home.add("later"))["day"] == "2026-11-24"


def test_offsets_follow_summer_time(home: Home) -> None:
    for when, offset in (("2026-03-29 01:59", "+01:00"), ("2026-03-29 03:00", "+02:00")):
        assert home.record(home.add("--at", when, "x"))["at"].endswith(offset)


def test_a_note_costs_no_heavy_imports(home: Home) -> None:
    code = (
        "import sys; sys.argv = ['journal', 'add', '- the printer']\n"
        "from journal.__main__ import main; main()\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=home.env, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "tinydb" in loaded
    heavy = "argparse dataclasses dateutil inspect platformdirs rich subprocess tempfile textual"
    assert not loaded & {*heavy.split(), "tomllib", "tomlkit", "unicodedata", "yaml", "zoneinfo"}


def test_nothing_is_taken_from_a_pipe_before_all_else_is_accepted(home: Home) -> None:
    ended = home.run("add", "--at", "gibberish", "-", stdin=b"\xff", code=2)
    assert "gibberish" in ended.err
    assert not (home.folder / "state" / "rescued").exists()


def test_tomorrow_is_a_day_ahead_at_any_hour(home: Home) -> None:
    for hour in (5, 23):
        home.now = home.now.replace(hour=hour)
        for option in ("--at", "--day"):
            assert "Wednesday 25 November 2026" in home.run("add", option, "tomorrow", "x").err
            assert home.record()["day"] == "2026-11-25"
            home.run("add", option, "2026-11-26", "x", code=2)
    home.now = home.now.replace(hour=9, minute=0)
    home.run("add", "--at", "2026-11-25 09:01", "x")
    home.run("add", "--at", "2026-11-25 09:03", "x", code=2)

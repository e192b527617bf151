import json
import os
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from journal.cli.talk.commands import BY_NAME, TABLE
from screens.keys import TABLE as KEYS
from screens.keys import Command as KeyCommand
from tests.cli.home import COMMAND, Home
from tests.cli.talking import WORDS_FOR_CODE, assert_plain, talk, texts
from tests.cli.test_streams import no_room

HOW = "Type a note and press Enter. A line starting with a colon is a command; :h lists them."

SIGNS = {"slash": "/", "asterisk": "*", "full_stop": ".", "comma": ",", "question_mark": "?"}
"""Keys that Textual calls by a name, as they are typed here."""

OTHERWISE = {"history", "more"}
"""Commands whose letter does something else here: `:h` is help, and `more` reads on in a list."""

MOVING = {"down", "up", "first", "last", "choose", "back", "other_part", "tick"}
"""Commands on a highlight, of which there is none here; `:back` leaves a question."""


def test_in_a_pipe_every_line_is_a_note_and_nothing_is_asked(home: Home) -> None:
    said = talk(home, "the second printer again", "stuck", "+").splitlines()
    assert said[0] == "Journal. Tuesday 24 November."
    assert said[said.index(HOW) + 1 :] == [*["Kept, 09:01."] * 3, "Everything is kept."]
    assert texts(home) == ["the second printer again", "stuck", "+"]
    assert {record["sign"] for record in home.run("list", "--json").json} == {None}


def test_a_sign_in_front_counts_and_nothing_is_asked(home: Home) -> None:
    said = talk(home, "- the printer")
    assert "Kept as stuck, 09:01." in said
    assert (home.record()["text"], home.record()["sign"]) == ("the printer", "stuck")


def test_two_colons_begin_a_note_that_begins_with_one(home: Home) -> None:
    talk(home, "::e is a key", "", ":n ::) smiled", "")
    assert texts(home) == [":e is a key", "::) smiled"]


def test_nothing_typed_says_how_and_keeps_nothing(home: Home) -> None:
    assert "Type a note, or :h for the commands." in talk(home, "", "   ")
    assert talk(home).splitlines()[-1] == "Everything is kept."
    assert not home.folder.exists()


def test_the_last_line_needs_no_end(home: Home) -> None:
    home.run("--plain", stdin="no line feed")
    assert texts(home) == ["no line feed"]


def test_the_first_time_it_says_what_it_is_and_where_things_are(home: Home) -> None:
    said = talk(home, "a note", "")
    assert "It stays on this computer" in said
    assert str(home.folder / "journal") in said
    assert "For example:" in said
    assert ":import" in said
    assert "It stays on this computer" not in talk(home)


def test_the_start_says_what_there_is(home: Home) -> None:
    home.run("close", "--minute", "--tomorrow", "Send the summary", stdin="one\n")
    home.now += timedelta(days=1)
    home.add("first")
    home.add("second")
    assert talk(home).splitlines()[:3] == [
        "Journal. Wednesday 25 November. 2 notes today.",
        "You left this for today: Send the summary",
        HOW,
    ]
    home.now += timedelta(weeks=5)
    assert "Welcome back." in talk(home)


def test_a_note_of_several_lines(home: Home) -> None:
    talk(home, ":n", "one", "", "::three", ":done", "")
    assert texts(home) == ["one\n\n:three"]
    talk(home, ":n", "dropped", ":back")
    assert texts(home) == ["one\n\n:three"]
    talk(home, ":n", "kept at the", "end of input")
    assert texts(home)[-1] == "kept at the\nend of input"
    talk(home, ":n", "kept when", "leaving", ":q")
    assert texts(home)[-1] == "kept when\nleaving"


def test_what_is_not_utf8_is_kept_and_said(home: Home) -> None:
    assert "not UTF-8" in talk(home, b"caf\xe9")
    assert texts(home) == ["caf\ufffd"]


# --- commands


@pytest.mark.parametrize("command", [each for each in KEYS if each.id not in MOVING], ids=str)
def test_every_command_of_the_screens_has_its_word_and_letter_here(command: KeyCommand) -> None:
    assert command.words in BY_NAME
    first = command.keys.split(",")[0]
    letter = SIGNS.get(first, first)
    if len(letter) == 1 and command.id not in OTHERWISE:
        assert BY_NAME[letter] is BY_NAME[command.words]


def test_help_lists_every_command_ten_at_a_time(home: Home) -> None:
    for way in (":h", ":?", ":help"):
        said = talk(home, way, *[":more"] * ((len(TABLE) - 1) // 10))
        for command in TABLE:
            assert command.about in said
        assert said.count("Type more for the") == (len(TABLE) - 1) // 10
        assert not WORDS_FOR_CODE.search(said)
    assert texts(home) == []
    said = talk(home, ":h find")
    assert "from:2w" in said
    assert ":redo" not in said


def test_the_manual_has_every_command() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "plain.md").read_text("utf-8")
    for command in TABLE:
        for name in command.names[:2]:
            assert f"`:{name}" in manual, name


def test_an_unknown_command_is_repeated_and_nothing_is_lost(home: Home) -> None:
    said = talk(home, ":unheard of words", ":")
    assert "unheard of words" in said
    assert "two colons" in said


def test_today_is_read_with_numbers(home: Home) -> None:
    home.add("+ drew it first")
    home.add("-t", "ward", "--star", "asked her")
    home.run("add", "-", stdin="one\n\nthree")
    for way in (":1", ":today"):
        said = talk(home, way)
        assert "Tuesday 24 November. 3 notes." in said
        assert "1. 09:01, worked: drew it first\n" in said
        assert "2. 09:02, with a star: asked her  #ward\n" in said
        assert "3. 09:03: one\n\nthree\n" in said


def test_a_command_acts_on_the_last_one_shown_or_kept_or_on_a_number(home: Home) -> None:
    talk(home, "first", "", "second", "", ":*", ":1", ":s 1 said", ":t1 ward desk", ":t -desk")
    first, second = home.run("list", "--json").json
    assert (first["sign"], first["tags"], first["starred"]) == ("said", ["ward"], False)
    assert (second["sign"], second["tags"], second["starred"]) == (None, [], True)
    assert "Nothing was shown or kept yet." in talk(home, ":e")
    assert "no number 7" in talk(home, ":1", ":x 7")
    assert "no number 3" in talk(home, ":x 3")


def test_sign_tags_and_star_ask_and_can_be_left(home: Home) -> None:
    id_ = home.add("a note")
    said = talk(home, ":1", ":s", "worked", ":s", "", ":s", ":back", ":s", "nonsense")
    assert "Kept as worked: a note" in said
    assert "Left as it was." in said
    assert "none of the words" in said
    assert home.record(id_)["sign"] == "worked"
    talk(home, ":1", ":s none", ":t", "one #two", ":t", "", ":star", ":*", ":*")
    record = home.record(id_)
    assert (record["sign"], record["tags"], record["starred"]) == (None, ["one", "two"], True)


def test_a_text_is_shown_and_one_line_replaces_it(home: Home) -> None:
    home.run("add", "-", stdin="one\ntwo")
    said = talk(home, ":1", ":e", "::new: words", ":e", "")
    assert "one\ntwo\n" in said
    assert "instead for all 2 lines" in said
    assert "Changed: :new: words" in said
    assert "Unchanged." in said
    assert home.record()["text"] == ":new: words"
    talk(home, ":1", ":e 1 typed at once")
    assert home.record()["text"] == "typed at once"
    talk(home, ":1", ":e", ":back")
    assert home.record()["text"] == "typed at once"


def test_the_trash_and_back_from_there(home: Home) -> None:
    home.add("first")
    home.add("second")
    said = talk(home, ":1", ":x 1", ":see the trash", ":r 1", ":x 1", ":x", ":find is:trash")
    assert "In the trash, :u brings it back: first" in said
    assert "1 in the trash." in said
    assert "Brought back: first" in said
    assert "It is in the trash already." in said
    assert "1 found." in said
    assert texts(home) == ["second"]
    assert "It is not in the trash." in talk(home, ":1", ":r")


def test_undo_takes_back_what_was_done_here_first(home: Home) -> None:
    home.add("elsewhere, before")
    said = talk(home, "here", "", ":u", ":redo", ":u", ":u", ":u")
    assert "Took back a note, :redo does it again: here" in said
    assert "Did again a note, :u takes it back: here" in said
    assert "nothing to undo" in said
    assert texts(home) == []


def test_open_and_history_read_all_of_it(home: Home) -> None:
    id_ = home.run("add", "-", stdin="\n".join(f"line {n}" for n in range(30))).id
    said = talk(home, ":1", ":open 1", ":e short", ":history", f":open {id_[:6]}")
    assert "lines more; :open reads all of it." in said
    assert "Today, 09:01\nline 0\n" in said
    assert said.count("line 29") == 2
    assert said.endswith("Today, 09:01\nshort\nEverything is kept.\n")


def test_links_can_be_followed(home: Home) -> None:
    note = {
        "id": "kkkkkkkkkk",
        "kind": "note",
        "zone": "UTC",
        "day": "2026-11-20",
        "text": "led to",
    }
    other = {**note, "id": "mmmmmmmmmm", "text": "leads", "links": ["kkkkkkkkkk", "gone567890"]}
    records = [{**each, "at": "2026-11-20T10:00:00+00:00"} for each in (note, other)]
    path = home.folder.parent / "own.json"
    path.write_text(json.dumps(records))
    home.run("import", "json", str(path))
    said = talk(home, ":find leads", ":open 1", ":open 1")
    assert "It leads to:\n1. Friday, " in said
    assert said.splitlines()[-2] == "led to"


def test_what_cannot_be_done_here_is_said(home: Home) -> None:
    home.add("a note")
    said = talk(home, ":1", ":y", ":o", ":e", ":o")
    assert "Copying is not possible here" in said
    assert said.count("No editor can be opened here.") == 2
    assert texts(home) == ["a note"]


def test_what_can_be_done_with_this(home: Home) -> None:
    said = talk(home, "a note", "", ":.", ":more")
    assert said.count(":e edit") == 2
    assert ":x to the trash" in said


# --- days and finding


def test_days_are_read_and_walked_through(home: Home) -> None:
    home.add("--at", "2026-11-02 10:00", "long ago")
    home.add("--at", "2026-11-20 10:00", "on Friday")
    home.add("today")
    for way in (":3", ":days"):
        said = talk(home, way, ":open 2", ":earlier", ":<", ":later", ":>", ":>")
        assert "3 days have notes, the newest first." in said
        assert "2. Friday 20 November: on Friday" in said
        heads = [line for line in said.splitlines() if line.endswith("November. 1 note.")]
        assert [head.split()[1] for head in heads] == ["20", "2", "20", "24"]
        assert "There is no day before with something on it." in said
        assert "There is no day after with something on it." in said
    said = talk(home, ":3 last friday", ":day 21 nov", ":e 1", "changed")
    assert said.count("1. 10:00: on Friday") == 2
    assert "Nothing was written then; the nearest is Friday." in said
    assert "Number 1 is a day." in talk(home, ":3", ":e 1")
    assert "changed" in texts(home)


def test_today_quotes_a_line_from_this_week_a_year_ago(home: Home) -> None:
    home.add("--at", "2025-11-27 10:00", "nobody reads past the first table")
    said = talk(home, ":1", ":year ago", ":a year ago")
    assert "A year ago this week, :year ago reads it: “nobody reads past the first table”" in said
    assert said.count("1. 10:00: nobody reads") == 2


def test_an_empty_journal_has_no_days(home: Home) -> None:
    said = talk(home, ":3", ":1", ":earlier", ":3 friday", ":trash", ":find pump")
    assert "Nothing is here yet." in said
    assert "Nothing is written today yet." in said
    assert "The trash is empty." in said
    assert "Nothing matched." in said


def test_hits_are_numbered_and_come_ten_at_a_time(home: Home) -> None:
    path = home.folder.parent / "notes.txt"
    path.write_text("".join(f"[2026-11-{n:02} 10:00] pump number {n}.\n\n" for n in range(1, 24)))
    home.run("import", "jrnl", str(path))
    for way in (":find pump", ":/pump", ":/ pump"):
        said = talk(home, way, "more", ":open 12", "more")
        assert "23 found, the newest first." in said
        assert "10 of 23. Type more for the next 10." in said
        assert "20 of 23. Type more for the last 3." in said
        assert "\n23. " in said
        assert said.count("pump number 12.") == 2
    assert "more" not in texts(home)


def test_finding_takes_filters_dates_and_asks(home: Home) -> None:
    home.add("--at", "2026-11-20 10:00", "-t", "ward", "the pump on Friday")
    home.add("- the other one\n\nhas the pump below")
    said = talk(home, ":find", "tag:ward", ":find sign:stuck", ":find last friday", ":find zzz")
    assert said.count("1 found.") == 2
    assert "Friday 20 November. 1 note." in said
    assert "Nothing matched." in said
    assert "… has the pump below …" not in talk(home, ":find pump -friday").split("1. ")[0]
    assert "“nonsense”" in talk(home, ":find from:nonsense")


# --- settings, bringing notes in


def test_settings_are_read_and_changed(home: Home) -> None:
    said = talk(home, ":,", "more", ":settings day_ends 05:00", ":settings angle", "view")
    assert "day_ends is 04:00." in said
    assert "day_ends is 05:00." in said
    assert "angle is view." in said
    assert home.run("config", "get", "day_ends").out == "05:00\n"
    said = talk(home, ":settings day_ends noon", ":settings nothing", ":settings angle", "")
    assert "day_ends cannot be 'noon'." in said
    assert "There is no setting 'nothing'." in said
    assert "Unchanged." in said


def test_bringing_notes_in_shows_the_dry_run_and_asks(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "old.txt"
    path.parent.mkdir()
    path.write_text("[2026-11-02 10:00] An old note.\n\n[2026-11-03 10:00] Another.\n")
    said = talk(home, f":import jrnl {path}", "no", f":import jrnl '{path}'", "neither")
    assert said.count("2 would be added") == 2
    assert "neither yes nor no" in said
    assert texts(home) == ["neither"]
    said = talk(home, ":import", "jrnl", str(path), "yes", ":import", "jrnl", str(path), ":u")
    assert "Brought in: 2 added" in said
    assert "There is nothing to bring in." in said
    assert "Took back an import of 2 records" in said
    said = talk(home, ":import nothing", ":import jrnl /nowhere", ":import", "", ":import jrnl", "")
    assert "No format is called 'nothing'." in said
    assert "/nowhere" in said
    assert "From another window" not in said


# --- what goes wrong


def test_a_save_that_fails_repeats_the_text_and_the_talk_goes_on(home: Home) -> None:
    home.add("first")
    typed = "my precious words\n:1\n:e 1 other precious words\n"
    ended = home.run("--plain", stdin=typed, code=9, preexec_fn=no_room)
    assert_plain(ended.out)
    assert "Your text:\nmy precious words\n" in ended.out
    assert "Your text:\nother precious words\n" in ended.out
    assert "1. 09:01: first" in ended.out
    assert "Everything is kept." not in ended.out
    assert texts(home) == ["first"]


def test_a_journal_that_is_busy_says_so_and_the_talk_goes_on(home: Home) -> None:
    import fcntl

    home.add("first")
    with open(home.folder / "state" / "lock", "rb+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = talk(home, "my precious words", ":1", code=5)
    assert "Your text:\nmy precious words\n" in said
    assert "1. 09:01: first" in said


def test_a_journal_of_a_newer_version_ends_with_six(home: Home) -> None:
    home.add("first")
    root = home.folder / "journal" / "journal.json"
    root.write_text(root.read_text().replace('"form"', '"forms"'))
    home.run("--plain", stdin="a note\n", code=6)


HOSTILE = (
    "\x1b[2J\x1b]52;c;QUJD\x07 \x9b31m \u202eesrever\u2066 \u2028 \x00 \x7f "
    "\u250c\u2500\u2510\u2588\u2591 \u2813\u2800\u28ff"
)


def test_no_text_of_a_learner_acts_on_the_terminal(home: Home) -> None:
    id_ = home.run("add", "-t", "\x1b[1mtag", "-", stdin=f"{HOSTILE}\nsecond {HOSTILE}").id
    home.run("close", "--tomorrow", HOSTILE.replace("\x00", ""), stdin=f"{HOSTILE}\n" * 20)
    changing = [":e", "", ":x 1", ":u", ":t", HOSTILE, ":s", HOSTILE]
    named = [f":{name} {HOSTILE}" for name in ("find", "settings", "import", "open", "3", "l", "h")]
    looking = [":l minute", HOSTILE, ":back", ":why", f":{HOSTILE}", ":enough", HOSTILE]
    reading = [":1", ":open 1", ":history", ":find second", ":trash", ":3"]
    said = talk(home, HOSTILE, "", *reading, *changing, f":{HOSTILE}", *named, *looking)
    assert "[125]" in said
    assert "+-+##" in said
    assert home.record(id_)["text"].startswith("\x1b[2J")
    home.now += timedelta(days=1)
    assert "You left this for today" in talk(home)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_notes_are_kept_where_nobody_reads_what_is_said(home: Home) -> None:
    with open("/dev/full", "wb") as full:
        subprocess.run(
            [COMMAND, "--plain"], env=home.env, input=b"a note\n", stdout=full, check=False
        )
    assert texts(home) == ["a note"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [COMMAND, "--plain"], env=home.env, input=b"another\n", stdout=write, check=False
    )
    os.close(write)
    assert done.returncode == 0
    assert sorted(texts(home)) == ["a note", "another"]

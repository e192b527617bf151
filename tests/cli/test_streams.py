"""How commands end: codes, pipes, colour, refusals."""

import os
import resource
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.home import COMMAND, Home


def test_bare_in_a_pipe_today_is_plain_text(home: Home) -> None:
    assert home.run().out == ""
    home.add("--at", "yesterday", "not this")
    home.add("a note")
    assert home.run().lines == ["today", "  09:03  a note"]


def test_words_that_are_no_verb_are_refused_with_the_line_to_copy(home: Home) -> None:
    for words, line in (
        (["some", "words"], "journal add 'some words'"),
        (["it's", "new"], """journal add 'it'"'"'s new'"""),
        (["-", "the", "printer"], "journal add '- the printer'"),
        (["lst"], "journal add lst"),
    ):
        ended = home.run(*words, code=2)
        assert ended.out == ""
        assert ended.err.rstrip("\n").endswith(line)
    assert "`journal list`" in home.run("lst", code=2).err
    home.run("", code=2)
    home.run("list", code=1)


def test_the_hint_can_be_copied_into_a_shell(home: Home) -> None:
    line = home.run("it's", "$HOME", "`new`", code=2).err.rstrip("\n").partition("note: ")[2]
    script = f'journal() {{ "{COMMAND}" "$@"; }}; {line}'
    subprocess.run(["bash", "-c", script], env=home.env, check=True, stdout=subprocess.DEVNULL)
    assert home.record()["text"] == "it's $HOME `new`"


def test_version_and_help(home: Home) -> None:
    assert home.run("--version").out.startswith("journal 0.")
    assert "journal add" in home.run("--help").out
    assert home.run("-h").out == home.run("help").out
    home.run("--frob", code=2)
    assert not home.folder.exists()


def test_what_every_verb_takes_may_stand_before_the_verb(home: Home) -> None:
    home.add("a note")
    assert "\x1b[2m" in home.run("--color", "always", "list").out
    assert "\x1b" not in home.run("--yes", "--color=never", "list").out
    home.run("list", "--color", "blue", code=2)


def test_there_is_no_colour_in_a_pipe_unless_it_is_asked_for(home: Home) -> None:
    home.add("a note")
    assert "\x1b" not in home.run("list").out
    assert "\x1b[2m" in home.run("list", "--color", "always").out
    assert home.add("--color", "always", "in colour")
    assert home.record(home.add("about --color always".replace(" ", "_")))["text"]


def test_reading_makes_no_file(home: Home) -> None:
    for words, code in (
        (["list"], 1),
        (["status"], 0),
        (["check"], 0),
        (["doctor"], 0),
        (["undo"], 1),
        ([], 0),
    ):
        home.run(*words, code=code)
    assert not home.folder.exists()


def test_a_closed_pipe_ends_quietly(home: Home) -> None:
    home.run("add", "-", stdin="x" * 300_000)
    for words in (["show", "last"], ["list", "--json"], ["show", "last", "--json"], ["--help"]):
        command = subprocess.Popen(
            [COMMAND, *words], env=home.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert command.stdout
        assert command.stderr
        command.stdout.close()
        assert command.stderr.read() == b""
        assert command.wait(60) == 0
        command.stderr.close()


def test_a_note_is_kept_when_nobody_reads_what_is_said(home: Home) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [COMMAND, "add", "-", "the printer"], env=home.env, stdout=write, stderr=write, check=False
    )
    os.close(write)
    assert done.returncode == 0
    assert home.record()["text"] == "the printer"


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_note_is_kept_with_a_closed_stream(home: Home, closed: int) -> None:
    home.add("first")
    script = f'exec "$0" add second {closed}>&-'
    done = subprocess.run(["bash", "-c", script, COMMAND], env=home.env, check=False)
    assert done.returncode == 0
    assert len(home.run("list").lines) == 2
    assert "no damaged" in home.run("check").out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_results_that_cannot_be_written_end_with_nine(home: Home) -> None:
    home.add("a note")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [COMMAND, "list"], env=home.env, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 9
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr


def no_room(size: int = 0) -> None:
    """Let no file of this process grow beyond `size` bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_note_without_room_on_the_disk_is_repeated(home: Home) -> None:
    home.add("first")
    ended = home.run("add", "-", stdin="my precious\nwords", code=9, preexec_fn=no_room)
    assert "my precious\nwords" in ended.err
    assert ended.out == ""
    home.run("edit", "last", "--text", "my precious", code=9, preexec_fn=no_room)
    ended = home.run("close", "--minute", stdin="one\ntwo\n", code=9, preexec_fn=no_room)
    assert "one\n\ntwo" in ended.err
    assert len(home.run("list").lines) == 1
    assert "no damaged" in home.run("check").out


def test_a_long_note_that_cannot_be_written_is_kept_at_a_path_that_is_named(home: Home) -> None:
    home.run("add", "-", stdin="x" * 100_000)
    text = "long words " * 1000
    ended = home.run("add", "-", stdin=text, code=9, preexec_fn=lambda: no_room(50_000))
    path = Path(ended.err.partition("kept at ")[2].splitlines()[0])
    assert path.read_text() == text
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_journal_that_is_busy_ends_with_five_and_the_text(home: Home) -> None:
    import fcntl

    home.add("first")
    with open(home.folder / "state" / "lock", "rb+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ended = home.run("add", "my precious words", code=5)
        assert len(home.run("list").lines) == 1
    assert "my precious words" in ended.err


def test_two_at_once_both_keep(home: Home) -> None:
    home.add("first")
    many = [
        subprocess.Popen([COMMAND, "add", f"note {n}"], env=home.env, stdout=subprocess.DEVNULL)
        for n in range(8)
    ]
    assert [one.wait(60) for one in many] == [0] * 8
    assert len(home.run("list").lines) == 9
    assert "no damaged" in home.run("check").out


def test_a_moment_that_is_none_is_named(home: Home) -> None:
    ended = home.run("add", "x", env={"JOURNAL_NOW": "soon"}, code=2)
    assert "JOURNAL_NOW" in ended.err


def test_without_journal_home_things_are_where_xdg_says(home: Home) -> None:
    env = {"JOURNAL_HOME": "", "XDG_DATA_HOME": str(home.folder / "d")}
    where = home.run("paths", "--json", env=env).json
    assert where["journal"] == str(home.folder / "d/learning-journal/journal")
    assert where["settings"] == str(home.folder / ".config/learning-journal/settings.toml")
    assert where["state"] == str(home.folder / ".local/state/learning-journal")

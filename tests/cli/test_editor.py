import shlex
import signal
import sys
from pathlib import Path

import pytest

from tests.cli.home import COMMAND, Home
from tests.support.terminal import Terminal

LOOKS = """
import os, pathlib, sys
path = pathlib.Path(sys.argv[-1])
mode = oct(path.stat().st_mode & 0o777) + oct(path.parent.stat().st_mode & 0o777)
pathlib.Path(os.environ["SEEN"]).write_text(" ".join([mode, str(path), *sys.argv[1:-1]]))
pathlib.Path(os.environ["SEEN"] + ".text").write_bytes(path.read_bytes())
"""


def an_editor(home: Home, does: str) -> str:
    """Return the command of an editor that looks at its file and then does something with it."""
    home.folder.mkdir(exist_ok=True)
    script = home.folder / "the editor.py"
    script.write_text(f"{LOOKS}\n{does}\n", "utf-8")
    return shlex.join([sys.executable, str(script)])


def edit(home: Home, *words: str, env: dict[str, str], code: int = 0) -> str:
    """Run `journal` with these words in a terminal; return what stands on it in the end."""
    seen = {"SEEN": str(home.folder / "seen")}
    with Terminal([str(COMMAND), *words], env=home.env | seen | env) as terminal:
        assert terminal.end() == code, terminal.text
        return terminal.text


def assert_nothing_left(home: Home) -> None:
    left = list((home.folder / "state").rglob("*.md*"))
    assert left == []
    assert list((home.folder / "state" / "editing").iterdir()) == []


def test_the_editor_gets_the_text_in_a_private_file_that_is_gone_afterwards(home: Home) -> None:
    id_ = home.add("one\n\ntwo")
    editor = an_editor(home, "path.write_text('three\\n')")
    edit(home, "edit", id_, env={"EDITOR": f"{editor} --wait"})
    modes, *rest = (home.folder / "seen").read_text().split(" ", 1)
    assert modes == "0o6000o700"
    assert rest[0].endswith(".md --wait")
    assert (home.folder / "seen.text").read_text() == "one\n\ntwo\n"
    assert home.record(id_)["text"] == "three"
    assert_nothing_left(home)


def test_visual_comes_before_editor(home: Home) -> None:
    home.add("text")
    editor = an_editor(home, "path.write_text('seen')")
    edit(home, "edit", "last", env={"VISUAL": editor, "EDITOR": "false"})
    assert home.record()["text"] == "seen"


@pytest.mark.parametrize(
    "does",
    [
        "pass",
        "sys.exit(1)",
        "path.write_text('')",
        "path.write_text(' \\n\\n')",
        "path.unlink()",
        "path.with_suffix('.md~').write_text('a copy')",
        "os.kill(os.getpid(), 9)",
    ],
)
def test_unchanged_emptied_removed_or_killed_changes_nothing(home: Home, does: str) -> None:
    id_ = home.add("text")
    said = edit(home, "edit", id_, env={"EDITOR": an_editor(home, does)})
    assert "Unchanged." in said
    assert len(home.run("history", id_, "--json").json) == 1
    assert_nothing_left(home)


def test_an_editor_that_replaces_the_file_is_read(home: Home) -> None:
    home.add("text")
    does = "other = path.with_suffix('.new'); other.write_text('new'); other.replace(path)"
    edit(home, "edit", "last", env={"EDITOR": an_editor(home, does)})
    assert home.record()["text"] == "new"


@pytest.mark.parametrize("editor", ["/nonexistent/editor", '"unbalanced', "/"])
def test_an_editor_that_cannot_be_started_is_named(home: Home, editor: str) -> None:
    home.add("text")
    assert "cannot be started" in edit(home, "edit", "last", env={"EDITOR": editor}, code=2)
    assert home.record()["text"] == "text"
    assert_nothing_left(home)


def test_what_is_not_utf8_afterwards_is_refused_and_kept(home: Home) -> None:
    home.add("text")
    editor = an_editor(home, "path.write_bytes(b'caf\\xe9')")
    edit(home, "edit", "last", env={"EDITOR": editor}, code=2)
    assert home.record()["text"] == "text"
    [kept] = (home.folder / "state" / "rescued").iterdir()
    assert kept.read_bytes() == b"caf\xe9"


def test_an_interrupt_is_the_editors(home: Home) -> None:
    home.add("text")
    does = "import signal; os.kill(os.getppid(), signal.SIGINT); path.write_text('after')"
    edit(home, "edit", "last", env={"EDITOR": an_editor(home, does)})
    assert home.record()["text"] == "after"


def test_a_look_back_is_a_page_of_questions(home: Home) -> None:
    id_ = home.run("close", "--minute", stdin="kept\nring Ann\n").id
    does = "path.write_text(path.read_text().replace('kept', 'better'))"
    edit(home, "edit", id_, env={"EDITOR": an_editor(home, does)})
    record = home.record(id_)
    assert record["answers"][0]["text"] == "better"
    assert record["tomorrow"] == "ring Ann"
    page = (home.folder / "seen.text").read_text()
    assert page.startswith(f"# {record['answers'][0]['wording']}\nkept\n")


def test_a_page_that_cannot_be_read_is_not_lost(home: Home) -> None:
    id_ = home.run("close", "--minute", stdin="kept\nring Ann\n").id
    editor = an_editor(home, "path.write_text('# A question of mine\\nwith an answer\\n')")
    said = edit(home, "edit", id_, env={"EDITOR": editor}, code=2)
    assert "with an answer" in said
    assert home.record(id_)["answers"][0]["text"] == "kept"


def test_a_pack_of_ones_own_is_begun_changed_and_checked(home: Home) -> None:
    added = "\\n[[prompt]]\\nid = 'kept'\\nstep = 'minute'\\nfull = 'What stays?'\\n"
    does = f'path.write_text(path.read_text() + "{added}")'
    edit(home, "prompts", "edit", "mine", env={"EDITOR": an_editor(home, does)})
    assert "What stays?" in home.run("prompts", "show", "mine").out
    does = "path.write_text(path.read_text().replace('minute', 'nowhere'))"
    said = edit(home, "prompts", "edit", "mine", env={"EDITOR": an_editor(home, does)}, code=8)
    assert "mine.toml, line" in said
    edit(home, "prompts", "edit", "../escape", env={"EDITOR": "false"}, code=2)


def test_a_note_is_asked_for_on_a_terminal(home: Home) -> None:
    with Terminal([str(COMMAND), "add"], env=home.env) as terminal:
        terminal.wait("What did you notice?")
        terminal.press("- the printer\r")
        assert terminal.end() == 0
    assert (home.record()["text"], home.record()["sign"]) == ("the printer", "stuck")


def test_ctrl_c_at_the_question_ends_with_130(home: Home) -> None:
    with Terminal([str(COMMAND), "add"], env=home.env) as terminal:
        terminal.wait("What did you notice?")
        terminal.press("half a thou\x03")
        assert terminal.end() in (130, -signal.SIGINT)
        assert "Traceback" not in terminal.text
    home.run("list", code=1)


def test_ctrl_c_in_a_look_back_keeps_what_was_answered(home: Home) -> None:
    home.add("a note")
    with Terminal([str(COMMAND), "close"], env=home.env) as terminal:
        terminal.wait("look at closely?")
        terminal.press("1\r")
        terminal.wait("For example")
        terminal.press("it moved\r")
        terminal.wait(lambda text: text.count("For example") == 2)
        terminal.press("half\x03")
        assert terminal.end() == 130
    [record] = home.run("list", "--kind", "close", "--json").json
    assert [answer["text"] for answer in record["answers"]] == ["it moved"]
    assert record["picked"]
    assert record["left"]


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_look_back_that_is_ended_from_outside_keeps_what_was_answered(
    home: Home, end: signal.Signals
) -> None:
    with Terminal([str(COMMAND), "close"], env=home.env) as terminal:
        terminal.wait("For example")
        terminal.press("it moved\r")
        terminal.wait(lambda text: text.count("For example") == 2)
        terminal.signal(end)
        assert terminal.end() == 130
    [record] = home.run("list", "--kind", "close", "--json").json
    assert record["text"] == "it moved"
    home.run("close", "--resume", stdin="\n" * 20)


def test_colour_is_for_terminals_that_want_it(home: Home, tmp_path: Path) -> None:
    home.add("a note")
    for env, words, coloured in (
        ({}, ["list"], True),
        ({"NO_COLOR": "1"}, ["list"], False),
        ({"NO_COLOR": ""}, ["list"], True),
        ({"TERM": "dumb"}, ["list"], False),
        ({}, ["list", "--color", "never"], False),
        ({}, ["--color=never", "list"], False),
        ({"NO_COLOR": "1"}, ["list", "--color=always"], True),
    ):
        with Terminal([str(COMMAND), *words], env=home.env | env) as terminal:
            assert terminal.end() == 0
            assert (b"\x1b[" in terminal.raw) is coloured, (env, words)
            assert "a note" in terminal.text

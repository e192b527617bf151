"""No socket of the internet's families: refused where it is promised, and never even asked for."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journal.cli.verbs import VERBS
from tests.cli.home import COMMAND, Home
from tests.support.decided import decided
from tests.support.terminal import Terminal
from tests.support.tools import tool

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can refuse it")

TRIES = """
import pathlib, socket, sys
answers = []
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_PACKET, socket.AF_UNIX):
    try:
        socket.socket(family, socket.SOCK_DGRAM).close()
        answers.append("given")
    except OSError as error:
        answers.append(type(error).__name__)
pathlib.Path(sys.argv[1]).write_text(" ".join(answers))
"""
REFUSED = "PermissionError PermissionError PermissionError given"
ALONE = """
import ctypes, os, sys, threading
from journal.alone import be_alone
before = threading.Event()
begun = threading.Event()
def other():
    begun.set()
    before.wait()
    ctypes.CDLL(None, use_errno=True)
    print(result(), flush=True)
def result():
    libc = ctypes.CDLL(None, use_errno=True)
    found = [libc.socket(family, 1, 0) for family in (1, 2, 10, 16)]
    ring = libc.syscall(425, 1, ctypes.create_string_buffer(120))
    return [number >= 0 for number in (*found, ring)]
thread = threading.Thread(target=other)
thread.start()
begun.wait()
print(be_alone(), be_alone(), flush=True)
before.set()
thread.join()
print(result())
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def editor(home: Home) -> dict[str, str]:
    """An editor that asks for sockets and writes down what it was told."""
    home.folder.mkdir()
    script = home.folder / "editor.py"
    script.write_text(TRIES)
    return {"EDITOR": f"{sys.executable} {script} {home.folder / 'told'}"}


def edit(home: Home, env: dict[str, str]) -> str:
    with Terminal([str(COMMAND), "edit", "last"], env=home.env | env) as terminal:
        assert terminal.end() == 0
    return (home.folder / "told").read_text()


def test_every_thread_of_a_process_is_alone() -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True)
    asked, other, own = done.stdout.splitlines()
    assert asked == "True True"
    assert other == own == "[True, False, False, False, False]"


def test_an_editor_has_no_network(home: Home, editor: dict[str, str]) -> None:
    home.add("one")
    assert edit(home, editor) == REFUSED


def test_unless_it_is_allowed(home: Home, editor: dict[str, str]) -> None:
    home.add("one")
    home.run("config", "set", "network", "allowed")
    assert edit(home, editor).startswith("given given")
    assert home.run("doctor", "--json").json["network"].startswith("allowed")
    assert "asked" not in home.run("doctor", "--network").out


def test_doctor_proves_it(home: Home) -> None:
    told = home.run("doctor", "--network", "--json").json
    assert told.pop("network").startswith("refused")
    assert set(told.values()) == {"refused"}
    assert len(told) == 4


def test_verbs_that_read_what_others_made_or_start_a_program_are_alone() -> None:
    assert {name for name, verb in VERBS.items() if verb.alone} >= {
        "backup", "coach", "edit", "goal", "import", "prompts", "read", "repair", "reply", "share",
        "try",
    }  # fmt: skip
    assert not VERBS["add"].alone  # it is to cost little, and reads nothing but the learner's words


SESSION = (
    ("add", "one"),
    ("list",),
    ("search", "one"),
    ("edit", "last", "--text", "two"),
    ("item", "new", "What is it?"),
    ("try", "list"),
    ("read", "--text", "I was sure that it was so."),
    ("export", "json", "-"),
    ("undo",),
    ("growth",),
    ("check",),
    ("doctor",),
    ("--plain",),
)


def network_calls(home: Home, *words: str) -> list[str]:
    """Return the sockets that a command asks for, as strace tells them."""
    trace = home.folder.parent / "trace"
    command = [tool("strace"), "-f", "-o", str(trace), "-e", "trace=%network", str(COMMAND), *words]
    subprocess.run(
        command, env=home.env, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return re.findall(r"(?:socket|socketpair|connect|bind|sendto)\(.*", trace.read_text())


def test_a_session_in_the_shell_never_asks_for_a_socket(home: Home) -> None:
    asked = {words: network_calls(home, *words) for words in SESSION}
    assert {words: calls for words, calls in asked.items() if calls} == {}
    assert network_calls(home, "doctor", "--network") != [], "strace would show one"


def test_nor_does_the_app_but_between_its_own_threads(home: Home) -> None:
    trace = home.folder.parent / "trace"
    strace = [tool("strace"), "-f", "-o", str(trace), "-e", "trace=%network", str(COMMAND)]
    decided(home.folder)
    with Terminal(strace, env=home.env) as terminal:
        terminal.wait("1 Today")
        terminal.press("kept here\r")
        terminal.wait("kept here")
        terminal.press("\x11")
        assert terminal.end() == 0
    asked = re.findall(r"socket(?:pair)?\((\w+)", trace.read_text())
    assert set(asked) == {"AF_UNIX"}


def test_the_main_flows_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    without = [tool("unshare"), "--user", "--map-root-user", "--net"]
    if subprocess.run([*without, "true"], capture_output=True, check=False).returncode:
        without = [tool("unshare"), "--net"]
        if os.getuid() or subprocess.run([*without, "true"], check=False).returncode:
            pytest.skip("NOT RUN: no network namespace can be made here")
    flows = ("tests/cli/test_close.py", "tests/screens/test_today_pty.py")
    command = [*without, sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *flows]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]

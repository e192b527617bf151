"""Words typed into a sealed journal in every way: afterwards they stand nowhere in the open."""

import os
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from tests.reliability.figure import Figure, Found, playground, spread
from tests.store.making import note, opened
from tests.store.sealed import PASSPHRASE, seal
from tests.support.terminal import Terminal, python

NAME, WHAT = "canaries", "words typed, edited, searched for, crashed with"
USUAL, LONG = 500, 1000
A_JOURNAL = 125
"""So many words are used in one journal."""

AT_ONCE = 10
_ALTERNATE_SCREEN = b"\x1b[?1049l"


class Canaries:
    """Words that stand nowhere else, given out one by one."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def one(self) -> str:
        self.all.append(f"kanari{len(self.all):05}vogel")
        return self.all[-1]

    def found_in(self, data: bytes) -> Iterator[str]:
        """Yield those that stand in `data` as they are, as UTF-16 or in base64."""
        for word in self.all:
            inside = b64encode(b"x" + word.encode())[4:-4]
            if any(form in data for form in (word.encode(), word.encode("utf-16-le"), inside)):
                yield word


def measure(size: int) -> Figure:
    """Use sealed journals with so many words, or a few more; the control is an open one."""
    with playground() as folder:

        def used(begin: int) -> Found:
            return leaked(folder / f"{begin}", min(A_JOURNAL, size - begin), is_sealed=True)

        tried, bad = spread(used, range(0, size, A_JOURNAL))
        _, control = leaked(folder / "open", 10, is_sealed=False)
        return Figure(NAME, WHAT, tried, bad, len(control))


def leaked(root: Path, size: int, *, is_sealed: bool) -> Found:
    """Return how many words were used, and where they were found."""
    root.mkdir()
    (root / "tmp").mkdir()
    os.environ["JOURNAL_HOME"] = str(root / "home")
    words = Canaries()
    journal = opened(root / "home", "state")
    journal.save(note(words.one()))
    if is_sealed:
        seal(journal)
    journal.close()
    env = {
        "JOURNAL_HOME": str(root / "home"), "TMPDIR": str(root / "tmp"), "HOME": str(root),
        "XDG_CACHE_HOME": str(root / "cache"), "XDG_RUNTIME_DIR": "",
    }  # fmt: skip
    after = [_in_the_app(words, env, size, is_sealed), _in_the_shell(words, env, is_sealed)]
    after.append(_crashed(words, env, is_sealed))
    bad = [f"{word} on the terminal afterwards" for data in after for word in words.found_in(data)]
    for path in root.rglob("*"):
        if path.is_file():
            bad += [
                f"{word} in {path.relative_to(root)}" for word in words.found_in(path.read_bytes())
            ]
    return len(words.all), bad


def _app(env: dict[str, str], *, is_sealed: bool) -> Terminal:
    terminal = Terminal(python("journal"), env=env, cwd=Path(env["TMPDIR"]))
    if is_sealed:
        terminal.wait("assphrase")
        terminal.press(f"{PASSPHRASE}\r")
    terminal.wait("1 Today", 40)
    return terminal


def _in_the_app(words: Canaries, env: dict[str, str], size: int, is_sealed: bool) -> bytes:
    """Type, edit and search; return what the terminal shows when the app was left."""
    with _app(env, is_sealed=is_sealed) as terminal:
        while len(words.all) < size:
            batch = [words.one() for _ in range(AT_ONCE)]
            for word in batch:
                terminal.press(f"{word}\r")
            terminal.wait(batch[-1])
        terminal.press("\t")
        terminal.wait("n note")
        terminal.press("e")
        terminal.wait("Edit")
        terminal.press(words.one() + "\r")
        terminal.wait(words.all[-1])
        terminal.press("\x1b/" + words.one())
        terminal.wait(words.all[-1])
        terminal.press("\x11")
        terminal.end(40)
        return terminal.raw.rpartition(_ALTERNATE_SCREEN)[2]


def _crashed(words: Canaries, env: dict[str, str], is_sealed: bool) -> bytes:
    """Have half a line on the screen, saved as a draft, when the app is killed."""
    import signal

    with _app(env, is_sealed=is_sealed) as terminal:
        terminal.press("half a line " + words.one())
        terminal.wait(words.all[-1])
        terminal.quiet(1)
        terminal.signal(signal.SIGKILL)
        terminal.end()
        return b""


def _in_the_shell(words: Canaries, env: dict[str, str], is_sealed: bool) -> bytes:
    """Add and search in the shell; what it shows as asked is no leak."""
    for verb, more in (("add", ()), ("search", ()), ("edit", ("last", "--text"))):
        command = [*python("journal"), verb, *more, words.one(), "--passphrase-fd", "0"]
        subprocess.run(
            command,
            input=f"{PASSPHRASE}\n".encode(),
            env={**os.environ, **env, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=False,
        )
    return b""

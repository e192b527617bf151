"""`journal encrypt decrypt lock unlock passphrase recovery`, for a script and for a person."""

import json
import os
import re
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.home import COMMAND, Ended, Home
from tests.support.terminal import Terminal

SECRET = "correct horse battery staple"
ENTER = "\r"


class Sealed(Home):
    """A home whose journal is locked with a passphrase, and a private folder in memory."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.memory = folder.parent / "memory"
        self.memory.mkdir(mode=0o700)
        self.add("before")
        self.recovery = self.give("encrypt").out.strip()

    @property
    def env(self) -> dict[str, str]:
        return {**super().env, "XDG_RUNTIME_DIR": str(self.memory)}

    def give(self, *words: str, secret: str = SECRET, code: int = 0) -> Ended:
        """Run a command that reads lines from a handle of its own."""
        ours, theirs = os.pipe()
        os.write(theirs, f"{secret}\n".encode())
        os.close(theirs)
        try:
            return self.run(*words, f"--passphrase-fd={ours}", code=code, pass_fds=(ours,))
        finally:
            os.close(ours)

    def texts(self) -> list[str]:
        """Return what every note says, by the key at hand."""
        return [record["text"] for record in self.run("list", "--json").json]


@pytest.fixture
def sealed(tmp_path: Path) -> Sealed:
    return Sealed(tmp_path / "home")


def test_without_the_passphrase_it_says_nothing(sealed: Sealed) -> None:
    for words in (["list"], ["show", "last"], ["search", "before"], ["check"], ["rm", "last"], []):
        ended = sealed.run(*words, code=4)
        assert ended.out == ""
        assert "locked" in ended.err
        assert "--passphrase-fd" in ended.err
    assert "locked" in sealed.run("doctor").out


def test_by_a_handle_the_passphrase_or_the_recovery_key_opens_it(sealed: Sealed) -> None:
    for secret in (SECRET, sealed.recovery, sealed.recovery.upper()):
        assert "before" in sealed.give("list", secret=secret).out
    wrong = sealed.give("list", secret="wrong", code=4)
    assert wrong.err == "That passphrase does not open this journal.\nNothing was changed.\n"
    assert "no file handle" in sealed.run("list", "--passphrase-fd", "x", code=2).err
    assert "cannot be read" in sealed.run("list", "--passphrase-fd", "99", code=2).err


def test_damage_is_no_wrong_passphrase_and_names_the_backup(sealed: Sealed) -> None:
    root = sealed.folder / "journal" / "journal.json"
    [backup] = (sealed.folder / "state" / "backups").iterdir()
    sound = root.read_text()
    root.write_text(sound.replace('"passes": 3', '"passes": 2'))
    ended = sealed.give("list", code=6)
    assert "keys" in ended.err
    assert "damaged" in ended.err
    assert str(backup) in ended.err
    root.write_text(sound)
    [file] = sealed.line_files()
    file.write_bytes(file.read_bytes()[:-9] + b"AAAAAAAA\n")
    ended = sealed.give("check", code=6)
    assert "it does not open" in ended.out
    assert str(backup) in ended.err


def test_unlock_keeps_it_open_for_a_while(sealed: Sealed) -> None:
    assert "15m" in sealed.give("unlock").err
    [key] = sealed.memory.rglob("*.key")
    assert key.stat().st_mode & 0o777 == 0o600
    assert sealed.texts() == ["before"]
    sealed.now += timedelta(minutes=20)
    sealed.run("list", code=4)
    assert not list(sealed.memory.rglob("*.key"))
    sealed.give("unlock", "--for", "8h")
    sealed.now += timedelta(hours=7)
    assert sealed.texts() == ["before"]
    assert sealed.run("lock").err == "Locked.\n"
    sealed.run("list", code=4)
    assert "no span of time" in sealed.give("unlock", "--for", "soon", code=2).err


def test_where_no_key_can_be_kept_it_says_so(sealed: Sealed) -> None:
    sealed.memory.chmod(0o755)
    ended = sealed.give("unlock", code=4)
    assert "no private folder in memory" in ended.err
    assert "before" in sealed.give("list").out


def test_notes_can_be_added_while_it_is_locked(sealed: Sealed) -> None:
    id_ = sealed.add("while locked")
    assert "1 note was added while it was locked" in sealed.give("unlock").err
    assert sealed.texts() == ["before", "while locked"]
    assert "a note added while locked" in sealed.run("history", id_).out
    assert "while it was locked" not in sealed.give("unlock").err


@pytest.mark.parametrize("memory", [True, False])
def test_the_editor_has_a_sealed_text_in_memory_or_it_is_said(
    sealed: Sealed, tmp_path: Path, memory: bool
) -> None:
    sealed.give("unlock")
    script = tmp_path / "editor.py"
    script.write_text("import sys\nprint('it is ' + sys.argv[1])")
    env = {**sealed.env, "EDITOR": f"{sys.executable} {script}"}
    if not memory:  # a folder that others can look into is not private
        sealed.memory.chmod(0o755)
    with Terminal([str(COMMAND), "edit", "last"], env=env, size=(300, 40)) as terminal:
        if not memory:
            answer(terminal, "Passphrase:", SECRET)
        terminal.end()
        place = sealed.memory if memory else sealed.folder / "state"
        assert f"it is {place}" in terminal.text
        assert ("lies openly on the disk" in terminal.text) is not memory
        assert not list(place.rglob("*.md"))


def test_a_new_passphrase(sealed: Sealed) -> None:
    sealed.give("passphrase", secret=f"{SECRET}\nanother one")
    sealed.give("list", code=4)
    assert "before" in sealed.give("list", secret="another one").out
    sealed.give("passphrase", secret=f"{sealed.recovery}\n{SECRET}")
    assert "before" in sealed.give("list").out
    sealed.give("passphrase", secret="wrong\nanother", code=4)
    sealed.give("passphrase", secret=f"{SECRET}\n", code=2)


def test_a_new_recovery_key(sealed: Sealed) -> None:
    assert "It opens" in sealed.give("recovery", "--check", secret=sealed.recovery).err
    sealed.give("recovery", "--check", code=4)
    new = sealed.give("recovery").out.strip()
    assert new != sealed.recovery
    sealed.give("recovery", "--check", secret=sealed.recovery, code=4)
    sealed.give("recovery", "--check", secret=new)


def test_a_key_file(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "journal.key"
    sealed = Sealed(tmp_path / "sealed")
    sealed.give("unlock")
    sealed.give("decrypt", "--yes")
    sealed.give("encrypt", "--key-file", str(file))
    sealed.run("unlock", "--key-file", str(file))
    assert sealed.texts() == ["before"]
    text = file.read_text().rstrip()
    file.write_text(text[:-1] + ("a" if text[-1] != "a" else "b"))
    assert "damaged" in sealed.run("unlock", "--key-file", str(file), code=6).err
    assert "cannot be read" in sealed.run("unlock", "--key-file", f"{file}x", code=4).err


def test_decrypt_asks_and_needs_the_passphrase(sealed: Sealed) -> None:
    assert "--yes" in sealed.give("decrypt", code=2).err
    sealed.give("decrypt", "--yes", secret="wrong", code=4)
    sealed.give("decrypt", "--yes")
    assert sealed.texts() == ["before"]
    for verb in ("lock", "unlock", "passphrase", "recovery", "decrypt"):
        assert "has no passphrase" in sealed.run(verb, "--yes", code=1).err


def test_a_text_that_could_not_be_kept_is_put_nowhere_openly(sealed: Sealed) -> None:
    root = sealed.folder / "journal" / "journal.json"
    root.write_text(json.dumps({**json.loads(root.read_text()), "format": 99}))
    text = "canary " * 400
    assert text.strip() in sealed.run("add", text, code=6).err
    assert not list(sealed.folder.rglob("*.txt"))


def test_purge_asks_and_takes_out(sealed: Sealed) -> None:
    sealed.give("unlock")
    id_ = sealed.add("mistake")
    assert "not in the trash" in sealed.run("trash", "purge", id_, "--yes", code=2).err
    sealed.run("rm", id_)
    assert "--yes" in sealed.run("trash", "purge", id_, code=2).err
    assert "Backups" in sealed.run("trash", "purge", id_, "--yes").err
    sealed.run("show", id_, code=3)
    sealed.run("trash", "list", code=1)
    assert sealed.texts() == ["before"]


def test_lines_that_come_late_are_offered(home: Home, tmp_path: Path) -> None:
    home.add("known")
    [file] = home.line_files()
    home.add("late, of another computer")
    late = file.read_bytes()
    file.write_bytes(late.splitlines(keepends=True)[0])
    sealed = Sealed(home.folder)
    file.parent.mkdir()
    file.write_bytes(late)
    sealed.give("unlock")
    assert "late" not in sealed.run("list").out
    assert "came late" in sealed.run("check", code=6).out
    told = sealed.run("encrypt", code=2).err
    assert "late, of another computer" in told
    sealed.run("encrypt", "--yes")
    assert "late, of another computer" in sealed.texts()
    assert sealed.run("check").code == 0
    assert "already" in sealed.run("encrypt", code=1).err


def test_an_open_journal_in_the_place_of_a_locked_one(sealed: Sealed) -> None:
    root = sealed.folder / "journal" / "journal.json"
    fields = json.loads(root.read_text())
    root.write_text(json.dumps({**fields, "form": "open", "folder": "lines-9"}))
    for words in (["list"], ["add", "my words"]):
        ended = sealed.run(*words, code=6)
        assert "locked with a passphrase when this computer saw it last" in ended.err
        assert "`journal decrypt`" in ended.err
    assert "--yes" in sealed.run("decrypt", code=2).err
    sealed.run("decrypt", "--yes")
    sealed.add("my words")
    assert sealed.texts() == ["my words"]


# --- at a terminal


def at_terminal(home: Home, *words: str) -> Terminal:
    return Terminal([str(COMMAND), *words], env=home.env, size=(100, 40))


def answer(terminal: Terminal, question: str, text: str, times: int = 1) -> None:
    """Answer a question once it was asked so many times."""
    terminal.wait(lambda _: terminal.raw.count(question.encode()) >= times)
    terminal.press(text + ENTER)


def group_asked_for(shown: str) -> str:
    """Return the group of the recovery key on the screen that is to be typed back."""
    key = re.search(r"^(?:[a-z2-7]{4}-){8}[a-z2-7]{4}$", shown, re.MULTILINE)
    number = re.findall(r"Type group (\d) of it:", shown)
    assert key, shown
    return key[0].split("-")[int(number[-1]) - 1]


def test_a_person_locks_the_journal(home: Home) -> None:
    home.add("before")
    with at_terminal(home, "encrypt") as terminal:
        answer(terminal, "New passphrase:", SECRET)
        answer(terminal, "The same once more:", "something else")
        answer(terminal, "New passphrase:", SECRET, times=2)
        answer(terminal, "The same once more:", SECRET, times=2)
        answer(terminal, "of it:", "nnnn")
        terminal.wait("That is another one.")
        terminal.wait(lambda shown: shown.count("of it:") == 2)
        answer(terminal, "of it:", group_asked_for(terminal.text), times=2)
        assert terminal.end() == 0
        assert SECRET not in terminal.text
    with at_terminal(home, "list") as terminal:
        answer(terminal, "Passphrase:", "wrong")
        answer(terminal, "Passphrase:", SECRET, times=2)
        terminal.wait("before")
        assert terminal.end() == 0
    with at_terminal(home, "list") as terminal:
        for times in (1, 2, 3):
            answer(terminal, "Passphrase:", "wrong", times)
        assert terminal.end() == 4


def test_a_recovery_key_that_is_not_typed_back_changes_nothing(home: Home) -> None:
    home.add("before")
    with at_terminal(home, "encrypt") as terminal:
        answer(terminal, "New passphrase:", SECRET)
        answer(terminal, "The same once more:", SECRET)
        answer(terminal, "of it:", "")
        assert terminal.end() == 4
    assert "before" in home.run("list").out


def test_opening_it_for_good_is_asked_twice(sealed: Sealed) -> None:
    with at_terminal(sealed, "decrypt") as terminal:
        answer(terminal, "[y/N]", "y")
        answer(terminal, "[y/N]", "")
        assert terminal.end() == 1
    sealed.run("list", code=4)
    with at_terminal(sealed, "decrypt") as terminal:
        answer(terminal, "read the journal? [y/N]", "y")
        answer(terminal, "Go on? [y/N]", "y")
        answer(terminal, "Passphrase:", SECRET)
        assert terminal.end() == 0
    assert "before" in sealed.run("list").out

"""A folder that cannot be listed just now is no empty one: it is said, or what is done is whole."""

import errno
import os
from pathlib import Path

import pytest

from journal.errors import Damaged
from journal.paths import places
from journal.store.files import parse_name
from journal.store.kept.backing_up import back_up, back_up_if_due
from journal.store.kept.backups import all_backups, newest_backup
from journal.store.kept.copying import problems
from journal.store.kept.repairing import repair
from journal.store.kept.restoring import named_backup, restore
from journal.store.kept.trouble import read_trouble
from journal.store.sealed import sealing
from journal.store.sealed.secrets import keep_secret, read_secret
from tests.reliability.commands import Command, journal, told, view
from tests.reliability.figure import playground
from tests.reliability.interrupted import undisturbed
from tests.reliability.tracing import Call, Fate, Refuse, Watcher, can_trace
from tests.store.making import newest, note, opened
from tests.store.sealed import everything, seal

SECRET = b"what signs"


class Unlisted(Watcher):
    """Refuses to list a folder, once: the first time after so many others were listed."""

    names = ("openat",)

    def __init__(self, others: int, number: int) -> None:
        self._left = others
        self._number = number

    def before(self, call: Call) -> Fate:
        if not call.flags & os.O_DIRECTORY:
            return None
        self._left -= 1
        return Refuse(self._number) if self._left == -1 else None


def backed_up() -> None:
    """Make an open journal with a secret, a backup, and a note since."""
    one = journal()
    one.save(note("one"))
    keep_secret(one, "own", SECRET)
    back_up(one)
    one.save(note("since then"))
    one.close()


def edited_by_hand() -> None:
    backed_up()
    [path] = (places().journal / "lines-1").iterdir()
    path.write_bytes(path.read_bytes().replace(b'"text":"one"', b'"text":"One"'))


def locked_up() -> None:
    backed_up()
    seal(journal())
    back_up(journal())
    view()


CASES = (
    Command("backup", told(lambda: back_up(journal())), backed_up),
    Command("repair", told(lambda: repair(journal())), edited_by_hand),
    Command("restore", told(lambda: restore(journal(), named_backup(journal(), ""))), backed_up),
    Command("encrypt", told(lambda: seal(journal())), backed_up),
    Command("decrypt", told(lambda: sealing.decrypt(journal())), locked_up),
)


def wanting() -> list[str]:
    """Return what is not as it must be after something was acknowledged."""
    one = journal()
    found = [] if read_secret(one, "own") == SECRET else ["the secret cannot be read"]
    for backup in all_backups(one.places):
        found += problems(backup, None)
        if not any(parse_name(Path(name).name) for name in backup.files):
            found.append(f"{backup.name} holds no lines")
        if one.is_sealed and backup.form == "open":
            found.append(f"{backup.name} can be read by anybody")
    one.close()
    return found


@pytest.mark.skipif(not can_trace(), reason="processes cannot be traced here")
@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("command", CASES, ids=lambda command: command.name)
def test_it_is_said_or_all_is_done(command: Command, number: int) -> None:
    with playground() as folder, undisturbed(command, folder) as run:
        listings = [call for call in run.calls if call.flags & os.O_DIRECTORY]
        assert listings
        for others, call in enumerate(listings):
            ended = run.disturbed(Unlisted(others, number))
            assert list(run.wrong(ended)) == [], call
            assert ended.code != 0 or wanting() == [], call


def test_nothing_is_repaired_without_the_backups(tmp_path: Path) -> None:
    one = opened(tmp_path)
    one.save(note("one"))
    file = newest(tmp_path)
    file.write_bytes(file.read_bytes().replace(b'"one"', b'"One"'))
    before = everything(tmp_path)
    refused(tmp_path / "here" / "backups")
    with pytest.raises(Damaged, match="backups cannot be read"):
        repair(opened(tmp_path))
    assert everything(tmp_path) == before
    assert newest_backup(one.places) is None


def test_a_backup_without_the_packs_is_none(tmp_path: Path) -> None:
    one = opened(tmp_path)
    one.save(note("one"))
    refused(tmp_path / "journal" / "prompts")
    with pytest.raises(Damaged, match="prompts cannot be read"):
        back_up(one)
    assert back_up_if_due(one).news
    trouble = read_trouble(one.places.state)
    assert trouble is not None
    assert "prompts cannot be read" in trouble.why
    assert all_backups(one.places) == []


def refused(folder: Path) -> None:
    """Have the system refuse to list a folder, whoever asks: it leads to itself."""
    folder.symlink_to(folder.name)

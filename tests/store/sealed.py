"""Sealed journals made for tests, with a passphrase that costs next to nothing."""

from pathlib import Path

from journal.store.journal import Journal
from journal.store.sealed import sealing, slots
from journal.store.sealed.slots import Cost
from tests.store.making import Hands, opened

PASSPHRASE = "correct horse battery staple"
CHEAP = Cost(memory=64, passes=1)


def seal(journal: Journal, passphrase: str = PASSPHRASE, key_file: Path | None = None) -> str:
    """Lock a journal with a passphrase; return the recovery key."""
    recovery = slots.new_recovery()
    sealing.encrypt(journal, passphrase, recovery, key_file, CHEAP)
    return recovery


def unlocked(root: Path, computer: str = "here", hands: Hands | None = None) -> Journal:
    """Open the sealed journal in `root` on one of the computers that share it."""
    journal = opened(root, computer, hands)
    journal.unlock(PASSPHRASE)
    return journal


def everything(root: Path) -> dict[str, bytes]:
    """Return all files of the journal in `root`, by their paths in it."""
    folder = root / "journal"
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def put(root: Path, files: dict[str, bytes]) -> None:
    """Make the journal in `root` hold just these files."""
    folder = root / "journal"
    for path in folder.rglob("*"):
        if path.is_file() and str(path.relative_to(folder)) not in files:
            path.unlink()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)

"""A new journal on which the question about a passphrase was answered with "Not now"."""

from pathlib import Path

from journal.store.root import make_root


def decided(home: Path) -> Path:
    """Make the journal in `home` one that is empty and has no passphrase; return `home`."""
    if not (home / "journal" / "journal.json").exists():
        make_root(home / "journal")
    return home

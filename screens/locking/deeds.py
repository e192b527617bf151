"""Which commands about the passphrase there are; `screens.locking.doing` does them."""

from journal.errors import JournalError
from journal.store.journal import Journal

DEEDS = {
    "lock_now": True,
    "encrypt": False,
    "new_passphrase": True,
    "new_recovery": True,
    "decrypt": True,
}
"""By their names in `screens.keys`: whether it is for a journal with a passphrase, or without."""


def can(id_: str, journal: Journal) -> bool:
    """Tell whether a command is for a journal such as this one."""
    try:
        return DEEDS[id_] == journal.is_sealed
    except JournalError:
        return False

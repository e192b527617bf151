"""The learner's own keys, one for each coach, so that nobody can link two coaches' pages.

Each is a secret of the journal: it goes with it to the learner's other computers, and is sealed
where the journal is. What it can do is sign in their name, not open anything.
"""

import os

from journal.errors import Damaged
from journal.sharing.signing import Signer
from journal.store.journal import Journal
from journal.store.sealed.secrets import keep_secret, read_secret

BYTES = 32


def signer_for(journal: Journal, coach: str) -> Signer:
    """Return the key with which pages for a coach are signed; the first time it is made.

    coach  id of the coach's card
    Raises Damaged where it cannot be read, NotWritten where it cannot be kept, Locked.
    """
    seed = _seed(journal, coach)
    if seed is None:
        seed = os.urandom(BYTES)
        keep_secret(journal, coach, seed)
    return Signer(seed)


def _seed(journal: Journal, coach: str) -> bytes | None:
    try:
        seed = read_secret(journal, coach)
    except Damaged as error:
        raise _unreadable(error.message) from error
    if seed is not None and len(seed) != BYTES:
        raise _unreadable(f"The key for this coach in {journal.places.journal / 'keys'} is none.")
    return seed


def _unreadable(message: str) -> Damaged:
    return Damaged(
        message,
        "Put it back from a backup, or move it away: then a new one is made, and your coach "
        "should hear from you that it has changed.",
    )

"""What the commands about the passphrase do: each is a few dialogs in turn."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from journal.errors import JournalError
from journal.practice.locking_words import AFTER, LOCKED_NOW, OLDER
from journal.store.journal import Journal
from screens.dialogs.ask import Ask
from screens.locking.secret_dialogs import AskSecret, NewPassphrase, RecoveryKey

if TYPE_CHECKING:  # it does them
    from screens.locking.app import LockingApp
    from screens.locking.first_line import FirstLineApp

Do = Callable[["LockingApp", Journal], Awaitable[str]]
"""Does one of them in a worker; returns what to say, or "" where it was left."""


async def lock_with_passphrase(app: "FirstLineApp", journal: Journal) -> str:
    """Give the journal a passphrase and a recovery key. For a worker."""
    from journal.store.sealed import sealing, slots

    chosen = await app.push_screen_wait(NewPassphrase())
    if chosen is None:
        return ""
    recovery = slots.new_recovery()

    def seal() -> None:
        sealing.encrypt(journal, chosen, recovery)

    done = await app.push_screen_wait(RecoveryKey(recovery, seal))
    return f"{LOCKED_NOW} {AFTER}" if done else ""


async def change_passphrase(app: "LockingApp", journal: Journal) -> str:
    """Have another passphrase open it. For a worker."""
    from journal.store.sealed import sealing

    title = "Change the passphrase"
    if await app.push_screen_wait(AskSecret(title, journal.unlock)) is None:
        return ""
    new = NewPassphrase(lambda chosen: sealing.change_passphrase(journal, chosen))
    if await app.push_screen_wait(new) is None:
        return ""
    return f"The new passphrase opens it from now on; the recovery key stays. {OLDER}"


async def new_recovery(app: "LockingApp", journal: Journal) -> str:
    """Have another recovery key open it. For a worker."""
    from journal.store.sealed import sealing, slots

    if await app.push_screen_wait(AskSecret("A new recovery key", journal.unlock)) is None:
        return ""
    recovery = slots.new_recovery()
    shown = RecoveryKey(recovery, lambda: sealing.change_recovery(journal, recovery))
    if await app.push_screen_wait(shown) is None:
        return ""
    return "This recovery key opens it from now on; the one before does not."


async def take_passphrase_off(app: "LockingApp", journal: Journal) -> str:
    """Open it for good, after yes was typed twice. For a worker."""
    from journal.store.sealed import sealing

    for question in (
        "Should anybody who has its files be able to read the journal? Type yes.",
        "The passphrase and the recovery key end with that. Go on? Type yes.",
    ):
        if await app.push_screen_wait(Ask(question, "", wrong=_not_yes)) is None:
            return ""
    if await app.push_screen_wait(AskSecret("Take the passphrase off", journal.unlock)) is None:
        return ""
    try:
        await asyncio.to_thread(sealing.decrypt, journal)
    except JournalError as error:
        return f"{error.message} {error.hint}"
    return "The journal is open: it has no passphrase any more."


def _not_yes(typed: str) -> str:
    return "" if typed.strip().lower() == "yes" else "Yes, or esc leaves it locked."


async def lock_now(app: "LockingApp", journal: Journal) -> str:  # noqa: ARG001 - as every deed
    """Lock it until the passphrase opens it again."""
    app.lock_now()
    return ""


DO: dict[str, Do] = {
    "lock_now": lock_now,
    "encrypt": lock_with_passphrase,
    "new_passphrase": change_passphrase,
    "new_recovery": new_recovery,
    "decrypt": take_passphrase_off,
}
"""By the names of their commands, as `screens.locking.deeds` has them."""

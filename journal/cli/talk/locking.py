"""A journal under lock and key, one line at a time; passphrases are typed unseen."""

import threading

from journal.cli.keeping.passphrases import TRIES, hidden, new_passphrase, open_journal
from journal.cli.keeping.recovering import hand_over
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back, Leaving
from journal.errors import Locked, NothingFound, NotWritten, Usage
from journal.idling import Idling
from journal.practice.locking_words import (
    AFTER,
    CHOICES,
    LOCKED_NOW,
    NOT_YET,
    OLDER,
    QUESTION,
    UNDECIDED,
    WHILE_LOCKED,
    added,
)

HOW = "Type lock to lock it, or press Enter for not now."
LOCK, NOT_NOW = ("lock", "yes", "y"), ("", "not now", "no", "n")
OPENS = ":unlock asks for the passphrase."


def begin(talk: Talk) -> None:
    """Ask for the passphrase of a locked journal, and see to it that a new one is asked about.

    In a pipe nobody is asked. Raises Locked there, Damaged.
    """
    journal, voice = talk.journal, talk.voice
    if not voice.asks:
        return
    journal.before_first = lambda: ask_first(talk)
    if journal.locked and voice.passphrase_fd is None:
        journal.keyring.ask = None  # from here on a locked journal says so, and is not in the way
        talk.say(
            "Your journal is locked. Enter alone leaves it so; notes can be added all the same."
        )
        _open(talk)


# --- the first line


def ask_first(talk: Talk) -> None:
    """Ask whether the journal gets a passphrase, before its first line reaches the disk.

    Raises NotWritten where the question is taken back, and Leaving; nothing is written then.
    """
    for said in (NOT_YET, QUESTION, *(f"{each.words}: {each.means}" for each in CHOICES)):
        talk.say(said)
    try:
        while not _answered(talk, talk.voice.answer(HOW).text.strip().lower()):
            pass
    except Back:
        raise NotWritten(UNDECIDED, "Nothing was written. Type it again when you like.") from None
    except Leaving:
        talk.code = NotWritten.code
        talk.say(f"{UNDECIDED} Nothing was written.")
        raise
    talk.journal.before_first = None


def _answered(talk: Talk, answer: str) -> bool:
    if answer in NOT_NOW:
        return True
    if answer not in LOCK:
        talk.say("That is neither; your line still waits.")
        return False
    try:
        _seal(talk)
    except (Locked, Usage) as error:
        talk.voice.show_error(error)
        return False
    return True


def _seal(talk: Talk) -> None:
    from journal.store.sealed import sealing, slots

    passphrase, recovery = new_passphrase(talk.voice), slots.new_recovery()
    hand_over(talk.voice, recovery)
    sealing.encrypt(talk.journal, passphrase, recovery)
    talk.say(LOCKED_NOW)


# --- locked, and opened again


def hear(talk: Talk) -> str:
    """Return the next line; where nobody typed for long, the journal was locked meanwhile.

    It is then asked for the passphrase, and the line counts all the same. Raises Leaving.
    """
    idling, minutes = Idling(), talk.voice.settings.lock_after
    may_lock = minutes and talk.voice.asks and talk.journal.is_sealed and not talk.journal.locked
    if not may_lock:
        return talk.voice.hear()
    timer = threading.Timer(minutes * 60, talk.journal.lock)
    timer.daemon = True
    timer.start()
    try:
        line = talk.voice.hear()
    finally:
        timer.cancel()
    if idling.is_due(minutes):
        talk.journal.lock()
        talk.forget()
        talk.say("Nobody typed for a while, so the journal was locked.")
        _open(talk)
    return line


def _open(talk: Talk) -> bool:
    """Ask for the passphrase, and return whether it is open now.

    With Enter alone, or after three wrong ones, it stays locked.
    """
    for _ in range(TRIES):
        if not (typed := hidden(talk.voice, "Passphrase:")):
            break
        try:
            talk.journal.unlock(typed)
        except Locked as error:
            talk.say(error.message)
            continue
        if count := len(talk.journal.added_while_locked()):
            talk.say(added(count))
        talk.others.listen()
        return True
    talk.say(f"It is locked. {WHILE_LOCKED} {OPENS}")
    return False


def lock(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Forget the key and all text."""
    _must_be_sealed(talk)
    talk.journal.keyring.ask = None
    talk.journal.lock()
    talk.forget()
    talk.say(f"Locked. What stands above in this window stays there. {OPENS}")


def unlock(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Open it with the passphrase."""
    _must_be_sealed(talk)
    if not talk.journal.locked:
        talk.say("It is open already.")
        return
    _must_be_asked(talk)
    if _open(talk):
        talk.say("Open. :1 reads today.")


# --- the passphrase itself


def encrypt(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Give the journal a passphrase and a recovery key."""
    if talk.journal.is_sealed:
        talk.say("The journal is locked with a passphrase already.")
        return
    _must_be_asked(talk)
    for each in CHOICES[1:]:
        talk.say(f"{each.words}: {each.means}")
    _seal(talk)
    talk.say(AFTER)


def change_passphrase(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Have another passphrase open the journal."""
    from journal.store.sealed import sealing

    _check(talk)
    sealing.change_passphrase(talk.journal, new_passphrase(talk.voice))
    talk.say(f"The new passphrase opens it from now on; the recovery key stays. {OLDER}")


def new_recovery(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Have another recovery key open the journal."""
    from journal.store.sealed import sealing, slots

    _check(talk)
    recovery = slots.new_recovery()
    hand_over(talk.voice, recovery)
    sealing.change_recovery(talk.journal, recovery)
    talk.say("This recovery key opens it from now on; the one before does not.")


def decrypt(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Take the passphrase off for good, after yes was typed twice."""
    from journal.store.sealed import sealing

    _must_be_sealed(talk)
    for question in (
        "Should anybody who has its files be able to read the journal? Type yes.",
        "The passphrase and the recovery key end with that. Go on? Type yes.",
    ):
        if talk.voice.answer(question).text.strip().lower() != "yes":
            raise Back
    _check(talk)
    sealing.decrypt(talk.journal)
    talk.say("The journal is open: it has no passphrase any more.")


def _check(talk: Talk) -> None:
    """Have the passphrase typed, so that nobody else changes it in an open window."""
    _must_be_sealed(talk)
    _must_be_asked(talk)
    open_journal(talk.voice, asked="Passphrase now, or recovery key:")


def _must_be_sealed(talk: Talk) -> None:
    if not talk.journal.is_sealed:
        raise NothingFound("The journal is open: it has no passphrase.", ":encrypt gives it one.")


def _must_be_asked(talk: Talk) -> None:
    if not talk.voice.asks:
        raise Usage("Nobody can be asked for a passphrase here.", "It needs a terminal.")

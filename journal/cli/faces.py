"""Which face the journal is opened in: the screens, or one line at a time."""

import contextlib
import os
from typing import TYPE_CHECKING

from journal.cli.shell import Shell
from journal.errors import NotWritten, Usage
from journal.settings import FACES
from journal.store import disk

if TYPE_CHECKING:  # it costs time, and `journal` by itself does without
    from journal.cli.parsing import Parser

VARIABLE = "JOURNAL_FACE"
FIRST = "For one line at a time (best with a screen reader): journal --plain"
"""What is printed before the first screen is ever drawn."""

TOLD = "told-of-plain"
"""The file in state/ that remembers it."""


def add_face_arguments(parser: "Parser") -> None:
    """Add the switches that choose a face."""
    face = parser.add_mutually_exclusive_group()
    face.add_argument(
        "--plain", dest="face", action="store_const", const="plain", help="one line at a time"
    )
    face.add_argument(
        "--screens", dest="face", action="store_const", const="screens", help="the app"
    )


def face_for(shell: Shell, asked: str | None) -> str:
    """Return "screens" or "plain", or "" where there is no terminal and no face was asked for.

    What was asked for comes first, then JOURNAL_FACE, then TERM=dumb, then the setting. Without a
    terminal only `--plain` opens anything: it can be driven by a script. Raises Usage.
    """
    if asked == "plain":
        return asked
    if not shell.on_terminal:
        if asked:
            raise Usage(
                "The screens need a terminal.", "journal --plain does without, one line at a time."
            )
        return ""
    if face := asked or os.environ.get(VARIABLE):
        if face not in FACES:
            raise Usage(f"{VARIABLE} cannot be {face!r}.", f"It is {' or '.join(FACES)}.")
        return face
    return "plain" if os.environ.get("TERM") == "dumb" else shell.settings.face


def open_face(shell: Shell, face: str) -> int:
    """Open the journal of `shell` in a face; return the exit code."""
    shell.be_alone()
    if face == "screens":
        open_for_screens(shell)
        return shell.open_screens(shell)
    from journal.cli.talk.conversation import talk

    return talk(shell)


def open_for_screens(shell: Shell) -> None:
    """Open a sealed journal where a script gives what opens it; otherwise the screens ask.

    Raises Damaged where it cannot be read at all.
    """
    if shell.journal.locked and shell.passphrase_fd is not None:
        from journal.cli.keeping.passphrases import open_journal

        open_journal(shell)
    shell.journal.keyring.ask = None


def tell_of_plain(shell: Shell, *, remember: bool) -> None:
    """Print, once on this computer, that there is a face that can be read aloud.

    Where that cannot be remembered, it is printed again the next time.
    """
    told = shell.places.state / TOLD
    if told.exists():
        return
    shell.put(FIRST)
    shell.stdout.flush()
    if remember:
        with contextlib.suppress(NotWritten), disk.refusing(told):
            disk.make_folder(told.parent)
            told.touch(mode=0o600)

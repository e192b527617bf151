"""The sample, opened from the learner's own journal: `journal demo`, over the same terminal."""

import subprocess
import sys
from typing import Any

from textual.app import App, SuspendNotSupported

from journal.errors import JournalError, Usage

COMMAND = (sys.executable, "-P", "-m", "journal", "demo", "--screens")
"""A process of its own: nothing that is done in it can touch the journal that is open here."""


def open_sample(app: App[Any]) -> JournalError | None:
    """Show the sample until it is left; return what went wrong, or None."""
    try:
        with app.suspend():
            subprocess.run(COMMAND, check=False)  # noqa: S603 - our own program
    except SuspendNotSupported:
        return Usage("The sample cannot be opened here.", "In a shell: journal demo")
    return None

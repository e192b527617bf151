"""`journal demo`: the app on the shipped sample, in a folder that is thrown away."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from journal.cli.faces import add_face_arguments, face_for, open_face, tell_of_plain
from journal.cli.look_back.reviewing import show_day
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.clock import DAY_ENDS
from journal.dates import in_words
from journal.paths import Places
from journal.sample import ENDS_AT, sample_clock, sample_records
from journal.sample_pages import give_sample_pages
from journal.settings import LOOK_BACKS
from journal.store.journal import Journal

SAMPLE = "This is a sample: twelve weeks of an invented learner. Nothing you do in it is kept."
GONE = "The sample is gone, with everything that was done in it. `journal` opens your own."


def demo_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal demo`."""
    add_face_arguments(parser)


def demo_verb(shell: Shell, args: Arguments) -> int:
    """Open the sample on a terminal; in a pipe, show its last day."""
    face = face_for(shell, args.face)
    if face == "screens":
        tell_of_plain(shell, remember=False)  # nothing that is done with the sample leaves a file
    with _ended_cleanly(), TemporaryDirectory(prefix="journal-demo-") as folder:
        sample = _sample_in(Path(folder), shell)
        shell.say(SAMPLE)
        day = in_words(sample.today, shell.today)
        shell.say(f"In it, it is {day}, {ENDS_AT:%H:%M}.")
        if not face:
            return show_day(sample, sample.today)
        code = open_face(sample, face)
    shell.say(GONE)
    return code


def _sample_in(folder: Path, shell: Shell) -> Shell:
    """Put the sample into `folder`; return a shell on it, with its own clock and plain settings."""
    sample = Shell(shell.stdin, shell.stdout, shell.stderr)
    sample.color = shell.color
    sample.is_sample = True
    sample.open_screens = shell.open_screens
    sample.places = Places(folder / "journal", folder / "settings.toml", folder / "state")
    sample.settings = shell.settings._replace(
        day_ends=DAY_ENDS, folder="", look_backs=shell.settings.look_backs or LOOK_BACKS[0]
    )
    sample.clock = sample_clock(shell.clock, shell.today)
    records = sample_records(shell.today, shell.clock.zone)
    # Written as if on another computer, so that undo does not take the sample itself back.
    elsewhere = sample.places._replace(state=folder / "elsewhere")
    filled = Journal(elsewhere, sample.clock)
    filled.save(*records, op="import")
    given = folder / "given"
    given.mkdir()
    give_sample_pages(filled, shell.today, given)
    return sample


@contextmanager
def _ended_cleanly() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end what runs here as ctrl-C does, so that the folder goes too."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = [(number, signal.signal(number, _interrupt)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _interrupt(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt

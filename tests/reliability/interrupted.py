"""A command in a process of its own, disturbed at one of its system calls, and what is left."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from journal.errors import EXIT_CODES
from tests.reliability.commands import Command, View
from tests.reliability.figure import copy
from tests.reliability.tracing import Call, Ended, Fate, Watcher, watch

LITTER = re.compile(r"\.new$|^building\.json$")
"""Files that are there for a moment only."""


class Undisturbed(NamedTuple):
    """A command that came to its end: its calls, and what the journal said before and after."""

    command: Command
    folder: Path
    calls: tuple[Call, ...]
    before: View
    after: View

    @property
    def home(self) -> Path:
        """The journal's home; as it was before, there is a copy of it."""
        return self.folder / "home"

    def disturbed(self, watcher: Watcher) -> Ended:
        """Run the command once more from the beginning, with somebody who disturbs it."""
        self.prepared()
        return self.going_on(watcher)

    def prepared(self) -> None:
        """Make the home what it was before."""
        copy(self.folder / "before", self.home)

    def going_on(self, watcher: Watcher) -> Ended:
        """Run the command on what is there."""
        return watch(self.command.do, self.home, watcher)

    def wrong(self, ended: Ended) -> Iterator[str]:
        """Yield what must not be, after the command has ended so."""
        if ended.code not in (None, *EXIT_CODES) or ended.code == 70:
            yield f"ended with {ended.code}: {ended.told[-400:]}"
        yield from self.wrong_now(done=ended.code == 0)

    def wrong_now(self, *, done: bool) -> Iterator[str]:
        """Yield what must not be, if the command was acknowledged or not."""
        try:
            found = self.command.view()
            if not self.command.may_say(found, self.before, self.after, done=done):
                yield f"neither as before nor as after (acknowledged: {done}): {found}"
            if not self.command.use():
                yield "nothing can be kept any more"
        except Exception as error:
            yield f"cannot be used: {type(error).__name__}: {error}"


class _Notes(Watcher):
    """Writes down what is called."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def before(self, call: Call) -> Fate:
        self.calls.append(call)
        return None


@contextmanager
def undisturbed(command: Command, folder: Path) -> Iterator[Undisturbed]:
    """Run a command to its end, twice: the first time loads what it needs."""
    copy(folder / "nothing", folder / "home")
    command.prepare()
    copy(folder / "home", folder / "before")
    before = command.view()
    with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        command.do()
    notes = _Notes()
    run = Undisturbed(command, folder, (), before, before)
    ended = run.disturbed(notes)
    assert ended.code == 0, (command.name, ended)
    yield run._replace(calls=tuple(notes.calls), after=command.view())

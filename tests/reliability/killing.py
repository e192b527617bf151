"""SIGKILL before every system call that touches the journal, of every command that changes it."""

from collections.abc import Iterable, Iterator

from tests.reliability.commands import COMMANDS, CONTROL, Command
from tests.reliability.figure import EVERYTHING, Figure, Found, playground, sample, spread
from tests.reliability.interrupted import Undisturbed, undisturbed
from tests.reliability.tracing import Call, Fate, Kill, Watcher, can_trace

NAME, WHAT = "kill", "kills, each before another system call"
USUAL, LONG = 800, EVERYTHING


class KillAt(Watcher):
    """Kills the process before a call that it made undisturbed."""

    def __init__(self, at: Call) -> None:
        self._at = at
        self.names = {at.name}

    def before(self, call: Call) -> Fate:
        return Kill() if call.nth == self._at.nth else None


def measure(size: int) -> Figure:
    """Kill at no more than `size` places, spread over all commands."""
    if not can_trace():
        return Figure(NAME, WHAT, not_run="processes cannot be traced here")
    tried, bad = spread(lambda each: killed(each, size // len(COMMANDS)), COMMANDS)
    return Figure(NAME, WHAT, tried, bad, len(killed(CONTROL, EVERYTHING)[1]))


def killed(command: Command, most: int) -> Found:
    """Return how often a command was killed, and what was wrong then."""
    with playground() as folder, undisturbed(command, folder) as run:
        places = sample(run.calls, most)
        return len(places), list(_wrong(run, places))


def _wrong(run: Undisturbed, calls: Iterable[Call]) -> Iterator[str]:
    for call in calls:
        ended = run.disturbed(KillAt(call))
        for what in run.wrong(ended):
            yield f"{run.command.name}, killed before {call.name} {call.paths[0]}: {what}"

"""Every error of the system, at every call that touches the journal, once and for ever."""

import errno
from collections.abc import Iterable, Iterator
from itertools import product

from tests.reliability.calls import CONTENTS, CREATES, NAMES, OPENS, SYNCS
from tests.reliability.commands import COMMANDS, CONTROL, Command
from tests.reliability.figure import EVERYTHING, Figure, Found, playground, sample, spread
from tests.reliability.interrupted import Undisturbed, undisturbed
from tests.reliability.tracing import Call, Fate, Refuse, Shorten, Watcher, can_trace

NAME, WHAT = "errno", "errors of the system, each at another call, once or for ever"
USUAL, LONG = 3300, EVERYTHING

CHANGING = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT, errno.EPERM)
OPENING = (errno.EMFILE, errno.EACCES, errno.EIO)
SHORT, INTERRUPTED = 0, errno.EINTR

Trouble = tuple[Call, int, bool]
"""At which call, which error (or SHORT), and whether for ever from then on."""


class Troubled(Watcher):
    """Refuses a call, or writes half; if `for_ever`, all later ones of its name, too."""

    def __init__(self, at: Call, number: int, *, for_ever: bool) -> None:
        self._at = at
        self._fate = Shorten(0) if number == SHORT else Refuse(number)
        self._for_ever = for_ever
        self.names = {at.name}

    def before(self, call: Call) -> Fate:
        if call.nth < self._at.nth or (call.nth > self._at.nth and not self._for_ever):
            return None
        return Shorten(call.size // 2) if isinstance(self._fate, Shorten) else self._fate


def errors_at(call: Call) -> tuple[int, ...]:
    """Return the errors that a call can give."""
    if call.name in CONTENTS:
        return (*CHANGING, SHORT, INTERRUPTED)
    if call.name in NAMES | SYNCS or (call.name in OPENS and call.flags & CREATES):
        return (*CHANGING, INTERRUPTED)
    if call.name in OPENS:
        return OPENING
    if call.name == "flock":
        return (errno.ENOLCK, INTERRUPTED)
    return (errno.EIO,) if call.name in ("read", "getdents64", "newfstatat") else ()


def troubles(calls: Iterable[Call]) -> list[Trouble]:
    """Return all that can be tried; what is only an interruption is over once it has been."""
    found = ((call, number) for call in calls for number in errors_at(call))
    return [
        (call, number, for_ever)
        for (call, number), for_ever in product(found, (False, True))
        if not (for_ever and number in (SHORT, INTERRUPTED))
    ]


def measure(size: int) -> Figure:
    """Try no more than `size` of them, spread over all commands."""
    if not can_trace():
        return Figure(NAME, WHAT, not_run="processes cannot be traced here")
    tried, bad = spread(lambda each: troubled(each, size // len(COMMANDS)), COMMANDS)
    return Figure(NAME, WHAT, tried, bad, len(troubled(CONTROL, 60)[1]))


def troubled(command: Command, most: int) -> Found:
    """Return how much trouble a command was given, and what was wrong then."""
    with playground() as folder, undisturbed(command, folder) as run:
        places = sample(troubles(run.calls), most)
        return len(places), list(_wrong(run, places))


def _wrong(run: Undisturbed, places: Iterable[Trouble]) -> Iterator[str]:
    for call, number, for_ever in places:
        ended = run.disturbed(Troubled(call, number, for_ever=for_ever))
        told = errno.errorcode.get(number, "a short write")
        for what in run.wrong(ended):
            when = "for ever" if for_ever else "once"
            yield f"{run.command.name}, {told} {when} at {call.name} {call.paths[0]}: {what}"

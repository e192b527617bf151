"""Ctrl-C, a closed window, a shutdown: they end a conversation where it waits, never in a save."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class Ends:
    """What asks a conversation to end from outside."""

    def __init__(self) -> None:
        self._asked = False
        self._waiting = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Take every such end as ctrl-C meanwhile; one that is ignored here stays so (nohup)."""
        names = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
        numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
        before = {number: signal.getsignal(number) for number in numbers}
        heeded = [number for number in numbers if before[number] is not signal.SIG_IGN]
        for number in heeded:
            signal.signal(number, self._end)
        try:
            yield
        finally:
            for number in heeded:
                signal.signal(number, before[number])

    @contextmanager
    def taking_effect(self) -> Iterator[None]:
        """Raise KeyboardInterrupt in here once an end is asked for, or if it was already."""
        self._waiting = True
        try:
            self._raise_if_asked()
            yield
        finally:
            self._waiting = False

    def _end(self, _number: int, _frame: object) -> None:
        self._asked = True
        if self._waiting:
            self._raise_if_asked()

    def _raise_if_asked(self) -> None:
        if self._asked:
            self._asked = False
            raise KeyboardInterrupt

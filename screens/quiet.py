"""Much made at once without stalling the screen."""

import gc
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

BREATH = 0.0002
"""How long a thread rests after each piece of work, in seconds, so that others get their turn."""


TURN = 0.0005
"""After so long a thread leaves Python's lock to another that waits for it, in seconds."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Make what is to stay without looking for garbage in between; nor is it looked at later.

    A collection would hold everything up for as long as there are things, again and again; and with
    Python's usual turns of threads the loop would wait for 5 ms at every step that is as long.
    """
    turns, collecting = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(TURN)
    gc.disable()
    try:
        yield
    finally:
        sys.setswitchinterval(turns)
        gc.freeze()
        if collecting:
            gc.enable()


def in_pieces(work: Iterable[T]) -> Iterator[T]:
    """Yield what `work` yields, and rest after each piece. For threads, never on the loop."""
    for piece in work:
        yield piece
        time.sleep(BREATH)

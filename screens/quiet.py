"""Much made at once without stalling the screen."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

BREATH = 0.0002
"""How long a thread rests after each piece of work, in seconds, so that others get their turn."""

TURN = 0.0005
"""After so many seconds a thread leaves Python's lock to the screen; by default after ten times as
many.
"""


def in_pieces(work: Iterable[T]) -> Iterator[T]:
    """Yield what `work` yields, and rest after each piece. For threads, never on the loop."""
    for piece in work:
        yield piece
        time.sleep(BREATH)


@contextmanager
def short_turns() -> Iterator[None]:
    """Have threads leave Python's lock to the screen after a TURN."""
    turns = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(turns)

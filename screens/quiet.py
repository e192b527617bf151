"""Much made at once without stalling the screen."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from journal.store.looking import TURN

T = TypeVar("T")

BREATH = 0.0002
"""How long a thread rests after each piece of work, in seconds, so that others get their turn."""


def in_pieces(work: Iterable[T]) -> Iterator[T]:
    """Yield what `work` yields, and rest after each piece. For threads, never on the loop."""
    for piece in work:
        yield piece
        time.sleep(BREATH)


@contextmanager
def short_turns() -> Iterator[None]:
    """Have threads leave Python's lock to the screen after a TURN, ten times as soon as usual."""
    turns = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(turns)

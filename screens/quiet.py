"""Much made at once without stalling the screen."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

BREATH = 0.0002
"""How long a thread rests after each piece of work, in seconds, so that others get their turn."""


def in_pieces(work: Iterable[T]) -> Iterator[T]:
    """Yield what `work` yields, and rest after each piece. For threads, never on the loop."""
    for piece in work:
        yield piece
        time.sleep(BREATH)

"""Work that must not take long, whatever it is given; measured in processor time."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Stop what is in the block once it has had the processor for so many seconds: too long."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"it takes more than {seconds} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)

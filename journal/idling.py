"""Whether nobody is there any more: no key for a while, or the computer was asleep."""

import time
from collections.abc import Callable
from typing import NamedTuple

ASLEEP = 30.0
"""When so many seconds more have gone by on the wall than were counted, the computer slept."""


class Moment(NamedTuple):
    """A moment on two clocks, in seconds.

    counted  what the computer counts while it is awake
    wall     what the clock on the wall says, asleep or not
    """

    counted: float
    wall: float


def now() -> Moment:
    """Return the present moment."""
    return Moment(time.monotonic(), time.time())


class Idling:
    """Since when nobody has pressed a key.

    The wall's clock decides too: Linux does not count the time asleep.
    """

    def __init__(self, now: Callable[[], Moment] = now) -> None:
        self._now = now
        self._touched = self._looked = now()

    def touch(self) -> None:
        """Note that somebody is there."""
        self._touched = self._now()

    def is_due(self, minutes: int) -> bool:
        """Return whether to lock after so many minutes; 0 is never. Looks at the clock anew."""
        then, self._looked = self._looked, self._now()
        if not minutes:
            return False
        return self._slept(then) or max(self._gone()) >= minutes * 60

    def _gone(self) -> Moment:
        at = self._looked
        return Moment(at.counted - self._touched.counted, at.wall - self._touched.wall)

    def _slept(self, then: Moment) -> bool:
        at = self._looked
        return (at.wall - then.wall) - (at.counted - then.counted) > ASLEEP

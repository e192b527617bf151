"""Now, and the logical day: at which moment a day of the learner ends.

Every date in the journal comes through here. A note at 01:30 belongs to the evening before when
"my day ends at" says 04:00. The logical day and the zone are kept as lived; they never move.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall_time
from typing import NamedTuple

from journal.errors import Usage

_FIRST = datetime(1970, 1, 1, tzinfo=UTC)

DAY_ENDS = wall_time(4, 0)
"""When the logical day ends unless the learner says otherwise (local wall clock)."""


class Clock(NamedTuple):
    """Where the present moment comes from.

    `ns` gives nanoseconds since 1970 UTC; `zone` is the IANA name of the local zone.
    """

    ns: Callable[[], int]
    zone: str

    def now(self) -> datetime:
        """Return the present moment with the local zone's offset, to the microsecond."""
        micros = self.ns() // 1000
        return (_FIRST + timedelta(microseconds=micros)).astimezone()


def system_clock() -> Clock:
    """Return the computer's clock, or the one that `JOURNAL_NOW` sets.

    `JOURNAL_NOW` holds a moment in ISO 8601 (local time unless it has an offset) that is taken
    as the start of this process; from there time runs on. It serves tests and demonstrations.
    Raises Usage when it is no moment.
    """
    set_to = os.environ.get("JOURNAL_NOW")
    if not set_to:
        return Clock(time.time_ns, zone_name())
    try:
        since = datetime.fromisoformat(set_to).astimezone(UTC) - _FIRST
    except (ValueError, OverflowError) as error:
        raise Usage(
            f"JOURNAL_NOW is no moment: {set_to!r}", "Write it like 2026-11-20T12:00, or unset it."
        ) from error
    start = since // timedelta(microseconds=1) * 1000
    began = time.monotonic_ns()
    return Clock(lambda: start + time.monotonic_ns() - began, zone_name())


def zone_name() -> str:
    """Return the IANA name of the local zone, such as "Europe/Vienna".

    It is read from `TZ` or from where /etc/localtime points; Windows needs a table (tzlocal).
    Where no name can be found: "Etc/GMT±n" for whole hours, otherwise "UTC".
    """
    named = os.environ.get("TZ", "").removeprefix(":")
    if "/" in named or named == "UTC":
        return named.rpartition("zoneinfo/")[2]
    if sys.platform == "win32":
        import tzlocal

        return tzlocal.get_localzone_name()
    if not named:
        target = os.path.realpath("/etc/localtime")
        if "zoneinfo/" in target:
            return target.rpartition("zoneinfo/")[2]
    offset = datetime.now().astimezone().utcoffset() or timedelta()
    hours, rest = divmod(int(offset.total_seconds()), 3600)
    return "UTC" if rest or not hours else f"Etc/GMT{-hours:+d}"


def logical_day(at: datetime, day_ends: wall_time = DAY_ENDS) -> date:
    """Return the day to which the moment `at` belongs, by the wall clock in `at`'s own offset."""
    ends = timedelta(hours=day_ends.hour, minutes=day_ends.minute)
    return (at.replace(tzinfo=None) - ends).date()

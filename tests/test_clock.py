"""Now, and to which day a moment belongs."""

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from datetime import time as wall_time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from journal.clock import Clock, logical_day, system_clock, zone_name
from journal.errors import Usage

VIENNA = ZoneInfo("Europe/Vienna")


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Give what moves this process to another zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("NOT RUN: Windows cannot change the zone of a process")

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-11-20T04:00:00+01:00", "2026-11-20"),
        ("2026-11-20T03:59:59.999999+01:00", "2026-11-19"),
        ("2026-11-20T23:59:00-11:00", "2026-11-20"),
        ("2027-01-01T01:30:00+00:00", "2026-12-31"),
        ("2028-03-01T00:30:00+14:00", "2028-02-29"),
    ],
)
def test_a_day_ends_at_four(at: str, day: str) -> None:
    assert logical_day(datetime.fromisoformat(at)) == date.fromisoformat(day)


def test_a_day_ends_when_the_learner_says() -> None:
    at = datetime(2026, 11, 20, 5, 59, tzinfo=VIENNA)
    assert logical_day(at, wall_time(6, 0)) == date(2026, 11, 19)
    assert logical_day(at, wall_time(0, 0)) == date(2026, 11, 20)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_goes_by_the_wall_clock_when_clocks_change(day: date, hours: int) -> None:
    """The hour that comes twice, or never, is in the night: days end at four all the same."""
    first = int(datetime(day.year, day.month, day.day, 0, tzinfo=VIENNA).timestamp())
    moments = [datetime.fromtimestamp(at, VIENNA) for at in range(first, first + 3600 * hours, 60)]
    ends = [one for one, two in pairwise(moments) if logical_day(one) != logical_day(two)]
    assert [f"{end:%H:%M}" for end in ends] == ["03:59"]


def test_now_has_the_offset_of_the_season(zone: Callable[[str], None]) -> None:
    zone("Europe/Vienna")
    for text in ("2026-07-01T12:00:00.000001+02:00", "2026-12-01T12:00:00+01:00"):
        at = datetime.fromisoformat(text)
        ns = round(at.timestamp()) * 10**9 + at.microsecond * 1000
        assert Clock(lambda ns=ns: ns, "Europe/Vienna").now().isoformat() == at.isoformat()  # type: ignore[misc]


def test_the_hour_that_comes_twice_is_told_apart(zone: Callable[[str], None]) -> None:
    zone("Europe/Vienna")
    first = round(datetime.fromisoformat("2026-10-25T02:30:00+02:00").timestamp()) * 10**9
    twice = [Clock(lambda ns=ns: ns, "").now().isoformat() for ns in (first, first + 3600 * 10**9)]  # type: ignore[misc]
    assert twice == ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]


@pytest.mark.parametrize(
    ("tz", "name"),
    [
        ("Europe/Vienna", "Europe/Vienna"),
        (":America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
        ("UTC", "UTC"),
        ("XYZ-3", "Etc/GMT-3"),
        ("XYZ5", "Etc/GMT+5"),
        ("XYZ-5:30", "UTC"),
    ],
)
def test_the_zone_has_a_name(zone: Callable[[str], None], tz: str, name: str) -> None:
    zone(tz)
    assert zone_name() == name


def test_time_runs_on_from_journal_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_NOW", "2026-11-20T12:00:00+01:00")
    clock = system_clock()
    first, second = clock.ns(), clock.ns()
    assert first <= second
    since = clock.now() - datetime.fromisoformat("2026-11-20T12:00:00+01:00")
    assert 0 <= since.total_seconds() < 3600


@pytest.mark.parametrize("said", ["soon", "2026-13-01", "0001-01-01T00:00:00"])
def test_a_journal_now_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("JOURNAL_NOW", said)
    with pytest.raises(Usage, match="JOURNAL_NOW"):
        system_clock().now()

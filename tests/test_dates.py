"""Dates as people write them: what is understood, what is refused, and nothing else happens."""

import contextlib
import re
import subprocess
import sys
import time as system_time
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.clock import logical_day
from journal.dates import (
    EXAMPLES,
    Moment,
    ago,
    in_words,
    month_of,
    parse_day,
    parse_range,
    parse_when,
    quarter_of,
    week_of,
    year_of,
)
from journal.errors import Usage

TODAY = date(2026, 11, 24)  # a Tuesday
FOUR = time(4, 0)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
PIECES = st.sampled_from(
    re.findall(
        r"\S+",
        "last this next fri fri, week month 3 24 11/ 2026 -W 24th nov of . / - : 17:30 9:15 am at "
        "a 3d 2w 99999y ago in + sow eom today yesterday t z +01:00 0001-01-01 9999-12-31 q4 İ",
    )
)
NOWS = st.integers(-30_000_000_000, 230_000_000_000).map(
    lambda seconds: (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone()
)
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
SCRAPS = st.text() | st.lists(PIECES, max_size=6).map(" ".join) | st.lists(PIECES).map("".join)


@pytest.fixture(autouse=True, scope="module")
def _vienna() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Vienna")
        system_time.tzset()
        yield
    system_time.tzset()


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone()


def when(text: str, now: str = "2026-11-24 18:00", order: str = "") -> Moment:
    return parse_when(text, local(now), FOUR, order)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        ("20261120", "2026-11-20"),
        ("2026/11/20", "2026-11-20"),
        ("2026-3-4", "2026-03-04"),
        ("today", "2026-11-24"),
        (" Yesterday ", "2026-11-23"),
        ("tomorrow", "2026-11-25"),
        ("fri", "2026-11-20"),
        ("tue", "2026-11-24"),
        ("Tuesday", "2026-11-24"),
        ("last tuesday", "2026-11-17"),
        ("last friday", "2026-11-20"),
        ("this friday", "2026-11-27"),
        ("next tuesday", "2026-12-01"),
        ("3d", "2026-11-21"),
        ("3 days ago", "2026-11-21"),
        ("2w", "2026-11-10"),
        ("2 weeks ago", "2026-11-10"),
        ("a week ago", "2026-11-17"),
        ("3m", "2026-08-24"),
        ("9mo", "2026-02-24"),
        ("1y", "2025-11-24"),
        ("in 3 days", "2026-11-27"),
        ("+2w", "2026-12-08"),
        ("sow", "2026-11-23"),
        ("eow", "2026-11-29"),
        ("som", "2026-11-01"),
        ("eom", "2026-11-30"),
        ("2026-W24-3", "2026-06-10"),
        ("24 Nov", "2026-11-24"),
        ("24 dec", "2025-12-24"),
        ("Nov 24 2026", "2026-11-24"),
        ("24th of November, 2026", "2026-11-24"),
        ("Tue 24 Nov 2026", "2026-11-24"),
        ("24-Nov-2026", "2026-11-24"),
        ("29 feb", "2024-02-29"),
        ("24/11/2026", "2026-11-24"),
        ("11/24/2026", "2026-11-24"),
        ("24.11.", "2026-11-24"),
        ("04/04/2026", "2026-04-04"),
    ],
)
def test_a_day_is_understood(text: str, day: str) -> None:
    assert parse_day(text, TODAY) == date.fromisoformat(day)
    assert parse_range(text, TODAY) == (date.fromisoformat(day),) * 2


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-W24", "2026-06-08", "2026-06-14"),
        ("2026-w53", "2026-12-28", "2027-01-03"),
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("11/2026", "2026-11-01", "2026-11-30"),
        ("Nov 2026", "2026-11-01", "2026-11-30"),
        ("december", "2025-12-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("next month", "2026-12-01", "2026-12-31"),
    ],
)
def test_a_stretch_of_days_is_understood(text: str, first: str, last: str) -> None:
    assert parse_range(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_week_or_a_month_as_a_day_is_its_first_and_a_year_is_refused() -> None:
    assert parse_day("2026-W24", TODAY) == date(2026, 6, 8)
    assert parse_day("last month", TODAY) == date(2026, 10, 1)
    with pytest.raises(Usage, match="“2026” is more than a month"):
        parse_day("2026", TODAY)


@pytest.mark.parametrize("text", ["03/04", "03/04/2026", "3-4-2026", "3.4.", "03.04.2026"])
def test_an_ambiguous_date_is_refused_with_both_readings(text: str) -> None:
    with pytest.raises(Usage) as refused:
        parse_day(text, TODAY)
    assert refused.value.message == (
        f"“{text}” could be Friday 3 April 2026 or Wednesday 4 March 2026."
    )
    assert refused.value.hint == "Write it as 2026-04-03 or 2026-03-04."
    assert parse_day(text, TODAY, "dmy") == date(2026, 4, 3)
    assert parse_day(text, TODAY, "mdy") == date(2026, 3, 4)


def test_an_order_does_not_stand_in_the_way_of_the_only_reading() -> None:
    assert parse_day("24/11/2026", TODAY, "mdy") == TODAY
    assert parse_day("11/24/2026", TODAY, "dmy") == TODAY


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "10", "24", "2026-02-30", "30/02", "2026-W54", "2026-13", "24/11/26"),
        *("24 Nov 26", "last nov", "in 3d ago", "nov nov", "of", "3 4", "9.15", "fri nov 2026"),
        *("3 4 nov 2026", "٢٤ nov", "0d of", "99999y", "in 99999y", "9999999999d", "eow fri"),
    ],
)
def test_nonsense_is_refused_kindly(text: str) -> None:
    with pytest.raises(Usage) as refused:
        parse_day(text, TODAY)
    assert refused.value.message == f"“{text}” is not a date that we can read."
    assert EXAMPLES in refused.value.hint


def test_a_refused_text_cannot_act_on_the_terminal_and_is_not_shown_without_end() -> None:
    with pytest.raises(Usage) as refused:
        parse_day("\x1b[2J\n" + "x" * 5000, TODAY)
    assert "\x1b" not in refused.value.message
    assert "\n" not in refused.value.message
    assert len(refused.value.message) < 120


def test_every_example_that_is_shown_can_be_read() -> None:
    for text in EXAMPLES.split(", "):
        assert when(text).at <= local("2026-11-24 18:00")


def test_a_weekday_that_does_not_fit_is_refused() -> None:
    with pytest.raises(Usage, match="24 November 2026 is a Tuesday"):
        parse_day("Mon 24 Nov 2026", TODAY)


def test_where_a_day_is_asked_for_a_time_is_refused() -> None:
    for text in ("yesterday 17:30", "17:30", "2026-11-20T17:30"):
        with pytest.raises(Usage):
            parse_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("now", "2026-11-24 18:00"),
        ("today", "2026-11-24 18:00"),
        ("2026-11-24", "2026-11-24 18:00"),
        ("17:30", "2026-11-24 17:30"),
        ("at 5:30 pm", "2026-11-24 17:30"),
        ("12am", "2026-11-24 00:00"),
        ("12 pm", "2026-11-24 12:00"),
        ("18:00", "2026-11-24 18:00"),
        ("18:01", "2026-11-23 18:01"),
        ("01:30", "2026-11-24 01:30"),
        ("17:30:15", "2026-11-24 17:30:15"),
        ("yesterday", "2026-11-23 12:00"),
        ("fri", "2026-11-20 12:00"),
        ("2026-W24", "2026-06-08 12:00"),
        ("yesterday 17:30", "2026-11-23 17:30"),
        ("17:30 yesterday", "2026-11-23 17:30"),
        ("yesterday at 5pm", "2026-11-23 17:00"),
        ("fri 9:15", "2026-11-20 09:15"),
        ("9:15 on friday", "2026-11-20 09:15"),
        ("today 23:00", "2026-11-24 23:00"),
        ("2026-11-20T17:30", "2026-11-20 17:30"),
        ("2026-11-20 17:30:15", "2026-11-20 17:30:15"),
        ("2026-11-20 9:15", "2026-11-20 09:15"),
        ("2026-11-20 01:30", "2026-11-20 01:30"),
        ("20 nov 01:30", "2026-11-20 01:30"),
        ("24 November 2026 17:30", "2026-11-24 17:30"),
        ("24 dec, 17:30", "2025-12-24 17:30"),
        ("2h", "2026-11-24 16:00"),
        ("20 minutes ago", "2026-11-24 17:40"),
        ("2026-07-01 12:00", "2026-07-01 12:00"),
        ("2026-11-20T16:30Z", "2026-11-20 17:30"),
    ],
)
def test_a_moment_is_understood(text: str, at: str) -> None:
    moment = when(text)
    assert moment.at == local(at)
    assert moment.at.utcoffset() == local(at).utcoffset()
    assert moment.day == logical_day(local(at), FOUR)


@pytest.mark.parametrize(
    ("text", "now", "at", "day"),
    [
        ("today", "2026-11-24 01:30", "2026-11-24 01:30", "2026-11-23"),
        ("yesterday", "2026-11-24 01:30", "2026-11-22 12:00", "2026-11-22"),
        ("yesterday 23:00", "2026-11-24 01:30", "2026-11-22 23:00", "2026-11-22"),
        ("23:00", "2026-11-24 01:30", "2026-11-23 23:00", "2026-11-23"),
        ("today 23:00", "2026-11-24 01:30", "2026-11-23 23:00", "2026-11-23"),
        ("today 01:00", "2026-11-24 01:30", "2026-11-24 01:00", "2026-11-23"),
        ("yesterday 01:30", "2026-11-24 18:00", "2026-11-24 01:30", "2026-11-23"),
        ("today 01:30", "2026-11-24 18:00", "2026-11-24 01:30", "2026-11-23"),
        ("mon 01:30", "2026-11-24 18:00", "2026-11-24 01:30", "2026-11-23"),
        ("23 nov 01:30", "2026-11-24 18:00", "2026-11-23 01:30", "2026-11-22"),
        ("2026-11-23", "2026-11-24 01:30", "2026-11-24 01:30", "2026-11-23"),
    ],
)
def test_the_night_belongs_to_the_day_before(text: str, now: str, at: str, day: str) -> None:
    assert when(text, now)[:2] == (local(at), date.fromisoformat(day))


def test_a_day_that_ends_in_the_afternoon_still_holds_its_noon() -> None:
    moment = parse_when("2026-11-20", local("2026-11-24 18:00"), time(14, 0))
    assert moment.day == date(2026, 11, 20) == logical_day(moment.at, time(14, 0))


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("fri 17:30", "Friday 20 November 2026, 17:30"),
        ("17:30:15", "Tuesday 24 November 2026, 17:30:15"),
        (
            "yesterday 01:30",
            "Tuesday 24 November 2026, 01:30, in the day of Monday 23 November 2026",
        ),
        ("2026-11-20 17:30 +0900", "Friday 20 November 2026, 17:30 (UTC+09:00)"),
    ],
)
def test_what_was_understood_is_said(text: str, understood: str) -> None:
    assert when(text).understood == understood


def test_a_written_offset_is_kept_and_says_the_day() -> None:
    moment = when("2026-11-20T23:30-05:00")
    assert moment.at.isoformat() == "2026-11-20T23:30:00-05:00"
    assert moment.day == date(2026, 11, 20)


def test_an_hour_that_the_clock_skipped_is_next_to_it() -> None:
    moment = when("2026-03-29 02:30")
    assert abs(moment.at - local("2026-03-29 03:00")) <= timedelta(hours=1)


def test_minutes_and_months_are_not_mixed_up() -> None:
    with pytest.raises(Usage, match="20 minutes or 20 months"):
        when("20m")
    assert when("20mo").day == date(2025, 3, 24)


@pytest.mark.parametrize("text", ["", "25:00", "17:60", "13pm", "0am", "17:30 17:30", "5 o'clock"])
def test_a_moment_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Usage):
        when(text)


def test_a_time_needs_one_day() -> None:
    with pytest.raises(Usage, match="“last week” is more than one day"):
        when("last week 17:30")


@given(SCRAPS, DAYS, st.sampled_from(["", "dmy", "mdy"]))
@example("eow", date.max, "")
@example("sow", date.min, "")
@example("9999-12", TODAY, "")
@example("29 feb", date.min, "")
def test_whatever_is_written_is_a_day_or_refused(text: str, today: date, order: str) -> None:
    with contextlib.suppress(Usage):
        first, last = parse_range(text, today, order)
        assert first <= last


@given(SCRAPS, NOWS, st.times())
@example("0001-01-01T00:00", NOW, FOUR)
@example("0001-01-01", NOW, FOUR)
@example("0001-01-01T00:00+14:00", NOW, FOUR)
@example("9999-12-31T23:59-14:00", NOW, FOUR)
@example("9999-12-31 23:59", NOW, FOUR)
@example("9999-12-31", NOW, time(14, 0))
@example("2026-11-24T25:00", NOW, FOUR)
def test_whatever_is_written_is_a_moment_or_refused(text: str, now: datetime, ends: time) -> None:
    with contextlib.suppress(Usage):
        assert parse_when(text, now, ends).at.utcoffset() is not None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_without_a_year_is_never_in_the_future(day: date, today: date) -> None:
    found = parse_day(f"{day:%d %B}", today)
    assert found <= today
    assert (found.month, found.day) == (day.month, day.day)
    assert (today - found).days <= (366 if day.strftime("%d%m") != "2902" else 8 * 366)


@given(NOWS, st.times())
def test_a_time_alone_is_within_the_last_day(now: datetime, clock: time) -> None:
    moment = parse_when(f"{clock:%H:%M}", now, FOUR)
    assert timedelta(hours=-1) <= now - moment.at <= timedelta(hours=26)


@given(DAYS)
def test_iso_days_and_weeks_come_back(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY) == day
    if day.year < 9999:
        year, week, _ = day.isocalendar()
        assert parse_range(f"{year:04}-W{week:02}", TODAY) == week_of(day)
        assert parse_range(f"{day.year:04}-{day.month:02}", TODAY) == month_of(day)
        assert parse_range(f"{day.year:04}-Q{(day.month + 2) // 3}", TODAY) == quarter_of(day)
        assert parse_range(f"{day.year:04}", TODAY) == year_of(day)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-24", "today"),
        ("2026-11-23", "yesterday"),
        ("2026-11-25", "tomorrow"),
        ("2026-11-22", "Sunday"),
        ("2026-11-18", "Wednesday"),
        ("2026-11-17", "Tuesday 17 November"),
        ("2026-11-27", "Friday 27 November"),
        ("2025-11-24", "Monday 24 November 2025"),
        ("2027-01-01", "Friday 1 January 2027"),
    ],
)
def test_a_day_in_words(day: str, words: str) -> None:
    assert in_words(date.fromisoformat(day), TODAY) == words


@given(st.integers(0, 1000))
def test_the_words_for_a_past_day_are_understood_again(back: int) -> None:
    day = TODAY - timedelta(days=back)
    assert parse_day(in_words(day, TODAY), TODAY) == day


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-24", "today"),
        ("2026-11-23", "yesterday"),
        ("2026-11-25", "tomorrow"),
        ("2026-11-21", "3 days ago"),
        ("2026-11-11", "13 days ago"),
        ("2026-11-10", "2 weeks ago"),
        ("2026-11-03", "3 weeks ago"),
        ("2026-09-23", "8 weeks ago"),
        ("2026-09-22", "2 months ago"),
        ("2025-11-25", "11 months ago"),
        ("2025-11-24", "a year ago"),
        ("2024-12-24", "23 months ago"),
        ("2024-11-24", "2 years ago"),
        ("2026-12-04", "in 10 days"),
    ],
)
def test_how_long_ago(day: str, words: str) -> None:
    assert ago(date.fromisoformat(day), TODAY) == words


def test_reading_a_usual_date_does_not_load_dateutil() -> None:
    code = (
        "import sys, datetime as d; from journal.dates import parse_when\n"
        "for text in ('17:30', 'yesterday 17:30', '2026-W24', '24 Nov', 'last friday', '3d'):\n"
        "    parse_when(text, d.datetime.now().astimezone(), d.time(4))\n"
        "print(sorted({'dateutil', 'calendar'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"

"""When a longer look back is offered: where a week, a month, twelve weeks end, and once only."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from journal.practice.longer.offering import longer_offer
from journal.practice.longer.reviews import begin, enough
from journal.practice.look_back.offering import AS_IT_IS, DONE, Offer
from journal.practice.look_back.prompts import in_language
from journal.practice.making import When
from journal.records.record import Record
from tests.practice.lookbacks import PACKS

NOTHING = Offer()
THURSDAY, FRIDAY, SUNDAY = date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 8)
LAST_WORKDAY = date(2026, 3, 31)


def offered(day: date, reviews: Sequence[Record] = (), days: int = 20, chosen: str = "") -> str:
    """Return what opens on `day` in a journal that began `days` before."""
    begun = day - timedelta(days=days)
    found = longer_offer(reviews, day, lambda then: begun <= then, chosen)
    return found.opens if found.words else ""


def review(span: str, day: date) -> Record:
    """Return a longer look back that has just begun on `day`."""
    when = When(datetime.combine(day, datetime.min.time(), UTC), "UTC", day)
    asking = [prompt for pack in in_language(PACKS, "en") for prompt in pack.prompts][:2]
    return begin(span, when, asking)._replace(id=span)


def test_a_week_is_offered_from_friday_until_it_was_looked_back_on() -> None:
    assert [offered(day) for day in (THURSDAY, FRIDAY, SUNDAY)] == ["", "week", "week"]
    assert offered(FRIDAY, days=2) == "", "there is no week yet"
    assert offered(SUNDAY, [enough(review("week", FRIDAY))]) == ""
    assert offered(FRIDAY + timedelta(days=7), [enough(review("week", FRIDAY))]) == "week"


def test_a_month_goes_before_a_week_and_twelve_weeks_before_a_month() -> None:
    assert offered(LAST_WORKDAY - timedelta(days=1)) == ""
    assert offered(LAST_WORKDAY) == "month"
    assert offered(LAST_WORKDAY, [enough(review("month", LAST_WORKDAY))]) == ""
    assert offered(FRIDAY, days=80) == "quarter"
    quarter = [enough(review("quarter", FRIDAY))]
    assert offered(FRIDAY, quarter, days=80) == "week"
    assert offered(FRIDAY + timedelta(weeks=11), quarter, days=160) == "week"
    assert offered(FRIDAY + timedelta(weeks=12), quarter, days=160) == "quarter"


@pytest.mark.parametrize("chosen", ["", "none"])
def test_one_that_was_interrupted_can_go_on_on_any_day_of_it(chosen: str) -> None:
    found = longer_offer([review("week", THURSDAY)], THURSDAY, lambda _: True, chosen)
    assert (found.words, found.opens) == ("Go on looking back on the week", "week")


def test_who_wants_no_look_back_is_offered_none() -> None:
    assert offered(FRIDAY, chosen="none") == ""


def test_the_day_goes_first() -> None:
    week = Offer("Look back on the week", opens="week")
    assert AS_IT_IS.or_else(week) == AS_IT_IS
    assert DONE.or_else(week) == week
    assert NOTHING.or_else(week) == week
    assert DONE.or_else(NOTHING) == DONE

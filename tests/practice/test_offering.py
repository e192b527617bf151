"""The line about the look back on Today: offered, to go on with, or done."""

from datetime import timedelta

import pytest

from journal.practice.look_back.offering import AS_IT_IS, DONE, GO_ON, SHORTER, Offer, offer
from journal.records.close import Close
from tests.practice.lookbacks import FIRST, five, look_back

NOTHING = Offer()


def test_it_is_offered_until_the_day_was_looked_back_on() -> None:
    assert offer([], FIRST) == AS_IT_IS
    assert offer([look_back(0, Close())], FIRST) == DONE
    assert offer([look_back(0, Close())], FIRST + timedelta(days=1)) == AS_IT_IS
    assert not DONE.is_there


def test_one_that_was_interrupted_today_can_go_on() -> None:
    assert offer([five(0, left=["daily/moved"])], FIRST) == GO_ON
    assert offer([five(0, left=["daily/moved"])], FIRST + timedelta(days=1)) == AS_IT_IS


@pytest.mark.parametrize(
    ("chosen", "days_ago", "offered"),
    [
        ("daily", 1, AS_IT_IS),
        ("shorter", 1, SHORTER),
        ("weekly", 6, NOTHING),
        ("weekly", 7, AS_IT_IS),
        ("none", 30, NOTHING),
    ],
)
def test_what_the_learner_chose_after_four_weeks_holds(
    chosen: str, days_ago: int, offered: Offer
) -> None:
    today = FIRST + timedelta(days=days_ago)
    assert offer([look_back(0, Close())], today, chosen) == offered


def test_a_look_back_done_is_said_whatever_was_chosen() -> None:
    assert offer([look_back(0, Close())], FIRST, "none") == DONE

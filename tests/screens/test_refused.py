"""What the disk refuses is said at the place where it was asked for, and the app goes on."""

from pathlib import Path

from journal.practice.making import own_of
from journal.records.coach import Coach
from tests.screens.coaching import (
    QUESTION,
    at_coach,
    card,
    choose_for,
    fill_in,
    given,
    kept,
    press,
    some,
    to_make_anew,
)
from tests.support.no_room import no_room
from tests.support.pilot import shows

REFUSED = "Files may not grow any further"


async def test_a_coach_card_that_cannot_be_kept_is_asked_again(away: Path) -> None:
    some()
    card(learner="")
    async with at_coach() as pilot:
        await choose_for(pilot)
        await press(pilot, "tab tab tab enter")
        await shows(pilot, "By which name does Ana know you?")
        with no_room():
            await fill_in(pilot, "Sam")
            await shows(pilot, REFUSED)
        await press(pilot, "enter")
        await shows(pilot, "By which name does Ana know you?")
        await fill_in(pilot, "Sam")
        await shows(pilot, "2 hide names")
    assert own_of(kept("coach")[-1], Coach).learner == "Sam"


async def test_a_page_that_cannot_be_begun_anew_is_begun_when_it_can(away: Path) -> None:
    given(away, card(), some()[1])
    async with at_coach() as pilot:
        await to_make_anew(pilot)
        with no_room():
            await press(pilot, "enter")
            await shows(pilot, REFUSED)
        await press(pilot, "m enter")
        await shows(pilot, "put this one in its place")
        await press(pilot, "down enter")
        await shows(pilot, "1 choose", QUESTION)

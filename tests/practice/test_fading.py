from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.practice.look_back.fading import Fading, Level, level
from journal.practice.look_back.prompts import LEVELS
from journal.records.close import Close
from journal.records.record import Record
from tests.practice.lookbacks import PACKS, answer, five, look_back, moment

MOVED = "daily/moved"


def of(closes: list[Record], family: str = "moved", *, up: tuple[datetime, ...] = ()) -> Level:
    return level(family, PACKS, closes, accepted={family: up})


def shown(closes: list[Record]) -> list[Record]:
    """Add one more look back that answers at the level the rule asks for."""
    return [*closes, five(len(closes), MOVED, level=of(closes).name)]


def faded(days: int) -> list[Record]:
    closes: list[Record] = []
    for _ in range(days):
        closes = shown(closes)
    return closes


def test_it_begins_in_full() -> None:
    assert of([]).name == "full"
    assert of([]).reason.startswith("asked in full because")


@pytest.mark.parametrize(
    ("days", "name"), [(2, "full"), (3, "cue"), (5, "cue"), (6, "word"), (9, "silent")]
)
def test_each_third_answer_at_a_level_is_one_step(days: int, name: str) -> None:
    assert of(faded(days)).name == name


def test_three_of_five_need_not_be_in_a_row() -> None:
    answered = [five(0, MOVED), five(1), five(2, MOVED), five(3), five(4, MOVED)]
    assert of(answered).name == "cue"
    too_far = [five(0, MOVED), five(1), five(2, MOVED), five(3), five(4), five(5, MOVED)]
    assert of(too_far).name == "full"


def test_answers_given_with_more_help_than_the_present_level_do_not_count() -> None:
    helped = faded(3) + [five(day, MOVED, level="full") for day in range(3, 20)]
    assert of(helped).name == "cue"
    assert of(helped).offer == ""


def test_a_look_back_that_never_came_to_the_question_says_nothing() -> None:
    closes = faded(3)
    unasked = [five(day, left=[MOVED]) for day in range(3, 20)]
    other_forms = [look_back(day, Close(form="heavy")) for day in range(20, 30)]
    assert of(closes + unasked + other_forms) == of(closes)


def test_five_without_it_are_an_offer_that_nobody_but_the_learner_takes() -> None:
    closes = faded(3) + [five(day) for day in range(3, 8)]
    assert (of(closes).name, of(closes).offer) == ("cue", "full")
    back = of(closes, up=(moment(8, 9),))
    assert (back.name, back.offer) == ("full", "")
    assert "you wanted" in back.reason


def test_an_acceptance_without_an_offer_changes_nothing() -> None:
    closes = faded(3) + [five(day) for day in range(3, 7)]
    assert of(closes, up=(moment(7),)).name == "cue"


def test_after_more_help_it_fades_again() -> None:
    closes = faded(3) + [five(day) for day in range(3, 8)]
    again = closes + [five(day, MOVED, level="full") for day in range(9, 12)]
    assert of(again, up=(moment(8),)).name == "cue"


def test_a_question_that_is_asked_now_and_then_is_never_absent_nor_silent() -> None:
    asked = [look_back(day, Close(answers=(answer("daily/around", "word"),))) for day in range(12)]
    quiet = [five(day) for day in range(12, 24)]
    assert of(asked + quiet, "agency") == of(asked, "agency")
    assert of(asked, "agency").name == "word"


@pytest.mark.parametrize("family", ["kind", "keep", "tomorrow"])
def test_what_is_not_part_of_the_five_minutes_stays_in_full(family: str) -> None:
    closes = [
        look_back(day, Close(answers=(answer("daily/helped"), answer("daily/keep"))))
        for day in range(9)
    ]
    assert of(closes, family).name == "full"


def test_a_page_is_never_asked() -> None:
    assert of([], "page").name == "silent"


def test_the_numbers_are_settings() -> None:
    quick = Fading(made=1, window=1, absent=1)
    assert level("moved", PACKS, [five(0, MOVED)], rule=quick).name == "cue"
    assert level("moved", PACKS, [five(0, MOVED), five(1)], rule=quick).offer == "full"


HISTORIES = st.lists(st.sampled_from(["", *LEVELS]), max_size=40)


def history(given_levels: list[str]) -> list[Record]:
    return [five(d, *([MOVED] if name else []), level=name) for d, name in enumerate(given_levels)]


@given(HISTORIES)
def test_it_goes_one_step_at_a_time_and_never_up_by_itself(levels: list[str]) -> None:
    closes = history(levels)
    steps = [LEVELS.index(of(closes[:n]).name) for n in range(len(closes) + 1)]
    assert steps[0] == 0
    assert all(after - before in (0, 1) for before, after in pairwise(steps))


@given(HISTORIES, st.lists(st.integers(0, 40), max_size=6))
def test_it_goes_up_only_from_an_offer(levels: list[str], accepted: list[int]) -> None:
    closes = history(levels)
    ups = tuple(moment(day) - timedelta(hours=1) for day in accepted)
    before = of([])
    for n in range(1, len(closes) + 1):
        known = tuple(at for at in ups if at < closes[n - 1].at)
        after = of(closes[:n], up=known)
        if LEVELS.index(after.name) < LEVELS.index(before.name):
            assert before.offer == after.name
        before = after


@given(HISTORIES)
def test_the_order_in_which_records_come_does_not_matter(levels: list[str]) -> None:
    closes = history(levels)
    assert of(list(reversed(closes))) == of(closes)

"""Tries: two lines, locked when they begin, looked at in neutral words, followed by what fits."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.today.looking_again import look_day, next_workday, put_off
from journal.practice.tries.experiments import (
    edit_try,
    is_due,
    keep_on,
    look_at,
    new_try,
    quiet_since,
    remark,
    shrink,
    start,
)
from journal.practice.tries.what_next import decide
from journal.records.experiment import Difference, Stage
from journal.records.record import Record
from tests.practice.making import day, kept, own_try, running, when


def test_two_lines_are_enough_to_begin() -> None:
    begun = running(0)

    assert own_try(begun).state is Stage.RUNNING
    assert own_try(begun).look == day(1)
    assert is_due(begun, day(1))
    assert not is_due(begun, day(0))


def test_a_friday_is_followed_by_monday() -> None:
    assert [next_workday(day(n)) for n in (3, 4, 5, 6)] == [day(4), day(7), day(7), day(7)]


@pytest.mark.parametrize("ahead", [-1, 8, 400])
def test_the_day_to_look_again_is_neither_past_nor_far(ahead: int) -> None:
    drafted = new_try(when(0), "", "ask", "less")

    with pytest.raises(Usage) as refused:
        start(drafted, day(0), day(ahead))

    assert refused.value.hint


def test_it_begins_once_and_only_with_something_expected() -> None:
    with pytest.raises(Usage, match="what you expect"):
        start(new_try(when(0), "", "ask"), day(0))
    with pytest.raises(Usage, match="not begun yet"):
        start(running(), day(0))


@pytest.mark.parametrize("sure", [-1, 11])
def test_how_sure_is_from_0_to_10(sure: int) -> None:
    with pytest.raises(Usage, match="from 0 to 10"):
        new_try(when(0), "", "ask", "less", sureness=sure)


def test_nothing_to_try_is_refused() -> None:
    with pytest.raises(Usage, match="needs a line"):
        new_try(when(0), " ", "")
    with pytest.raises(Usage, match="needs a line"):
        edit_try(running(), cue="", response="")


def test_what_was_expected_stays_and_a_remark_can_be_added() -> None:
    begun = running(0, "fewer questions", 7)

    for change in ({"prediction": "more"}, {"sureness": 3}, {"sureness": None}):
        with pytest.raises(Usage, match="stays as you wrote it"):
            edit_try(begun, **change)
    noted = remark(edit_try(begun, because="they read first", prediction="fewer questions"),
                   day(1), "should have said none")  # fmt: skip

    assert own_try(noted).prediction == "fewer questions"
    assert "should have said none" in noted.text


def looked_at(difference: str = "partly") -> Record:
    return look_at(running(), day(1), difference, "two asked", result=6, teaches="say it first")


def test_a_look_says_what_came() -> None:
    own = own_try(looked_at())

    assert (own.state, own.difference, own.reviewed) == (
        Stage.REVIEWED, Difference.PARTLY, day(1)
    )  # fmt: skip
    assert (own.happened, own.result, own.teaches) == ("two asked", 6, "say it first")
    assert own_try(look_at(looked_at(), day(2), "different")).happened == "two asked"


def test_a_look_is_refused_in_one_sentence() -> None:
    attempts: list[Callable[[], object]] = [
        lambda: look_at(new_try(when(0), "", "ask", "less"), day(1), "partly"),
        lambda: look_at(running(), day(1), "a disaster"),
        lambda: look_at(running(), day(1), "partly", result=12),
        lambda: look_at(running(), day(1), "partly", prediction="two asked"),
    ]
    for attempt in attempts:
        with pytest.raises(Usage) as refused:
            attempt()
        assert refused.value.message.endswith(".")


@pytest.mark.parametrize(
    ("next_", "stage"),
    [("adopt", Stage.ADOPTED), ("can't tell", Stage.UNCLEAR), ("drop", Stage.DROPPED)],
)
def test_three_endings_have_nothing_after_them(next_: str, stage: Stage) -> None:
    [ended] = decide(looked_at(), next_, when(2), "enough seen")

    assert own_try(ended).state is stage


def test_two_go_on_as_a_new_try_that_knows_where_it_comes_from() -> None:
    parent, child = decide(looked_at(), "adapt", when(2), response="ask before it begins")
    again = decide(looked_at(), "repeat", when(2))[1]

    assert own_try(parent).state is Stage.ADAPTED
    assert own_try(child).parent == parent.id
    assert own_try(child).response == "ask before it begins"
    assert own_try(child).cue == "a call drifts"
    assert own_try(child).state is own_try(again).state is Stage.DRAFTED
    assert own_try(again).happened == ""


def test_what_does_not_follow_is_refused() -> None:
    attempts: list[Callable[[], object]] = [
        lambda: decide(running(), "adopt", when(1)),
        lambda: decide(looked_at(), "drop", when(1)),
        lambda: decide(looked_at(), "adapt", when(1)),
        lambda: decide(decide(looked_at(), "adopt", when(1))[0], "repeat", when(2)),
        lambda: decide(looked_at(), "dream", when(1)),
    ]
    for attempt in attempts:
        with pytest.raises(Usage) as refused:
            attempt()
        assert refused.value.message.endswith(".")
    [gone] = decide(running(), "drop", when(1), "no time")
    assert "no time" in gone.text


def test_after_two_weeks_it_waits_no_more_and_can_be_kept_or_made_smaller() -> None:
    begun = running(0)

    assert is_due(begun, day(15))
    assert not is_due(begun, day(16))
    assert quiet_since(begun, day(15)) is None
    assert quiet_since(begun, day(30)) == day(16)
    assert own_try(keep_on(begun, day(30))).look == day(31)
    smaller = shrink(begun, "only the first call", day(30))
    assert own_try(smaller).step == "only the first call"
    assert own_try(smaller).prediction == own_try(begun).prediction
    with pytest.raises(Usage):
        keep_on(looked_at(), day(2))


@given(st.integers(0, 3000), st.integers(-3000, 3000))
def test_a_day_to_look_again_is_never_past(today: int, ahead: int) -> None:
    assert day(today) < next_workday(day(today)) <= day(today + 3)
    assert own_try(put_off(running(), day(today))).look == day(today + 7)
    try:
        wanted = look_day(day(today + ahead), day(today))
    except Usage:
        assert ahead < 0 or ahead > 7
    else:
        assert timedelta() <= wanted - day(today) <= timedelta(days=7)


CHANGES = st.sampled_from(
    [
        lambda record, n: edit_try(record, prediction=f"other {n}"),
        lambda record, n: edit_try(record, sureness=n % 11),
        lambda record, n: edit_try(record, cue=f"cue {n}", teaches="x"),
        lambda record, n: remark(record, day(n), "a remark"),
        lambda record, n: put_off(record, day(n)),
        lambda record, n: look_at(record, day(n), "different", f"came {n}"),
        lambda record, n: shrink(record, "less", day(n)),
        lambda record, n: decide(record, "adopt", when(n))[0],
        lambda record, n: decide(record, "drop", when(n), "why")[0],
        lambda record, n: decide(record, "adapt", when(n), prediction="all")[0],
    ]
)


@given(st.lists(CHANGES, max_size=12))
def test_no_way_changes_what_was_expected(changes: list) -> None:  # type: ignore[type-arg]
    record = begun = kept(running(0))
    for number, change in enumerate(changes):
        with suppress(Usage):
            record = change(record, number)
        assert own_try(record).prediction == own_try(begun).prediction
        assert own_try(record).sureness == own_try(begun).sureness
        assert own_try(record).started == day(0)

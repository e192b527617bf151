from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.practice.look_back.angle import Choice, Wishes, choose
from journal.practice.look_back.prompts import ANGLES, Pack, asked, by_key
from journal.records.record import Record
from tests.practice.lookbacks import FIRST, PACKS, five

PROMPT = {angle: next(p for p in asked(PACKS, "question") if p.angle == angle) for angle in ANGLES}
BEFORE, DURING = "daily/if", "daily/second-way"
AFTER = "daily/difference"


def choice(closes: list[Record], day: int, wishes: Wishes = Wishes()) -> Choice:  # noqa: B008
    return choose(PACKS, closes, FIRST + timedelta(days=day), wishes)


def days(number: int, *prompts: str) -> list[Record]:
    """Look backs on so many days, each with an answer to another angle and to `prompts`."""
    keys = [PROMPT[angle].key for angle in ("mastery", "agency", "belief", "view")]
    return [five(day, *prompts, keys[day % 4]) for day in range(number)]


def test_a_due_try_comes_before_a_setback_and_both_before_a_preference() -> None:
    everything = Wishes(due_experiment=True, setback=True, preference="view")
    assert choice([], 0, everything).angle == "strategy"
    assert choice([], 0, everything._replace(due_experiment=False)).angle == "cause"
    assert choice([], 0, Wishes(preference="view")).angle == "view"


def test_a_phase_unseen_for_two_weeks_comes_before_a_preference_and_after_a_setback() -> None:
    closes = days(20, BEFORE, AFTER)
    liking = Wishes(preference="cause")
    unseen = choice(closes, 20, liking)
    assert unseen.phase == "during"
    assert any(p.phase == "during" and p.angle == unseen.angle for p in asked(PACKS, "question"))
    assert choice(closes, 20, liking._replace(setback=True)).angle == "cause"
    assert choice(days(20, BEFORE, AFTER, DURING), 20, liking).phase == ""


def test_neither_a_beginning_nor_a_return_is_an_unseen_phase() -> None:
    assert choice(days(13), 13).phase == ""
    assert choice(days(20), 60).phase == ""


def test_without_a_wish_the_angles_take_turns() -> None:
    closes: list[Record] = []
    seen = []
    for day in range(6):
        seen.append(choice(closes, day).angle)
        closes.append(five(day, BEFORE, DURING, AFTER, PROMPT[seen[-1]].key))
    assert tuple(seen) == ANGLES


def test_what_was_asked_twice_gives_way() -> None:
    closes = [five(day, PROMPT["cause"].key) for day in range(2)]
    assert choice(closes, 2, Wishes(setback=True)).angle != "cause"
    assert choice(closes[:1], 1, Wishes(setback=True)).angle == "cause"


def test_a_skipped_question_is_not_pressed() -> None:
    likes = Wishes(preference="belief")
    assert choice([five(0)], 1, likes).angle != "belief"
    assert choice([five(0), five(1)], 2, likes).angle == "belief"


def test_a_question_that_was_not_reached_was_not_skipped() -> None:
    closes = [five(0, left=[PROMPT["view"].key])]
    assert choice(closes, 1, Wishes(preference="belief")).angle == "belief"


@pytest.mark.parametrize("wishes", [Wishes(), Wishes(setback=True), Wishes(preference="view")])
def test_every_choice_says_why(wishes: Wishes) -> None:
    assert choice([], 0, wishes).because.startswith("asked because ")


def only(angles: set[str]) -> list[Pack]:
    return [
        pack._replace(
            prompts=tuple(p for p in pack.prompts if not p.angle or p.angle in angles),
        )
        for pack in PACKS
    ]


@given(
    st.sets(st.sampled_from(ANGLES), min_size=1),
    st.lists(
        st.tuples(
            st.booleans(),
            st.booleans(),
            st.booleans(),
            st.sampled_from(["", *ANGLES]),
            st.booleans(),
        ),
        max_size=40,
    ),
)
def test_never_the_same_three_times_running(
    angles: set[str], course: list[tuple[bool, bool, bool, str, bool]]
) -> None:
    packs = only(angles)
    prompts = by_key(packs)
    closes: list[Record] = []
    put: list[str] = []
    for day, (answers, due, setback, preference, phases) in enumerate(course):
        wishes = Wishes(due, setback, preference)
        angle = choose(packs, closes, FIRST + timedelta(days=day), wishes).angle
        assert angle in {*angles, ""}
        put.append(angle)
        key = next((k for k, p in prompts.items() if p.angle == angle), "") if angle else ""
        given_to = [key] if answers and key else []
        closes.append(five(day, *given_to, *([BEFORE, AFTER] if phases else [])))
    assert not any(a and a == b == c for a, b, c in zip(put, put[1:], put[2:], strict=False))


def test_a_skipped_question_may_have_been_the_same_one() -> None:
    likes = Wishes(preference="agency")
    skipped = [five(0)]
    answered = [*skipped, five(1, PROMPT["agency"].key)]
    assert choice([], 0, likes).angle == choice(skipped, 1, likes).angle == "agency"
    assert choice(answered, 2, likes).angle != "agency"


def test_a_single_angle_is_asked_every_other_time() -> None:
    packs = only({"view"})
    put = [choose(packs, [five(day) for day in range(n)], FIRST).angle for n in range(4)]
    assert put == ["view", "", "view", ""]

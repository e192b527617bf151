"""One hint at a time, gone once used or after three days."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.practice.today.hints import (
    FIND,
    LOOK_BACK,
    MONTH,
    QUESTION,
    SIGNS,
    TOMORROW,
    TRY,
    WORDS,
    Facts,
    hint,
)

TODAY = date(2026, 11, 24)
ENDS = time(17, 30)
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
FACTS = Facts(notes=0, signed=False, look_backs=0, left=False, now=MORNING)


def shown(facts: Facts, **seen: date) -> str:
    return hint(facts, {name.replace("_", " "): day for name, day in seen.items()}, (), TODAY, ENDS)


def test_nothing_is_said_before_the_first_note() -> None:
    assert shown(FACTS) == ""


def test_the_first_note_brings_the_signs_and_the_first_sign_ends_them() -> None:
    assert shown(FACTS._replace(notes=1)) == SIGNS
    assert shown(FACTS._replace(notes=1, signed=True)) == ""


def test_the_third_note_or_an_hour_before_the_end_brings_the_look_back() -> None:
    signed = FACTS._replace(signed=True)
    assert shown(signed._replace(notes=3)) == LOOK_BACK
    assert shown(signed._replace(notes=1, now=MORNING.replace(hour=16, minute=30))) == LOOK_BACK
    assert shown(signed._replace(notes=1, now=MORNING.replace(hour=16, minute=29))) == ""
    assert shown(signed._replace(notes=9, look_backs=1)) == ""


def test_the_first_look_back_says_what_tomorrow_opens_with() -> None:
    assert shown(FACTS._replace(notes=4, look_backs=1, left=True)) == TOMORROW
    assert shown(FACTS._replace(notes=4, look_backs=1, signed=True)) == ""


def test_thirty_notes_bring_the_search_until_it_was_used() -> None:
    facts = FACTS._replace(notes=30, signed=True, look_backs=5)
    assert shown(facts) == FIND
    assert hint(facts, {}, {FIND}, TODAY, ENDS) == ""


def test_a_question_a_try_that_waits_and_a_second_month_each_bring_theirs() -> None:
    facts = FACTS._replace(notes=9, signed=True, look_backs=5)
    assert shown(facts) == ""
    assert shown(facts._replace(asking=True)) == QUESTION
    assert shown(facts._replace(waits=True)) == TRY
    assert shown(facts._replace(month=True)) == MONTH
    assert shown(facts._replace(month=True, offered=False)) == ""


def test_after_three_days_a_hint_is_over_and_the_next_has_its_turn() -> None:
    facts = FACTS._replace(notes=3)
    assert shown(facts, signs=TODAY - timedelta(days=2)) == SIGNS
    assert shown(facts, signs=TODAY - timedelta(days=3)) == LOOK_BACK


@given(st.integers(0, 100), st.booleans(), st.integers(0, 3), st.booleans())
def test_whatever_is_shown_has_words(notes: int, signed: bool, looked: int, left: bool) -> None:
    facts = Facts(notes, signed, looked, left, MORNING)
    assert shown(facts) in {"", *WORDS}

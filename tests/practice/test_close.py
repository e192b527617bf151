from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.look_back.close import (
    FORMS,
    Manner,
    Question,
    answered,
    manner_of,
    plan,
    remaining,
)
from journal.practice.look_back.prompts import ANGLES, by_key
from journal.records.close import Close, own_words
from journal.records.record import Record, Sign
from journal.settings import Settings
from tests.practice.lookbacks import FIRST, PACKS, five, moment, note

CALLED = note("called", moment(0, 11))


def questions(
    form: str = "five",
    closes: list[Record] | None = None,
    notes: list[Record] | None = None,
    picked: str = "",
) -> list[Question]:
    day = FIRST + timedelta(days=len(closes or []))
    gathered = [CALLED] if notes is None else notes
    return plan(PACKS, form, gathered, closes or [], day, picked=picked)


def keys(put: list[Question]) -> list[str]:
    return [question.prompt for question in put]


def test_five_minutes_are_five_steps_and_the_line_for_tomorrow() -> None:
    put = questions()
    steps = [question.step for question in put]
    assert steps == ["progress"] * 2 + ["event"] * 3 + ["question"] + ["try"] * 2 + ["tomorrow"]
    assert all(question.level == "full" and question.example for question in put)


def test_a_day_without_notes_opens_with_one_question() -> None:
    put = questions(notes=[])
    assert [question.step for question in put][:2] == ["gather", "progress"]


def test_one_minute_is_two_lines() -> None:
    put = questions("minute")
    assert [question.step for question in put] == ["minute", "tomorrow"]
    assert put[0].wording == "One thing from today worth keeping"


def test_a_heavy_day_has_one_kind_question_and_another_one_next_time() -> None:
    [kind] = questions("heavy")
    assert kind.step == "heavy"
    [next_time] = questions("heavy", [five(0)])
    assert next_time.prompt != kind.prompt


def test_a_page_asks_nothing_and_can_be_kept() -> None:
    [free] = questions("page")
    assert free.level == "silent"
    kept = answered(Close(form="page"), [free], {free.prompt: "Rain on the site."})
    assert own_words(kept.answers) == "Rain on the site."


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(Usage):
        questions("ten")


def test_a_note_signed_as_stuck_asks_what_led_to_it() -> None:
    stuck = note("stuck", moment(0, 12), Sign.STUCK)
    [more] = [q for q in questions(notes=[CALLED, stuck]) if q.step == "question"]
    assert by_key(PACKS)[more.prompt].angle == "cause"
    assert more.because == "asked because you marked a note as stuck"


def test_the_picked_note_says_why_it_is_looked_at() -> None:
    puzzle = note("puzzle", moment(0, 12), Sign.QUESTION)
    put = questions(notes=[CALLED, puzzle], picked="puzzle")
    reasons = {q.because for q in put if q.step == "event"}
    assert reasons == {"asked because you marked this as a question"}


def test_what_is_answered_often_is_put_in_fewer_words() -> None:
    closes = [five(day, "daily/moved") for day in range(3)]
    put = {q.prompt: q for q in questions(closes=closes)}
    assert put["daily/moved"].level == "cue"
    assert put["daily/moved"].wording == "What moved, even a little"
    assert put["daily/moved"].example == ""
    assert put["daily/happened"].level == "full"


def test_of_one_family_the_questions_take_turns() -> None:
    closes: list[Record] = []
    put = []
    for day in range(6):
        [brought] = [q for q in questions(closes=closes) if q.step == "progress"][1:]
        put.append(brought.prompt)
        closes.append(five(day, brought.prompt))
    assert len(set(put)) == 6


def test_every_angle_has_another_wording_each_time_it_comes_round() -> None:
    closes: list[Record] = []
    put = []
    for day in range(12):
        [more] = [q for q in questions(closes=closes) if q.step == "question"]
        put.append(more.prompt)
        closes.append(five(day, "daily/if", "daily/second-way", more.prompt))
    assert len(set(put)) == 12
    assert [by_key(PACKS)[key].angle for key in put] == [*ANGLES, *ANGLES]


def test_the_line_for_tomorrow_can_be_turned_off() -> None:
    put = plan(PACKS, "five", [CALLED], [], FIRST, manner=Manner(tomorrow=False))
    assert "tomorrow" not in [question.step for question in put]


def test_answers_keep_their_wording_and_skipped_ones_leave_no_trace() -> None:
    put = questions()
    given_texts = {
        "daily/expected": "  Typos, mostly.\n",
        "daily/moved": " ",
        "daily/tomorrow": "a\nb",
    }
    kept = answered(Close(picked="called"), put, given_texts)
    [expected] = kept.answers
    assert (expected.wording, expected.text) == ("What had you expected?", "Typos, mostly.")
    assert (kept.tomorrow, kept.left, kept.picked) == ("a b", (), "called")


def test_a_text_that_answers_nothing_is_refused_and_not_lost_quietly() -> None:
    with pytest.raises(Usage):
        answered(Close(), questions(), {"daily/nowhere": "words"})


def test_an_answer_can_be_changed_and_taken_back() -> None:
    put = questions()
    first = answered(
        Close(), put, {"daily/moved": "a", "daily/happened": "b", "daily/expected": "c"}
    )
    second = answered(first, put, {"daily/happened": "B", "daily/expected": ""})
    assert [(a.prompt, a.text) for a in second.answers] == [
        ("daily/moved", "a"),
        ("daily/happened", "B"),
    ]


@given(
    st.sampled_from(list(FORMS)),
    st.lists(st.sampled_from(["", " ", "words", "more\nwords"]), min_size=12, max_size=12),
    st.integers(0, 10),
)
def test_going_on_later_is_the_same_as_not_being_interrupted(
    form: str, texts: list[str], reached: int
) -> None:
    put = questions(form)
    said = dict(zip(keys(put), texts, strict=False))
    whole = answered(Close(form=form), put, said)
    early = {key: said[key] for key in keys(put)[:reached]}
    paused = answered(Close(form=form), put, early, reached)
    assert list(paused.left) == keys(put)[reached:]
    rest = remaining(paused, PACKS, [])
    assert keys(rest) == list(paused.left)
    resumed = answered(paused, rest, {key: said[key] for key in keys(rest)})
    assert resumed == whole
    assert all(one.text.strip() == one.text != "" for one in resumed.answers)


def test_an_answer_that_is_changed_stays_in_its_place() -> None:
    put = questions()
    first = answered(Close(), put, {"daily/happened": "b", "daily/expected": "c"})
    second = answered(first, put, {"daily/happened": "B"})
    assert [a.text for a in second.answers] == ["B", "c"]


def test_what_was_answered_out_of_turn_is_not_left() -> None:
    kept = answered(Close(), questions(), {"daily/tomorrow": "Ring first."}, reached=1)
    assert "daily/tomorrow" not in kept.left
    assert "daily/happened" in kept.left


@pytest.mark.parametrize("days", [20, 26, 32, 38])
def test_a_phase_that_was_not_written_about_gets_a_question_of_that_phase(days: int) -> None:
    prompts = by_key(PACKS)
    angles = ("daily/practise", "daily/yours", "daily/granted", "daily/disagree")
    closes = [five(day, "daily/if", "daily/difference", angles[day % 4]) for day in range(days)]
    [more] = [q for q in questions(closes=closes) if q.step == "question"]
    assert prompts[more.prompt].phase == "during"
    assert "middle of the work" in more.because


def test_a_question_that_was_retired_meanwhile_is_not_asked_any_more() -> None:
    paused = Close(left=("daily/gone", "daily/moved"))
    assert keys(remaining(paused, PACKS, [])) == ["daily/moved"]


@pytest.mark.parametrize(("made", "of", "level"), [(3, 5, "full"), (1, 5, "cue"), (2, 1, "full")])
def test_how_soon_a_question_gets_shorter_is_a_setting(made: int, of: int, level: str) -> None:
    closes = [five(0, "daily/moved")]
    manner = manner_of(Settings(fade_made=made, fade_of=of))
    put = plan(PACKS, "five", [CALLED], closes, FIRST + timedelta(days=1), manner=manner)
    assert {q.prompt: q.level for q in put}["daily/moved"] == level


def test_how_one_likes_to_be_asked_comes_from_the_settings() -> None:
    manner = manner_of(Settings(angle="view", unseen_days=9), tomorrow=False)
    assert (manner.preference, manner.unseen.days, manner.tomorrow) == ("view", 9, False)
    assert manner_of(Settings()) == Manner(), "the numbers of the rules hold until they are set"

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.practice.tries.two_lines import expectation, i_will, intention


@pytest.mark.parametrize(
    ("typed", "cue", "response"),
    [
        ("If a call drifts, I'll ask for the decision", "a call drifts", "ask for the decision"),
        ("if a call drifts I’ll ask", "a call drifts", "ask"),
        ("When it rings, then I will wait", "it rings", "wait"),
        ("If a call drifts → ask for it", "a call drifts", "ask for it"),
        ("If two, or three, ask, I'll stop", "two, or three, ask", "stop"),
        ("Summary first", "", "Summary first"),
        ("I'll write it first", "", "write it first"),
        ("  ", "", ""),
    ],
)
def test_a_first_line_is_read(typed: str, cue: str, response: str) -> None:
    assert intention(typed) == (cue, response)


@pytest.mark.parametrize(
    ("response", "read"),
    [
        ("ask first", "I'll ask first"),
        ("I ask first", "I ask first"),
        ("I’d ask", "I’d ask"),
        ("Ice it", "I'll Ice it"),
        ("", ""),
    ],
)
def test_what_the_learner_does_is_read_as_they_would_say_it(response: str, read: str) -> None:
    assert i_will(response) == read


@pytest.mark.parametrize(
    ("typed", "prediction", "sure"),
    [
        ("fewer questions (7 of 10)", "fewer questions", 7),
        ("I expect fewer questions, 10/10", "fewer questions", 10),
        ("fewer than 3", "fewer than 3", None),
        ("less (11 of 10)", "less (11 of 10)", None),
        ("I expect", "I expect", None),
        ("", "", None),
    ],
)
def test_a_second_line_is_read(typed: str, prediction: str, sure: int | None) -> None:
    assert expectation(typed) == (prediction, sure)


@given(st.text(max_size=80))
def test_no_line_is_refused_and_nothing_typed_is_lost(typed: str) -> None:
    said = intention(typed)
    assert bool(said.cue or said.response) is bool(typed.split())
    sure = expectation(typed).sure
    assert sure is None or 0 <= sure <= 10

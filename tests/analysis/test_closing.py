"""What may be done or answered by now is pointed to, never to an earlier text."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.closing import WITHIN, Kind, Later, Told

FIRST = datetime(2026, 3, 2, 9, tzinfo=UTC)


def told(day: int, words: str, id_: str = "") -> Told:
    at = FIRST + timedelta(days=day)
    return Told(id_ or f"id{day}", at.date(), at, 0, len(words), words)


def perhaps(kind: Kind, held: str, *later: str) -> str:
    """Return the later sentence by which the earlier one may be closed, or ""."""
    found = Later([told(3 + n, words) for n, words in enumerate(later)]).perhaps(
        told(0, held), kind
    )  # fmt: skip
    return found.words if found else ""


WHOLESALER = "I'll ring the wholesaler about the ferrules."


@pytest.mark.parametrize(
    ("held", "later"),
    [
        ("I'll ring Zeynep tomorrow.", "Rang Zeynep back, she had the list."),
        (WHOLESALER, "Rang the wholesaler; no ferrules until May."),
        ("I want to draw the riser before the meeting.", "Drew the riser, the meeting was short."),
        ("I'm going to measure the pump.", "- [x] measure the pump"),
    ],
)
def test_what_reads_as_done_is_pointed_to(held: str, later: str) -> None:
    assert perhaps(Kind.INTENTION, held, "It rained.", later) == later


@pytest.mark.parametrize(
    "later",
    [
        "Still not rung the wholesaler about ferrules.",
        "Didn't ring the wholesaler.",
        "Nearly rang the wholesaler.",
        "The wholesaler has ferrules.",
        "Rang Zeynep.",
        "Rang the wholesaler about the ferrules?",
    ],
)
def test_what_is_not_done_or_shares_too_little_is_not(later: str) -> None:
    assert not perhaps(Kind.INTENTION, WHOLESALER, later)


def test_an_answer_is_named() -> None:
    question = "Why does the pump drip?"
    answer = "The pump drips because the seal is dry."
    assert perhaps(Kind.QUESTION, question, "The pump drips again.", answer) == answer
    assert not perhaps(Kind.QUESTION, question, "Does the pump drip because of the seal?")


def test_what_shares_most_is_pointed_to_and_of_those_the_first() -> None:
    exact = "Rang the wholesaler about ferrules."
    assert perhaps(Kind.INTENTION, WHOLESALER, "Rang the wholesaler.", exact, exact + " ") == exact


def test_words_that_are_everywhere_say_little() -> None:
    everywhere = [told(3 + n, "Checked the pump alarm.") for n in range(9)]
    held = told(0, "I'll check the pump alarm.")
    assert Later(everywhere[:3]).perhaps(held, Kind.INTENTION)
    assert Later(everywhere).perhaps(held, Kind.INTENTION) is None


WORDS = st.sampled_from(["rang", "ring", "Zeynep", "pump", "did", "because", "it was", "seal", "?"])
SENTENCES = st.builds(
    told, st.integers(0, 90), st.lists(WORDS, max_size=8).map(" ".join), st.sampled_from("abcd")
)


@given(st.lists(SENTENCES, max_size=12), SENTENCES, st.sampled_from(Kind))
def test_it_never_points_to_an_earlier_text_nor_to_the_same(
    there: list[Told], held: Told, kind: Kind
) -> None:
    found = Later(there).perhaps(held, kind)
    if found:
        assert found in there
        assert found.id != held.id
        assert timedelta(0) < found.at - held.at <= WITHIN

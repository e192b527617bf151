"""Cards as lines of text, of every kind that the sample has."""

from datetime import date

import pytest

from journal.cli.cards import called, card_lines
from journal.sample import sample_records
from tests.cli.talking import WORDS_FOR_CODE

TODAY = date(2026, 11, 24)
CARDS = {each.kind: each for each in sample_records(TODAY, "Etc/UTC") if called(each)}


def test_the_nouns_have_cards() -> None:
    nouns = {"item", "experiment", "plan", "belief", "goal", "asset", "feedback", "review"}
    assert nouns | {"context"} <= set(CARDS)


@pytest.mark.parametrize("kind", CARDS)
def test_a_card_begins_with_what_it_is_called_and_says_what_it_is(kind: str) -> None:
    lines = card_lines(CARDS[kind], TODAY)
    assert lines
    assert lines[0] == called(CARDS[kind])
    assert lines[1].endswith(".")
    assert lines[1][0].isupper()
    headings = [line.partition(":")[0] for line in lines if not line.startswith(" ")]
    assert not WORDS_FOR_CODE.search("\n".join(headings[1:]))
    assert not [line for line in lines[2:] if line.endswith(": ")]

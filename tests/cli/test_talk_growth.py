"""Growth, one line at a time: the page, what a line rests on, and what is taken out."""

from datetime import timedelta

from tests.cli.home import Home
from tests.cli.talking import WORDS_FOR_CODE, records, talk


def stuck(home: Home) -> None:
    """Be stuck on three days, the first of them eleven days ago."""
    now = home.now
    for days in (11, 10, 1):
        home.now = now - timedelta(days=days)
        home.add(f"- no toner, {days} days ago")
    home.now = now


def test_a_line_is_read_by_its_name_and_a_passage_is_taken_out(home: Home) -> None:
    stuck(home)
    said = talk(home, ":4", ":growth stuck", ":4 not stuck 2 it was a joke", ":4", ":u")
    assert "3 times stuck, 0 followed by another way within a week" in said
    assert "2. " in said
    assert "no toner, 10 days ago" in said
    assert "Kept: doesn't count. :u takes it back." in said
    assert "2 times stuck" in said
    assert "Took back a word on a passage" in said
    assert not WORDS_FOR_CODE.search(said)
    assert records(home, "mark") == []


def test_what_is_not_there_is_said(home: Home) -> None:
    stuck(home)
    said = talk(home, ":4 juggling", ":4 not stuck", ":4 not stuck 9 why", ":4 not stuck 1")
    assert "No line of Growth says “juggling”." in said
    assert "Which one?" in said
    assert "There is no number 9 to take out there." in said
    assert "It doesn't count because" in said
    assert records(home, "mark") == []


def test_with_nothing_to_compare_it_offers_the_first_page(home: Home) -> None:
    said = talk(home, ":4")
    assert "nothing is missing" in said
    assert ":first page" in said

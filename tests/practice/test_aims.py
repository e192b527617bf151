import pytest

from journal.practice.mind.aims import reads_as_learning


@pytest.mark.parametrize(
    ("aim", "reads"),
    [
        ("Learning how to listen", True),
        ("find out when to ask", True),
        ("I want to learn how they open a call", True),
        ("Close 40 tickets a week", False),
        ("Learned helplessness, none of it", False),
        ("", False),
    ],
)
def test_an_aim_reads_as_something_to_learn_by_how_it_begins(aim: str, reads: bool) -> None:
    assert reads_as_learning(aim) is reads

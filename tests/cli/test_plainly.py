"""What is typed most often goes around argparse, and comes to the same."""

from collections.abc import Callable, Sequence
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.cli.parsing import parse
from journal.cli.verbs import VERBS, handler
from journal.errors import Usage

PLAIN = [verb.name for verb in VERBS.values() if verb.plain]
WORDS = (
    "",
    "-",
    "- b",
    "-n",
    "-n3",
    "3",
    "007",
    "٣",
    "--",
    "--json",
    "tag:x",
    "a b",
    "--color",
    "x",
)

words = st.lists(st.sampled_from(WORDS) | st.text(max_size=3).filter(lambda t: "\0" not in t))


def plainly(name: str, typed: Sequence[str]) -> object:
    """Return what the short way makes of the words after a verb."""
    return cast(Callable[[Sequence[str]], object], handler(name, "_plainly"))(typed)


@pytest.mark.parametrize("name", PLAIN)
@given(typed=words)
def test_the_short_way_comes_to_what_the_parser_says(name: str, typed: list[str]) -> None:
    short = plainly(name, typed)
    if short is not None:
        assert vars(short) == vars(parse(name, typed))


@pytest.mark.parametrize(
    ("name", "typed"),
    [("add", ["a", "note"]), ("list", []), ("list", ["-n", "10"]), ("search", ["a", "b"])],
)
def test_the_short_way_is_taken(name: str, typed: list[str]) -> None:
    assert plainly(name, typed) is not None


@pytest.mark.parametrize("typed", [["-n", "ten"], ["-n"], ["-n", "-3"], ["-n", ""]])
def test_what_is_no_number_is_left_to_the_parser(typed: list[str]) -> None:
    assert plainly("list", typed) is None
    with pytest.raises(Usage):
        parse("list", typed)

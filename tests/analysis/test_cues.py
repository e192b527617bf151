"""Every cue catches what it is there for, and leaves what looks like it."""

import pytest

from journal.analysis.cues import Cue, Table, parse_tables
from journal.analysis.matching import Matcher
from journal.analysis.shipped import shipped_table
from journal.errors import Usage

CUES = shipped_table().cues


def caught(cue: Cue, text: str) -> bool:
    """Say whether `cue`, alone and at full weight, catches anything in `text`."""
    return any(cue.id in seen for seen in Matcher(Table((cue,), {})).caught(text))


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_a_cue_catches_its_sentence_and_leaves_the_other(cue: Cue) -> None:
    assert caught(cue, cue.catches)
    assert not caught(cue, cue.leaves)


def table(**changes: object) -> str:
    """Return a table of one cue as TOML, with some fields other than usual."""
    fields: dict[str, object] = {
        "id": '"it"',
        "label": '"question:question"',
        "weight": 2,
        "pattern": '"why"',
        "catches": '"Why?"',
        "leaves": '"So."',
    }
    lines = [f"{name} = {value}" for name, value in (fields | changes).items() if value is not None]
    return "\n".join(["[[cue]]", *lines])


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"label": '"mood:sad"'}, "is not a label"),
        ({"also": '"frame:clever"'}, "is not a label"),
        ({"weight": 0}, "is not a weight"),
        ({"leaves": None}, '"leaves" is missing'),
        ({"colour": '"red"'}, '"colour" is not known here'),
        ({"keeps": '["all"]'}, 'cannot keep what is "all"'),
        ({"pattern": '"why ("'}, "bracket"),
        ({"pattern": '"why (a|b"'}, "bracket"),
        ({"pattern": '"why a)"'}, "bracket"),
        ({"pattern": '"whys? not"'}, "brackets go around"),
        ({"pattern": '"why <nobody>"'}, "there is no class <nobody>"),
        ({"pattern": '"..3 (a)?"'}, "no word that must be there"),
        ({"pattern": '"why & how"'}, "cannot be read"),
    ],
)
def test_a_table_that_cannot_be_used_says_why(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(Usage, match=r"own\.toml") as refused:
        parse_tables({"own.toml": table(**changes)})
    assert reason in refused.value.message


def test_what_is_no_toml_is_said_to_be_none() -> None:
    with pytest.raises(Usage, match=r"own\.toml: this cannot be read as TOML"):
        parse_tables({"own.toml": "[[cue]"})


def test_two_cues_cannot_share_an_id() -> None:
    with pytest.raises(Usage, match="two cues"):
        parse_tables({"a.toml": table(), "b.toml": table()})


@pytest.mark.parametrize(
    ("pattern", "fits", "fails"),
    [
        ("red (big|small)? ball", "a red small ball", "a red blue ball"),
        ("red ..2 ball", "a red and blue ball", "a red and very blue ball"),
        ("red ..2 ball", "red big ball", "red, ball"),
        ("red ... ball", "red, they said, was the ball", "red. The ball"),
        ("redd* ball", "a reddish ball", "a red ball"),
        ("^ red", "So, red it is", "it is red"),
        ("/ red", "it is blue, red maybe", "it is red"),
        ("red $", "it is red.", "it is red indeed."),
        ("red , ball", "red, ball", "red ball"),
        ("red <toy>", "a red top", "a red hen"),
        ("red %", "is it red today?", "it is red. Why?"),
    ],
)
def test_patterns(pattern: str, fits: str, fails: str) -> None:
    toy = '[classes]\ntoy = "(ball|top)"\n'
    one = table(pattern=f"'{pattern}'", keeps='["negated", "reported", "supposed", "others"]')
    [cue] = parse_tables({"own.toml": toy + one}).cues
    assert caught(cue, fits)
    assert not caught(cue, fails)

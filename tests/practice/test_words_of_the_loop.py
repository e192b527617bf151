"""What the rules of the loop say to a learner has none of the words that belong to the code."""

from pathlib import Path

import pytest

from tests.screens.test_words import forbidden, said
from tests.support.terminal import ROOT

MODULES = sorted((Path(ROOT) / "journal" / "practice").glob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_rule_says_a_word_that_belongs_to_the_code(path: Path) -> None:
    found = [text for text in said(path) if forbidden(text)]

    assert found == []

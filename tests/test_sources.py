"""docs/sources.md: what each system and practice became, and a test that is there for each."""

import ast
import re
from functools import cache

import pytest

from tests.support.terminal import ROOT

TEXT = (ROOT / "docs" / "sources.md").read_text("utf-8")
TEST = re.compile(r"`(?P<path>tests/[\w/]+\.py)::(?P<name>\w+)`")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("| ") and not line.startswith("| Named there")
]
NAMED = [
    "asset-oriented", "learning behaviours", "agentive", "mastery", "self-regulated",
    "leveraged contexts", "feedback", "feedforward", "transfer", "adaptive expertise",
    "inventory", "learning goals", "cycle of inquiry", "small and frequent", "together",
    "real time", "safe to fail", "leading and lagging", "routine", "toyota kata",
    "learning to improve", "action research", "red team", "unmistakable impact",
    "fifth discipline", "seek, sense, share", "knowledge management", "job aids", "links",
    "narrating", "scaffolding", "dare2share", "performance", "mental models", "always done",
    "dialogue", "storytelling", "psychological safety", "citizenship",
]  # fmt: skip
"""A word or two for each system and practice of the five texts."""


@cache
def functions(path: str) -> frozenset[str]:
    """Return the names of the functions that a file of the project defines."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, kinds))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_row_names_tests_that_are_there_or_says_that_nothing_serves_it(row: list[str]) -> None:
    _, what, here, shown = row
    assert what
    if here.startswith("nothing"):
        assert shown == "nothing"
        return
    named = list(TEST.finditer(shown))
    assert named
    for match in named:
        assert match["name"] in functions(match["path"])


@pytest.mark.parametrize("name", NAMED)
def test_every_system_and_practice_has_a_row(name: str) -> None:
    assert any(name in row[0].casefold() for row in ROWS)

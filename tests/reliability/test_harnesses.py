"""The harnesses in sizes for every day: nothing bad, and each control as bad as it must be."""

import json
import subprocess
import sys

import pytest

from tests.reliability.__main__ import HARNESSES
from tests.reliability.figure import Figure
from tests.support.terminal import ROOT

LEAST = {
    "killing": 700, "failing": 3000, "power": 20_000, "cutting": 200, "filling": 100,
    "corrupting": 100_000, "living": 25_000, "racing": 800, "leaking": 500, "fuzzing": 200_000,
    "showing": 1000,
}  # fmt: skip
"""How much each tries at least; less would not be worth its name."""


@pytest.mark.parametrize("name", HARNESSES)
def test_nothing_is_lost_and_nothing_leaks(name: str) -> None:
    command = [sys.executable, "-m", "tests.reliability", "--only", name, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr[-3000:]
    [said] = json.loads(done.stdout)
    figure = Figure(**{**said, "bad": tuple(said["bad"])})
    if figure.not_run:
        pytest.skip(f"NOT RUN: {figure.not_run}")
    assert figure.bad == ()
    assert figure.tried >= LEAST[name]
    assert figure.control > 0, "the control found nothing: the harness would not notice a loss"
    assert figure.is_good


def test_a_figure_is_good_only_if_its_control_failed() -> None:
    good = Figure("x", "y", tried=1, control=1)
    assert good.is_good
    assert not good._replace(control=0).is_good
    assert not good._replace(bad=("something",)).is_good
    assert not good._replace(tried=0).is_good
    assert "NOT RUN: no root" in good._replace(not_run="no root").as_line()


def test_every_harness_is_described() -> None:
    described = (ROOT / "docs" / "reliability.md").read_text("utf-8")
    assert [name for name in HARNESSES if f"`{name}`" not in described] == []

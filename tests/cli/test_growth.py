from datetime import date

import pytest

from journal.clock import Clock
from journal.paths import Places
from journal.sample import sample_records
from journal.store.journal import Journal
from tests.cli.home import Home

NOON = 1_795_518_000_000_000_000


@pytest.fixture
def sampled(home: Home) -> Home:
    """Give a home that holds the sample, which ends on the day that it is."""
    folder = home.folder
    journal = Journal(
        Places(folder / "journal", folder / "settings.toml", folder / "state"),
        Clock(lambda: NOON, "Europe/Vienna"),
    )
    journal.save(*sample_records(date(2026, 11, 24), "Europe/Vienna"))
    journal.close()
    return home


def test_an_empty_journal_lacks_nothing(home: Home) -> None:
    assert home.run("growth").lines[0] == "Nothing to compare yet, and nothing is missing."


def test_then_and_now_come_first_and_figures_only_when_chosen(sampled: Home) -> None:
    out = sampled.run("growth").out
    assert out.startswith("The same question, then and now\n")
    assert "14 tries looked at" in out
    assert "After being stuck" not in out
    assert "People and resources\n  Names that come back: Lea 60, Karim 34, Ruth 24" in out

    sampled.run("config", "set", "figures", "stuck minds")
    assert "6 of 7 times stuck were followed by another way" in sampled.run("growth").out


def test_no_more_than_three_figures_can_be_chosen(home: Home) -> None:
    home.run("config", "set", "figures", "stuck minds said tries", code=2)
    home.run("config", "set", "figures", "mood", code=2)


def test_module_1_opens_its_evidence(sampled: Home) -> None:
    out = sampled.run("growth", "--module1").out
    assert "What I bring: 6 things, each with its note" in out
    [line] = [line for line in out.splitlines() if "Labelling before I pull" in line]
    id_ = line.rpartition("[")[2].rstrip("]")
    assert sampled.record(id_)["kind"] == "asset"
    assert len(sampled.run("growth", "--module1", "--json").json) == 5


def test_as_json_every_figure_has_its_evidence(sampled: Home) -> None:
    found = sampled.run("growth", "--json").json
    [stuck] = [each for each in found["figures"] if each["name"] == "stuck"]
    assert (stuck["n"], stuck["missing"]) == (7, 1)
    assert stuck["window"] == {"first": "2026-10-28", "last": "2026-11-24"}
    assert stuck["change"]["verdict"] == "too early to say"
    for id_ in stuck["ids"]:
        sampled.record(id_)


def test_the_file_is_for_its_owner_and_is_not_written_over(sampled: Home) -> None:
    path = sampled.folder / "growth.html"
    assert str(path) in sampled.run("growth", "--html", str(path)).err
    assert path.stat().st_mode & 0o077 == 0
    assert path.read_text("utf-8").startswith("<!doctype html>")
    assert "is there already" in sampled.run("growth", "--html", str(path), code=2).err
    assert "Twelve weeks" in sampled.run("growth", "--twelve-weeks", "-").out
    nowhere = str(sampled.folder / "no" / "x.html")
    assert "cannot be written" in sampled.run("growth", "--html", nowhere, code=9).err


def test_looking_at_growth_keeps_nothing(sampled: Home) -> None:
    before = {path: path.read_bytes() for path in sampled.line_files()}
    sampled.run("growth")
    assert {path: path.read_bytes() for path in sampled.line_files()} == before
    assert not list(sampled.folder.rglob("*growth*"))

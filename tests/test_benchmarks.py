"""The benchmarks: journals that are the same every time, and rows that run."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from journal.clock import Clock
from journal.paths import places
from journal.records.codec import to_json
from journal.records.criteria import Criteria
from journal.store.journal import Journal
from tests.benchmarks.__main__ import main
from tests.benchmarks.bench import Bench, Sizes
from tests.benchmarks.generate import NOW, RARE, Size, records, write
from tests.benchmarks.report import Fact, Row, as_line
from tests.benchmarks.rows import ROWS
from tests.benchmarks.timing import ROOT, Timing

TINY = ("--records", "30", "60", "90", "120", "--rounds", "1")
IN_A_TERMINAL = {"paint", "keys"}


def test_journals_are_the_same_every_time() -> None:
    first, second = (
        [json.dumps(to_json(record)) for record in records(Size(200))] for _ in range(2)
    )
    assert first == second
    assert len({json.loads(record)["id"] for record in first}) == 200


def test_seven_records_a_day_are_a_look_back_and_six_notes() -> None:
    made = list(records(Size(17_500)))
    days = Counter(record.day for record in made)
    assert len(days) == 2500
    assert set(days.values()) == {7}
    assert Counter(record.kind for record in made) == {"note": 15_000, "close": 2_500}
    lengths = [len(record.text.split()) for record in made if record.kind == "note"]
    assert 23 < sum(lengths) / len(lengths) < 27
    assert sum(RARE in record.text for record in made) == 5
    assert [record.at for record in made] == sorted(record.at for record in made)
    assert made[-1].at < NOW


def test_as_many_a_month_whatever_the_size() -> None:
    months = [
        Counter(f"{record.at:%Y-%m}" for record in records(size))["2025-12"]
        for size in (Size(1_000, a_day=20), Size(3_000, a_day=20))
    ]
    assert months[0] == months[1] == 20 * 22


def test_the_journal_that_is_written_is_one_of_ours(home: Path) -> None:
    write(home, Size(300))
    journal = Journal(places(), Clock(lambda: int(NOW.timestamp()) * 10**9, "Etc/UTC"))
    found = journal.find(Criteria())
    assert [r._replace(version="") for r in found] == list(records(Size(300)))
    assert journal.damage() == []
    [kept] = journal.save(found[0]._replace(id="", version=""))
    journal.close()
    names = {path.name.split(".")[1] for path in home.glob("journal/lines-*/*.jsonl")}
    assert kept.id
    assert len(names) == 1  # written by this computer, which goes on in the same files


@pytest.mark.parametrize("name", sorted(ROWS.keys() - IN_A_TERMINAL))
def test_a_row_runs(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*TINY, "--only", name, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["rows"]
    assert all("ratio" in row or row["found"] for row in found["rows"])


@pytest.mark.parametrize("name", sorted(IN_A_TERMINAL))
def test_a_row_in_a_terminal_runs(name: str) -> None:
    with Bench(Sizes(30, 60, 90, 120), rounds=1) as bench:
        rows = ROWS[name](bench)
    assert all(isinstance(row, Row) and row.ratio > 0 for row in rows)


def test_a_bar_that_is_missed_is_called_so() -> None:
    ours, floor = Timing((30, 30, 90)), Timing((10, 10, 10))
    assert re.search("≤ 3 met", as_line(Row("x", ours, "y", floor, 3)))
    assert re.search("≤ 2.9 MISSED", as_line(Row("x", ours, "y", floor, 2.9)))
    assert re.search("≤ 3 MISSED", as_line(Row("x", ours, "y", floor, 3, at="p99")))
    assert re.search("MISSED", as_line(Fact("x", "two", "one", met=False)))


def test_the_table_has_one_row_for_each_comparison(capsys: pytest.CaptureFixture[str]) -> None:
    main([*TINY, "--only", "add"])
    printed = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("| journal add") for line in printed) == 3


def test_every_row_is_described() -> None:
    described = (ROOT / "docs" / "benchmarks.md").read_text()
    assert [name for name in ROWS if f"`{name}`" not in described] == []

from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import Usage
from journal.exchange.bring import carry_out, plan
from journal.exchange.formats import FORMATS, format_named
from journal.exchange.moments import Local
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.journal import Journal
from tests.exchange.journals import VIENNA, bring, everything, figures


def _days(count: int) -> bytes:
    return "\n".join(f"[{2010 + n // 365}-01-{n % 28 + 1:02} 10:00] Entry {n}\n"
                     for n in range(count)).encode()  # fmt: skip


def test_a_plan_changes_nothing(journal: Journal) -> None:
    assert figures(plan(journal, "jrnl", _days(3), VIENNA))[0] == 3
    assert everything(journal) == []
    assert not journal.places.journal.exists()


def test_an_import_is_one_step_back_and_forth(journal: Journal) -> None:
    bring(journal, "jrnl", _days(700))
    assert len(journal.find(Criteria())) == 700
    assert journal.undo().op == "import"
    assert journal.find(Criteria()) == []
    planned = plan(journal, "jrnl", _days(700), VIENNA)
    assert figures(planned) == (0, 700, 0, 0, 0)
    journal.redo()
    assert len(journal.find(Criteria())) == 700


def test_records_stand_in_the_file_of_their_month(journal: Journal) -> None:
    bring(journal, "jrnl", b"[2016-03-05 10:00] A\n\n[2016-04-01 00:30] B\n\n[2016-05-01 10:00] C")
    files = sorted(path.name[:7] for path in (journal.places.journal / "lines-1").iterdir())
    assert files == ["2016-03", "2016-05"]  # B is still March in UTC


def test_progress_counts_to_the_end_and_lines_stay_small(journal: Journal) -> None:
    planned = plan(journal, "jrnl", _days(600), VIENNA)
    heard: list[tuple[int, int]] = []
    carry_out(journal, planned, lambda done, total: heard.append((done, total)))
    assert heard[-1] == (600, 600)
    assert heard == sorted(heard)
    folder = journal.places.journal / "lines-1"
    lines = [line for path in folder.iterdir() for line in path.read_bytes().splitlines()]
    assert len(lines) == len(heard)
    assert max(map(len, lines)) < 300_000


def test_large_texts_get_lines_of_their_own(journal: Journal, tmp_path: Path) -> None:
    for n in range(4):
        (tmp_path / f"2016-03-0{n + 1}.md").write_text("ä" * 60_000)
    heard: list[int] = []
    planned = plan(journal, "markdown", tmp_path, VIENNA)
    carry_out(journal, planned, lambda done, _total: heard.append(done))
    assert len(heard) > 1
    assert all(len(record.text) == 60_000 for record in journal.find(Criteria()))


def test_what_lies_ahead_of_the_clock_is_named(journal: Journal) -> None:
    soon = journal.clock.now() + timedelta(hours=20)
    late = journal.clock.now() + timedelta(hours=60)
    text = f"[{soon:%Y-%m-%d %H:%M}] Soon\n\n[{late:%Y-%m-%d %H:%M}] Late\n"
    planned = bring(journal, "jrnl", text.encode(), Local("UTC"))
    assert [record.text for record in planned.added] == ["Soon"]
    assert planned.unread[0].where == "the pipe, line 3"


def test_what_is_in_the_trash_stays_there(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "2024-01-01.md"
    path.write_text("first")
    bring(journal, "markdown", path)
    journal.remove(*journal.find(Criteria()))
    path.write_text("second")
    assert figures(bring(journal, "markdown", path)) == (0, 0, 0, 1, 0)
    assert journal.find(Criteria()) == []


def test_a_change_and_an_addition_are_taken_back_together(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "2024-01-01.md").write_text("first")
    bring(journal, "markdown", tmp_path)
    (tmp_path / "2024-01-01.md").write_text("second")
    (tmp_path / "2024-01-02.md").write_text("new")
    assert figures(bring(journal, "markdown", tmp_path)) == (1, 0, 1, 0, 0)
    journal.undo()
    assert [record.text for record in journal.find(Criteria())] == ["first"]


def test_another_zone_does_not_make_old_entries_new(journal: Journal) -> None:
    bring(journal, "jrnl", _days(3), Local("Europe/Vienna"))
    assert figures(bring(journal, "jrnl", _days(3), Local("Asia/Tokyo"))) == (0, 3, 0, 0, 0)


def test_a_record_says_where_it_came_from(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "2024-01-01.md").write_text("words")
    [record] = bring(journal, "markdown", tmp_path).added
    source = record.extra["source"]
    assert (source["format"], source["key"]) == ("markdown", "2024-01-01.md")
    assert len(source["digest"]) == 32


def test_piped_notes_are_told_apart_by_their_words(journal: Journal) -> None:
    assert figures(bring(journal, "markdown", b"one"))[0] == 1
    assert figures(bring(journal, "markdown", b"two"))[0] == 1
    assert figures(bring(journal, "markdown", b"one")) == (0, 1, 0, 0, 0)


def test_what_the_summary_says_is_json(journal: Journal) -> None:
    assert plan(journal, "jrnl", b"Words\n[2024-01-15 09:30] A\n", VIENNA).summary() == {
        "format": "jrnl", "added": 1, "unchanged": 0, "changed": 0, "skipped": [], "lost": {},
        "unreadable": [{"where": "the pipe", "reason": "text before the first date"}],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["day-one", "dayone", "Day_One"])
def test_formats_are_found_by_their_name(name: str) -> None:
    assert format_named(name) is FORMATS["day-one"]


@pytest.mark.parametrize(("format_", "path"), [("word", "."), ("tinydb", "."), ("json", "nowhere")])
def test_an_unknown_format_or_path_is_a_matter_of_usage(
    journal: Journal, format_: str, path: str
) -> None:
    with pytest.raises(Usage):
        plan(journal, format_, Path(path), VIENNA)


def test_a_record_that_is_here_is_not_written_anew(journal: Journal) -> None:
    now = journal.clock.now()
    journal.save(Record("", now, "Europe/Vienna", now.date(), "mine"))
    bring(journal, "jrnl", _days(1))
    assert len(journal.find(Criteria())) == 2

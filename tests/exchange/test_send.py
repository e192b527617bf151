import json
from pathlib import Path

import pytest
from hypothesis import given
from tinydb import TinyDB, where

from journal.errors import NotWritten, Usage
from journal.exchange import tiny_db
from journal.exchange.send import export
from journal.records.codec import to_json
from journal.records.record import Record
from journal.store.journal import Journal
from tests.exchange.journals import everything, records


def _keep(journal: Journal, *texts: str) -> list[Record]:
    now = journal.clock.now()
    notes = [Record("", now, "Europe/Vienna", now.date(), text) for text in texts]
    return journal.save(*notes)


def test_stock_tinydb_opens_the_database(journal: Journal, tmp_path: Path) -> None:
    first, second = _keep(journal, "Größe \u202e", "two")
    journal.remove(second)
    report = export(journal, "tinydb", tmp_path / "j.json")
    with TinyDB(tmp_path / "j.json", encoding="ascii") as db:
        table = db.table("records")
        assert [doc.doc_id for doc in table.all()] == [1, 2]
        [doc] = table.search(where("id") == first.id)
        assert dict(doc) == to_json(first)
        assert table.count(where("trashed") == True) == 1  # noqa: E712 - this builds a query
    assert report.records == 2


@given(records)
def test_a_database_holds_any_record(record: Record) -> None:
    data = json.loads(tiny_db.write([record], {}).files[""])
    assert data == {"records": {"1": to_json(record)}}


@pytest.mark.parametrize("format_", ["json", "jrnl", "tinydb"])
def test_the_same_journal_gives_the_same_bytes(
    journal: Journal, tmp_path: Path, format_: str
) -> None:
    _keep(journal, "one", "two", "three")
    first = export(journal, format_).data
    again = Journal(journal.places, journal.clock)
    report = export(again, format_, tmp_path / "out")
    assert report.data is None
    assert (tmp_path / "out").read_bytes() == first


def test_a_folder_written_twice_is_the_same(journal: Journal, tmp_path: Path) -> None:
    [note] = _keep(journal, "Deploy: failed?\n\nAgain.")
    export(journal, "markdown", tmp_path / "out")
    [path] = (tmp_path / "out").iterdir()
    assert path.name == f"{note.day.isoformat()} Deploy failed {note.id}.md"
    before = path.read_bytes()
    assert before.endswith(b"\n---\nDeploy: failed?\n\nAgain.")
    report = export(journal, "markdown", tmp_path / "out")
    assert path.read_bytes() == before
    assert (report.records, report.edited, report.stale) == (1, (), ())


def test_other_files_in_the_folder_stay(journal: Journal, tmp_path: Path) -> None:
    [note] = _keep(journal, "mine")
    own = tmp_path / f"{note.day.isoformat()} mine {note.id}.md"
    own.write_text("something of the learner's, by chance of the same name")
    report = export(journal, "markdown", tmp_path)
    assert own.read_text().startswith("something of the learner's")
    assert (report.records, report.edited) == (0, (own.name,))


def test_nothing_goes_into_the_journals_own_folder(journal: Journal, tmp_path: Path) -> None:
    _keep(journal, "one")
    (tmp_path / "link").symlink_to(journal.places.journal)
    for path in (journal.places.journal / "x.json", tmp_path / "link" / "x.json"):
        with pytest.raises(Usage):
            export(journal, "json", path)
    with pytest.raises(Usage):
        export(journal, "markdown", journal.places.journal)


def test_paths_that_do_not_fit_are_refused(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for format_, path in [
        ("json", tmp_path),
        ("json", tmp_path / "no" / "x.json"),
        ("markdown", tmp_path / "file"),
        ("markdown", None),
        ("day-one", tmp_path / "x"),
    ]:
        with pytest.raises(Usage):
            export(journal, format_, path)
    with pytest.raises(Usage):
        export(journal, "tinydb", history=True)


def test_a_folder_that_cannot_be_written_to_is_said_and_leaves_nothing(
    journal: Journal, tmp_path: Path
) -> None:
    _keep(journal, "one")
    with pytest.raises(NotWritten):
        export(journal, "json", tmp_path / ("x" * 300))
    assert [path.name for path in tmp_path.iterdir()] == []


def test_an_empty_journal_can_be_sent(journal: Journal) -> None:
    data = export(journal, "json").data
    assert data is not None
    assert json.loads(data)["records"] == []
    assert export(journal, "jrnl").data == b""


def test_history_holds_the_versions(journal: Journal) -> None:
    [note] = _keep(journal, "one")
    journal.save(note._replace(text="two"), op="edit")
    data = export(journal, "json", history=True).data
    assert data is not None
    past = json.loads(data)["history"][note.id]
    assert [(p["op"], p["record"]["text"]) for p in past] == [("add", "one"), ("edit", "two")]


def test_the_trash_is_left_out_of_markdown_and_counted(journal: Journal, tmp_path: Path) -> None:
    _, gone = _keep(journal, "one", "two")
    journal.remove(gone)
    report = export(journal, "markdown", tmp_path / "out")
    assert (report.records, report.lost) == (1, {"trash": 1})
    assert len(everything(journal)) == 2

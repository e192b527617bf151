import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.clock import Clock
from journal.exchange import own_json
from journal.exchange.parts import File, Found
from journal.exchange.send import export
from journal.paths import Places
from journal.records.codec import to_json
from journal.records.record import Record
from journal.store.journal import Journal
from tests.exchange.conftest import NOW
from tests.exchange.journals import VIENNA, bring, everything, figures, journals, records


def _note(journal: Journal, text: str) -> Record:
    now = journal.clock.now()
    [kept] = journal.save(Record("", now, "Europe/Vienna", now.date(), text))
    return kept


@settings(suppress_health_check=[HealthCheck.too_slow])  # long journals, a busy computer
@given(journals)
def test_what_is_written_is_read_as_the_same_records(those: list[Record]) -> None:
    data = own_json.write(those, {}).files[""]
    found = list(own_json.read([File("x.json", data, 0, alone=True)], VIENNA))
    read = [to_json(part.record) for part in found if isinstance(part, Found)]
    assert read == [to_json(record) for record in those]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(journals, st.booleans())
def test_export_and_import_give_an_equal_journal(those: list[Record], history: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old, new = (_journal(Path(folder) / name) for name in ("old", "new"))
        if those:
            old.save(*those)
        sent = export(old, "json", history=history).data
        assert sent is not None
        bring(new, "json", sent)
        assert everything(new) == everything(old)
        assert export(new, "json").data == export(old, "json").data
        assert figures(bring(new, "json", sent))[:3] == (0, len(those), 0)


def _journal(home: Path) -> Journal:
    return Journal(Places(home / "j", home / "s", home / "state"), Clock(lambda: NOW, "UTC"))


@given(records)
def test_an_export_never_acts_on_a_terminal(record: Record) -> None:
    text = own_json.write([record], {}).files[""].decode()
    assert not any(0x7F <= ord(c) <= 0x9F or c in "\u202e\u2066\u2028" for c in text)


def test_an_older_state_of_a_record_changes_nothing(journal: Journal) -> None:
    note = _note(journal, "first")
    sent = export(journal, "json").data
    assert sent is not None
    journal.save(note._replace(text="second"), op="edit")
    assert figures(bring(journal, "json", sent)) == (0, 1, 0, 0, 0)
    assert everything(journal)[0]["text"] == "second"


def test_with_its_history_a_newer_state_is_taken_over(
    journal: Journal, new_journal: Callable[[str], Journal]
) -> None:
    note = _note(journal, "first")
    other = new_journal("other")
    bring(other, "json", export(journal, "json").data or b"")
    journal.save(note._replace(text="second"), op="edit")
    planned = bring(other, "json", export(journal, "json", history=True).data or b"")
    assert figures(planned) == (0, 0, 1, 0, 0)
    assert everything(other) == everything(journal)


def test_what_was_edited_on_both_sides_stays_and_is_named(
    journal: Journal, new_journal: Callable[[str], Journal]
) -> None:
    note = _note(journal, "first")
    other = new_journal("other")
    bring(other, "json", export(journal, "json").data or b"")
    other.save(other.get(note.id)._replace(text="theirs"), op="edit")
    journal.save(note._replace(text="ours"), op="edit")
    planned = bring(other, "json", export(journal, "json", history=True).data or b"")
    assert figures(planned) == (0, 0, 0, 1, 0)
    assert note.id in planned.skipped[0].reason
    assert everything(other)[0]["text"] == "theirs"


def test_the_list_that_the_shell_prints_is_read_too(journal: Journal) -> None:
    fields = to_json(_note(journal, "kept"))
    fields["id"] = "bcdfghjkmn"
    planned = bring(journal, "json", json.dumps([fields]).encode())
    assert figures(planned) == (1, 0, 0, 0, 0)
    assert journal.get("bcdfghjkmn").text == "kept"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "../../etc"),
        ("id", None),
        ("at", "2026-01-01T10:00:00"),
        ("at", "0001-01-01T00:00:00+14:00"),
        ("trashed", "no"),
        ("extra", "text"),
        ("sign", "unheard"),
        ("kind", ["note"]),
        ("tags", "one"),
        ("text", 5),
        ("day", "tomorrow"),
    ],
)
def test_a_wrong_field_costs_its_record_alone(journal: Journal, field: str, value: object) -> None:
    good = to_json(_note(journal, "good"))
    whole = {"records": [{**good, field: value}, {**good, "id": "bcdfghjkmn"}]}
    planned = bring(journal, "json", json.dumps(whole).encode())
    assert [part.where for part in planned.unread] == ["the pipe, record 1"]
    assert [record.id for record in planned.added] == ["bcdfghjkmn"]


def test_a_newer_format_is_not_guessed_at(journal: Journal) -> None:
    planned = bring(journal, "json", b'{"format": "learning-journal", "version": 2, "records": []}')
    assert "newer version" in planned.unread[0].reason


def test_lone_surrogates_are_replaced_on_entry(journal: Journal) -> None:
    fields = {**to_json(_note(journal, "")), "id": "bcdfghjkmn", "text": "a\ud800b"}
    bring(journal, "json", json.dumps([fields]).encode())
    assert journal.get("bcdfghjkmn").text == "a\ufffdb"


def test_what_was_purged_stays_away_and_is_not_written_again(
    journal: Journal, tmp_path: Path
) -> None:
    kept = _note(journal, "a canary")
    path = tmp_path / "out.json"
    export(journal, "json", path)
    journal.remove(kept)
    journal.purge(journal.get(kept.id))
    planned = bring(journal, "json", path)
    assert figures(planned) == (0, 0, 0, 1, 0)
    assert "for good" in planned.skipped[0].reason
    files = [file for file in journal.places.journal.rglob("*") if file.is_file()]
    assert not any(b"canary" in file.read_bytes() for file in files)

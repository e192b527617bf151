import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from journal.exchange import markdown
from journal.exchange.parts import File, Found, Skipped
from journal.exchange.send import export
from journal.records.codec import to_json
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.journal import Journal
from tests.exchange.journals import VIENNA, bring, everything, figures, journals, records


def _read(text: str | bytes, name: str = "note.md", modified: float = 0.0) -> Found:
    data = text if isinstance(text, bytes) else text.encode()
    [part] = markdown.read([File(name, data, modified, alone=True)], VIENNA)
    assert isinstance(part, Found), part
    return part


@settings(suppress_health_check=[HealthCheck.too_slow])  # long journals, a busy computer
@given(journals)
def test_what_is_written_is_read_as_the_same_records(those: list[Record]) -> None:
    shown = [record for record in those if not record.trashed]
    files = markdown.write(those, {}).files
    assert len(files) == len(shown)
    read = [_read(data, name).record for name, data in files.items()]
    assert [to_json(record) for record in read] == [to_json(record) for record in shown]


@given(records)
def test_other_yaml_readers_understand_the_front_matter(record: Record) -> None:
    front = markdown.page(record).decode().split("\n---\n")[0].removeprefix("---\n")
    fields = yaml.safe_load(front)
    assert fields["id"] == record.id
    assert fields["kind"] == record.kind
    assert fields["zone"] == record.zone
    assert fields["day"] == record.day
    assert fields.get("tags", []) == list(record.tags)


@given(records)
def test_file_names_are_harmless_and_begin_with_the_day(record: Record) -> None:
    name = markdown.file_name(record)
    assert name.startswith(record.day.isoformat())
    assert name.endswith(f" {record.id}.md")
    assert not re.search(r'[\x00-\x1f\x7f/\\:*?"<>|#^\[\]\u202e\u2066]', name)
    assert len(name.encode()) < 255


def test_the_vault_comes_in_to_the_byte_and_only_once(journal: Journal, samples: Path) -> None:
    vault = samples / "til-vault"
    assert figures(bring(journal, "markdown", vault)) == (1867, 0, 0, 1, 0)
    assert figures(bring(journal, "markdown", vault)) == (0, 1867, 0, 1, 0)
    for record in journal.find(Criteria()):
        path = vault / record.extra["source"]["key"]
        front, text = path.read_bytes().decode().split("\n---\n", 1)
        assert record.text == text
        assert f"created: {record.at.isoformat()}" in front
        assert f"tags: [{', '.join(record.tags)}]" in front
    assert journal.find(Criteria())[0].at.year == 2015
    assert journal.find(Criteria())[-1].at.year == 2026


def test_a_folder_of_the_vault_brings_nothing_that_is_here_already(
    journal: Journal, samples: Path
) -> None:
    bring(journal, "markdown", samples / "til-vault")
    planned = bring(journal, "markdown", samples / "til-vault" / "prisma")
    assert len(planned.added) == 0
    assert planned.unchanged > 1


@pytest.mark.parametrize(
    ("front", "name", "at", "zone", "day"),
    [
        ("created: 2024-07-01T10:00:00-06:00", "x", "2024-07-01T10:00:00-06:00", "Etc/GMT+6", 1),
        (
            "created: 2024-07-01T10:00:00+02:00",
            "x",
            "2024-07-01T10:00:00+02:00",
            "Europe/Vienna",
            1,
        ),
        ("created: 2024-07-01T10:00:00+05:30", "x", "2024-07-01T10:00:00+05:30", "UTC", 1),
        ("created: 2024-07-02T01:30:00", "x", "2024-07-02T01:30:00+02:00", "Europe/Vienna", 1),
        ("date: 2024-07-03", "x", "2024-07-03T12:00:00+02:00", "Europe/Vienna", 3),
        ("at: 2024-07-04 09:30", "2020-01-01", "2024-07-04T09:30:00+02:00", "Europe/Vienna", 4),
        ("mood: 3", "2024-07-05 Standup", "2024-07-05T12:00:00+02:00", "Europe/Vienna", 5),
        ("mood: 3", "2024-07-06-0930", "2024-07-06T09:30:00+02:00", "Europe/Vienna", 6),
        ("mood: 3", "2024_07_07", "2024-07-07T12:00:00+02:00", "Europe/Vienna", 7),
        ("created: soon", "2024-07-08", "2024-07-08T12:00:00+02:00", "Europe/Vienna", 8),
        ("mood: 3", "2024-07-99", "2024-07-09T11:06:40+02:00", "Europe/Vienna", 9),
    ],
)
def test_when_a_note_was(front: str, name: str, at: str, zone: str, day: int) -> None:
    record = _read(f"---\n{front}\n---\nText", f"{name}.md", 1_720_516_000).record
    assert (record.at.isoformat(), record.zone) == (at, zone)
    assert record.day == date(2024, 7, day)


def test_a_time_that_says_nothing_is_kept_and_counted() -> None:
    found = _read("---\ncreated: soon\n---\nText", "2024-07-08.md")
    assert found.lost == ("created",)
    assert found.record.extra["markdown"] == {"created": "soon"}


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("[a, b/c, a]", ("a", "b/c")),
        ("a, b  c", ("a", "b", "c")),
        ("\n  - '#a'\n  - 2024\n  - true", ("a", "2024", "true")),
        ("", ()),
    ],
)
def test_tags_are_a_list_or_text(tags: str, expected: tuple[str, ...]) -> None:
    assert _read(f"---\ndate: 2024-01-01\ntags: {tags}\n---\n").record.tags == expected


def test_text_is_never_a_sign_or_a_tag() -> None:
    record = _read("! what a #day", "2024-01-01.md").record
    assert (record.sign, record.tags, record.text) == (None, (), "! what a #day")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfone\r\ntwo\r\n", "one\r\ntwo\r\n"),
        (b"---\r\ndate: 2024-01-01\r\n---\r\n\r\none", "\r\none"),
        (b"---\nno end of it", "---\nno end of it"),
        (b"---\njust text\n---\nmore", "---\njust text\n---\nmore"),
        (b"---\n---\nmore", "more"),
        (b"one\x00two", "one\x00two"),
    ],
)
def test_text_is_what_follows_the_front_matter(data: bytes, text: str) -> None:
    assert _read(data, "2024-01-01.md").record.text == text


def test_other_fields_are_kept_as_they_were_typed() -> None:
    front = "date: 2024-01-01\naliases: [no, 12:30]\nversion: 1.10\nmood: 4\ndone: true\nzip: 007"
    assert _read(f"---\n{front}\n---\n").record.extra["markdown"] == {
        "aliases": ["no", "12:30"], "version": "1.10", "mood": 4, "done": True, "zip": "007",
    }  # fmt: skip


def test_hidden_folders_links_and_empty_notes_stay_out(journal: Journal, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    for name in (".obsidian/a.md", ".trash/b.md", "logseq/bak/c.md", "2024-01-01.md"):
        path = vault / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    (vault / "empty.md").touch()
    (tmp_path / "secret.md").write_text("elsewhere")
    (vault / "link.md").symlink_to(tmp_path / "secret.md")
    (vault / "folder").symlink_to(tmp_path)
    planned = bring(journal, "markdown", vault)
    assert [record.text for record in planned.added] == ["words"]
    assert {part.where for part in planned.skipped} == {"empty.md", "folder", "link.md"}


def test_a_changed_note_becomes_a_new_version_unless_it_was_edited_here(
    journal: Journal, tmp_path: Path
) -> None:
    (tmp_path / "v").mkdir()
    path = tmp_path / "v" / "idea.md"

    def write(text: str, when: int) -> None:
        path.write_text(text)
        os.utime(path, (when, when))

    write("first", 1_700_000_000)
    bring(journal, "markdown", tmp_path / "v")
    [first] = journal.find(Criteria())
    write("second", 1_710_000_000)
    assert figures(bring(journal, "markdown", tmp_path / "v")) == (0, 0, 1, 0, 0)
    [second] = journal.find(Criteria())
    assert (second.id, second.text, second.at) == (first.id, "second", first.at)
    journal.save(second._replace(text="mine"), op="edit")
    assert figures(bring(journal, "markdown", tmp_path / "v")) == (0, 1, 0, 0, 0)
    write("third", 1_720_000_000)
    assert figures(bring(journal, "markdown", tmp_path / "v")) == (0, 0, 0, 1, 0)
    assert journal.find(Criteria())[0].text == "mine"


def test_a_note_that_was_moved_is_not_new(journal: Journal, tmp_path: Path) -> None:
    vault = tmp_path / "v"
    (vault / "inbox").mkdir(parents=True)
    (vault / "inbox" / "2024-01-01.md").write_text("words")
    bring(journal, "markdown", vault)
    (vault / "inbox").rename(vault / "archive")
    assert figures(bring(journal, "markdown", vault)) == (0, 1, 0, 0, 0)
    (vault / "inbox").mkdir()
    (vault / "inbox" / "2024-01-01.md").write_text("words")
    assert figures(bring(journal, "markdown", vault)) == (1, 1, 0, 0, 0)


def test_an_export_edited_elsewhere_comes_back(
    journal: Journal, tmp_path: Path, new_journal: Callable[[str], Journal]
) -> None:
    now = journal.clock.now()
    journal.save(Record("", now, "Europe/Vienna", now.date(), "first"))
    export(journal, "markdown", tmp_path / "out")
    [path] = (tmp_path / "out").iterdir()
    path.write_text(path.read_text().replace("first", "edited in another program"))
    report = export(journal, "markdown", tmp_path / "out")
    assert report.edited == (path.name,)
    assert figures(bring(journal, "markdown", tmp_path / "out")) == (0, 0, 1, 0, 0)
    assert everything(journal)[0]["text"] == "edited in another program"
    assert export(journal, "markdown", tmp_path / "out").stale == (path.name,)
    other = new_journal("other")
    assert figures(bring(other, "markdown", tmp_path / "out"))[0] == 1
    assert everything(other) == everything(journal)


def test_files_that_are_no_notes_are_named(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    (tmp_path / "v" / "cat.png").write_bytes(b"\x89PNG")
    assert bring(journal, "markdown", tmp_path / "v").skipped == [
        Skipped("cat.png", "not a Markdown file")
    ]

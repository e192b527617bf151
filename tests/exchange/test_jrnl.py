import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from journal.exchange import jrnl
from journal.exchange.parts import File, Found, Part, Unread
from journal.exchange.send import export
from journal.records.record import Record, Sign
from journal.store.journal import Journal
from tests.exchange.journals import VIENNA, bring, everything, figures, journals


def _parts(text: str, name: str = "j.txt") -> list[Part]:
    return list(jrnl.read([File(name, text.encode(), 0, alone=True)], VIENNA))


def _found(text: str) -> list[Record]:
    parts = _parts(text)
    assert all(isinstance(part, Found) for part in parts), parts
    return [part.record for part in parts if isinstance(part, Found)]


def test_entries_begin_at_dates_in_brackets() -> None:
    first, second = _found(
        "[2024-01-15 09:30] First day. @Work\nIt went well.\n[1] a footnote\n[x] a box\n"
        "[not a date] text\n[2024-01-16 10:00 meeting] was long\n  indented\n\n"
        "[2024-01-15 23:30] Second. *\n"
    )
    assert first.text == (
        "First day. @Work\nIt went well.\n[1] a footnote\n[x] a box\n[not a date] text\n"
        "[2024-01-16 10:00 meeting] was long\n  indented"
    )
    assert (first.tags, first.starred) == (("@work",), False)
    assert first.at.isoformat() == "2024-01-15T09:30:00+01:00"
    assert (second.text, second.starred, second.zone) == ("Second.", True, "Europe/Vienna")


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2024-07-15 09:30", "2024-07-15T09:30"),
        ("2024-07-15 09:30:15", "2024-07-15T09:30:15"),
        ("2024-07-15 09:30:15 PM", "2024-07-15T21:30:15"),
        ("2024-07-15 12:05 AM", "2024-07-15T00:05"),
        ("15.07.2024 09:30", "2024-07-15T09:30"),
        ("15/07/2024 09:30", "2024-07-15T09:30"),
        ("07/15/2024 09:30", "2024-07-15T09:30"),
        ("2024-07 14:23", "2024-07-01T14:23"),
        ("15 July 2024 09:30", "2024-07-15T09:30"),
        ("Mon Jul 15, 2024 at 9:30 am", "2024-07-15T09:30"),
        ("2024-07-15", "2024-07-15T12:00"),
    ],
)
def test_dates_as_jrnl_can_be_told_to_write_them(written: str, at: str) -> None:
    [record] = _found(f"[{written}] Title")
    assert record.at.replace(tzinfo=None).isoformat(timespec="auto").startswith(at)


def test_a_file_says_once_whether_day_or_month_comes_first() -> None:
    first, _second = _found("[03/04/2024 10:00] A\n[13/04/2024 10:00] B\n")
    assert first.day == date(2024, 4, 3)


def test_a_date_with_two_readings_is_not_guessed() -> None:
    assert _parts("[03/04/2024 10:00] A\n") == [
        Unread("j.txt, line 1", "3/4: which is the day and which the month?")
    ]


def test_files_of_version_1_have_no_brackets() -> None:
    first, second = _found("2010-06-10 15:00 A life.\nBody\n[2011-01-01 10:00] text\n\n"
                           "2013-06-09 15:39 Another. *\n")  # fmt: skip
    assert first.text == "A life.\nBody\n[2011-01-01 10:00] text"
    assert (second.text, second.starred) == ("Another.", True)


def test_tags_are_words_that_begin_with_their_symbol() -> None:
    [record] = _found("[2024-01-15 09:30] @OS/2 @C++ and @c#, me@example.org\n## Head #1 #idea")
    assert record.tags == ("@os/2", "@c++", "@c#", "#idea")


def test_what_stands_before_the_first_date_is_named_and_the_rest_comes_in() -> None:
    parts = _parts("Notes\n\n[2024-01-15 09:30] A\n")
    assert parts[0] == Unread("j.txt", "text before the first date")
    assert isinstance(parts[1], Found)
    assert _parts("Only words") == [Unread("j.txt", "it has no dated entry")]


def test_encrypted_files_are_refused_with_the_way_out() -> None:
    [part] = _parts("gAAAAABl0000")
    assert isinstance(part, Unread)
    assert "jrnl --decrypt" in part.reason


@pytest.mark.parametrize(
    ("name", "count", "starred"), [("jrnl-sample.json", 3, 1), ("jrnl-realistic.json", 6, 2)]
)
def test_its_json_comes_in_once(
    journal: Journal, samples: Path, name: str, count: int, starred: int
) -> None:
    path = samples / "mini-diarium" / name
    assert figures(bring(journal, "jrnl", path)) == (count, 0, 0, 0, 0)
    assert figures(bring(journal, "jrnl", path)) == (0, count, 0, 0, 0)
    kept, source = everything(journal), json.loads(path.read_text())["entries"]
    assert sum(fields["starred"] for fields in kept) == starred
    for fields, entry in zip(kept, source, strict=True):
        assert fields["day"] == entry["date"]
        assert fields["at"].startswith(f"{entry['date']}T{entry['time']}")
        assert fields["tags"] == entry["tags"]
        assert fields["text"] == f"{entry['title']}\n{entry['body']}".rstrip()


def test_the_same_entries_as_text_and_as_json_are_the_same(journal: Journal) -> None:
    entry = {"title": "First. @work", "body": "More.", "date": "2024-01-15", "time": "09:30",
             "tags": ["@work"], "starred": True}  # fmt: skip
    bring(journal, "jrnl", json.dumps({"tags": {}, "entries": [entry]}).encode())
    planned = bring(journal, "jrnl", b"[2024-01-15 09:30] First. @work More. *\n")
    assert figures(planned)[0] == 0


def test_identical_entries_of_one_minute_are_two(journal: Journal) -> None:
    text = b"[2024-01-15 09:30] Coffee\n\n[2024-01-15 09:30] Coffee\n"
    assert figures(bring(journal, "jrnl", text)) == (2, 0, 0, 0, 0)
    assert figures(bring(journal, "jrnl", text)) == (0, 2, 0, 0, 0)


def test_unknown_fields_are_kept_and_wrong_ones_cost_their_entry(journal: Journal) -> None:
    entries = [
        {"title": "A", "body": "", "date": "2024-01-15", "time": "09:30", "creator": {"os": "x"}},
        {"title": 5, "date": "2024-01-15"},
        {"title": "B", "date": "some day"},
        "text",
    ]
    planned = bring(journal, "jrnl", json.dumps(entries).encode())
    assert figures(planned) == (1, 0, 0, 0, 3)
    assert planned.added[0].extra["jrnl"] == {"creator": {"os": "x"}}


def test_a_folder_journal_is_its_days(journal: Journal, tmp_path: Path) -> None:
    day = tmp_path / "j" / "2024" / "01" / "15.txt"
    day.parent.mkdir(parents=True)
    day.write_text("[2024-01-15 09:30] A\n")
    (tmp_path / "j" / "readme.txt").write_text("[2024-01-15 09:30] B\n")
    assert figures(bring(journal, "jrnl", tmp_path / "j")) == (1, 0, 0, 1, 0)


@settings(suppress_health_check=[HealthCheck.too_slow])  # long journals, a busy computer
@given(journals)
def test_a_text_file_has_as_many_entries_as_it_was_given(those: list[Record]) -> None:
    written = jrnl.write(those, {})
    assert written.kept == sum(r.kind in ("note", "close") and not r.trashed for r in those)
    parts = _parts(written.files[""].decode()) if written.kept else []
    assert sum(isinstance(part, Found) for part in parts) == written.kept


def test_a_text_file_out_says_what_it_cannot_hold(journal: Journal) -> None:
    at = journal.clock.now().replace(hour=9, minute=30, second=5)
    note = Record("", at, "Europe/Vienna", at.date(), "Title\n[2024-01-15 09:30] body",
                  tags=("tests", "two words"), sign=Sign.STUCK, starred=True)  # fmt: skip
    kept, gone = journal.save(note, note._replace(text="gone"))
    journal.remove(gone)
    report = export(journal, "jrnl")
    day = kept.day.isoformat()
    assert report.data is not None
    assert report.data.decode() == (f"[{day} 09:30] Title *\n [2024-01-15 09:30] body\n@tests\n")
    assert report.lost == {"id": 1, "seconds": 1, "sign": 1, "tags": 1, "trash": 1, "zone": 1}

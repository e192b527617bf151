import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from journal.exchange import day_one
from journal.exchange.parts import File, Found, Part, Unread
from journal.records.record import Record
from journal.store.journal import Journal
from tests.exchange.journals import VIENNA, bring, everything, figures
from tests.support.in_time import in_time


def _parts(data: str | dict[str, Any], name: str = "Work.json") -> list[Part]:
    text = data if isinstance(data, str) else json.dumps(data)
    return list(day_one.read([File(name, text.encode(), 0, alone=True)], VIENNA))


def _entry(**fields: Any) -> Record:
    entry = {"uuid": "A1", "creationDate": "2024-01-15T23:30:00Z", **fields}
    [part] = _parts({"metadata": {"version": "9"}, "entries": [entry]})
    assert isinstance(part, Found), part
    return part.record


def test_the_example_comes_in_once_and_keeps_its_local_days(
    journal: Journal, samples: Path
) -> None:
    path = samples / "day-one" / "Example.json"
    planned = bring(journal, "day-one", path)
    assert figures(planned) == (54, 0, 0, 0, 0)
    assert {name: lost.things for name, lost in planned.lost.items()} == {"photos": 132}
    assert figures(bring(journal, "day-one", path)) == (0, 54, 0, 0, 0)

    kept = {fields["extra"]["source"]["key"]: fields for fields in everything(journal)}
    differing = 0
    for entry in json.loads(path.read_text())["entries"]:
        fields = kept[entry["uuid"]]
        utc = datetime.fromisoformat(entry["creationDate"])
        local = utc.astimezone(ZoneInfo(entry["timeZone"]))
        assert fields["at"] == local.isoformat()
        assert (fields["zone"], fields["day"]) == (entry["timeZone"], local.date().isoformat())
        assert fields["tags"] == entry["tags"]
        assert fields["extra"]["day-one"]["location"] == entry["location"]
        differing += local.date() != utc.date()
    assert differing == 8
    assert sum(fields["starred"] for fields in kept.values()) == 7
    assert not any("\u200b" in fields["text"] for fields in kept.values())


def test_a_folder_is_its_journals(journal: Journal, samples: Path) -> None:
    assert figures(bring(journal, "day-one", samples / "day-one")) == (54, 0, 0, 1, 0)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"It works\. Really\!", "It works. Really!"),
        (r"a \\ b \n c", r"a \ b \n c"),
        (r"`a\.b` and a\.b", r"`a\.b` and a.b"),
        (r"``a\.`b\.`` c\.", r"``a\.`b\.`` c."),
        ("```\na\\.b\n```\na\\.b", "```\na\\.b\n```\na.b"),
        (r"\`no code\.\`", "`no code.`"),
        (r"one ` alone\.", "one ` alone."),
        (r"`a ``b\. c` d\.", r"`a ``b\. c` d."),
        (r"```a\. b``` c\.", "```a. b``` c."),
        (r"\``a\.` b\.", r"``a\.` b."),
        ("a\u200bb", "ab"),
    ],
)
def test_backslashes_go_outside_code(written: str, text: str) -> None:
    assert _entry(text=written).text == text


def test_an_entry_in_a_zone_has_that_zones_day() -> None:
    record = _entry(text="late", timeZone="Asia/Kathmandu")
    assert record.at.isoformat() == "2024-01-16T05:15:00+05:45"
    assert (record.zone, record.day.isoformat()) == ("Asia/Kathmandu", "2024-01-16")


def test_an_all_day_entry_is_its_day_at_noon() -> None:
    record = _entry(text="x", timeZone="America/Boise", isAllDay=True)
    assert record.at.isoformat() == "2024-01-15T12:00:00-07:00"


def test_an_unknown_zone_is_counted_not_fatal() -> None:
    entry = {"creationDate": "2024-01-15T10:00:00Z", "timeZone": "../../etc/passwd", "text": "x"}
    [part] = _parts({"entries": [entry]})
    assert isinstance(part, Found)
    assert (part.lost, part.record.zone) == (("timeZone",), "UTC")


def test_an_entry_of_pictures_alone_survives() -> None:
    record = _entry(photos=[{"identifier": "P1", "md5": "m"}], audios=[{"identifier": "S1"}])
    assert record.text == "![](dayone-moment://P1)\n![](dayone-moment:/audio/S1)"
    assert record.extra["day-one"]["photos"] == [{"identifier": "P1", "md5": "m"}]


def test_rich_text_stands_in_for_missing_text() -> None:
    rich = json.dumps({"contents": [{"text": "One "}, {"text": "two"}, {"embeddedObjects": []}]})
    assert _entry(richText=rich).text == "One two"
    assert _entry(richText="garbage").text == ""


def test_wrong_entries_are_named_one_by_one() -> None:
    parts = _parts({"entries": [{}, "x", {"creationDate": "soon"}, {"creationDate": "2024-01-15"}]})
    assert [type(part) for part in parts] == [Unread, Unread, Unread, Found]
    assert parts[2].where == "Work.json, entry 3"


def test_the_plain_text_comes_in_by_its_days(journal: Journal, samples: Path) -> None:
    path = samples / "mini-diarium" / "dayone-sample.txt"
    assert figures(bring(journal, "day-one", path)) == (3, 0, 0, 1, 0)
    assert figures(bring(journal, "day-one", path)) == (0, 3, 0, 1, 0)
    kept = everything(journal)
    assert [fields["day"] for fields in kept] == ["2024-01-15", "2024-01-16", "2024-02-29"]
    assert kept[0]["text"].startswith("Morning Reflections\n\nStarted")
    assert kept[2]["text"].endswith("family and friends.")


def test_headers_of_the_plain_text_are_kept() -> None:
    [part] = _parts(
        "\tDate:\tJanuary 15, 2024 at 2:30:00\u202fPM CET\n\tWeather:\t3°C\n\nBody\n", "J.txt"
    )
    assert isinstance(part, Found)
    assert part.record.at.isoformat() == "2024-01-15T14:30:00+01:00"
    assert part.record.text == "Body"
    assert part.record.extra["day-one"]["Weather"] == "3°C"


def test_marks_of_code_that_never_ends_take_no_time() -> None:
    text = "x" + "```a" * 20_000
    with in_time(20):
        assert _entry(text=text).text == text

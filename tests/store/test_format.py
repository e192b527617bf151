"""docs/format.md is enough: a reader written from it alone reads what the journal reads."""

import json
import re
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from journal.records.close import Answer, Close
from journal.records.criteria import Criteria
from journal.records.record import Sign, Unknown
from tests.store.making import NOON, Hands, note, opened

# --- the reader: nothing in it comes from this program


def read(journal: Path) -> dict[str, dict[str, Any]]:
    """Return the records that show, by id, as docs/format.md says."""
    root = json.loads((journal / "journal.json").read_text("utf-8"))
    assert (root["format"], root["form"]) == (1, "open")
    versions: dict[str, dict[tuple[int, str, str], dict[str, Any]]] = {}
    for path in (journal / root["folder"]).iterdir():
        name = re.match(r"\d{4}-\d{2}\.([b-df-hj-np-tv-z2-9]{4}).*\.jsonl", path.name)
        for change in changes(path.read_bytes()) if name else ():
            for id_, record in change["set"].items():
                key = (int(change["t"]), name[1] if name else "", change["by"])
                versions.setdefault(id_, {})[key] = record
    return {id_: showing(found) for id_, found in versions.items()}


def changes(data: bytes) -> list[dict[str, Any]]:
    found = []
    for line in data.split(b"\n"):
        text = line.removesuffix(b"\r")
        body, tail = text[:-18], text[-18:]
        if tail == b',"sum":"%08x"}' % zlib.crc32(body):
            found.append(json.loads(body.decode() + "}"))
    return found


def showing(found: dict[tuple[int, str, str], dict[str, Any]]) -> dict[str, Any]:
    replacing = {key: record for key, record in found.items() if record.get("was")}
    imported = {key: record for key, record in found.items() if "was" in record}
    return max((replacing or imported or found).items(), key=lambda each: each[0])[1]


# --- and the journal that it reads


def lived_in(root: Path) -> None:
    """Let two computers keep a journal with a bit of everything."""
    hands = Hands()
    here, there = opened(root, "here", hands), opened(root, "there", hands)
    answer = Answer("daily/moved", 1, "What moved?", "full", "“A lot”\nof things \x1b\u202e \ud800")
    close = Close(answers=(answer,), tomorrow="sleep", left=("daily/next",))
    notes = [note(f"{n}", tags=("Deep",), sign=Sign.STUCK, starred=n % 2 == 0) for n in range(5)]
    kept = here.save(*notes, note("", own=close), note("", own=Unknown("dream"), other={"a": [1]}))
    for number, record in enumerate(kept[:4]):
        hands.on(days=9)
        (here if number % 2 else there).save(record._replace(text=f"edited {number}"), op="edit")
        there.save(note(f"more {number}", hands.clock().now(), links=(record.id,)))
    there.save(there.get(kept[0].id)._replace(text="there"), op="edit")
    here.save(kept[0]._replace(text="here"), op="edit")
    here.remove(here.get(kept[1].id))
    here.undo()
    here.remove(here.get(kept[2].id))
    imported = note("old", NOON - timedelta(days=3900), extra={"mood": {"deep": None}})._replace(
        id="bcdfghjklm"
    )
    for journal in (here, there):
        journal.bring_in([imported], f"{imported.at:%Y-%m}", "run")
    there.save(there.get("bcdfghjklm")._replace(text="old, but better"), op="edit")


def test_an_independent_reader_reads_the_same(tmp_path: Path) -> None:
    lived_in(tmp_path)
    folder = tmp_path / "journal" / "lines-1"
    newest = max(folder.iterdir())
    stem, data = newest.name.removesuffix(".jsonl"), newest.read_bytes()
    (folder / f"{stem} (1).jsonl").write_bytes(data.replace(b"\n", b"\r\n")[:-40])
    newest.write_bytes(b"<<<<<<< HEAD\n" + data + b"=======\n>>>>>>> theirs\n" + data[:99])
    (folder / f".{newest.name}.icloud").write_bytes(data)
    table = {str(each.doc_id): dict(each) for each in opened(tmp_path).table()}
    assert read(tmp_path / "journal") == table
    assert len(table) == 12


def test_promises_that_quick_looks_rest_on(tmp_path: Path) -> None:
    lived_in(tmp_path)
    for path in (tmp_path / "journal" / "lines-1").iterdir():
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            assert line.startswith(b'{"n":%d,"t":"' % number)
            change = json.loads(line)
            assert change.pop("sum") == f"{zlib.crc32(line[:-18]):08x}"
            compact = json.dumps(change, ensure_ascii=False, separators=(",", ":"))
            assert compact.encode(errors="backslashreplace")[:-1] == line[:-18]
            for record in change["set"].values():
                at = datetime.fromisoformat(record["at"]).astimezone(UTC)
                assert f"{at - timedelta(days=1):%Y-%m}" <= path.name[:7]


def test_what_a_later_version_wrote_is_kept_by_an_edit(tmp_path: Path) -> None:
    lived_in(tmp_path)
    journal = opened(tmp_path)
    [dream] = journal.find(Criteria(kinds=("dream",)))
    assert (dream.own, dream.other) == (Unknown("dream"), {"a": [1]})
    journal.save(dream._replace(text="a new word"), op="edit")
    shown = read(tmp_path / "journal")[dream.id]
    assert (shown["kind"], shown["a"], shown["text"]) == ("dream", [1], "a new word")
